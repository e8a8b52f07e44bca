import { html, type Markup } from "../../charts/html.js";
import type { UploadWithDifferences } from "../../data/contract/api/upload.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { fromAddress } from "../address.js";
import { isSignedOut, unreadPage } from "../failure.js";
import { ask, NotAnswered } from "../http.js";
import { readPageContext } from "../page-context.js";
import { mountMapSection } from "./district-map/map-intake.js";
import { mapSection } from "./district-map/map-markup.js";
import { dropZone, mountDropZone } from "./drop-zone.js";
import { mountHistory, type History } from "./history.js";
import { Intake } from "./intake.js";
import { confirmTakeBack } from "./take-back.js";
import { uploadDetail } from "./upload-detail.js";
import { dates } from "./words.js";

/** Starts アップロード: a file's way in and the history, or with ?id= the page of one upload's differences. */
export async function startUploads(): Promise<void> {
  const context = readPageContext();
  const place = document.getElementById("uploads")!;
  const town = context.municipality.code;
  const show = (content: Markup) => {
    place.removeAttribute("aria-busy");
    place.innerHTML = content.text;
  };
  if (context.role === null) return show(signInPrompt(town));
  try {
    const id = fromAddress("id");
    if (id) {
      const upload = await ask<UploadWithDifferences>(`/api/v1/uploads/${encodeURIComponent(id)}`);
      show(uploadDetail(upload, town));
    } else {
      show(pageMarkup(context));
      await startPage(place, context);
    }
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    const { ended } = error;
    show(isSignedOut(ended) ? signInPrompt(town) : unreadPage(ended, "その取り込みは見つかりません"));
  }
}

const mayUpload = ({ role }: PageContext): boolean => role !== null && role !== "reader";

function pageMarkup(context: PageContext): Markup {
  const { code, name } = context.municipality;
  const intake = mayUpload(context)
    ? html`<p class="lead">
          ${name}の月次の集計ファイルを置くと、内容と、数字がどう変わるかを先に確かめられます。確かめてから取り込みます。
        </p>
        ${dropZone(code)}
        <div class="unseen" role="status" id="upload-status"></div>
        <div class="unseen" role="alert" id="upload-alert"></div>
        <div id="upload-result"></div>
        ${mapSection()}`
    : html`<p class="lead">
        いまの権限(閲覧)では、取り込みの記録を見られます。ファイルの取り込みには、取り込みの権限のあるトークンが要ります。
      </p>`;
  return html`<h1>アップロード</h1>
    ${intake}
    <section class="section" id="history">
      <h2>取り込み履歴</h2>
      <p class="hint">
        だれが・いつ・何を取り込んだかの記録です。日時を選ぶと、変わった数字を1つずつ見られます。
      </p>
      <div data-history></div>
    </section>`;
}

async function startPage(page: HTMLElement, context: PageContext): Promise<void> {
  const town = context.municipality.code;
  const history = mountHistory(page.querySelector("[data-history]")!, town, mayUpload(context));
  if (mayUpload(context)) {
    startIntake(page, context, history);
    mountMapSection(page.querySelector<HTMLElement>("#map")!, context);
  }
  await history.reload();
}

function startIntake(page: HTMLElement, context: PageContext, history: History): void {
  const part = (selector: string) => page.querySelector<HTMLElement>(selector)!;
  const intake = new Intake({
    town: context.municipality.code,
    synthetic: context.synthetic,
    place: part("#upload-result"),
    alert: part("#upload-alert"),
    status: part("#upload-status"),
    signIn: signInAddress(context.municipality.code),
    onAccepted: () => void history.refresh(),
    chooser: part('[data-do="choose"]'),
  });
  const zone = mountDropZone(part(".drop-zone"), (files) => void intake.start(files));
  page.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-do], [data-take-back]");
    if (button?.dataset.do === "another") zone.choose();
    if (button?.dataset.do === "retry") void intake.retry();
    const id = button?.dataset.takeBack;
    if (id) void takeBack(id);
  });

  async function takeBack(id: string): Promise<void> {
    const upload = history.find(id);
    if (!upload) return;
    const revision = await confirmTakeBack(upload);
    if (revision === null) return;
    await history.refresh();
    // The button is gone with the upload; its result stands where the eye and the keyboard go next.
    part("#upload-result").innerHTML = html`<div class="upload-box upload-box-done">
      <h2 tabindex="-1" data-focus>${dates(upload)}の取り込みを取り消しました(版${revision})</h2>
      <p>台帳は、取り込む前の数字に戻っています。記録は履歴に残っています。</p>
    </div>`.text;
    part("#upload-result [data-focus]").focus();
    intake.say(`${dates(upload)}の取り込みを取り消しました`);
  }
}

/** Where to sign in, and back to this page afterwards. */
const signInAddress = (town: string): string =>
  `./sign-in?m=${town}&next=${encodeURIComponent(`/uploads${location.search}`)}`;

/** The words of the page for whoever is not signed in. */
function signInPrompt(town: string): Markup {
  return html`<div class="empty-state">
    <h1>アップロードは庁内の方だけが使えます</h1>
    <p>サインインすると、集計ファイルを確かめて取り込み、だれが・いつ・何を取り込んだかを見られます。</p>
    <p><a class="button" href="${signInAddress(town)}">サインインする</a></p>
  </div>`;
}
