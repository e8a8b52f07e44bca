import type { Manifest, ManifestFile } from "../../data/contract/api/manifest.js";
import { sha256Hex } from "../access/secret.js";
import { mediaTypeOf, objectKey, type Bundle } from "./files.js";

/** Only written where nothing lies yet: an object under a digest never changes. */
const IF_ABSENT = { "if-none-match": "*" };

/** As many objects as are written or looked at side by side. */
const AT_ONCE = 6;

/**
 * Writes a bundle, its manifest last, and verifies that every object is there as the manifest says: a digest
 * whose manifest is there is whole. Writing it again writes nothing.
 * @throws Error where an object is missing or other than the manifest says.
 */
export async function storeBundle(objects: R2Bucket, bundle: Bundle): Promise<void> {
  const { kind, municipality, files } = bundle.manifest;
  const key = (name: string) => objectKey(kind, municipality, bundle.digest, name);
  if (await objects.head(key("manifest.json"))) return;
  await inTurns(files, (file) => put(objects, key(file.name), file.name, bundle.files.get(file.name)!));
  if (!(await allStored(objects, files, key))) throw new Error("an object was not stored whole");
  await put(objects, key("manifest.json"), "manifest.json", bundle.files.get("manifest.json")!);
}

/** Whether the bundle of a digest is there, with every object's SHA-256 as its manifest says. */
export async function isBundleWhole(
  objects: R2Bucket,
  kind: Manifest["kind"],
  municipality: string,
  digest: string,
): Promise<boolean> {
  const key = (name: string) => objectKey(kind, municipality, digest, name);
  const stored = await objects.get(key("manifest.json"));
  if (!stored) return false;
  const text = await stored.text();
  if ((await sha256Hex(text)) !== digest) return false;
  return allStored(objects, (JSON.parse(text) as Manifest).files, key);
}

async function put(objects: R2Bucket, key: string, name: string, bytes: Uint8Array): Promise<void> {
  await objects.put(key, bytes, {
    onlyIf: new Headers(IF_ABSENT),
    httpMetadata: { contentType: mediaTypeOf(name) },
    // R2 refuses bytes of another digest, and keeps it for whoever asks later.
    sha256: await sha256Hex(bytes),
  });
}

async function allStored(
  objects: R2Bucket,
  files: readonly ManifestFile[],
  key: (name: string) => string,
): Promise<boolean> {
  let whole = true;
  await inTurns(files, async ({ name, bytes, sha256 }) => {
    const stored = await objects.head(key(name));
    const digest = stored?.checksums.sha256;
    whole &&= stored?.size === bytes && digest !== undefined && hex(digest) === sha256;
  });
  return whole;
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function inTurns<T>(list: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < list.length; i += AT_ONCE) await Promise.all(list.slice(i, i + AT_ONCE).map(act));
}
