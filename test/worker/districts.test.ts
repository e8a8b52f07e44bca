import { beforeEach, describe, expect, it } from "vitest";
import { call, freshDatabase, month, problemOf, registerDistricts, uploadCsv, SHIKA } from "./harness.js";

const PATH = `/api/v1/municipalities/${SHIKA}/districts`;
const put = (body: string, type = "text/csv") =>
  call(PATH, { method: "PUT", body, headers: { "content-type": type } });

beforeEach(freshDatabase);

describe("a district list", () => {
  it("goes in as CSV and comes out as it was", async () => {
    const response = await put(
      "code,name,kana,name_en,area,tile_x,tile_y\n01,高浜,たかはま,Takahama,志賀,0,4\n02,加茂,,,,,\n",
    );
    expect(await response.json()).toEqual({ revision: 1, added: 2, changed: 0, removed: 0, unchanged: 0 });
    const { districts } = await (await call(PATH)).json<{ districts: object[] }>();
    expect(districts).toEqual([
      { code: "01", name: "高浜", kana: "たかはま", name_en: "Takahama", area: "志賀", tile_x: 0, tile_y: 4 },
      { code: "02", name: "加茂", kana: null, name_en: null, area: null, tile_x: null, tile_y: null },
    ]);
  });

  it("twice the same changes nothing; a new one is a new revision", async () => {
    await registerDistricts();
    const same = await call(PATH, {
      method: "PUT",
      json: [
        { code: "01", name: "地区01" },
        { code: "02", name: "地区02" },
      ],
    });
    expect(await same.json()).toMatchObject({ revision: 1, unchanged: 2 });
    const renamed = await call(PATH, { method: "PUT", json: [{ code: "01", name: "高浜" }] });
    expect(await renamed.json()).toMatchObject({ revision: 2, changed: 1, removed: 1 });
  });

  it("keeps the districts that figures refer to", async () => {
    await registerDistricts();
    await uploadCsv(month());
    const response = await call(PATH, { method: "PUT", json: [{ code: "01", name: "地区01" }] });
    expect(response.status).toBe(409);
  });

  it("tells every fault with its place", async () => {
    const response = await put("code,name,tile_x\n01,高浜,a\n,加茂,1\n01,土田,-2\nall,計,\n");
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues!.map((i) => [i.row, i.column, i.code])).toEqual([
      [2, "tile_x", "not_a_district"],
      [3, "code", "not_a_district"],
      [4, "tile_x", "not_a_district"],
      [5, "code", "not_a_district"],
    ]);
  });
});
