import { beforeEach, describe, expect, it } from "vitest";
import {
  call,
  freshDatabase,
  ledgerState,
  month,
  problemOf,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "./harness.js";

const ACCEPT = "/api/v1/uploads?accept_warnings=true";

/** District 01 on a date; 02 stays as `month` has it. */
const with01 = (asOf: string, population: number, applications: number, issued = 850) =>
  month({ "01": `${SHIKA},${asOf},01,${population},2026-01-01,${applications},${issued},800` }, asOf);

const warningsOf = async (file: string) => {
  const response = await uploadCsv(file, "/api/v1/uploads?dry_run=true");
  expect(response.status).toBe(200);
  const { warnings } = await response.json<{
    warnings: { row: number | null; column: string; code: string }[];
  }>();
  return warnings.map((w) => [w.row, w.column, w.code]);
};

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
});

describe("a file that is unusual", () => {
  it("waits until somebody has looked at its warnings, and nothing changes before", async () => {
    await uploadCsv(month({}, "2026-09-30"));
    const file = with01("2026-10-31", 1000, 890);
    const before = await ledgerState();
    const refused = await uploadCsv(file);
    const problem = await problemOf(refused);
    expect([refused.status, problem.type]).toEqual([422, "/api/problems/warnings_not_accepted"]);
    expect(problem.issues).toEqual([
      expect.objectContaining({ row: 2, column: "申請件数", code: "count_falls", severity: "warning" }),
    ]);
    expect(await ledgerState()).toBe(before);

    const accepted = await uploadCsv(file, ACCEPT);
    expect(accepted.status).toBe(201);
    const upload = await accepted.json<{ actor: string; notes: { code: string; severity: string }[] }>();
    expect(upload.notes).toContainEqual(
      expect.objectContaining({ code: "count_falls", severity: "warning", count: 1 }),
    );
    expect(upload.actor).toBe("setup-admin");
  });

  it("tells errors and warnings together", async () => {
    await uploadCsv(month({}, "2026-09-30"));
    const problem = await problemOf(await uploadCsv(with01("2026-10-31", 1000, -1, 1100)));
    expect(problem.issues!.map((i) => i.code)).toContain("negative_count");
  });

  it("is found by each check at its row and column", async () => {
    await uploadCsv(month({}, "2026-08-31"));
    expect(await warningsOf(with01("2026-09-30", 1120, 900))).toEqual([[2, "人口", "population_jump"]]);
    expect(await warningsOf(with01("2026-07-31", 1000, 901))).toEqual([[2, "申請件数", "count_over_later"]]);
    expect(
      await warningsOf(month({ "01": `${SHIKA},2026-09-30,01,1000,2026-01-01,900,910,920` }, "2026-09-30")),
    ).toEqual(
      expect.arrayContaining([
        [2, "交付枚数", "issued_over_applications"],
        [2, "保有枚数", "held_over_issued"],
      ]),
    );
    await uploadCsv(month({}, "2026-10-31"));
    expect(await warningsOf(month({}, "2026-09-30"))).toEqual([[2, "基準日", "between_known_dates"]]);
    expect(await warningsOf(month({}, "2026-08-31"))).toEqual([]);
  });

  it("is found where a district of the list is missing", async () => {
    const [header, first] = month({}, "2026-10-31").split("\r\n");
    expect(await warningsOf(`${header}\r\n${first}\r\n`)).toEqual([[null, "地区コード", "district_missing"]]);
  });

  it("is found where a district leaves its own history, and not where it keeps to it", async () => {
    const dates = [
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
      "2026-06-30",
      "2026-07-31",
      "2026-08-31",
    ];
    for (const [i, date] of dates.entries()) await uploadCsv(with01(date, 1000, 850 + 3 * i));
    expect(await warningsOf(with01("2026-09-30", 1000, 872))).toEqual([]);
    expect(await warningsOf(with01("2026-09-30", 1000, 960))).toEqual([[2, "申請件数", "unusual_change"]]);
  });

  it("says nothing of a file that is known already", async () => {
    await uploadCsv(with01("2026-10-31", 1000, 900, 1100), ACCEPT);
    const again = await uploadCsv(with01("2026-10-31", 1000, 900, 1100));
    expect(again.status).toBe(200);
  });
});

describe("a register of persons", () => {
  it("is refused whole: rows of one person each", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => [`p${i}`, `${SHIKA},2026-10-31,01,1,2026-01-01,1,1,1`] as const,
    );
    const before = await ledgerState();
    const response = await uploadCsv(month(Object.fromEntries(rows)));
    expect((await problemOf(response)).issues!.map((i) => i.code)).toEqual(["personal_rows"]);
    expect(await ledgerState()).toBe(before);
  });
});

describe("the API", () => {
  it("does not list uploads that were refused", async () => {
    await uploadCsv(month({}, "2026-09-30"));
    await uploadCsv(with01("2026-10-31", 1000, 890));
    const { uploads } = await (await call("/api/v1/uploads")).json<{ uploads: object[] }>();
    expect(uploads).toHaveLength(1);
  });
});
