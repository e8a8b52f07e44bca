import { dateJa, number } from "../../charts/words.js";
import type { FileNote } from "../../data/contract/api/issue.js";
import type { Field } from "../../data/contract/api/mapping.js";
import type { Upload } from "../../data/contract/api/upload.js";

/** The fields of the contract in the order in which a clerk checks them. */
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  as_of: "基準日",
  municipality: "団体コード",
  district: "地区",
  area: "区域(地区のまとまり)",
  age_band: "年齢階級",
  sex: "性別",
  population: "人口",
  population_as_of: "人口の基準日",
  applications: "申請件数",
  issued: "交付枚数",
  held: "保有枚数",
};
export const FIELDS = Object.keys(FIELD_NAMES) as Field[];

/** The name of a field, or the text itself where it is a header of the file. */
export const fieldOrHeader = (text: string): string => FIELD_NAMES[text as Field] ?? text;

const TIME = new Intl.DateTimeFormat("ja-JP", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Asia/Tokyo",
});

/** When an upload was taken in, by the clocks of Japan. */
export const received = (upload: Upload): string => TIME.format(new Date(upload.received_at));

/** The dates of an upload: one, or the first and the last with their number. */
export function dates({ as_of: all }: Pick<Upload, "as_of">): string {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return "—";
  return all.length === 1 ? dateJa(first) : `${dateJa(first)}～${dateJa(last)}(${all.length}基準日)`;
}

/** What an upload does to the ledger: 追加608・変更3, or that it changes nothing. */
export function changes({
  changes: { added, changed, removed, unchanged },
}: Pick<Upload, "changes">): string {
  const parts = [
    added && `追加${number(added)}`,
    changed && `変更${number(changed)}`,
    removed && `削除${number(removed)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("・") : `変わりなし(${number(unchanged)})`;
}

/** CSV(CP932), XLSX. */
export const format = (upload: Pick<Upload, "format" | "encoding">): string =>
  upload.format.toUpperCase() +
  (upload.encoding && upload.format === "csv" ? `(${upload.encoding.toUpperCase()})` : "");

/** How many notes of a severity there are, all kinds together. */
export const countOfNotes = (notes: readonly FileNote[], severity: FileNote["severity"]): number =>
  notes.reduce((sum, note) => (note.severity === severity ? sum + note.count : sum), 0);
