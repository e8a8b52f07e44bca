import { describe, expect, it } from "vitest";
import { failureOf, plainFailure, unreadPage, type Refused } from "../../dashboards/components/failure.js";
import { trying } from "../../dashboards/components/release/failure.js";
import { SENDING } from "../../dashboards/components/upload/failure.js";
import type { ProblemCode } from "../../data/contract/api/problem.js";

const refused = (code: ProblemCode, more: Partial<Refused["problem"]> = {}, wait: number | null = null) =>
  ({
    kind: "refused",
    problem: {
      code,
      localized: {
        ja: { title: "いまの状態ではできません", detail: "数字を確かめてください" },
        en: { title: "Conflict", detail: "Check the figures" },
      },
      ...more,
    },
    retryAfterSeconds: wait,
  }) satisfies Refused;

describe("what was not done", () => {
  it.each([
    ["draft_outdated", "redraft"],
    ["release_withdrawn", "redraft"],
    ["audit_failed", "settings"],
    ["settings_do_not_fit", "settings"],
    ["unauthenticated", "sign-in"],
    ["rate_limited", "retry"],
    ["internal", "retry"],
    ["conflict", "none"],
  ] as const)("is known by its code: %s leads to %s", (code, way) => {
    expect(failureOf(refused(code), trying("公開")).way).toBe(way);
  });

  it("is said in the problem's Japanese words where the page knows none better", () => {
    expect(failureOf(refused("nothing_to_tell"), trying("下書き"))).toEqual({
      title: "いまの状態ではできません",
      advice: "数字を確かめてください",
      way: "none",
    });
    expect(failureOf(refused("draft_outdated"), trying("公開"))).toMatchObject({
      title: "この下書きは古くなりました",
      advice: "数字を確かめてください",
    });
  });

  it("says how long to wait, as the API does, and a fault of the server by its number", () => {
    expect(failureOf(refused("rate_limited", {}, 12), SENDING).advice).toContain("12秒ほど待って");
    expect(failureOf(refused("rate_limited"), SENDING).advice).toContain("1分ほど待って");
    expect(plainFailure(refused("internal", { request_id: "r-1" })).advice).toContain("記録番号 r-1");
  });

  it("keeps a file that did not arrive, and asks for another where it cannot be read", () => {
    expect(failureOf({ kind: "unreachable" }, SENDING)).toMatchObject({ way: "retry" });
    expect(failureOf(refused("unsupported_media_type"), SENDING)).toMatchObject({
      title: "この形式のファイルは読めません",
      way: "another",
    });
    expect(failureOf(refused("idempotency_mismatch"), SENDING).way).toBe("another");
  });

  it("can be said otherwise where something else is sent", () => {
    const map = { ...SENDING, known: { body_too_large: { advice: "地図は8MBまで" } } };
    expect(failureOf(refused("body_too_large"), map)).toMatchObject({
      title: "ファイルが大きすぎます",
      advice: "地図は8MBまで",
    });
  });
});

it("a page says that there is no such thing only where the API does", () => {
  expect(unreadPage(refused("not_found"), "その版はありません").text).toContain("その版はありません");
  expect(unreadPage({ kind: "unreachable" }, "その版はありません").text).toContain("つながりませんでした");
});
