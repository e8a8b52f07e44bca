import type { TakenBack, Upload } from "../../data/contract/api/upload.js";
import { ask } from "../http.js";
import { confirmed } from "./confirm.js";
import { changes, dates, received } from "./words.js";

/** Asks before an upload is taken back, then does it. @returns the revision it made; null where the clerk went back. */
export function confirmTakeBack(upload: Upload): Promise<number | null> {
  return confirmed(
    {
      title: `${dates(upload)}の取り込みを取り消しますか`,
      text: `${received(upload)}に取り込んだもの(${changes(upload)})です。台帳を取り込み前の数字に戻します。記録は消えず、取り消したことも残ります。`,
      yes: "取り込みを取り消す",
    },
    async () => {
      const address = `/api/v1/uploads/${encodeURIComponent(upload.id)}/take-back`;
      return (await ask<TakenBack>(address, { method: "POST" })).revision;
    },
  );
}
