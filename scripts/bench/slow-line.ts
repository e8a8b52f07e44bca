import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort, HOST } from "../ports.js";

/** A line between a browser and the Worker that is slow for everything, a worker's own requests too. */
export interface SlowLine {
  url: string;
  /** What went over the line since the last call: the addresses asked for, and the bytes that arrived. */
  taken(): { paths: string[]; bytes: number };
  close(): void;
}

/** An answer of the line itself, beside the Worker's. */
export interface OwnAnswer {
  headers: Record<string, string>;
  body: Uint8Array | string;
}

const CHUNK_BYTES = 8 * 1024;

/**
 * Opens the line to `target`. Chromium's emulation of one would leave out what a page's workers fetch.
 * @param own answers that come over the same line, by path.
 */
export async function openSlowLine(
  target: string,
  { megabitsPerSecond, latencyMs }: { megabitsPerSecond: number; latencyMs: number },
  own: Readonly<Record<string, OwnAnswer>> = {},
): Promise<SlowLine> {
  let paths: string[] = [];
  let bytes = 0;
  let free = 0;
  /** Takes turns with whatever else is on the line. */
  async function send(answer: ServerResponse, body: Uint8Array): Promise<void> {
    for (let at = 0; at < body.length && !answer.destroyed; at += CHUNK_BYTES) {
      const part = body.subarray(at, at + CHUNK_BYTES);
      free = Math.max(performance.now(), free) + part.length / (megabitsPerSecond * 125);
      await sleep(Math.max(0, free - performance.now()));
      bytes += part.length;
      answer.write(part);
    }
  }
  async function answerTo(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    paths.push(asked.url!);
    await sleep(latencyMs);
    const ours = own[asked.url!];
    if (ours) {
      answer.writeHead(200, ours.headers);
      await send(answer, Buffer.from(ours.body));
    } else {
      const { method } = asked;
      // As Cloudflare's edge asks: wrangler would pack anew for a browser that names gzip first.
      const headers = { ...asked.headers, "accept-encoding": "br, gzip" };
      const got = await new Promise<IncomingMessage>((resolve, reject) => {
        asked.pipe(request(target + asked.url!, { method, headers }, resolve).on("error", reject));
      });
      answer.writeHead(got.statusCode!, got.headers);
      for await (const part of got) await send(answer, part as Buffer);
    }
    answer.end();
  }
  const port = await findFreePort();
  // A page that is closed takes its connections with it.
  const server = createServer((asked, answer) => void answerTo(asked, answer).catch(() => answer.destroy()));
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  return {
    url: `http://${HOST}:${port}`,
    taken: () => {
      const since = { paths, bytes };
      [paths, bytes] = [[], 0];
      return since;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
