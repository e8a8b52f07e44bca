/**
 * Whether some object of a JSON text names a key twice. Parsing keeps the last value alone: the first would be
 * seen by no check, and yet be kept with the file.
 * @param text valid JSON
 * @param value what the text was parsed to
 */
export function hasRepeatedKeys(text: string, value: unknown): boolean {
  let written = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/gs)) if (colon) written += 1;
  return written > countKeys(value);
}

/** Keys of all objects within; no recursion, for a text may nest as deep as it is long. */
function countKeys(value: unknown): number {
  let keys = 0;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const inside = Object.values(next);
    if (!Array.isArray(next)) keys += inside.length;
    for (const part of inside) if (typeof part === "object") open.push(part);
  }
  return keys;
}
