import type { NamedCode } from "../../data/contract/api/district-map.js";
import type { OpenSuccession } from "../../data/contract/api/problem.js";
import type { Succession } from "../../data/disclosure/succession.js";

/** Whose people a code that began has: those of other codes, new ones, or nothing said yet. */
export interface NewCodeAnswer {
  code: string;
  people: "others" | "new" | null;
  from: readonly string[];
  /** The first as-of date that can have the code. */
  on: string;
}

/** Where the people of a code that stopped are, if no new code has them. */
export interface GoneCodeAnswer {
  code: string;
  /** The code that goes on with them beside its own; "" for nobody left; null for nothing said yet. */
  into: string | null;
  on: string;
}

export interface SuccessionAnswers {
  come: readonly NewCodeAnswer[];
  gone: readonly GoneCodeAnswer[];
}

/** The codes that are asked about as new ones: those that began, and those used again. */
export const newCodes = ({ come, ended }: OpenSuccession): NamedCode[] => [...come, ...ended];

/** What is filled in before anybody has answered: a district of the same name has the same people. */
export function proposedAnswers(open: OpenSuccession, newest: string): SuccessionAnswers {
  return {
    come: newCodes(open).map(({ code, name }): NewCodeAnswer => {
      const same = open.gone.filter((gone) => gone.name === name).map((gone) => gone.code);
      return { code, people: same.length > 0 ? "others" : null, from: same, on: open.on[code] ?? newest };
    }),
    gone: open.gone.map(({ code }) => ({ code, into: null, on: newest })),
  };
}

/** The codes that stopped and whose people no new code has by these answers. */
export const unclaimed = ({ come, gone }: SuccessionAnswers): GoneCodeAnswer[] => {
  const claimed = new Set(come.flatMap(({ people, from }) => (people === "others" ? from : [])));
  return gone.filter(({ code }) => !claimed.has(code));
};

/**
 * The successions that answers say. Codes that share people stand together in one, on the first of their dates; a code
 * that others take people from and that did not stop goes on beside them.
 * @param answers without faults (answerFaults)
 */
export function successionsOf(answers: SuccessionAnswers): Succession[] {
  const stopped = new Set(answers.gone.map(({ code }) => code));
  const parts: Part[] = [];
  for (const { code, people, from, on } of answers.come) {
    const origins = people === "others" ? from : [];
    const stay = origins.filter((origin) => !stopped.has(origin) && origin !== code);
    parts.push({ from: new Set(origins), to: new Set([code, ...stay]), on });
  }
  for (const { code, into, on } of unclaimed(answers)) {
    if (into === null || into === "") parts.push({ from: new Set([code]), to: new Set(), on });
    else parts.push({ from: new Set([code, into]), to: new Set([into]), on });
  }
  return joined(parts)
    .map(({ from, to, on }) => ({ on, from: [...from].sort(), to: [...to].sort() }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface Part {
  from: Set<string>;
  to: Set<string>;
  on: string;
}

/** Parts that have an origin in common, or an heir, are one change. */
function joined(parts: readonly Part[]): Part[] {
  let whole: Part[] = [];
  for (const part of parts) {
    const met = whole.filter((other) => haveCommon(part.from, other.from) || haveCommon(part.to, other.to));
    const all = [part, ...met];
    const sum: Part = {
      from: new Set(all.flatMap(({ from }) => [...from])),
      to: new Set(all.flatMap(({ to }) => [...to])),
      on: all.map(({ on }) => on).reduce((a, b) => (a < b ? a : b)),
    };
    whole = [...whole.filter((other) => !met.includes(other)), sum];
  }
  return whole;
}

const haveCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((code) => b.has(code));

/** What is not answered yet, by the field that asks. */
export function answerFaults(answers: SuccessionAnswers): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = [];
  const date = (field: string, on: string) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) faults.push({ field, message: "日付を入れてください。" });
  };
  for (const [i, { people, from, on }] of answers.come.entries()) {
    if (people === null)
      faults.push({ field: `come.${i}.people`, message: "どの地区の人たちかを選んでください。" });
    else if (people === "others" && from.length === 0)
      faults.push({ field: `come.${i}.people`, message: "もとの地区を1つ以上選んでください。" });
    date(`come.${i}.on`, on);
  }
  const open = unclaimed(answers);
  for (const [i, { code, into, on }] of answers.gone.entries()) {
    if (!open.some((answer) => answer.code === code)) continue;
    if (into === null)
      faults.push({ field: `gone.${i}.into`, message: "この地区がどうなったかを選んでください。" });
    date(`gone.${i}.on`, on);
  }
  return faults;
}

/** What a succession says, in a sentence. */
export function successionWords({ from, to }: Succession, nameOf: (code: string) => string): string {
  const list = (codes: readonly string[]) => codes.map((code) => `「${nameOf(code)}(${code})」`).join("と");
  if (from.length === 0) return `${list(to)}は、新しい住民の地区です。`;
  if (to.length === 0) return `${list(from)}は、なくなりました。`;
  if (from.length === 1 && to.length === 1)
    return `${list(from)}と${list(to)}は、同じ地区です(名前・コードが変わりました)。`;
  if (to.length === 1) return `${list(from)}が合わさって、${list(to)}になりました。`;
  if (from.length === 1) return `${list(from)}が分かれて、${list(to)}になりました。`;
  return `${list(from)}の区割りが変わって、${list(to)}になりました。`;
}

/** What the form says; codes are parted by blanks, full-width ones too. */
export function addedSuccession(form: { on: string; from: string; to: string }): Succession {
  const codes = (text: string): string[] => text.split(/[\s\u3000]+/).filter((code) => code !== "");
  return { on: form.on, from: codes(form.from), to: codes(form.to) };
}
