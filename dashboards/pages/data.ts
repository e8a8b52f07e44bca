import type { Page } from "./page.js";

export const page: Page = { path: "data", name: "データ", menu: 80 };
