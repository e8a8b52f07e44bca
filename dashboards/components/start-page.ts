import { hasFigures } from "../pages/paint.js";
import type { Page } from "../pages/page.js";
import { answerBy } from "../queries/question.js";
import { fromAddress, toAddress } from "./address.js";
import { openAnswers } from "./answers.js";
import { linkSelection, showSelection } from "./districts/selection.js";
import { announceFinding, listenToControls, type Change } from "./live-controls.js";
import { showNoData } from "./no-data.js";
import { readPageContext } from "./page-context.js";
import { showLive } from "./show-live.js";

/** Starts a page of figures: from its first paint to live figures out of DuckDB, at whatever its address asks for. */
export async function startPage(page: Page): Promise<void> {
  const context = readPageContext();
  const figures = page.figures!;
  if (!hasFigures(page, context)) return showNoData(context, `${page.path}-lead`);
  // A control that is turned before the data is here is remembered by the address, and shown when they are.
  let draw = async (_: { typing: Element | null; changed: boolean }): Promise<void> => undefined;
  const change: Change = (values, typing = null) => {
    toAddress(values);
    void draw({ typing, changed: true });
  };
  const main = document.querySelector("main")!;
  const live = listenToControls(main, change);
  main.dataset.figures = "coming";
  if (figures.selectsDistrict) {
    linkSelection((code) => {
      toAddress({ district: code });
      showSelection(code);
    });
  }
  const answer = await openAnswers(page, context);
  if (!answer) return;
  let turn = 0;
  draw = async ({ typing, changed }) => {
    const mine = ++turn;
    const model = await answerBy(figures.model(context, fromAddress), answer);
    // A control that was turned meanwhile has asked again.
    if (mine !== turn) return;
    const shown = figures.show(model, { brief: false });
    live.shown = shown;
    showLive(page, shown, { code: context.municipality.code, typing, changed, change });
    if (figures.selectsDistrict) showSelection(fromAddress("district"));
    main.dataset.figures = "here";
    if (changed) announceFinding();
  };
  await draw({ typing: null, changed: false });
}
