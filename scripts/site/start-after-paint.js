// The page's own module, with all it imports, waits until the first paint is on the screen: on a slow line it
// would otherwise share the line with the figures. A hidden tab paints nothing, hence the timer.
const { module, preload } = document.currentScript.dataset;
let started = false;
const start = () => {
  if (started) return;
  started = true;
  for (const href of preload.split(" ").filter(Boolean)) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
  void import(new URL(module, document.baseURI).href);
};
requestAnimationFrame(() => setTimeout(start));
setTimeout(start, 1000);
