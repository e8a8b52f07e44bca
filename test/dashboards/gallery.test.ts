import { beforeAll, describe, expect, it } from "vitest";
import { xmlFault } from "./drawing.js";
import { drawGallery, type Gallery } from "./gallery/draw-gallery.js";
import { editionNow, editionToRaise, type Edition } from "./gallery/editions.js";
import { committedEdition, committedFiles, differences } from "./gallery/gallery-folder.js";

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

  it("is of an edition that draws what it drew when it was committed", () => {
    const now = editionNow(gallery.digest);
    expect({ [RAISE]: editionToRaise(committedEdition(), now) }).toEqual({ [RAISE]: null });
    expect({ [RENEW]: committedEdition() }).toEqual({ [RENEW]: now });
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
    const at = (edition: number, digest: string): Edition => ({ edition, digest });
    expect(editionToRaise(at(7, "a"), at(7, "a"))).toBeNull();
    expect(editionToRaise(at(7, "a"), at(7, "b"))).toBe("SNAPSHOT_EDITION to 8");
    expect(editionToRaise(at(7, "a"), at(6, "a"))).toBe("SNAPSHOT_EDITION to 8");
    expect(editionToRaise(at(7, "a"), at(8, "b"))).toBeNull();
  });
});
