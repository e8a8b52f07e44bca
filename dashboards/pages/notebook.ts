import type { Page } from "./page.js";

export const page: Page = { path: "notebook", name: "ノート", menu: 70 };
