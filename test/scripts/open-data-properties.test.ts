import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readXml } from "../../worker/intake/xml-events.js";
import { readRange } from "../../worker/releases/open-data/byte-range.js";
import { csvFile } from "../../worker/releases/open-data/csv-file.js";
import { atomFeed } from "../../worker/releases/open-data/feed.js";

const RUNS = { numRuns: 500 };
/** Whatever a name or reason may be made of: any characters, and often those that mean something to a format. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\"',;<>&]x…\u0000\uFFFE\uD83D地1 ") }),
);

describe("csvFile", () => {
  it("gives every text back, harmless to a spreadsheet, in as many cells as went in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyText, anyText, fc.integer()), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = new TextDecoder().decode(csvFile(["a", "b", "c"], rows));
          const { data, errors } = Papa.parse<string[]>(text, {
            newline: "\r\n",
            skipEmptyLines: true,
            delimiter: ",",
          });
          expect(errors).toEqual([]);
          expect(data.slice(1)).toHaveLength(rows.length);
          rows.forEach(([a, b, c], i) => {
            const [readA, readB, readC] = data[i + 1]!;
            for (const [text_, read] of [
              [a, readA],
              [b, readB],
            ] as const) {
              const whole = text_.toWellFormed();
              expect([whole, `'${whole}`]).toContain(read);
              expect(read).not.toMatch(/^[=+\-@\t\r]|^…$/);
            }
            expect(readC).toBe(String(c));
          });
        },
      ),
      RUNS,
    );
  });
});

describe("atomFeed", () => {
  const release = {
    id: "rel_1",
    municipality: "172073",
    through: "2026-10-31",
    status: "withdrawn" as const,
    published_at: "2026-11-10T03:00:00.000Z",
    withdrawn_at: "2026-11-11T03:00:00.000Z",
  };

  it("is well-formed whatever the reason is, and tells it", () => {
    fc.assert(
      fc.property(anyText, (reason) => {
        const feed = atomFeed(
          { code: "172073", name: "羽咋市" },
          [{ ...release, reason }],
          "https://town.test",
        );
        const open: string[] = [];
        let told = "";
        readXml(feed, {
          open: (name, attributes) => void (attributes.endsWith("/") || open.push(name)),
          close: (name) => void (open.at(-1) === name && open.pop()),
          text: (text) => void (open.at(-1) === "summary" && (told += text)),
        });
        expect(open).toEqual([]);
        // XML 1.0 has no characters for the others.
        const kept = reason.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
        expect(told).toBe(`この公開版は取り下げられました。理由: ${kept} / Withdrawn. Reason: ${kept}`);
        expect(feed).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      }),
      RUNS,
    );
  });
});

describe("readRange", () => {
  /** The bytes that a range names, by slicing; null for a range that is none. */
  function sliced(bytes: readonly number[], first: number | null, last: number | null): number[] | null {
    if (first === null) return last === null ? null : bytes.slice(Math.max(0, bytes.length - last));
    if (last === null) return bytes.slice(first);
    return last < first ? null : bytes.slice(first, last + 1);
  }

  it("is what slicing the bytes would give, or says that there is nothing", () => {
    const part = fc.option(fc.nat(30), { nil: null });
    fc.assert(
      fc.property(fc.nat(20), part, part, (size, first, last) => {
        const bytes = Array.from({ length: size }, (_, i) => i);
        const range = readRange(`bytes=${first ?? ""}-${last ?? ""}`, size);
        const expected = sliced(bytes, first, last);
        const read =
          range !== null && range !== "unsatisfiable"
            ? bytes.slice(range.offset, range.offset + range.length)
            : range;
        expect(read).toEqual(expected?.length === 0 ? "unsatisfiable" : expected);
      }),
      RUNS,
    );
  });
});
