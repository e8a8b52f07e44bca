import { beforeAll, describe, expect, it } from "vitest";
import { chartPictures, type ChartPictures } from "../../worker/releases/pictures/chart-pictures.js";
import { fontCoverage } from "../../worker/releases/pictures/font-coverage.js";
import font from "../../worker/releases/pictures/noto-sans-jp.ttf";
import { sha256Hex } from "../../worker/access/secret.js";
import { triedRelease } from "../dashboards/public-release.js";

/** Width and height of a PNG: in its first chunk. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(Array.from(png.slice(0, 8))).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const digests = async ({ files }: ChartPictures): Promise<string[]> =>
  Promise.all([...files].map(async ([name, bytes]) => `${name} ${await sha256Hex(bytes)}`));

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const IDS = ["progress", "remaining", "ages", "districts", "flow"];

describe("the pictures of a release", () => {
  let made: ChartPictures;
  beforeAll(async () => {
    made = await chartPictures(triedRelease());
  });

  it("are every chart in three languages, its drawing for paper too, one to share, and a list", () => {
    const names = [...made.files.keys()];
    for (const language of ["ja", "easy", "en"]) {
      for (const id of IDS) {
        expect(names.filter((name) => name.includes(`${id}.${language}.`))).toEqual([
          `chart-${id}.${language}.svg`,
          `chart-${id}.${language}.print.svg`,
          `embed-${id}.${language}.html`,
        ]);
      }
      expect(sizeOf(made.files.get(`share.${language}.png`)!)).toEqual({ width: 1200, height: 630 });
    }
    expect(names.length).toBe(3 * (5 * 3 + 1) + 1);
    const { charts } = JSON.parse(text(made.files.get("charts.json"))) as { charts: { id: string }[] };
    expect(charts.map((c) => c.id)).toEqual([...IDS, ...IDS, ...IDS]);
  });

  it("are the same bytes for the same release, and no two are alike", async () => {
    const once = await digests(made);
    expect(await digests(await chartPictures(triedRelease()))).toEqual(once);
    expect(new Set(once.map((line) => line.split(" ")[1])).size).toBe(once.length);
  });

  it("have every character that our words and the sample's names use", () => {
    expect(made.unpictured).toEqual([]);
  });
});

describe("a name with characters that the font lacks", () => {
  it("is drawn with the mark for a missing type, and the characters are told", async () => {
    const names = ["\u{20bb7}野", "葛\u{e0100}城", "髙﨑"];
    const { files, unpictured } = await chartPictures(triedRelease({ names, months: 1, size: 60 }));
    expect(unpictured).toEqual(["\u{20bb7}"]);
    // The SVG keeps the name: its reader's machine may have the character.
    expect(text(files.get("chart-districts.ja.svg"))).toContain("\u{20bb7}野");
  });
});

describe("the font", () => {
  it("names the characters it draws", () => {
    const covered = fontCoverage(font);
    for (const character of "志賀町稗髙﨑〓ヴー～%▼")
      expect(covered.has(character.codePointAt(0)!)).toBe(true);
    for (const code of [0x20bb7, 0x1f600, 0xac00, 0xffff]) expect(covered.has(code)).toBe(false);
  });

  it("is refused where it is none", () => {
    expect(() => fontCoverage(new ArrayBuffer(64))).toThrow("no cmap");
  });
});
