import { beforeEach, describe, expect, it } from "vitest";
import { OSAKA, OSAKA_MAPPING } from "../osaka-mapping.js";
import { call, env, freshDatabase, uploadForm } from "./harness.js";

const bytes = Uint8Array.from(atob(env.OSAKA_BASE64), (c) => c.charCodeAt(0));
if (bytes.length === 0) console.warn("skipped: ../shared/data/osaka is not beside the project");

describe.runIf(bytes.length > 0)("the real small-area file of Osaka (CP932)", () => {
  beforeEach(freshDatabase);

  it("is read as its mapping says by what the headers suggest", async () => {
    const form = new FormData();
    form.set("file", new File([bytes], "north.csv", { type: "text/csv" }));
    const response = await call(`/api/v1/uploads?dry_run=true&municipality=${OSAKA}`, { body: form });
    expect(response.status).toBe(422);
    const { reading } = await response.json<{ reading: { proposal: unknown } }>();
    expect(reading.proposal).toEqual(OSAKA_MAPPING);
  });

  it("goes in by its mapping: 902 areas with their wards, the city's sums and rate", async () => {
    const response = await uploadForm(bytes, OSAKA_MAPPING);
    expect(response.status).toBe(201);
    const upload = await response.json<{
      rows: number;
      encoding: string;
      as_of: string[];
      changes: { added: number };
    }>();
    expect(upload).toMatchObject({
      rows: 902,
      encoding: "cp932",
      as_of: ["2022-11-30"],
      changes: { added: 902 },
    });

    const headline = await (await call(`/api/v1/headline?municipality=${OSAKA}`)).json();
    expect(headline).toMatchObject({
      population: 1_180_215,
      held: { count: 677_193, percent: "57.4" },
      applications: null,
      issued: null,
    });

    const { districts } = await (
      await call(`/api/v1/municipalities/${OSAKA}/districts`)
    ).json<{ districts: { code: string; area: string }[] }>();
    expect(districts).toHaveLength(902);
    expect(new Set(districts.map((d) => d.area)).size).toBe(12);
    expect(districts.every((d) => d.code.startsWith(d.area))).toBe(true);
  });

  it("needs the list or the mapping's leave to register districts", async () => {
    const response = await uploadForm(bytes, { ...OSAKA_MAPPING, register_districts: false });
    expect(response.status).toBe(422);
    const { issues } = await response.json<{ issues: { code: string }[] }>();
    expect(issues.map((i) => i.code)).toEqual(["no_district_list"]);
  });
});
