import { DEFAULT_AGES, type Localised, type TownSettings } from "../../data/contract/town-settings.js";
import { DEFAULT_POLICY, type DistrictMerge } from "../../data/disclosure/policy.js";

/** The fewest residents of a cell that a town may ask for: no release tells of fewer. */
export const LEAST_RESIDENTS = DEFAULT_POLICY.smallestResidents;
export const MOST_RESIDENTS = 10_000;

/** What a form holds while it is being filled in: texts may be empty, numbers may be none (NaN). */
export type Draft = TownSettings;

/** Where on the screen something does not fit, and what to do. */
export interface FieldFault {
  field: string;
  message: string;
}

/** What has to be mended before settings can be saved, in the order of the form. @param areaOf null for no area */
export function faultsOf(
  settings: Draft,
  districts: readonly { code: string; name: string; area: string | null }[],
): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, message: string) => faults.push({ field, message });
  const whole = (field: string, value: number, from: number, to: number) => {
    if (!Number.isInteger(value) || value < from || value > to)
      add(field, `${from}から${to}までの整数を入れてください。`);
  };
  const date = (field: string, value: string) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) add(field, "日付を入れてください。");
  };
  const { smallestResidents, merges, toldExactly } = settings.policy;
  whole("policy.smallestResidents", smallestResidents, LEAST_RESIDENTS, MOST_RESIDENTS);
  faults.push(...mergeFaults(merges, districts));
  toldExactly.forEach((told, i) => date(`policy.toldExactly.${i}`, told));
  const words = (field: string, value: Localised | null) => {
    if (value && !value.ja) add(`${field}.ja`, "日本語を入れてください。ほかの言語だけでは公開できません。");
  };
  words("publisher", settings.publisher);
  words("contact", settings.contact);
  settings.apply.forEach((paragraph, i) => words(`apply.${i}`, paragraph));
  settings.sessions.forEach(({ date: day, place, what }, i) => {
    date(`sessions.${i}.date`, day);
    words(`sessions.${i}.place`, place);
    words(`sessions.${i}.what`, what);
  });
  if (settings.frame_ancestors.some((origin) => !/^(\*|https?:\/\/[a-z0-9.-]+(:\d{1,5})?)$/.test(origin)))
    add(
      "frame_ancestors",
      "1行に1つ、https://www.example.jp のように入れてください(最後の / は要りません)。",
    );
  return faults;
}

function mergeFaults(
  merges: readonly DistrictMerge[],
  districts: readonly { code: string; name: string; area: string | null }[],
): FieldFault[] {
  const listed = new Map(districts.map((d) => [d.code, d]));
  const taken = new Set<string>();
  return merges.flatMap(({ name, members }, i) => {
    const faults: FieldFault[] = [];
    if (name === "")
      faults.push({ field: `policy.merges.${i}.name`, message: "公開するときの名前を入れてください。" });
    const field = `policy.merges.${i}.members`;
    const twice = members.find((code) => taken.has(code));
    for (const code of members) taken.add(code);
    if (members.length < 2) faults.push({ field, message: "地区を2つ以上選んでください。" });
    else if (twice !== undefined) {
      const named = listed.get(twice)?.name ?? twice;
      faults.push({ field, message: `${named}は、ほかの合算でも選ばれています。` });
    } else if (new Set(members.map((code) => listed.get(code)?.area ?? null)).size > 1)
      faults.push({ field, message: "同じ区域の地区だけを合算できます。" });
    return faults;
  });
}

/** A code for a new merge that neither a district nor another merge has. */
export function newMergeCode(
  merges: readonly DistrictMerge[],
  districts: readonly { code: string }[],
): string {
  const taken = new Set([...merges, ...districts].map(({ code }) => code));
  for (let n = 1; ; n++) if (!taken.has(`merged-${n}`)) return `merged-${n}`;
}

/** What ages can be published in; the value is the bands joined by commas, empty for the finest. */
export function ageChoices(current: readonly string[] | null): { value: string; name: string }[] {
  const bands = (step: number, last: number): string =>
    [
      ...Array.from({ length: last / step }, (_, i) => `${i * step}-${(i + 1) * step - 1}`),
      `${last}+`,
    ].join();
  const choices = [
    { value: "", name: "いちばん細かい区切り(すべての基準日にある、5歳きざみの区切り)" },
    { value: bands(5, 90), name: "5歳階級(90歳以上まで)" },
    { value: bands(10, 90), name: "10歳階級(90歳以上まで)" },
    {
      value: DEFAULT_AGES.join(),
      name: "6区分(0～14・15～29・30～44・45～59・60～74・75歳以上。はじめの設定)",
    },
    { value: "0-14,15-64,65+", name: "3区分(0～14・15～64・65歳以上)" },
  ];
  const value = current?.join() ?? "";
  return choices.some((c) => c.value === value)
    ? choices
    : [...choices, { value, name: `いまの区切り(${current!.join("・")})` }];
}
