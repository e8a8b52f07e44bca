/**
 * DuckDB's worker. The engine is asked for before DuckDB's own script, and compiled while it arrives: the page starts
 * this after its first paint, long before its other scripts can ask for a database.
 */
const workerUrl = import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");
const wasmUrl = import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");

// A browser gives up an answer that the page before began to keep and was left in the middle of: asked once more,
// past what is kept, it comes.
const { fetch } = globalThis;
const load = (cache: RequestCache): Promise<Response> => fetch(wasmUrl, { cache });
const afresh = (): Promise<Response> => load("reload");

const answer = load("default").catch(afresh);
const compiled = answer.then((response) => WebAssembly.compileStreaming(response.clone()));
// Said below, once the page listens.
compiled.catch(() => null);

// What DuckDB fetches is the engine, and nothing else is fetched here; it counts the bytes of this answer.
globalThis.fetch = () => answer;
const arrived = async (asked: Response): Promise<WebAssembly.Module> => {
  await asked.body!.pipeTo(new WritableStream());
  return compiled;
};
WebAssembly.instantiateStreaming = async (asked, imports) => {
  try {
    const module = await arrived(await asked).catch(() => WebAssembly.compileStreaming(afresh()));
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  } catch (error) {
    reportError(error);
    throw error;
  }
};

// What the page says before DuckDB listens is said to it again.
const early: unknown[] = [];
const keep = (event: MessageEvent): void => void early.push(event.data);
addEventListener("message", keep);
import(workerUrl).then(() => {
  removeEventListener("message", keep);
  for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
}, reportError);
