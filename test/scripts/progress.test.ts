import { describe, expect, it } from "vitest";
import { showProgress } from "../../scripts/progress.js";

function record(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const begin = showProgress(2, { isTTY, write: (text) => written.push(text) }, () => now);
  return { begin, written, wait: (ms: number) => void (now += ms) };
}

describe("showProgress", () => {
  it("writes plain lines where there is no terminal: a quarter, a half, three quarters, the end", () => {
    const { begin, written, wait } = record(false);
    begin("一つ目 / first").done("ok");
    const step = begin("二つ目 / second");
    for (let i = 1; i <= 67; i++) step.at(i, 67);
    wait(1500);
    step.fail();
    expect(written.join("")).toBe(
      [
        "[1/2] 一つ目 / first",
        "      0.0 s ✓ ok",
        "[2/2] 二つ目 / second",
        "      ███░░░░░░░░░ 17/67",
        "      ██████░░░░░░ 34/67",
        "      █████████░░░ 51/67",
        "      1.5 s ✗",
        "",
      ].join("\n"),
    );
  });

  it("rewrites one line on a terminal and ends it once", () => {
    const { begin, written, wait } = record(true);
    const step = begin("アップロード");
    step.at(1, 2);
    wait(200);
    step.done();
    expect(written.at(-1)).toBe("\r\u001B[K[1/2] アップロード … 0.2 s ✓\n");
    expect(written.slice(0, -1).every((text) => text.startsWith("\r") && !text.includes("\n"))).toBe(true);
  });
});
