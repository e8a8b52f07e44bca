import type { PageContext } from "../data/contract/page-context.js";
import { PAGES } from "./registry.js";
import { html, type Markup } from "../charts/html.js";

/**
 * The slots around every page's content that depend on the visitor and not on the figures: which door the data
 * came through, the choice of towns, the session. For the Worker's first paint and for the browser.
 */
export function frameSlots(context: PageContext, current: string): Record<string, string> {
  const { name, prefecture } = context.municipality;
  return {
    town: html`${prefecture} ${name}`.text,
    "synthetic-badge": syntheticBadge(context.synthetic).text,
    "door-badge": doorBadge(context).text,
    "town-select": townSelect(context).text,
    session: session(context).text,
    nav: navigation(context, current).text,
  };
}

/** The badge that says that figures are made up; empty where they are reported. */
const syntheticBadge = (synthetic: boolean): Markup =>
  synthetic ? html`<span class="badge badge-sample">サンプル・合成データ</span>` : html``;

const DOORS: Readonly<Record<PageContext["door"], string>> = {
  public: "公開データ",
  internal: "内部データ・庁内限り",
  none: "まだ公開データがありません",
};

function doorBadge({ door, roughTotals }: PageContext): Markup {
  return html`<span class="badge badge-${door}"
    >${DOORS[door]}${roughTotals && html`（どの枚数も約・10枚単位）`}</span
  >`;
}

function townSelect({ municipality, municipalities }: PageContext): Markup {
  const here = { ...municipality, name: `${municipality.prefecture} ${municipality.name}` };
  const towns = municipalities.some((m) => m.code === municipality.code)
    ? municipalities.map((m) => (m.code === municipality.code ? here : m))
    : [here, ...municipalities];
  if (towns.length < 2) return html``;
  return html`<form method="get" class="town-form">
    <label class="town-label" for="town-choice">市区町村</label>
    <select id="town-choice" name="m">
      ${towns.map(
        ({ code, name }) =>
          html`<option value="${code}" ${code === municipality.code && html` selected`}>${name}</option>`,
      )}</select
    ><noscript><button type="submit">表示</button></noscript>
  </form>`;
}

function session({ role, municipality }: PageContext): Markup {
  return role === null
    ? html`<a class="session-link" href="./sign-in?m=${municipality.code}">サインイン</a>`
    : html`<form method="post" action="/api/v1/session/end">
        <input type="hidden" name="next" value="/progress?m=${municipality.code}" />
        <button class="session-link">サインアウト</button>
      </form>`;
}

/** The pages on the menu, in its order. */
const MENU = PAGES.filter((page) => page.menu !== null).sort((a, b) => a.menu! - b.menu!);

/**
 * The links between the pages; they keep the town.
 * @param context null for the page as it is built, before anybody asks for it.
 * @param current the page that is shown, where that is known.
 */
export function navigation(context: PageContext | null, current?: string): Markup {
  const town = context ? `?m=${context.municipality.code}` : "";
  const open = PAGES.find((page) => page.path === current);
  const here = (path: string) => path === (open?.partOf ?? open?.path) && html` aria-current="page"`;
  return html`<ul>
    ${MENU.map(({ path, name }) => html`<li><a href="./${path}${town}" ${here(path)}>${name}</a></li>`)}
  </ul>`;
}
