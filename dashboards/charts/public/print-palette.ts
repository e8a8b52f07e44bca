import type { Palette } from "../palette.js";

/** Black and greys for paper: what light drawings tell by colour, these tell by grey and line. */
export const PRINT_PALETTE: Palette = {
  ink: "#000000",
  muted: "#333333",
  grid: "#bbbbbb",
  surface: "#ffffff",
  town: "#000000",
  context: "#6b6b6b",
  behind: "#000000",
  scale: ["#f2f2f2", "#d0d0d0", "#a8a8a8", "#5c5c5c", "#1a1a1a"],
  onScale: ["#000000", "#000000", "#000000", "#ffffff", "#ffffff"],
};
