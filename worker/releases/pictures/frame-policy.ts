/** What a policy may name as a frame's site: any, an origin, all hosts below one. */
const SOURCE = /^(\*|https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?)$/i;

/**
 * The content security policy of an embedded chart: it loads nothing, runs nothing, and is framed by the sites that
 * the town names. Our own pages may always frame it, to show a preview.
 * @param ancestors as the release's settings have them; what is no origin is left out, an empty list lets nobody else.
 */
export function framePolicy(ancestors: readonly string[]): string {
  const sites = ["'self'", ...ancestors.filter((a) => SOURCE.test(a))];
  return [
    "default-src 'none'",
    // Plot sets styles on elements; nothing of them comes from outside.
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${sites.includes("*") ? "*" : sites.join(" ")}`,
  ].join("; ");
}

/** Of the page that makes codes for frames: it shows one, and a script of ours copies the code. */
export const MAKER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");
