import { html } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import { download } from "../download.js";
import type { AddressKeeper } from "./address-keeper.js";
import { LONG_LINK_LENGTH, MOST_LINK_LENGTH } from "./notebook-link.js";
import type { Notebook, Origin } from "./notebook.js";
import type { NotebookView } from "./notebook-view.js";
import { copyText } from "./result-view.js";

const NEWS: Readonly<Record<Origin, string>> = {
  link: "",
  "broken-link": "リンクのノートを読めませんでした。アドレスが途中で切れていないか確かめてください。",
  draft: "前に書いたノートです。「すべて実行」で結果が出ます。",
  example: "",
};

export interface ToolbarOptions {
  view: NotebookView;
  address: AddressKeeper;
  from: Origin;
  /** The notebook that a link has taken the place of. */
  earlier: Notebook | null;
}

/** What is done with the notebook as a whole: run, link, save; and what there is to say about it. */
export function mountToolbar(place: HTMLElement, { view, address, from, earlier }: ToolbarOptions): void {
  place.innerHTML = html`<p class="card-buttons">
      <button type="button" data-do="run-all">すべて実行</button
      ><button type="button" data-do="link">ノートのリンクをコピー</button
      ><button type="button" data-do="save">SQLを保存</button>
    </p>
    <p class="hint notebook-news" role="status"></p>`.text;
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)!;
  const news = find(".notebook-news");
  news.textContent = NEWS[from];
  if (earlier) {
    news.innerHTML = html`リンクのノートを開きました。<button type="button" class="button-quiet">
        前に書いていたノートに戻す
      </button>`.text;
    news.querySelector("button")!.addEventListener("click", () => {
      view.replace(earlier);
      news.textContent = NEWS.draft;
    });
  }
  find("[data-do=run-all]").addEventListener("click", view.runAll);
  find("[data-do=save]").addEventListener("click", () => {
    const texts = view
      .notebook()
      .cells.map(({ sql }, i) => `-- セル${i + 1}\n${sql.trim().replace(/;?$/, "\n;")}\n`);
    download("notebook.sql", texts.join("\n"), "application/sql");
  });
  find("[data-do=link]").addEventListener("click", async () => {
    const link = await address.link();
    if (link.length > MOST_LINK_LENGTH) return void (news.textContent = tooLong(link.length));
    const copied = await copyText(link);
    const where = copied ? "リンクをコピーしました" : "リンクはアドレス欄にあります";
    const long = link.length > LONG_LINK_LENGTH ? "Excelや一部のメールでは、途中で切れる長さです。" : "";
    news.textContent = `${where}(${number(link.length)}文字)。${long}`;
  });
  address.onWritten = (length) => {
    if (length > MOST_LINK_LENGTH) news.textContent = tooLong(length);
    else if (news.textContent?.startsWith(TOO_LONG)) news.textContent = "";
  };
}

const TOO_LONG = "このノートはリンクにするには長すぎます";
const tooLong = (length: number): string =>
  `${TOO_LONG}(${number(length)}文字、上限は${number(MOST_LINK_LENGTH)}文字)。このブラウザーには残ります。渡すときは「SQLを保存」をお使いください。`;
