import type { Page } from "./page.js";

export const page: Page = { path: "sign-in", name: "サインイン", menu: null };
