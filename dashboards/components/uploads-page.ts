import { html, type Markup } from "../charts/html.js";
import { fromAddress } from "./address.js";
import { ApiProblem, requestJson } from "./api.js";
import { mountFrame } from "./frame.js";
import { readPageContext } from "./page-context.js";
import { signInPrompt, uploadDetail, uploadList } from "./upload-markup.js";
import type { Upload, UploadWithDifferences } from "./upload-types.js";

/** Starts 取り込み履歴: the list, or with ?id= the page of one upload's differences. */
export async function startUploads(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  const place = document.getElementById("uploads")!;
  const town = context.municipality.code;
  const show = (content: Markup) => {
    place.removeAttribute("aria-busy");
    place.innerHTML = content.text;
  };
  try {
    const id = fromAddress("id");
    if (id) {
      const upload = await requestJson(`/api/v1/uploads/${encodeURIComponent(id)}`);
      show(uploadDetail(upload as UploadWithDifferences, town));
    } else await showList(place, town, show);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    show(error.status === 401 ? signInPrompt(town) : failure(error));
  }
}

async function showList(place: HTMLElement, town: string, show: (content: Markup) => void): Promise<void> {
  const all: Upload[] = [];
  const load = async (after: string | null) => {
    const query = new URLSearchParams({ municipality: town, ...(after ? { after } : {}) });
    const page = (await requestJson(`/api/v1/uploads?${query}`)) as {
      uploads: Upload[];
      next: string | null;
    };
    all.push(...page.uploads);
    show(
      html`<h1>取り込み履歴</h1>
        <p class="lead">
          だれが・いつ・何を取り込み、どの数字が変わったかの記録です。日時を選ぶと、変わった数字を1つずつ見られます。
        </p>
        ${uploadList(all, town)}${page.next && html`<p><button type="button" data-more>さらに表示する</button></p>`}`,
    );
    place.querySelector("[data-more]")?.addEventListener("click", () => void load(page.next));
  };
  await load(null);
}

function failure({ title, detail, status }: ApiProblem): Markup {
  return html`<div class="empty-state" role="alert">
    <h1>${status === 404 ? "その取り込みは見つかりません" : title}</h1>
    ${detail && html`<p>${detail}</p>`}
    <p><a class="button" href="">もう一度読み込む</a></p>
  </div>`;
}
