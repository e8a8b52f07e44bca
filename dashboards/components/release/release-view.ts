import { failureLine } from "../failure.js";
import { html } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { Manifest } from "../../data/contract/api/manifest.js";
import type { ListedRelease, Release } from "../../data/contract/api/release.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { fromAddress, toAddress } from "../address.js";
import { ask } from "../http.js";
import { mayPublish, readOnly, signInAddress } from "./access.js";
import { statusBadge } from "./archive-table.js";
import type { Decision } from "./confirm.js";
import { confirmPublish, confirmWithdraw } from "./decisions.js";
import { Drafting } from "./drafting.js";
import { failureMarkup } from "./failure.js";
import { allReleases, districtsOf, orNull, releaseOf } from "./load.js";
import { publicLinks, releaseAddress } from "./now.js";
import { mountPreview } from "./preview.js";
import { fileAddress } from "./preview-markup.js";
import { facts, releaseMarkup } from "./release-markup.js";
import type { Begin } from "./begin.js";
import { latestOf, standing } from "./standing.js";
import type { Surroundings } from "./verdict.js";
import { placeNames, throughWords } from "./words.js";

/** The page of one release: its report, its previews, and the decision on it. @throws ApiProblem */
export async function startRelease(context: PageContext, id: string, begin: Begin): Promise<void> {
  const town = context.municipality.code;
  const [release, { releases: all, job }, districts] = await Promise.all([
    releaseOf(id),
    allReleases(town),
    orNull(districtsOf(town)),
  ]);
  const merges = release.method === "suppression" ? [] : release.report.merges;
  const nameOf = placeNames(districts ?? [], merges);
  const around = {
    town,
    nameOf,
    mayPublish: mayPublish(context),
    ...standing(release, all),
    isDrafting: job !== null,
    revision: context.door === "internal" ? context.revision : null,
  };
  const page = begin(
    html`${releaseMarkup(release, around)}
      <div class="unseen" role="status" id="release-status"></div>
      <div class="unseen" role="alert" id="release-alert"></div>`,
  );
  if (!around.mayPublish)
    page.querySelector("[data-result]")!.insertAdjacentHTML("beforeend", readOnly().text);
  mountDecisions(page, release, around);
  if (fromAddress("new")) announceDraft(page, release);
  await mountFiles(page.querySelector("[data-preview]")!, id);
}

function announceDraft(page: HTMLElement, release: Release): void {
  // Loaded again, the page is no news any more.
  toAddress({ new: null });
  page.querySelector<HTMLElement>("[data-result] [data-focus]")!.focus();
  page.querySelector("#release-status")!.textContent = `${throughWords(release)}の下書きができました`;
}

/** Previews of the files there are; a draft whose files were swept says so. */
async function mountFiles(place: HTMLElement, id: string): Promise<void> {
  const manifest = await orNull(ask<Manifest>(fileAddress(id, "manifest.json")));
  if (manifest) return mountPreview(place, id, manifest.files);
  place.innerHTML = html`<h2 id="preview">プレビュー</h2>
    <p class="card-empty">
      この下書きのファイルは片づけられたか、読み込めませんでした。見るには下書きを作り直してください。
    </p>`.text;
}

function mountDecisions(page: HTMLElement, release: Release, around: Surroundings): void {
  const { town } = around;
  const part = (selector: string) => page.querySelector<HTMLElement>(selector)!;
  const [result, status, alert] = [part("[data-result]"), part("#release-status"), part("#release-alert")];
  const signIn = signInAddress(town);
  const drafting = new Drafting({
    town,
    signIn,
    place: result,
    status,
    alert,
    onDrafted: (made) => location.assign(`${releaseAddress(made, town)}&new=1`),
  });
  page.addEventListener("click", (event) => {
    const wanted = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (wanted === "publish") void confirmPublish(release).then(show);
    if (wanted === "withdraw") void confirmWithdraw(release).then(show);
    if (wanted === "redraft" || wanted === "retry") void drafting.start(release.through);
  });

  async function show(decision: Decision): Promise<void> {
    if (decision.kind === "back") return;
    if (decision.kind === "failed") {
      result.innerHTML = failureMarkup(decision.failure, town, signIn).text;
      alert.textContent = failureLine(decision.failure);
    } else {
      const { through, status: now } = decision.release;
      const title =
        now === "published"
          ? `${dateJa(through)}までの数字を公開しました`
          : `${dateJa(through)}までの公開版を取り下げました`;
      const all = await orNull(allReleases(town));
      const latest = all ? latestOf(all.releases) : undefined;
      const state = now === "published" ? "いま住民に見えています。" : latestWords(latest);
      result.innerHTML = html`<div class="upload-box upload-box-done">
        <h2 tabindex="-1" data-focus>${title}</h2>
        <p>${state}</p>
        ${(now === "published" || latest) && publicLinks(town)}
        <p class="card-buttons">
          <a class="button-quiet" href="./releases?m=${town}">公開の一覧へ</a>
          ${now === "published" && html`<button type="button" data-do="withdraw">取り下げる</button>`}
        </p>
      </div>`.text;
      part("[data-badge]").innerHTML = statusBadge(decision.release, now === "published").text;
      part("[data-facts]").innerHTML = facts(decision.release).text;
      part("[data-title]").textContent = `${dateJa(through)}までの公開版`;
      status.textContent = `${title}。${state}`;
      release = decision.release;
    }
    result.querySelector<HTMLElement>("[data-focus]")!.focus();
  }
}

const latestWords = (latest: ListedRelease | undefined): string =>
  latest
    ? `住民には、${dateJa(latest.through)}までの公開版が見えています。`
    : "いま公開しているものはありません。";
