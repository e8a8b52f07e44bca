import type { Card, CardTable } from "../charts/card.js";
import type { Town } from "../charts/model.js";
import type { PageContext } from "../data/contract/page-context.js";
import type { Asking } from "../queries/question.js";
import type { Control } from "./controls.js";

/** Whom a page is for: by which door, of which town; known before it asks anything. */
export type Visitor = Pick<PageContext, "municipality" | "synthetic" | "door" | "role" | "reference">;

/** What the address asks for by a key; null where it does not say, or says nothing. */
export type Asked = (key: string) => string | null;

/** What a page shows of a model: the same markup in the Worker and in the browser. */
export interface Shown {
  /** Inner HTML by slot, escaped; a slot of the page that is not named is emptied. */
  slots: Record<string, string>;
  cards: readonly Card[];
  controls: readonly Control[];
  /** The SQL behind a card, for whoever wants to go on from it. */
  sqlOf: (card: Card) => string;
  /** For the names of files: whose figures these are, and of which date. */
  town: Town;
  asOf: string;
  /** Tables that a button `data-csv="NAME"` of a slot saves. */
  tables?: Readonly<Record<string, CardTable>>;
}

/** How much of a page is written: before any script a long table ends after its first rows, and says so. */
export interface Extent {
  brief: boolean;
}

/** A page of figures: all that one needs to know to ask, draw and control it. */
export interface Figures<Model> {
  /** Keys of the address that it understands; all others are ignored. */
  keys: readonly string[];
  /** What it asks beside the tables of every page. */
  needs?: (visitor: Visitor) => readonly ("reference" | "town-ages" | "map")[];
  /** Whether it has something to tell where the town has no figures at this door. */
  opensWithout?: (visitor: Visitor) => boolean;
  /** The model of an address; unknown keys are ignored, values that do not fit are as if not said. */
  model: (visitor: Visitor, asked: Asked) => Asking<Model>;
  show: (model: Model, extent: Extent) => Shown;
  /** Marks of districts choose one, which the address keeps under `district`; the figures stay the same. */
  selectsDistrict?: true;
}

/** A page of the site, named once: routes, menu, titles, soft navigation and tests read it here. */
export interface Page {
  /** In the address, and the name of its .md file. */
  path: string;
  /** On the menu and in the title. */
  name: string;
  /** Its place on the menu; null for a page that has none. */
  menu: number | null;
  /** The page on the menu that leads to it. */
  partOf?: string;
  figures?: Figures<unknown>;
}

/** A page of figures as a value: its model's type stays inside. */
export const figuresPage = <Model>(page: Omit<Page, "figures"> & { figures: Figures<Model> }): Page => ({
  ...page,
  figures: page.figures as Figures<unknown>,
});
