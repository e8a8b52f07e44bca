import { html } from "../../charts/html.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { mayPublish, readOnly, signInAddress } from "./access.js";
import { archiveTable } from "./archive-table.js";
import { draftForm, Drafting } from "./drafting.js";
import { allReleases, ledgerDates } from "./load.js";
import { nowSection, releaseAddress } from "./now.js";
import type { Begin } from "./begin.js";
import { latestOf } from "./standing.js";

/** What residents see, the way to a draft, and every release. @throws ApiProblem */
export async function startOverview(context: PageContext, begin: Begin): Promise<void> {
  const { code, name } = context.municipality;
  const [{ releases, job }, dates] = await Promise.all([allReleases(code), ledgerDates(code)]);
  const latest = latestOf(releases);
  const page = begin(
    html`<h1>公開</h1>
      <p class="lead">
        ${name}の数字を、一人ひとりが分からないように、およその数に整えて公開します。まず下書きを作り、何を公開するかと、住民の方に見える画面を確かめてから公開します。
      </p>
      ${nowSection(latest, code)}
      <section class="section" id="draft">
        <h2>下書きを作る</h2>
        ${!mayPublish(context) ? readOnly() : dates.length === 0 ? nothingYet(code) : draftForm(dates)}
        <div class="unseen" role="status" id="draft-status"></div>
        <div class="unseen" role="alert" id="draft-alert"></div>
        <div id="draft-result"></div>
      </section>
      <section class="section" id="archive">
        <h2>公開版の記録</h2>
        <p class="hint">
          下書き・公開・取り下げのすべてです。公開したものは書き換えられません。直すときは、新しい下書きを公開します。
        </p>
        ${archiveTable(releases, latest?.id, code)}
      </section>`,
  );
  const form = page.querySelector<HTMLFormElement>("[data-draft]");
  if (!form) return;
  const drafting = new Drafting({
    town: code,
    signIn: signInAddress(code),
    place: page.querySelector("#draft-result")!,
    status: page.querySelector("#draft-status")!,
    alert: page.querySelector("#draft-alert")!,
    onDrafted: (release, isAwaited) => {
      const address = `${releaseAddress(release, code)}&new=1`;
      if (isAwaited) return location.assign(address);
      page.querySelector("#draft-result")!.innerHTML = html`<div class="upload-box upload-box-done">
        <h3>下書きができました</h3>
        <p class="card-buttons"><a class="button" href="${address}">下書きを見る</a></p>
      </div>`.text;
      page.querySelector("#draft-status")!.textContent = "下書きができました";
    },
  });
  if (job) void drafting.follow(job);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void drafting.start(form.querySelector<HTMLSelectElement>("[name=through]")!.value);
  });
  page.querySelector("#draft-result")!.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-do]")) void drafting.retry();
  });
}

const nothingYet = (town: string) =>
  html`<p class="card-empty">
    台帳にまだ数字がありません。はじめに<a href="./uploads?m=${town}">アップロード</a>で取り込んでください。
  </p>`;
