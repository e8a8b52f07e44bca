import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import { describeReading } from "../../../worker/intake/reading.js";
import { assertWarningsAccepted, refusedFile } from "../../../worker/intake/refuse-file.js";
import { issue } from "../../../worker/intake/words.js";

const WARNING = issue("district_missing", null, null);
const ISSUES = [issue("not_a_count", 2, "人口"), WARNING, issue("no_rows", null, null)];

describe("a refusal of a file", () => {
  it("carries every issue and counts the errors among them", () => {
    const refusal = refusedFile(ISSUES);
    expect(refusal).toMatchObject({ kind: "refused_file", extra: { issues: ISSUES } });
    expect([refusal.detail.ja, refusal.detail.en]).toEqual([
      expect.stringMatching(/2/),
      expect.stringMatching(/^2 /),
    ]);
    expect(refusal.extra.members).toBeUndefined();
  });

  it("tells how the file was read, to whoever asked for that", () => {
    const reading = describeReading(
      { header: ["x"], headerRow: 1, rows: [] },
      { plan: {}, ignored: [], proposal: null },
      NO_MAPPING,
      "none",
    );
    expect(refusedFile(ISSUES, reading).extra.members).toEqual({ reading });
  });
});

describe("warnings", () => {
  it("refuse until somebody has accepted them", () => {
    expect(() => assertWarningsAccepted([WARNING], false)).toThrow(
      expect.objectContaining({
        kind: "warnings_not_accepted",
        extra: { issues: [WARNING] },
        detail: { ja: expect.stringMatching(/1/), en: expect.stringMatching(/1/) },
      }),
    );
    expect(() => assertWarningsAccepted([WARNING], true)).not.toThrow();
    expect(() => assertWarningsAccepted([], false)).not.toThrow();
  });
});
