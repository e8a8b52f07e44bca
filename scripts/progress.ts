/** Where progress is shown; a terminal gets lines that change in place, anything else plain lines. */
export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** One step under way. */
export interface Step {
  /** How far a long step is: shown as a bar. */
  at(done: number, of: number): void;
  /** Ends the step, with a word on what came of it. */
  done(note?: string): void;
  fail(note?: string): void;
}

const BAR_WIDTH = 12;
const PLAIN_STEPS = 4;

/** A bar of full and empty blocks: `███░ 3/4`. */
function bar(done: number, of: number): string {
  const full = of === 0 ? BAR_WIDTH : Math.round((BAR_WIDTH * done) / of);
  return `${"█".repeat(full)}${"░".repeat(BAR_WIDTH - full)} ${done}/${of}`;
}

/**
 * Numbers the steps of a command and shows each with its seconds.
 * @param total how many steps there will be.
 * @param clock milliseconds, for the seconds shown.
 * @returns begins the next step.
 */
export function showProgress(
  total: number,
  output: ProgressOutput = process.stdout,
  clock: () => number = () => performance.now(),
): (label: string) => Step {
  let number = 0;
  return (label) => {
    number += 1;
    const head = `[${number}/${total}] ${label}`;
    const startedAt = clock();
    const live = output.isTTY === true;
    let quarter = 0;
    let progress = "";
    const seconds = (): string => `${((clock() - startedAt) / 1000).toFixed(1)} s`;
    const show = (): unknown => output.write(`\r\u001B[K${head} … ${[progress, seconds()].join(" ").trim()}`);
    const timer = live ? setInterval(show, 200) : undefined;
    timer?.unref();
    if (live) show();
    else output.write(`${head}\n`);
    const end = (mark: string, note?: string): void => {
      clearInterval(timer);
      const words = [seconds(), mark, note].filter(Boolean).join(" ");
      output.write(live ? `\r\u001B[K${head} … ${words}\n` : `      ${words}\n`);
    };
    return {
      at(done, of) {
        progress = bar(done, of);
        if (live) return void show();
        const now = Math.floor((PLAIN_STEPS * done) / of);
        if (now > quarter && done < of) output.write(`      ${progress}\n`);
        quarter = now;
      },
      done: (note) => end("✓", note),
      fail: (note) => end("✗", note),
    };
  };
}
