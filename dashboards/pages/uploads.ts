import type { Page } from "./page.js";

export const page: Page = { path: "uploads", name: "アップロード", menu: 90 };
