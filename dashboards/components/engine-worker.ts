/**
 * DuckDB's worker. The engine is asked for before DuckDB's own script, and compiled while it arrives: the page starts
 * this after its first paint, long before its other scripts can ask for a database.
 */
const workerUrl = import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");
const wasmUrl = import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");

const answer = fetch(wasmUrl);
const compiled = answer.then((response) => WebAssembly.compileStreaming(response.clone()));
// Said below, once the page listens.
compiled.catch(() => null);

// What DuckDB fetches is the engine, and nothing else is fetched here; it counts the bytes of this answer.
globalThis.fetch = () => answer;
WebAssembly.instantiateStreaming = async (asked, imports) => {
  try {
    await (await asked).body!.pipeTo(new WritableStream());
    const module = await compiled;
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
