import { Resvg, initWasm } from "@resvg/resvg-wasm";
import renderer from "@resvg/resvg-wasm/index_bg.wasm";
import font from "./noto-sans-jp.ttf";
import { drawableText } from "./drawable-text.js";
import { embolden } from "./embolden.js";
import { fontCoverage } from "./font-coverage.js";

/** Width in px of a chart's PNG: sharp on a slide, and on a phone of three pixels to one. */
export const PICTURE_WIDTH = 1200;

/** As the font names itself. */
const FAMILY = "Noto Sans JP";

export interface PictureRenderer {
  /** A drawing as PNG, `width` px wide and as high as its own proportions make it. */
  render(svg: string, width: number): Uint8Array;
  /** Looks for what the font lacks, as `render` does, and draws nothing. */
  read(svg: string): void;
  /** Characters that no picture so far could draw, in code point order. */
  missing(): string[];
}

let ready: Promise<unknown> | null = null;

/**
 * A renderer of pictures; it collects what the font lacks, so take a new one for each release. resvg is made ready
 * with the first of an isolate. Same drawing, same bytes: neither fonts nor time of the machine have a part in it.
 */
export async function pictureRenderer(): Promise<PictureRenderer> {
  ready ??= initWasm(renderer);
  await ready;
  const covered = fontCoverage(font);
  const missing = new Set<string>();
  const fonts = {
    fontBuffers: [new Uint8Array(font)],
    loadSystemFonts: false,
    defaultFontFamily: FAMILY,
    sansSerifFamily: FAMILY,
  };
  return {
    render(svg, width) {
      const drawing = new Resvg(embolden(drawableText(svg, covered, missing)), {
        font: fonts,
        fitTo: { mode: "width", value: width },
      });
      const picture = drawing.render();
      const png = picture.asPng();
      // Memory of the module is not the garbage collector's.
      picture.free();
      drawing.free();
      return png;
    },
    read(svg) {
      drawableText(svg, covered, missing);
    },
    missing: () => [...missing].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!),
  };
}
