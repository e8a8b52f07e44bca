import { expect, it } from "vitest";
import { walkAt } from "./walk-at.js";
import { FAULTLESS } from "./walk-page.js";

const { views, walk } = walkAt(false);

it.each(views)("outside, $path is what every page must be, at both widths", async (view) => {
  expect(await walk(view)).toEqual([expect.objectContaining(FAULTLESS), expect.objectContaining(FAULTLESS)]);
});
