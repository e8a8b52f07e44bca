// Runs inside the page that is measured: plain JavaScript, as a browser takes it.

const QUIET_MS = 250;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = () => new Promise((resolve) => setTimeout(resolve, 4));

/**
 * Changes a select again and again. Each time counts from the change to the frame after the last change of the
 * page's content, nothing following for a quarter of a second. Gives milliseconds, one for each change.
 */
globalThis.measureRedraws = async (selector, changes) => {
  const times = [];
  for (let i = 0; i < changes; i++) {
    const select = document.querySelector(selector);
    const others = [...select.options]
      .map((option) => option.value)
      .filter((value) => value !== select.value);
    let last = 0;
    const observer = new MutationObserver(() => (last = performance.now()));
    const content = { childList: true, subtree: true, attributes: true, characterData: true };
    observer.observe(document.querySelector("main"), content);
    select.value = others[(i * 7) % others.length];
    const start = performance.now();
    select.dispatchEvent(new Event("change", { bubbles: true }));
    let drawn = start;
    for (let seen = 0; performance.now() - Math.max(last, start) < QUIET_MS;) {
      const frame = await nextFrame();
      if (last > seen) [seen, drawn] = [last, Math.max(frame, last)];
    }
    observer.disconnect();
    times.push(drawn - start);
  }
  return times;
};

/** Presses a link of the navigation; milliseconds until the next page has its controls, which DuckDB's rows fill. */
globalThis.measureSecondPage = async (name) => {
  const start = performance.now();
  const before = document.querySelector("main");
  document.querySelector(`.site-nav a[href*="./${name}"]`).click();
  while (document.querySelector("main") === before || !document.querySelector("main .controls select"))
    await pause();
  return performance.now() - start;
};
