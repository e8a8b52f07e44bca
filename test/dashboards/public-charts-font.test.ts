import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { fontCharacters } from "../../scripts/font/characters.js";
import { fontCoverage } from "../../worker/releases/pictures/font-coverage.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bytes = readFileSync(`${root}/worker/releases/pictures/noto-sans-jp.ttf`);
const covered = fontCoverage(new Uint8Array(bytes).buffer);

/** Characters of a text that the pictures' font does not have. */
const lacking = (text: string): string =>
  [...new Set(text)].filter((c) => c >= " " && !covered.has(c.codePointAt(0)!)).join("");

it("the font of the pictures has what scripts/make-font.ts asks for, names added to data/reference included", () => {
  expect([...fontCharacters()].length).toBeGreaterThan(3600);
  // Of the standard's marks this one is not in Noto Sans JP.
  expect(lacking(fontCharacters())).toBe("≒");
});

it("the font of the pictures has every character of the charts' words", () => {
  const folder = `${root}/dashboards/charts/public/`;
  for (const file of readdirSync(folder).filter((name) => name.startsWith("words-"))) {
    expect({ file, lacking: lacking(readFileSync(folder + file, "utf8")) }).toEqual({ file, lacking: "" });
  }
});
