/**
 * The residents' pages carry their style with them: one request is one page. The variables have the values of
 * dashboards/style/tokens.css (a test holds them together); on paper the light ones stand.
 */
const TOKENS = `
:root{color-scheme:light dark;--ink:#1a1a1a;--muted:#4d4d4d;--hairline:#cccccc;--grid:#cccccc;--page:#f8f8fb;--surface:#ffffff;
--accent:#0017c1;--accent-soft:#e8f1fe;--on-accent:#ffffff;--town:#0031d8;--context:#666666;--behind:#c74700;--sample:#6d2700;--sample-soft:#ffeee2;
--scale-0:#d9e6ff;--scale-1:#9db7f9;--scale-2:#7096f8;--scale-3:#0031d8;--scale-4:#000071;
--on-scale-0:#1a1a1a;--on-scale-1:#1a1a1a;--on-scale-2:#1a1a1a;--on-scale-3:#ffffff;--on-scale-4:#ffffff;--plot-background:var(--surface);
--sans:"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","BIZ UDPGothic","Yu Gothic UI",Meiryo,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--ink:#f2f2f2;--muted:#b3b3b3;--hairline:#4d4d4d;--grid:#4d4d4d;--page:#121214;--surface:#1a1a1a;
--accent:#9db7f9;--accent-soft:#00118f;--on-accent:#1a1a1a;--town:#7096f8;--context:#999999;--behind:#ff8d44;--sample:#ffdfca;--sample-soft:#541e00;
--scale-0:#000071;--scale-1:#0031d8;--scale-2:#4979f5;--scale-3:#9db7f9;--scale-4:#e8f1fe;
--on-scale-0:#ffffff;--on-scale-1:#ffffff;--on-scale-2:#000000;--on-scale-3:#1a1a1a;--on-scale-4:#1a1a1a}}`;

const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:16px}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.7 var(--sans);font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1,h2,h3{line-height:1.5;text-wrap:balance;word-break:auto-phrase}
h1{font-size:clamp(1.5rem,1.1rem + 2vw,2.25rem);line-height:1.4}
h2{font-size:1.25rem}
h3{font-size:1rem}
a{color:var(--accent);text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
ruby{ruby-position:over}
rt{font-size:.5em;font-weight:400;line-height:1.1}
.easy{line-height:2.1}
.easy h1,.easy h2,.easy h3{line-height:1.8}
.wrap{max-width:1168px;margin:0 auto;padding-left:24px;padding-right:24px}
.skip{position:absolute;left:8px;top:-80px;z-index:1;padding:12px 16px;background:var(--surface)}
.skip:focus{top:8px}
.top{border-bottom:1px solid var(--hairline);background:var(--surface)}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 24px;min-height:64px}
.brand{font-weight:700}
.brand a{display:inline-block;min-height:44px;padding:8px 0;color:inherit;text-decoration:none}
.langs{display:flex;flex-wrap:wrap}
.langs a,.staff a{display:inline-block;min-width:44px;min-height:44px;padding:10px 12px;font-size:.875rem;line-height:24px;text-align:center}
.langs [aria-current]{color:var(--ink);font-weight:700;text-decoration:none;box-shadow:inset 0 -3px var(--accent)}
.sample{background:var(--sample-soft);color:var(--sample);font-size:.875rem;font-weight:700}
.sample p{padding-top:8px;padding-bottom:8px}
.towns form{display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding-top:16px}
.towns select,.towns button,.address{min-height:44px;padding:0 12px;border:1px solid var(--muted);border-radius:8px;background:var(--surface);color:var(--ink);font:inherit;max-width:100%}
main{padding-top:24px;padding-bottom:56px}
.eyebrow,.note,.small{color:var(--muted);font-size:.875rem}
.button{display:inline-block;min-height:48px;padding:10px 24px;border:1px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--on-accent);font-weight:700;text-decoration:none}
.button:hover{text-decoration:underline}
.quiet{background:none;color:var(--accent)}
.row{display:flex;flex-wrap:wrap;gap:12px 16px;margin-top:24px}`;

const PARTS = `
.hero{padding:24px 28px 28px;border:1px solid var(--hairline);border-top:6px solid var(--town);border-radius:8px;background:var(--surface)}
.hero h1{margin-top:4px}
.people{display:block;width:100%;max-width:420px;height:auto;margin-top:16px}
.people .on{fill:var(--town)}
.people .off{fill:none;stroke:var(--context);stroke-width:1.5}
.numbers{display:flex;flex-wrap:wrap;gap:16px 56px;margin-top:16px}
.name{font-weight:700}
.big{color:var(--town);font-size:clamp(4rem,2.6rem + 6vw,6rem);font-weight:700;line-height:1.1}
.unit{margin-left:4px;font-size:.35em}
.compare{align-self:center;flex:1 1 300px;max-width:460px}
.compare div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;padding:8px 0;border-bottom:1px solid var(--hairline)}
.compare dt{color:var(--muted)}
.compare dd{font-weight:700}
.compare .most{font-size:1.25rem;color:var(--behind)}
.others{display:flex;flex-wrap:wrap;gap:8px 40px;margin-top:16px}
.others b{margin-left:8px;font-size:1.25rem}
.hero .note{margin-top:8px}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:24px;margin-top:24px}
.stack{display:grid;grid-template-columns:minmax(0,1fr);gap:24px;align-content:start}
.card{min-width:0;padding:20px 24px 20px;border:1px solid var(--hairline);border-radius:8px;background:var(--surface);container-type:inline-size}
.chart{margin:16px 0 12px}
.chart svg{display:block;width:100%;height:auto;overflow:visible}
.chart text{white-space:pre}
.narrow svg{max-width:460px}
.wide{display:none}
@container (min-width:600px){.chart .wide{display:block}.chart .narrow{display:none}}
.reading,.from{color:var(--muted);font-size:.875rem}
.why{margin-top:8px;padding:8px 12px;border-left:4px solid var(--hairline);font-size:.875rem}
summary{display:inline-block;min-height:44px;padding:10px 0;color:var(--accent);font-size:.875rem;cursor:pointer}
summary::before{content:"▸";display:inline-block;width:1.2em}
[open]>summary::before{content:"▾"}
.scroll{overflow:auto;max-height:70vh}
table{width:100%;border-collapse:collapse;font-size:.875rem}
caption{text-align:left;font-weight:700}
th,td{padding:6px 10px;border-bottom:1px solid var(--hairline);text-align:left;overflow-wrap:normal}
thead th{font-size:.8125rem;vertical-align:bottom}
tbody th{min-width:6em;font-weight:400}
td.num,th.num{text-align:right;white-space:nowrap}
.table-note{color:var(--muted);font-size:.875rem}
.text>*+*{margin-top:12px}
.ways{counter-reset:way}
.ways li{position:relative;padding:10px 0 10px 44px;border-bottom:1px solid var(--hairline)}
.ways li::before{counter-increment:way;content:counter(way);position:absolute;left:0;top:12px;width:30px;height:30px;border-radius:50%;background:var(--accent-soft);color:var(--ink);font-weight:700;line-height:30px;text-align:center}
.ways b{display:block}
.phone{display:inline-flex;align-items:center;min-height:44px;font-size:1.375rem;font-weight:700}
.session{padding:10px 0;border-bottom:1px solid var(--hairline)}
.session b{display:block}
.nowrap{white-space:nowrap}
.sessions:not(:has(li)){display:none}
.links{display:flex;flex-wrap:wrap;gap:0 24px}
.links a,.prose .contents a{display:inline-block;min-height:44px;padding:8px 0}
.address{width:100%;margin-top:4px;font-size:.875rem}
.facts div{padding:6px 0;border-bottom:1px solid var(--hairline)}
.facts dt{color:var(--muted);font-size:.875rem}
.paper{display:none}
.prose{max-width:46em}
.prose section{margin-top:40px}
.prose section>*+*{margin-top:12px}
.prose .reading{margin-top:8px}
.prose td,.prose tbody th{padding:6px;white-space:nowrap}
.prose thead th{padding:6px;white-space:normal}
.prose tbody th{min-width:0}
.prose .formula{word-break:auto-phrase;padding:12px 16px;border-radius:8px;background:var(--accent-soft);font-weight:700}
.prose ul{padding-left:1.4em;list-style:disc}
.prose .contents{margin-top:16px;padding:0;list-style:none}
.edition .prose{margin-top:56px}
.edition+.edition{margin-top:72px;padding-top:56px;border-top:1px solid var(--hairline)}
.under{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:24px;margin-top:24px}
@media (min-width:1080px){.columns{grid-template:auto 1fr/minmax(0,720px) minmax(0,1fr)}.aside{grid-column:2;grid-row:1/span 2}.aside .card{padding-left:16px;padding-right:16px}}
@media (max-width:600px){.wrap{padding-left:16px;padding-right:16px}.hero,.card{padding-left:16px;padding-right:16px}.hero{padding-top:16px}.button{width:100%;text-align:center}.bar{padding-top:8px}.langs a{padding:10px}}
@media (max-width:340px){.hero,.card{padding-left:12px;padding-right:12px}.wrap{padding-left:8px;padding-right:8px}}`;

const PRINT = `
@page{size:A4;margin:9mm 13mm}
@media print{
body{background:#fff;font-size:9pt;line-height:1.5}
.screen,.skip,.button,.top,details,.under{display:none!important}
.paper{display:block}
.wrap,main{max-width:none;padding:0;margin:0}
.sample{margin-bottom:2mm}
.sample p{padding:1mm 2mm;border:1px solid var(--sample);font-size:8.5pt}
.hero,.card{padding:0;border:0;border-radius:0;background:none;container-type:normal}
.hero{padding-top:2mm;border-top:1.5mm solid var(--town)}
h1{font-size:17pt;line-height:1.35}
h2{font-size:11pt}
h3{font-size:9pt}
.eyebrow,.note,.small,.why{font-size:8pt}
.people{max-width:50mm;margin-top:1mm}
.numbers{margin-top:1.5mm;gap:0 12mm;flex-wrap:nowrap}
.big{font-size:34pt}
.compare{flex:1;max-width:none}
.compare div{padding:.5mm 0}
.compare .most{font-size:12pt}
.others,.hero .note{margin-top:1mm}
.others b{font-size:11pt}
.columns,.aside{display:block;margin-top:2.5mm}
.first{display:grid;grid-template-columns:74mm minmax(0,1fr);gap:0 7mm;align-items:start}
.aside>*+*{margin-top:2mm}
.text>*+*{margin-top:1mm}
.chart{margin:1mm 0 0}
.chart .narrow{display:block}.chart .wide{display:none}
.narrow svg{max-width:none}
svg,.ways li::before,.sample,.hero{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ways{display:grid;grid-template-columns:1fr 1fr;gap:0 6mm}
.ways li{padding:.6mm 0 .6mm 7mm;border:0}
.ways li::before{top:.9mm;width:5mm;height:5mm;line-height:5mm;font-size:8pt}
.ways b,.session b{display:inline}
.call br,.session br{display:none}
.call{display:inline-block;margin-right:6mm}.inline{display:inline;margin-right:2mm}
.phone{display:inline;margin-left:2mm;font-size:11pt}
.session{padding:.6mm 0}
.session:nth-child(n+4){display:none}
a{color:inherit;text-decoration:none}
.tables{display:flex;gap:6mm}.places table{font-size:8pt;flex:1;width:auto}.places .why{margin-top:1.5mm;padding:.5mm 2mm}
.places td,.places th{padding:.35mm .5mm;line-height:1.35;min-width:0}.places thead th{font-size:7.5pt;white-space:normal;word-break:keep-all}.places .num{width:1%}.places .num+.num{min-width:7em}
.foot-paper{margin-top:2mm;border-top:1px solid var(--hairline);padding-top:1mm;font-size:7.5pt}
.easy{font-size:8.5pt;line-height:1.7}.easy .places table{font-size:7.5pt}
.easy h1{font-size:15pt;line-height:1.6}.easy h2{font-size:10pt;line-height:1.6}.easy h3{font-size:8.5pt}
.easy .people{display:none}
.easy .note,.easy .small,.easy .why,.easy .foot-paper{font-size:7.5pt}
}`;

/** The style sheet of every residents' page, in one line a rule. */
export const STYLE = [TOKENS, BASE, PARTS, PRINT].map((part) => part.trim()).join("\n");
