import { beforeEach, describe, expect, it } from "vitest";
import { auditRelease } from "../../../data/disclosure/audit/audit.js";
import { publishedTables } from "../../../data/disclosure/outside/published-tables.js";
import type { ProtectedTables } from "../../../data/disclosure/published.js";
import { figuresAt } from "../../../worker/ledger/figures.js";
import { loadSolver } from "../../../worker/releases/load-solver.js";
import { proveRelease } from "../../../worker/releases/prove-release.js";
import { releaseById, type Release } from "../../../worker/releases/release.js";
import {
  call,
  env,
  freshDatabase,
  month,
  problemOf,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "../harness.js";

const FEW = `${SHIKA},2026-10-31,03,40,2026-01-01,35,20,8`;

async function draft(): Promise<Release> {
  const json = { municipality: SHIKA, through: "2026-10-31" };
  const { release } = await (await call("/api/v1/releases", { json })).json<{ release: Release }>();
  return release;
}

/** The tables of a draft as a protector would leave them that hides small counts and nothing beside them. */
async function weakened({ id, revision }: Release): Promise<ProtectedTables> {
  const response = await call(`/api/v1/releases/${id}/files/protected.json`);
  const tables = await response.json<ProtectedTables>();
  const figures = await figuresAt(env.DB, SHIKA, revision);
  return {
    ...tables,
    pattern: tables.pattern.filter((h) => h.reason !== "complementary"),
    rows: tables.rows.map((row) => {
      const own = figures.find((f) => f.district === row.place && f.as_of === row.as_of);
      const told = (measure: "applications" | "issued" | "held") => {
        const value = row[measure];
        const isSpare = value !== null && typeof value === "object" && value.hidden === "complementary";
        return isSpare && own ? own[measure] : value;
      };
      return { ...row, applications: told("applications"), issued: told("issued"), held: told("held") };
    }),
  };
}

const bytesOf = (id: string, tables: ProtectedTables): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(publishedTables(id, tables)));

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts(["01", "02", "03"]);
  await uploadCsv(month({ "03": FEW }), "/api/v1/uploads?accept_warnings=true");
});

describe("a draft whose audit fails", () => {
  it("carries both proofs where it passes, with the place of the narrowest value", async () => {
    const { report } = await draft();
    expect(report.certificate).toMatchObject({
      passed: true,
      bounds: { hidden: 4, narrow: 0, smallestAt: { as_of: "2026-10-31" } },
    });
    expect(report.certificate.bounds!.smallestWidth).toBeGreaterThanOrEqual(10);
    expect(report.bounds_seconds).toBeGreaterThanOrEqual(0);
  });

  it("says the same in its certificate.json, and no time, which would be another at each making", async () => {
    const { id, report } = await draft();
    const file = await (await call(`/api/v1/releases/${id}/files/certificate.json`)).json();
    expect(file).toMatchObject({ passed: true, bounds: report.certificate.bounds });
    expect(JSON.stringify(file)).not.toContain("seconds");
  });

  it("is caught by each proof by itself when its protector is weakened", async () => {
    const made = await draft();
    const tables = await weakened(made);
    const figures = await figuresAt(env.DB, SHIKA, made.revision);
    const solver = await loadSolver();
    const candidate = { id: made.id, tables, figures, tablesFile: bytesOf(made.id, tables) };
    expect(auditRelease(solver, [], candidate).certificate.passed).toBe(false);
    // Even where the first proof had let it pass.
    const sound = { certificate: made.report.certificate, faults: [], towns: [] };
    const proof = proveRelease(solver, [], candidate, sound);
    expect(proof.certificate).toMatchObject({ passed: false, bounds: { narrow: 2, smallestWidth: 0 } });
    expect(proof.faults.map((f) => [f.kind, f.series, f.width])).toEqual([
      ["narrow", "district:03|all|all|applications", 0],
      ["narrow", "district:03|all|all|held", 0],
    ]);
  });

  it("is refused in words of both languages, and nothing becomes public", async () => {
    const made = await draft();
    const tables = await weakened(made);
    const figures = await figuresAt(env.DB, SHIKA, made.revision);
    const proof = proveRelease(await loadSolver(), [], {
      id: made.id,
      tables,
      figures,
      tablesFile: bytesOf(made.id, tables),
    });
    const report = JSON.stringify({ ...made.report, ...proof });
    await env.DB.prepare("UPDATE releases SET report = ? WHERE id = ?").bind(report, made.id).run();
    const refused = await call(`/api/v1/releases/${made.id}/publish`, { method: "POST" });
    expect(refused.status).toBe(409);
    const { detail } = await problemOf(refused);
    expect(JSON.stringify(detail)).toContain("秘匿した値を推し量れるところがあるため公開できません");
    expect(JSON.stringify(detail)).toContain("Hidden values could be worked out");
    expect((await releaseById(env.DB, made.id))!.status).toBe("draft");
    expect((await call(`/open-data/${SHIKA}/latest/tables.json`, { token: null })).status).toBe(404);
  });

  it("is refused too where it is older than the second proof", async () => {
    const made = await draft();
    const { bounds: _, ...certificate } = made.report.certificate;
    const report = JSON.stringify({ ...made.report, certificate });
    await env.DB.prepare("UPDATE releases SET report = ? WHERE id = ?").bind(report, made.id).run();
    expect((await call(`/api/v1/releases/${made.id}/publish`, { method: "POST" })).status).toBe(409);
  });
});
