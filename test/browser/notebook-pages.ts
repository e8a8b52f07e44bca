import { PAGES } from "../../dashboards/pages/registry.js";

/** The pages that read a town's data, at their default address: all of figures, and those with the tables themselves. */
export const DATA_PAGES = PAGES.filter(
  (page) => page.figures || ["notebook", "data"].includes(page.path),
).map(({ path }) => `/${path}`);
