/** A value of the page's address; null where it is not there or empty. */
export const fromAddress = (key: string): string | null =>
  new URLSearchParams(location.search).get(key) || null;

/** Writes values into the address without a new entry in the history; null takes one out. */
export function toAddress(values: Record<string, string | null>): void {
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  history.replaceState(null, "", url);
}
