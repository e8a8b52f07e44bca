/** A text as HTML's content or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Colours keep 4.5:1 and more in both schemes; nothing is loaded from anywhere. */
const STYLE = `:root{color-scheme:light dark}
body{margin:0 auto;max-width:60rem;padding:1rem 1rem 4rem;font:1rem/1.7 "Hiragino Sans","Noto Sans JP","BIZ UDPGothic","Yu Gothic UI",Meiryo,sans-serif;color:#1a1a1c;background:#fff}
h1{font-size:1.75rem;line-height:1.4}h1 span{font-size:1.25rem;font-weight:400}h2{margin-top:3rem;font-size:1.375rem}h3{margin-top:2rem;font-size:1rem}
a{color:#0017c1}nav a{display:inline-block;padding:.625rem 1rem .625rem 0;min-height:1.5rem}
.sample{border:2px solid;padding:.5rem 1rem;font-weight:700}.wide{overflow-x:auto}
table{border-collapse:collapse;min-width:100%;font-variant-numeric:tabular-nums}caption{text-align:left;padding:.5rem 0}
th,td{border:1px solid #949494;padding:.375rem .5rem;text-align:left;vertical-align:top}td.number{text-align:right;white-space:nowrap}
dt{font-weight:700}dd{margin:0 0 .5rem 1.5rem}
:focus-visible{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
@media (prefers-color-scheme:dark){body{color:#e6e6e6;background:#1a1a1c}a{color:#9db7f9}:focus-visible{outline-color:#fff}}
@media print{nav{display:none}.wide{overflow:visible}}`;

/** A page without script: what it needs is in it. @param body,head HTML, already escaped. */
export function htmlPage(title: string, body: string, head = ""): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head}<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
