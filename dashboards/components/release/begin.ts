import type { Markup } from "../../charts/html.js";

/** Puts a view's markup into the page and gives back the place it stands in. */
export type Begin = (content: Markup) => HTMLElement;
