import { formatDateJa } from "../../../data/contract/as-of-date.js";
import { releasePath, townPath } from "./dcat.js";

/** What the feed tells of a release that is or was published. */
interface Told {
  id: string;
  municipality: string;
  through: string;
  status: string;
  published_at: string | null;
  withdrawn_at: string | null;
  reason: string | null;
}

/** A text as XML's content or a quoted attribute; characters that XML 1.0 cannot hold are left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** An informal name: no host has a part in it, because a feed may move and be asked under several. */
const URN = "urn:x-ikiwatari:release";

/** When an entry last changed: it is published, and it may be withdrawn. */
const updatedAt = (r: Told): string => r.withdrawn_at ?? r.published_at!;

/**
 * feed.atom (RFC 4287) of a town's releases, newest first. Ids are URNs (RFC 8141) of the town's code and
 * the release's own id, which is random: they stay the same wherever the feed is served, and when a release is
 * withdrawn, whose entry then says so with the reason.
 * @param releases all published and withdrawn ones, at least one.
 */
export function atomFeed(
  town: { code: string; name: string },
  releases: readonly Told[],
  origin: string,
): string {
  const feedUpdated = releases.map(updatedAt).reduce((a, b) => (a > b ? a : b));
  const home = `${origin}${townPath(town.code)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>${URN}:${town.code}</id>
<title>${escapeXml(town.name)} マイナンバーカードのオープンデータ</title>
<updated>${feedUpdated}</updated>
<author><name>${escapeXml(town.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${home}feed.atom"/>
<link rel="alternate" type="text/html" href="${home}"/>
${releases.map((r) => entry(r, origin)).join("\n")}
</feed>
`;
}

function entry(r: Told, origin: string): string {
  const withdrawn = r.status === "withdrawn";
  const date = formatDateJa(r.through);
  const at = `${origin}${releasePath(r.municipality, r.id)}`;
  const summary = withdrawn
    ? `この公開版は取り下げられました。理由: ${r.reason} / Withdrawn. Reason: ${r.reason}`
    : `${date}までの集計値を公開しました。 / Figures up to ${r.through} are published.`;
  const link = withdrawn ? `${origin}${townPath(r.municipality)}` : `${at}dictionary.html`;
  return `<entry>
<id>${URN}:${r.municipality}:${r.id}</id>
<title>${withdrawn ? "【取下げ】" : ""}${date}まで</title>
<published>${r.published_at}</published>
<updated>${updatedAt(r)}</updated>
<link rel="alternate" type="text/html" href="${link}"/>
${withdrawn ? "" : `<link rel="enclosure" type="text/csv" href="${at}tables.csv"/>\n`}<summary>${escapeXml(summary)}</summary>
</entry>`;
}
