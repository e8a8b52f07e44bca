import { LEAVES } from "../data/disclosure/leaves.js";
import { printMargin } from "../data/disclosure/noise.js";
import { BASE } from "../data/disclosure/policy.js";
import { html, type Markup } from "./html.js";

/** Said once on every page at the public door that shows districts or ages: why its numbers are rough, and how rough. */
export const PRINT_NOTE = `地区や年齢ごとの数は、一人ひとりが分からないように${BASE}枚単位のおよその数です（95%の幅: 地区で±${printMargin(LEAVES)}枚ほど）。足し合わせても、町全体の数とぴったりとは合いません。`;

/** The note where the counts shown are prints; nothing elsewhere. */
export const printNote = (isPublic: boolean): Markup | false =>
  isPublic && html`<p class="lead">${PRINT_NOTE}</p>`;
