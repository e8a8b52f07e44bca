import { navigation } from "../pages/page-frame.js";

/** The header of every page as it is built: the Worker and the page's script fill its slots. */
export function siteHeader(path: string): string {
  return `<a class="skip-link" href="#observablehq-main">本文へ進む</a>
<div class="site-bar">
<a class="site-name" href="./progress">行き渡り</a>
<p class="site-town" data-slot="town"></p>
<div class="site-choice" data-slot="town-select"></div>
<p class="badges"><span data-slot="door-badge"></span><span data-slot="synthetic-badge"></span></p>
<div class="site-session" data-slot="session"></div>
</div>
<nav class="site-nav" aria-label="ページ" data-slot="nav">${navigation(null, path.slice(1)).text}</nav>
<div class="engine" id="engine" hidden></div>`;
}

/** The footer of every page. */
export function siteFooter(): string {
  return `<p>行き渡り — マイナンバーカードを、すべての住民に。個人の情報は扱いません。率は小数第1位までを四捨五入しています。</p>
<p><a href="/api/">APIの説明</a></p>`;
}
