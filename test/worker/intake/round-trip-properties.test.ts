import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../data/contract/figure.js";
import { compareFigures } from "../../../data/contract/figure-order.js";
import { decodeText } from "../../../worker/intake/decode.js";
import { figuresCsv, figuresJson } from "../../../worker/snapshots/encode.js";
import { CP932_CHARACTERS, encodeCp932 } from "../../../scripts/fuzz/cp932.js";
import { months, TOWN } from "./dresses.js";
import { figuresOf, takeIn } from "./take-in.js";

const RUNS = { numRuns: 1000 };
const encoder = new TextEncoder();

describe("decode after encode", () => {
  /** Japanese headers begin a file: bytes that no UTF-8 begins with. */
  const text = fc
    .array(fc.constantFrom(...CP932_CHARACTERS, "\r\n", "\t"), { maxLength: 200 })
    .map((characters) => `基準日${characters.join("")}`);

  it("is the identity for CP932, over every character that it has", () => {
    expect(CP932_CHARACTERS.length).toBeGreaterThan(7000);
    for (const character of ["髙", "﨑", "①", "㈱", "～", "－", "ｱ"])
      expect(CP932_CHARACTERS).toContain(character);
    const all = `基準日${CP932_CHARACTERS.join("")}`;
    expect(decodeText(encodeCp932(all))).toEqual({ text: all, encoding: "cp932" });
    fc.assert(
      fc.property(text, (written) => {
        expect(decodeText(encodeCp932(written))).toEqual({ text: written, encoding: "cp932" });
      }),
      RUNS,
    );
  });

  it("is the identity for UTF-8, with and without its mark", () => {
    const unicode = fc.string({ unit: "binary", maxLength: 200 }).filter((s) => !s.startsWith("\uFEFF"));
    fc.assert(
      fc.property(unicode, fc.boolean(), (written, mark) => {
        const encoding = mark ? "utf-8-bom" : "utf-8";
        expect(decodeText(encoder.encode((mark ? "\uFEFF" : "") + written))).toEqual({
          text: written,
          encoding,
        });
      }),
      RUNS,
    );
  });
});

describe("an export that is sent back", () => {
  const ledger = (figures: readonly Figure[]) =>
    figures.toSorted(compareFigures).map((figure) => ({ ...figure, provenance: "reported" as const }));
  const plain = (figures: readonly Figure[]) => figures.toSorted(compareFigures);

  it("holds the same figures: CSV", async () => {
    await fc.assert(
      fc.asyncProperty(months, async (figures) => {
        expect(figuresOf(await takeIn(figuresCsv(ledger(figures)), "csv"))).toEqual(plain(figures));
      }),
      RUNS,
    );
  });

  it("holds the same figures: JSON", async () => {
    await fc.assert(
      fc.asyncProperty(months, async (figures) => {
        const bytes = figuresJson({ municipality: TOWN, revision: 1 }, ledger(figures));
        expect(figuresOf(await takeIn(bytes, "json"))).toEqual(plain(figures));
      }),
      RUNS,
    );
  });
});
