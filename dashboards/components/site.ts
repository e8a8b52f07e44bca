import { PAGE_MODULES } from "../pages/on-demand.js";
import { mountFrame } from "./frame.js";
import { keepVisit } from "./visit/soft-navigation.js";

type Start = () => unknown;

/** Pages with a start of their own that still take each other's place in one document, with the engine. */
const JOINING: Readonly<Record<string, () => Promise<Start>>> = {
  notebook: async () => (await import("./notebook/notebook-page.js")).startNotebook,
  data: async () => (await import("./data-page.js")).startData,
};

/** Pages that take files or publish: they begin anew each time, and what they were at ends with them. */
const ALONE: Readonly<Record<string, () => Promise<Start>>> = {
  uploads: async () => (await import("./upload/uploads-page.js")).startUploads,
  releases: async () => (await import("./release/releases-page.js")).startReleases,
  "sign-in": async () => (await import("./sign-in-page.js")).startSignIn,
};

const joins = (path: string): boolean => Object.hasOwn(PAGE_MODULES, path) && !Object.hasOwn(ALONE, path);

async function startOf(path: string): Promise<Start> {
  const own = JOINING[path] ?? ALONE[path];
  if (own) return own();
  const [{ startPage }, { page }] = await Promise.all([import("./start-page.js"), PAGE_MODULES[path]!()]);
  return () => startPage(page);
}

async function show(path: string, own?: Start): Promise<void> {
  const startPage = own ?? (await startOf(path));
  mountFrame();
  await startPage();
}

/**
 * Brings a page to life, and with it those that take its place while the visit lasts.
 * @param own how it starts, where its script brings that along: nothing has to be fetched for it then
 */
export async function start(path: string, own?: Start): Promise<void> {
  if (joins(path)) keepVisit({ joins, show });
  await show(path, own);
}

/** Brings to life the header of a page that has nothing else. */
export const startPlainPage = mountFrame;
