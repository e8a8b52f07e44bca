const TOKENS = `:root{color-scheme:light dark;--ink:#1a1a1a;--muted:#4d4d4d;--grid:#ccc;--surface:#fff;--town:#0031d8;--context:#666;--behind:#c74700;--scale-1:#9db7f9;--link:#0017c1}
@media (prefers-color-scheme:dark){:root{--ink:#f2f2f2;--muted:#b3b3b3;--grid:#4d4d4d;--surface:#1a1a1a;--town:#7096f8;--context:#999;--behind:#ff8d44;--scale-1:#0031d8;--link:#9db7f9}}
@media print{:root{color-scheme:light;--ink:#000;--muted:#333;--grid:#bbb;--surface:#fff;--town:#000;--context:#6b6b6b;--behind:#000;--scale-1:#bbb;--link:#000}}`;

/** The style sheet of embedded charts: the site's tokens that drawings use, light, dark and on paper. */
export const EMBED_STYLE = `${TOKENS}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:14px/1.6 "Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","BIZ UDPGothic","Yu Gothic UI",Meiryo,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:752px;margin:0 auto;padding:12px 16px}
h1{margin:4px 0 12px;font-size:18px;line-height:1.45;text-wrap:pretty;word-break:auto-phrase}
p{margin:8px 0 0;color:var(--muted);font-size:13px}
.about{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;margin:0}
.sample{padding:0 8px;border:1px solid var(--ink);color:var(--ink);font-weight:700}
.narrow,.wide{overflow:visible}
.narrow svg,.wide svg{display:block;max-width:100%;height:auto;margin:0 auto;overflow:visible}
.wide{display:none}
@media (min-width:752px){.narrow{display:none}.wide{display:block}}
a{color:var(--link);display:inline-block;padding:4px 0}
details{margin-top:8px}
summary{padding:10px 0;cursor:pointer}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13px}
th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--grid);text-align:left;font-weight:400;white-space:nowrap}
thead th{font-weight:700}
.number{text-align:right}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;

/** The style sheet of the page that makes codes for frames. */
export const MAKER_STYLE = `${TOKENS}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:16px/1.7 "Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","BIZ UDPGothic","Yu Gothic UI",Meiryo,sans-serif}
main{max-width:824px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:24px;line-height:1.4;margin:8px 0}
h2{font-size:18px;margin:32px 0 8px}
a{color:var(--link)}
form{display:flex;flex-wrap:wrap;gap:16px;align-items:end;margin-top:24px}
label{font-weight:700}
form label{display:grid;gap:4px;max-width:100%}
select,button,textarea{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--muted);border-radius:6px;padding:8px 12px;min-height:44px;max-width:100%}
button{background:var(--link);border-color:var(--link);color:var(--surface);font-weight:700;cursor:pointer}
textarea{display:block;width:100%;font-family:"BIZ UDGothic","Noto Sans Mono CJK JP",ui-monospace,Menlo,Consolas,monospace;font-size:14px;font-weight:400}
.preview{border:1px dashed var(--muted);padding:8px;overflow-x:auto}
.preview iframe{display:block}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;
