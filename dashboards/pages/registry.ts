// Written by scripts/site/write-registry.ts out of the .md files beside this folder: a page is a module and a .md.
import { page as ages } from "./ages.js";
import { page as comparison } from "./comparison.js";
import { page as data } from "./data.js";
import { page as district } from "./district.js";
import { page as districts } from "./districts.js";
import { page as notebook } from "./notebook.js";
import { page as outlook } from "./outlook.js";
import { page as pickup } from "./pickup.js";
import { page as progress } from "./progress.js";
import { page as releases } from "./releases.js";
import { page as signIn } from "./sign-in.js";
import { page as uploads } from "./uploads.js";
import type { Page } from "./page.js";

/** Every page of the site, by its path. */
export const PAGES: readonly Page[] = [
  ages,
  comparison,
  data,
  district,
  districts,
  notebook,
  outlook,
  pickup,
  progress,
  releases,
  signIn,
  uploads,
];
