import type { ChartChoice, Mark } from "./chart-choice.js";
import type { ColumnKind, Result, ResultValue } from "./result.js";

/** One mark of a chart. */
export interface Point {
  /** A name, a date, or a number. */
  x: string | number | Date;
  /** Null where the result has none: a line breaks there, a cell stays empty. */
  y: number | null;
  series: string;
}

export interface ChartData {
  points: Point[];
  /** In the order they are drawn. */
  names: string[];
  series: string[];
  /** What `x` is drawn on. */
  scale: "names" | "dates" | "numbers";
  /** What was left out, or null. */
  note: string | null;
}

/** What a drawing holds at most, so that it stays readable: names along x, series, marks in all. */
const MOST: Readonly<Record<Mark, { names: number; series: number; points: number }>> = {
  bar: { names: 40, series: 5, points: 200 },
  line: { names: Infinity, series: 8, points: 5000 },
  area: { names: Infinity, series: 5, points: 5000 },
  dot: { names: Infinity, series: 6, points: 5000 },
  cell: { names: 40, series: 40, points: 1600 },
};

const ABSENT = "(なし)";

/**
 * The marks of a chart from the rows of a result, cut to what can be read.
 * @returns a sentence instead where they cannot be drawn: several rows for one place, too many series.
 */
export function chartData(result: Result, choice: ChartChoice): ChartData | string {
  const { columns, kinds, rows } = result;
  const [xAt, yAt, seriesAt] = [choice.x, choice.y, choice.series].map((name) => columns.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const most = MOST[choice.mark];
  const scale = scaleOf(kinds[xAt]!, choice.mark);
  const placed = rows.flatMap((row): Point[] => {
    const x = place(row[xAt]!, scale);
    const y = row[yAt]!;
    if (x === null || (y === null && choice.mark === "dot")) return [];
    return [{ x, y: typeof y === "number" ? y : null, series: seriesAt < 0 ? "" : text(row[seriesAt]!) }];
  });
  const series = [...new Set(placed.map((p) => p.series))];
  if (series.length > most.series) {
    return `「${choice.series}」が${series.length}種類あります。この図で見分けられるのは${most.series}種類までです。`;
  }
  if (choice.mark !== "dot") {
    const twice = repeated(placed);
    if (twice !== null) {
      return `「${twice}」の行がいくつもあります。「分ける列」を選ぶか、問いのGROUP BYでまとめてください。`;
    }
  }
  const names = inOrder(placed, choice, scale);
  const kept = new Set(names.slice(0, most.names));
  const points = placed.filter((p) => scale !== "names" || kept.has(String(p.x))).slice(0, most.points);
  if (scale !== "names") points.sort((a, b) => Number(a.x) - Number(b.x));
  const notes = [
    names.length > most.names ? `${names.length}のうち先頭の${most.names}だけを描いています。` : "",
    placed.length > most.points && points.length === most.points
      ? `${placed.length}行のうち先頭の${most.points}行だけを描いています。`
      : "",
  ].join("");
  if (points.every((p) => p.y === null)) return "描ける行がありません。";
  return { points, names: names.slice(0, most.names), series, scale, note: notes || null };
}

function scaleOf(kind: ColumnKind, mark: Mark): ChartData["scale"] {
  if (mark === "cell" || mark === "bar") return "names";
  if (kind === "date" || kind === "datetime") return "dates";
  return kind === "number" ? "numbers" : "names";
}

function place(value: ResultValue, scale: ChartData["scale"]): Point["x"] | null {
  if (scale === "names") return text(value);
  if (value === null) return null;
  if (scale === "numbers") return Number(value);
  const date = new Date(`${String(value).replace(" ", "T")}${String(value).includes(":") ? "Z" : ""}`);
  return Number.isNaN(date.getTime()) ? null : date;
}

const text = (value: ResultValue): string => (value === null ? ABSENT : String(value));

/** A place that two rows would be drawn at; null where each has its own. */
function repeated(points: readonly Point[]): string | null {
  const seen = new Set<string>();
  for (const { x, series } of points) {
    const key = `${x instanceof Date ? x.toISOString() : x}\u0000${series}`;
    if (seen.has(key)) return x instanceof Date ? x.toISOString().slice(0, 10) : String(x);
    seen.add(key);
  }
  return null;
}

/** The names along x; by value means by the sum over the series. */
function inOrder(points: readonly Point[], { order }: ChartChoice, scale: ChartData["scale"]): string[] {
  if (scale !== "names") return [];
  const sums = new Map<string, number>();
  for (const { x, y } of points) sums.set(String(x), (sums.get(String(x)) ?? 0) + (y ?? 0));
  const names = [...sums.keys()];
  if (order === "result") return names;
  if (order === "name") return names.sort(new Intl.Collator("ja", { numeric: true }).compare);
  const sign = order === "ascending" ? 1 : -1;
  return names.sort((a, b) => sign * (sums.get(a)! - sums.get(b)!));
}
