// The page's scripts and DuckDB wait until the first paint is on the screen: on a slow line they would otherwise
// share the line with the figures. A hidden tab paints nothing, hence the timer.
const { module, preload, engine } = document.currentScript.dataset;
let started = false;
const start = () => {
  if (started) return;
  started = true;
  if (engine && hasFigures()) {
    // Before anything else: it is the largest file, and needs no other.
    const worker = new Worker(engine, { type: "module" });
    globalThis.startedEngine = worker;
    // Whoever needs an engine then starts it anew and hears why not.
    worker.addEventListener("error", () => {
      if (globalThis.startedEngine === worker) globalThis.startedEngine = undefined;
    });
  }
  for (const href of preload.split(" ").filter(Boolean)) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
  import(module).catch(sayFailure);
};
const sayFailure = (error) => {
  console.error(error);
  const box = document.getElementById("engine");
  const again = Object.assign(document.createElement("button"), { textContent: "もう一度読み込む" });
  again.addEventListener("click", () => location.reload());
  box.replaceChildren(
    "この画面を動かす準備ができませんでした。通信を確かめて、もう一度お試しください。",
    again,
  );
  box.className = "engine engine-failed";
  box.setAttribute("role", "alert");
  box.hidden = false;
};
// Without figures hardly a page needs DuckDB; one that does starts it itself.
const hasFigures = () => JSON.parse(document.getElementById("page-context").textContent).files !== null;
requestAnimationFrame(() => setTimeout(start));
setTimeout(start, 1000);
