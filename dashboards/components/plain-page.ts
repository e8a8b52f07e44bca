import { mountFrame } from "./frame.js";
import { readPageContext } from "./page-context.js";

/** Starts a page that has nothing but its header. */
export const startPlainPage = (): void => mountFrame(readPageContext());
