import type { PageContext } from "../data/contract/page-context.js";
import type { Page } from "../pages/page.js";
import type { AnyQuestion } from "../queries/question.js";
import type { Database, MoreTables } from "./database.js";
import { openPageData } from "./page-data.js";
import { pageFile } from "./page-file.js";
import { referenceTables } from "./reference-tables.js";
import { townAges } from "./town-ages.js";

type Answer = (question: AnyQuestion<unknown>) => Promise<unknown>;

/** So many answers are kept: a control that goes back to where it was costs no query. */
const KEPT = 32;

const MORE: Readonly<Record<string, (context: PageContext) => MoreTables>> = {
  reference: ({ reference }) => referenceTables(reference!),
  "town-ages": townAges,
};

/**
 * Opens whoever answers a page's questions: the engine of the visit with the tables that the page needs.
 * @returns null where it failed, which the page then says
 */
export async function openAnswers(page: Page, context: PageContext): Promise<Answer | null> {
  // A town that nothing is known of asks nothing.
  if (context.door === "none" && !context.reference) return (question) => pageAnswer(question, context, null);
  const more = (page.figures?.needs?.(context) ?? []).flatMap((name) => MORE[name]?.(context) ?? []);
  const database = await openPageData(context, `${page.path}-lead`, more);
  return database && ((question) => pageAnswer(question, context, database));
}

const kept = new WeakMap<Database, Map<string, Promise<unknown>>>();

function pageAnswer(
  question: AnyQuestion<unknown>,
  context: PageContext,
  database: Database | null,
): Promise<unknown> {
  if ("file" in question) return pageFile(question.file, context).then((bytes) => question.read(bytes));
  if (!database) return Promise.resolve(question.read([]));
  const answers = kept.get(database) ?? new Map<string, Promise<unknown>>();
  kept.set(database, answers);
  const known = answers.get(question.sql);
  const answer = known ?? database.rows(question.sql).then((rows) => question.read(rows));
  answers.delete(question.sql);
  answers.set(question.sql, answer);
  const oldest = answers.keys().next().value;
  if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
  // What failed may succeed the next time.
  answer.catch(() => answers.delete(question.sql));
  return answer;
}
