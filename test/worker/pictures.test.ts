import { describe, expect, it } from "vitest";
import { chartPictures } from "../../worker/releases/pictures/chart-pictures.js";
import { sha256Hex } from "../../worker/access/secret.js";
import { triedRelease } from "../dashboards/public-release.js";

/** Width and height of a PNG: in its first chunk. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const digests = async (files: Map<string, Uint8Array>): Promise<string[]> =>
  Promise.all([...files].map(async ([name, bytes]) => `${name} ${await sha256Hex(bytes)}`));

describe("the pictures of a release", () => {
  it("are every chart in three languages, for screen and paper, and one to share", async () => {
    const { files, unpictured } = await chartPictures(triedRelease());
    const names = [...files.keys()];
    for (const language of ["ja", "easy", "en"]) {
      for (const id of ["progress", "remaining", "ages", "districts", "flow"]) {
        const of = names.filter((name) => name.includes(`${id}.${language}.`));
        expect(of).toEqual([
          `chart-${id}.${language}.svg`,
          `chart-${id}.${language}.png`,
          `chart-${id}.${language}.print.svg`,
          `chart-${id}.${language}.print.png`,
          `embed-${id}.${language}.html`,
        ]);
        expect(sizeOf(files.get(`chart-${id}.${language}.png`)!).width).toBe(1200);
      }
      expect(sizeOf(files.get(`share.${language}.png`)!)).toEqual({ width: 1200, height: 630 });
    }
    expect(names.length).toBe(3 * (5 * 5 + 1));
    expect(unpictured).toEqual([]);
  });

  it("are the same bytes for the same release", async () => {
    const once = await digests((await chartPictures(triedRelease())).files);
    expect(await digests((await chartPictures(triedRelease())).files)).toEqual(once);
    expect(await digests((await chartPictures(triedRelease({ size: 31 }))).files)).not.toEqual(once);
  });
});
