import type { ColumnKind, ResultValue } from "../../charts/notebook/result.js";
import { cellValue, columnKind, type ResultField } from "../arrow-values.js";
import type { Database } from "../database.js";
import { bareStatement } from "./statement.js";

/** Beyond this a result would fill the memory of an office PC: reading stops and says so. */
export const MOST_ROWS = 200_000;

/** A question, and the cells it asks by name: their texts by number, each before those that ask it. */
export interface Question {
  sql: string;
  cells: readonly { number: number; sql: string }[];
}

export interface QueryResult {
  columns: string[];
  kinds: ColumnKind[];
  rows: ResultValue[][];
  /** There were more rows than MOST_ROWS. */
  cut: boolean;
  milliseconds: number;
}

/** The text of another cell, which this one asks by its name, is wrong. */
export class OtherCellError extends Error {
  constructor(
    readonly number: number,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Runs a question where nothing can be written and reads its rows, at most MOST_ROWS. The cells it names are views
 * for as long as it runs, so that a notebook never depends on what was run before.
 * @param clock milliseconds of a steady clock.
 */
export async function runQuery(
  database: Database,
  { sql, cells }: Question,
  clock: () => number,
): Promise<QueryResult> {
  const start = clock();
  await database.beginReading();
  try {
    for (const { number, sql: other } of cells) {
      await database
        .rows(`CREATE OR REPLACE TEMP VIEW cell${number} AS ${bareStatement(other)}\n`)
        .catch((cause: unknown) => {
          throw new OtherCellError(number, cause);
        });
    }
    return { ...(await readRows(database, sql)), milliseconds: clock() - start };
  } finally {
    await database.endReading();
  }
}

async function readRows(database: Database, sql: string): Promise<Omit<QueryResult, "milliseconds">> {
  const stream = await database.send(sql);
  const rows: ResultValue[][] = [];
  let fields: ResultField[] = [];
  let cut = false;
  for await (const batch of stream) {
    fields = batch.schema.fields as unknown as ResultField[];
    const vectors = fields.map((_, i) => batch.getChildAt(i));
    for (let i = 0; i < batch.numRows && !cut; i++) {
      cut = rows.length === MOST_ROWS;
      if (!cut) rows.push(fields.map((field, c) => cellValue(vectors[c]?.get(i), field)));
    }
    if (cut) {
      await database.cancel();
      break;
    }
  }
  if (fields.length === 0) fields = stream.fields as ResultField[];
  return { columns: fields.map((f) => f.name), kinds: fields.map(columnKind), rows, cut };
}
