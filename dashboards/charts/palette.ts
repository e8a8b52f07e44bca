/**
 * Colours of the charts, from the Digital Agency's design tokens. In a page they are the page's variables, so that
 * light, dark and print follow the style sheet; in a file of its own (SVG, PNG) they are written out.
 */
export interface Palette {
  ink: string;
  muted: string;
  grid: string;
  surface: string;
  /** The one accent: the town. */
  town: string;
  /** What the town is compared with, and the measures in second place. */
  context: string;
  /** The one warm colour: behind. */
  behind: string;
  /** Five steps of one hue, low to high. */
  scale: readonly string[];
  /** Text on each step, contrast at least 4.5:1. */
  onScale: readonly string[];
}

const steps = [0, 1, 2, 3, 4] as const;

export const PAGE_PALETTE: Palette = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  grid: "var(--grid)",
  surface: "var(--surface)",
  town: "var(--town)",
  context: "var(--context)",
  behind: "var(--behind)",
  scale: steps.map((i) => `var(--scale-${i})`),
  onScale: steps.map((i) => `var(--on-scale-${i})`),
};

export const PAPER_PALETTE: Palette = {
  ink: "#1a1a1a",
  muted: "#4d4d4d",
  grid: "#cccccc",
  surface: "#ffffff",
  town: "#0031d8",
  context: "#666666",
  behind: "#c74700",
  scale: ["#d9e6ff", "#9db7f9", "#7096f8", "#0031d8", "#000071"],
  onScale: ["#1a1a1a", "#1a1a1a", "#1a1a1a", "#ffffff", "#ffffff"],
};
