import { OPEN_DATA_STYLE } from "../../../dashboards/residents/styles.js";

/** A text as HTML's content or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A page without script: what it needs is in it. @param body,head HTML, already escaped. */
export function htmlPage(title: string, body: string, head = ""): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head}<style>${OPEN_DATA_STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
