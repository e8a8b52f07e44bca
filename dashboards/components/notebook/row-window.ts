/** Rows beyond the edge of what is seen that are drawn as well, so that scrolling shows no gaps. */
const BEYOND = 12;

/** The rows to draw: the first, and the one behind the last. */
export interface RowWindow {
  start: number;
  end: number;
}

/** Which rows of a long table are to be drawn. All lengths in px; `scrolled` counts from the first row's top. */
export function rowWindow(
  rows: number,
  { scrolled, height, rowHeight }: { scrolled: number; height: number; rowHeight: number },
): RowWindow {
  const first = Math.floor(scrolled / rowHeight) - BEYOND;
  const last = Math.ceil((scrolled + height) / rowHeight) + BEYOND;
  const start = Math.max(0, Math.min(first, rows - 1));
  return { start, end: Math.max(start, Math.min(last, rows)) };
}
