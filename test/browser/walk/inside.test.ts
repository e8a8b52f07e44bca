import { expect, it } from "vitest";
import { walkAt } from "./walk-at.js";
import { FAULTLESS } from "./walk-page.js";

const { views, walk } = walkAt(true);

it.each(views)("inside, $path is what every page must be, at both widths", async (view) => {
  expect(await walk(view)).toEqual([expect.objectContaining(FAULTLESS), expect.objectContaining(FAULTLESS)]);
});
