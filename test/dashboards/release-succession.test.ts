import { describe, expect, it } from "vitest";
import {
  addedSuccession,
  answerFaults,
  proposedAnswers,
  successionsOf,
  successionWords,
  unclaimed,
  type SuccessionAnswers,
} from "../../dashboards/components/release/succession-answers.js";
import { successionForm } from "../../dashboards/components/release/succession-form.js";
import type { OpenSuccession } from "../../data/contract/api/problem.js";
import { successionSchema } from "../../data/contract/schema.js";

const named = (...codes: string[]) => codes.map((code) => ({ code, name: `地区${code}` }));
const open = (gone: string[], come: string[], more: Partial<OpenSuccession> = {}): OpenSuccession => ({
  gone: named(...gone),
  come: named(...come),
  ended: [],
  taken: [],
  on: {},
  ...more,
});
const ON = "2025-04-30";
const come = (code: string, from: string[] | null, on = ON) => ({
  code,
  people: from === null ? ("new" as const) : ("others" as const),
  from: from ?? [],
  on,
});
const gone = (code: string, into: string | null = null, on = ON) => ({ code, into, on });

describe("answers about codes that changed", () => {
  const of = (answers: SuccessionAnswers) =>
    successionsOf(answers).map(({ on, from, to }) => `${on} ${from.join("+")} → ${to.join("+")}`);

  it.each([
    ["the same people", [come("18", ["05"])], [gone("05")], [`${ON} 05 → 18`]],
    ["merged", [come("18", ["06", "05"])], [gone("05"), gone("06")], [`${ON} 05+06 → 18`]],
    ["divided", [come("18", ["05"]), come("19", ["05"])], [gone("05")], [`${ON} 05 → 18+19`]],
    [
      "cut anew",
      [come("18", ["05", "06"]), come("19", ["06"])],
      [gone("05"), gone("06")],
      [`${ON} 05+06 → 18+19`],
    ],
    ["a part of one that goes on", [come("18", ["01"])], [], [`${ON} 01 → 01+18`]],
    ["new people, and nobody left", [come("18", null)], [gone("05", "")], [`${ON}  → 18`, `${ON} 05 → `]],
    [
      "added to one that goes on",
      [come("18", null)],
      [gone("05", "01")],
      [`${ON}  → 18`, `${ON} 01+05 → 01`],
    ],
    [
      "two changes on two dates",
      [come("18", ["05"], "2026-04-30"), come("19", ["06"])],
      [gone("05"), gone("06")],
      [`${ON} 06 → 19`, "2026-04-30 05 → 18"],
    ],
    [
      "one change on the first of its dates",
      [come("18", ["05"], "2026-04-30"), come("19", ["05"])],
      [gone("05")],
      [`${ON} 05 → 18+19`],
    ],
  ])("say %s", (_, newOnes, oldOnes, expected) => {
    const answers = { come: newOnes, gone: oldOnes };
    expect(answerFaults(answers)).toEqual([]);
    expect(of(answers)).toEqual(expected);
    for (const succession of successionsOf(answers)) expect(successionSchema.parse(succession)).toBeTruthy();
  });

  it("are proposed where a name stays, on the first date of the code", () => {
    const asked = {
      gone: [{ code: "05", name: "高浜" }],
      come: [
        { code: "18", name: "高浜" },
        { code: "19", name: "新町" },
      ],
      ended: [{ code: "03", name: "東" }],
      taken: [],
      on: { "18": ON },
    };
    const answers = proposedAnswers(asked, "2026-10-31");
    expect(answers.come).toEqual([
      { code: "18", people: "others", from: ["05"], on: ON },
      { code: "19", people: null, from: [], on: "2026-10-31" },
      { code: "03", people: null, from: [], on: "2026-10-31" },
    ]);
    expect(unclaimed(answers)).toEqual([]);
    expect(answerFaults(answers).map(({ field }) => field)).toEqual(["come.1.people", "come.2.people"]);
  });

  it("are asked for until every code has one", () => {
    const answers = { come: [come("18", [])], gone: [gone("05"), gone("06", "", "")] };
    expect(answerFaults(answers).map(({ field }) => field)).toEqual([
      "come.0.people",
      "gone.0.into",
      "gone.1.on",
    ]);
    // A code whose people a new one has is not asked about.
    expect(answerFaults({ come: [come("18", ["05"])], gone: [gone("05")] })).toEqual([]);
  });

  it("are said back in a sentence", () => {
    const words = (from: string[], to: string[]) =>
      successionWords({ on: ON, from, to }, (code) => `地区${code}`);
    expect(words(["05"], ["18"])).toBe(
      "「地区05(05)」と「地区18(18)」は、同じ地区です(名前・コードが変わりました)。",
    );
    expect(words(["05", "06"], ["18"])).toContain("合わさって");
    expect(words(["05"], ["18", "19"])).toContain("分かれて");
    expect(words(["05", "06"], ["18", "19"])).toContain("区割りが変わって");
    expect(words([], ["18"])).toContain("新しい住民の地区");
    expect(words(["05"], [])).toContain("なくなりました");
  });
});

describe("the form that asks", () => {
  it("offers what stopped and what goes on, and hides questions that are answered", () => {
    const asked = open(["05"], ["18"], { on: { "18": ON } });
    const answers = { come: [come("18", ["05"])], gone: [gone("05")] };
    const { text } = successionForm(asked, answers, [{ code: "01", name: "<北>" }]);
    expect(text).toContain("2025年4月末の数字からあるコードです");
    expect(text).toMatch(/value="05"\s+checked/);
    expect(text).toMatch(/data-gone="05"\s+hidden/);
    expect(text).not.toContain("<北>");
    const ids = [...text.matchAll(/\bid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const described = [...text.matchAll(/aria-describedby="([^"]+)"/g)].flatMap((m) => m[1]!.split(" "));
    expect(described.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("what nobody asked about", () => {
  it("is read from codes parted by blanks of either width", () => {
    expect(addedSuccession({ on: "2026-04-01", from: " 05　06 ", to: "18" })).toEqual({
      on: "2026-04-01",
      from: ["05", "06"],
      to: ["18"],
    });
    expect(addedSuccession({ on: "2026-04-01", from: "", to: "20" }).from).toEqual([]);
  });
});
