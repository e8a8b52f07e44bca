import { dateJa, number } from "../../charts/words.js";
import { ageBandLabel } from "../../data/contract/age-band.js";
import type { ReportedMerge } from "../../data/contract/api/disclosure-report.js";
import type { NamedDistrict } from "../../data/contract/api/district.js";
import type { ReleaseJob } from "../../data/contract/api/release-job.js";
import type { ListedRelease } from "../../data/contract/api/release.js";
import type { Place } from "../../data/disclosure/place.js";

const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Asia/Tokyo",
});

/** A moment by the clocks of Japan; a dash for none. */
export const moment = (iso: string | null): string => (iso === null ? "—" : MOMENT.format(new Date(iso)));

export const STATUS_NAMES: Readonly<Record<ListedRelease["status"], string>> = {
  draft: "下書き",
  published: "公開",
  withdrawn: "取り下げ",
};

/** Said of releases of the method before this one, whose reports are not shown. */
export const OLDER_METHOD = "以前の方式（秘匿）";

/** What everybody has to know of the counts. */
export const IN_TENS =
  "地区や年齢ごとの枚数は、一人ひとりが分からないように、10枚単位のおよその数で公開します。";

const SEX_NAMES: Readonly<Record<string, string>> = { male: "男", female: "女", all: "男女計" };

export type PlaceName = (kind: Place["kind"], code: string) => string;

/** How the places of a release are called: districts by the town's list, merges by the report. */
export function placeNames(
  districts: readonly NamedDistrict[],
  merges: readonly Pick<ReportedMerge, "code" | "name">[],
): PlaceName {
  const names = new Map([...districts, ...merges].map(({ code, name }) => [code, name]));
  const district = (code: string): string => {
    const [listed, until] = code.split("~");
    const name = names.get(code) ?? names.get(listed!) ?? listed!;
    return until === undefined ? name : `${name}(${until}より前)`;
  };
  return (kind, code) => (kind === "town" ? "町全体" : kind === "area" ? code : district(code));
}

/** 85～89歳・男; a total as 全年齢・男女計. */
export const groupName = (ageBand: string, sex: string): string =>
  `${ageBandLabel(ageBand)}・${SEX_NAMES[sex] ?? sex}`;

/** 31.3%: a probability that is promised not to be exceeded, so rounded up; one decimal. */
export const atMost = (probability: number): string =>
  `${(Math.ceil(probability * 1000 - 1e-9) / 10).toFixed(1)}%`;

/** 2026年10月末までの公開版. */
export const throughWords = (release: Pick<ListedRelease, "through">): string =>
  `${dateJa(release.through)}まで`;

/** 8秒, 2分5秒. */
export const elapsed = (seconds: number): string =>
  seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${seconds % 60}秒`;

/** What is being done for a draft. */
export const STEPS: Readonly<Record<ReleaseJob["step"], string>> = {
  figures: "数字を整え、一人ひとりが分からないことを確かめています",
  pictures: "ページとグラフを描いています",
  files: "データのファイルを作っています",
  storing: "しまっています",
};

/** What is being done, and how much of it is. */
export function jobWords({ step, done, total }: Pick<ReleaseJob, "step" | "done" | "total">): string {
  return `${STEPS[step]}${total === null ? "" : `(${number(total)}のうち${number(done)}まで)`}`;
}
