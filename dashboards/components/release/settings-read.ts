import type { Localised } from "../../data/contract/town-settings.js";
import type { DistrictMerge } from "../../data/disclosure/policy.js";
import type { Draft } from "./settings-values.js";

/** The draft that a form's fields say. Fields are named by their path in the settings: `sessions.0.place.ja`. */
export function readSettings(form: HTMLFormElement, before: Draft): Draft {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? "").trim();
  const whole = (name: string): number => (text(name) === "" ? Number.NaN : Number(text(name)));
  const localised = (name: string): Localised => ({
    ja: text(`${name}.ja`),
    easy: text(`${name}.easy`) || undefined,
    en: text(`${name}.en`) || undefined,
  });
  const rows = (name: string): number[] =>
    [...form.querySelectorAll<HTMLElement>(`[data-row="${name}"]`)].map((_, i) => i);
  const ages = text("policy.ages");
  return {
    policy: {
      smallestResidents: whole("policy.smallestResidents"),
      totals: text("policy.totals") === "tens" ? "tens" : "exact",
      ages: ages === "" ? null : ages.split(","),
      merges: rows("policy.merges").map((i): DistrictMerge => ({
        code: text(`policy.merges.${i}.code`),
        name: text(`policy.merges.${i}.name`),
        members: data.getAll(`policy.merges.${i}.members`).map(String),
      })),
      toldExactly: rows("policy.toldExactly").map((i) => text(`policy.toldExactly.${i}`)),
    },
    licence: text("licence") === "PDL-1.0" ? "PDL-1.0" : "CC-BY-4.0",
    publisher: orNone(localised("publisher")),
    contact: orNone(localised("contact")),
    name_en: text("name_en") || null,
    apply: rows("apply").map((i) => localised(`apply.${i}`)),
    sessions: rows("sessions").map((i) => ({
      date: text(`sessions.${i}.date`),
      time: text(`sessions.${i}.time`) || null,
      place: localised(`sessions.${i}.place`),
      what: localised(`sessions.${i}.what`),
    })),
    frame_ancestors: data.has("frame_ancestors")
      ? text("frame_ancestors").split(/\s+/).filter(Boolean)
      : before.frame_ancestors,
  };
}

/** Nothing in any language is nothing said. */
const orNone = (words: Localised): Localised | null => (Object.values(words).some(Boolean) ? words : null);
