// Written by scripts/site/write-registry.ts out of the .md files beside this folder: a page is a module and a .md.
import type { Page } from "./page.js";

/** Every page of the site, fetched when a visit comes to it. */
export const PAGE_MODULES: Readonly<Record<string, () => Promise<{ page: Page }>>> = {
  ages: () => import("./ages.js"),
  comparison: () => import("./comparison.js"),
  data: () => import("./data.js"),
  district: () => import("./district.js"),
  districts: () => import("./districts.js"),
  notebook: () => import("./notebook.js"),
  outlook: () => import("./outlook.js"),
  pickup: () => import("./pickup.js"),
  progress: () => import("./progress.js"),
  releases: () => import("./releases.js"),
  "sign-in": () => import("./sign-in.js"),
  uploads: () => import("./uploads.js"),
};
