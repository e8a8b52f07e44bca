import type { Page } from "./page.js";

export const page: Page = { path: "releases", name: "公開", menu: 100 };
