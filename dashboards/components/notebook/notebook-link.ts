import { readNotebook, writeNotebook, type Notebook } from "./notebook.js";

/**
 * Characters of an address beyond which it is not given: chats and mails cut longer ones, and a cut notebook cannot
 * be read at all.
 */
export const MOST_LINK_LENGTH = 8000;
/** From here on Excel and some mail programs cut an address. */
export const LONG_LINK_LENGTH = 2000;

/** Beyond this a text that was packed to be small is not unpacked. */
const MOST_TEXT_LENGTH = 1_000_000;

const KEY = "n";

/** The fragment that carries the notebook; a fragment never leaves the browser, so that questions stay with who asks. */
export async function notebookFragment(notebook: Notebook): Promise<string> {
  const packed = await through(
    new Blob([writeNotebook(notebook)]).stream(),
    new CompressionStream("deflate-raw"),
  );
  return `#${KEY}=${toBase64Url(packed)}`;
}

/** The notebook of a fragment; null where it carries none, or one that was cut on its way. */
export async function notebookFromFragment(fragment: string): Promise<Notebook | null> {
  const text = new URLSearchParams(fragment.replace(/^#/, "")).get(KEY);
  if (text === null || !/^[\w-]+$/.test(text)) return null;
  try {
    const unpacked = await through(
      new Blob([fromBase64Url(text)]).stream(),
      new DecompressionStream("deflate-raw"),
    );
    return readNotebook(new TextDecoder("utf-8", { fatal: true }).decode(unpacked));
  } catch {
    return null;
  }
}

/** Whether the fragment means to carry a notebook. */
export const carriesNotebook = (fragment: string): boolean => fragment.startsWith(`#${KEY}=`);

type Packer = CompressionStream | DecompressionStream;

async function through(bytes: ReadableStream<Uint8Array<ArrayBuffer>>, packer: Packer): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = bytes.pipeThrough<Uint8Array>(packer).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_TEXT_LENGTH) {
      await reader.cancel();
      throw new Error("too long");
    }
    parts.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
