import { DOMParser } from "linkedom/worker";
import { expect, it } from "vitest";
import { call, freshDatabase, month, registerDistricts, SHIKA, uploadCsv } from "../harness.js";

it("lists every file of a release that was published through the API, and each is there", async () => {
  await freshDatabase();
  await registerDistricts();
  await uploadCsv(month());
  const drafted = await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } });
  const { id } = (await drafted.json<{ release: { id: string } }>()).release;
  expect((await call(`/api/v1/releases/${id}/publish`, { method: "POST" })).status).toBe(200);
  const page = await call(`/open-data/${SHIKA}/`, { token: null });
  const document = new DOMParser().parseFromString(await page.text(), "text/html");
  const links = [...document.querySelectorAll("main a")].map((a) => a.getAttribute("href")!);
  const files = links.filter((href) => href.startsWith(`/open-data/${SHIKA}/latest/`));
  expect(files).toContain(`/open-data/${SHIKA}/latest/${SHIKA}_mynumbercard_20261031.csv`);
  for (const href of new Set(files)) {
    const response = await call(href, { token: null, method: "HEAD" });
    expect([href, response.status, response.headers.get("content-type")]).toEqual([
      href,
      200,
      expect.not.stringContaining("octet-stream"),
    ]);
  }
});
