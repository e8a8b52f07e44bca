import { beforeAll, describe, expect, it } from "vitest";
import { xmlFault } from "./drawing.js";
import { drawGallery, type Gallery } from "./gallery/draw-gallery.js";
import { editionsNow, editionsToRaise, type Editions } from "./gallery/editions.js";
import { committedEditions, committedFiles, differences } from "./gallery/gallery-folder.js";

/** What to do, in the failure itself. */
const RENEW = "npm run gallery";
const RAISE = "raise in worker/snapshots/editions.ts";

let gallery: Gallery;
beforeAll(() => {
  gallery = drawGallery();
});

describe("the gallery", () => {
  it("shows what is drawn now", () => {
    expect({ [RENEW]: differences(committedFiles(), gallery.files) }).toEqual({ [RENEW]: [] });
  });

  it("is of editions that paint what they painted when they were committed", () => {
    const now = editionsNow(gallery.digests);
    expect({ [RAISE]: editionsToRaise(committedEditions(), now) }).toEqual({ [RAISE]: [] });
    expect({ [RENEW]: committedEditions() }).toEqual({ [RENEW]: now });
  });

  it("has every drawing of a page in both sizes", () => {
    const paths = [...gallery.files.keys()];
    const [narrow, wide] = ["narrow", "wide"].map((size) =>
      paths.filter((path) => path.endsWith(`.${size}.svg`)).map((path) => path.replace(/\.\w+\.svg$/, "")),
    );
    expect(wide!.length).toBeGreaterThan(50);
    expect(narrow).toEqual(wide);
  });

  it("has files that stand alone: whole, with every colour that they name", () => {
    for (const [path, text] of gallery.files) {
      for (const word of ["NaN", "undefined", "Infinity", "[object"]) expect(text).not.toContain(word);
      if (!path.endsWith(".svg")) continue;
      const unknown = [...text.matchAll(/var\((--[\w-]+)\)/g)].filter(
        ([, name]) => !text.includes(`${name}:`),
      );
      expect([path, xmlFault(text.trimEnd()), unknown]).toEqual([path, null, []]);
      expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    }
  });
});

describe("what the gallery says of a change", () => {
  it("names what is changed, missing and left over", () => {
    const files = (texts: Record<string, string>) => new Map(Object.entries(texts));
    expect(differences(files({ a: "1", b: "1", c: "1" }), files({ a: "1", b: "2", d: "1" }))).toEqual([
      "changed b",
      "left over c",
      "missing d",
    ]);
  });

  it("names the edition that must be raised: another painting under the same number, or a number taken back", () => {
    const at = (edition: number, digest: string): Editions => ({
      snapshot: { edition, digest },
      reference: { edition: 1, digest: "r" },
    });
    expect(editionsToRaise(at(7, "a"), at(7, "a"))).toEqual([]);
    expect(editionsToRaise(at(7, "a"), at(7, "b"))).toEqual(["SNAPSHOT_EDITION to 8"]);
    expect(editionsToRaise(at(7, "a"), at(6, "a"))).toEqual(["SNAPSHOT_EDITION to 8"]);
    expect(editionsToRaise(at(7, "a"), at(8, "b"))).toEqual([]);
  });
});
