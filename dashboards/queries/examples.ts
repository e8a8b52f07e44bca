import { LEAVES } from "../data/disclosure/leaves.js";
import { printMargin } from "../data/disclosure/noise.js";

/** Half the width of the 95% band of a public district's counts. */
const MARGIN = printMargin(LEAVES);

/** A question to start from in the notebook. */
export interface Example {
  name: string;
  sql: string;
  /** A table that not every town or door has, without which the question cannot be asked. */
  needs?: string;
  /** A table whose presence means that the question is better asked of it, by another example, or not at all. */
  unless?: string;
}

/** Questions that planners ask. */
export const EXAMPLES: readonly Example[] = [
  {
    name: "町の率の移り変わり",
    sql: `SELECT as_of AS 基準日, round(100 * sum(applications) / sum(population), 1) AS 申請率,
  round(100 * sum(issued) / sum(population), 1) AS 交付枚数率,
  round(100 * sum(held) / sum(population), 1) AS 保有枚数率
FROM figures
GROUP BY as_of
ORDER BY as_of DESC`,
  },
  {
    name: "年齢別に、持っていない人の多い順",
    unless: "town_ages",
    sql: `SELECT age_band AS 年齢, sum(population) AS 人口,
  sum(population) - sum(coalesce(held, issued, applications)) AS 持っていない人
FROM figures
WHERE as_of = (SELECT max(as_of) FROM figures)
GROUP BY age_band
ORDER BY 持っていない人 DESC`,
  },
  {
    name: "年齢別の率:どの年代が低いか",
    unless: "town_ages",
    sql: `SELECT age_band AS 年齢,
  round(100 * sum(coalesce(held, issued, applications)) / nullif(sum(population), 0), 1) AS 率
FROM figures
WHERE as_of = (SELECT max(as_of) FROM figures)
GROUP BY age_band
ORDER BY 率`,
  },
  {
    name: "遅れている地区:町の率に届かない地区と、あと何人か",
    unless: "town_ages",
    sql: `WITH now AS (
  SELECT district, sum(population) AS 人口, sum(coalesce(held, issued, applications)) AS 枚数
  FROM district_figures
  WHERE as_of = (SELECT max(as_of) FROM district_figures)
  GROUP BY district
), town AS (SELECT sum(枚数) / sum(人口) AS 率 FROM now WHERE 枚数 IS NOT NULL)
SELECT coalesce(d.name, n.district) AS 地区, 人口, round(100 * 枚数 / nullif(人口, 0), 1) AS 率,
  ceil(town.率 * 人口 - 枚数) AS 町の率まであと人
FROM now n CROSS JOIN town LEFT JOIN districts d ON d.code = n.district
WHERE 枚数 / nullif(人口, 0) < town.率
ORDER BY 町の率まであと人 DESC`,
  },
  {
    name: "先月からの動き:地区ごとに増えた枚数",
    unless: "town_ages",
    sql: `WITH sums AS (
  SELECT district, as_of, sum(coalesce(held, issued, applications)) AS 枚数
  FROM district_figures
  GROUP BY district, as_of
), steps AS (
  SELECT *, 枚数 - lag(枚数) OVER (PARTITION BY district ORDER BY as_of) AS 増えた枚数 FROM sums
)
SELECT coalesce(d.name, s.district) AS 地区, s.枚数, s.増えた枚数
FROM steps s LEFT JOIN districts d ON d.code = s.district
WHERE as_of = (SELECT max(as_of) FROM district_figures)
ORDER BY 増えた枚数 DESC NULLS LAST`,
  },
  {
    name: "受取待ち:申請したがまだ受け取っていない人の移り変わり",
    sql: `SELECT as_of AS 基準日, sum(applications) - sum(issued) AS 受取待ち
FROM figures
GROUP BY as_of
ORDER BY as_of`,
  },
  {
    name: "足りない分への割合:持っていない人は、どの年代に何%いるか",
    unless: "town_ages",
    sql: `WITH gap AS (
  SELECT age_band AS 年齢, sum(population) - sum(coalesce(held, issued, applications)) AS 持っていない人
  FROM figures
  WHERE as_of = (SELECT max(as_of) FROM figures)
  GROUP BY age_band
)
SELECT 年齢, 持っていない人, round(100 * 持っていない人 / sum(持っていない人) OVER (), 1) AS 割合
FROM gap
ORDER BY 割合 DESC`,
  },
  {
    name: "3つの率の移り変わり(図:分ける列に「率の名前」)",
    sql: `UNPIVOT (
  SELECT as_of AS 基準日, round(100 * sum(applications) / sum(population), 1) AS 申請率,
    round(100 * sum(issued) / sum(population), 1) AS 交付枚数率,
    round(100 * sum(held) / sum(population), 1) AS 保有枚数率
  FROM figures
  GROUP BY as_of
)
ON 申請率, 交付枚数率, 保有枚数率 INTO NAME 率の名前 VALUE 率
ORDER BY 基準日`,
  },
  {
    name: "地区と年齢:率の升目",
    unless: "town_ages",
    sql: `SELECT coalesce(d.name, f.district) AS 地区, f.age_band AS 年齢,
  round(100 * sum(coalesce(held, issued, applications)) / nullif(sum(population), 0), 1) AS 率
FROM district_figures f LEFT JOIN districts d ON d.code = f.district
WHERE as_of = (SELECT max(as_of) FROM district_figures)
GROUP BY 地区, 年齢, f.district
ORDER BY f.district, try_cast(regexp_extract(f.age_band, '\\d+') AS INTEGER)`,
  },
  {
    name: "男女の差:年齢別の率",
    unless: "town_ages",
    sql: `SELECT age_band AS 年齢, CASE sex WHEN 'male' THEN '男性' WHEN 'female' THEN '女性' ELSE '合計' END AS 性別,
  round(100 * sum(coalesce(held, issued, applications)) / nullif(sum(population), 0), 1) AS 率
FROM figures
WHERE as_of = (SELECT max(as_of) FROM figures)
GROUP BY age_band, sex
ORDER BY try_cast(regexp_extract(age_band, '\\d+') AS INTEGER), sex DESC`,
  },
  {
    name: "公表値:町・県・全国の交付枚数率",
    sql: `SELECT as_of AS 基準日, name AS 名前, round(100.0 * issued / population, 1) AS 率
FROM published
ORDER BY as_of, code`,
  },
  {
    name: "地区の順位:率の順位と、1年前の順位",
    unless: "town_ages",
    sql: `WITH dates AS (
  SELECT max(as_of) AS now, max(as_of) FILTER (as_of <= latest - INTERVAL 1 YEAR) AS before
  FROM district_figures, (SELECT max(as_of) AS latest FROM district_figures)
), ranks AS (
  SELECT district, as_of, sum(coalesce(held, issued, applications)) / nullif(sum(population), 0) AS 率,
    rank() OVER (PARTITION BY as_of ORDER BY 率 DESC NULLS LAST) AS 順位
  FROM district_figures, dates
  WHERE as_of IN (dates.now, dates.before)
  GROUP BY district, as_of
)
SELECT r.順位, coalesce(d.name, r.district) AS 地区, round(100 * r.率, 1) AS 率, b.順位 AS 一年前の順位
FROM ranks r CROSS JOIN dates
LEFT JOIN ranks b ON b.district = r.district AND b.as_of = dates.before
LEFT JOIN districts d ON d.code = r.district
WHERE r.as_of = dates.now
ORDER BY r.順位, r.district`,
  },
  {
    name: "年齢別に、持っていない人の多い順(公開データ。およその数)",
    needs: "town_ages",
    sql: `SELECT age_band AS 年齢, population AS 人口, 10 * round((population - coalesce(held, issued, applications)) / 10)::INTEGER AS 持っていない人,
  round(100.0 * coalesce(held, issued, applications) / nullif(population, 0)) AS およその率
FROM town_ages
WHERE as_of = (SELECT max(as_of) FROM town_ages) AND sex = 'all' AND age_band <> 'all'
ORDER BY 持っていない人 DESC NULLS LAST`,
  },
  {
    name: "全国の市区町村の中の順位:交付枚数率",
    needs: "reference_towns",
    sql: `WITH ranked AS (
  SELECT as_of, code, name, issued_permille / 10 AS 率,
    rank() OVER (PARTITION BY as_of ORDER BY issued_permille DESC) AS 順位, count(*) OVER (PARTITION BY as_of) AS 団体数
  FROM reference_towns
  WHERE issued_permille IS NOT NULL
)
SELECT as_of AS 基準日, name AS 名前, 率, 順位, 団体数
FROM ranked
WHERE code = (SELECT any_value(municipality) FROM figures)
ORDER BY as_of DESC`,
  },
  {
    name: "地区の率と、その95%の幅(公開データ。およその数)",
    needs: "town_ages",
    sql: `WITH now AS (
  SELECT district, population AS 人口, coalesce(held, issued, applications) AS 枚数
  FROM district_figures
  WHERE as_of = (SELECT max(as_of) FROM district_figures)
)
SELECT coalesce(d.name, n.district) AS 地区, 人口, 枚数 AS およその枚数,
  round(100 * greatest(枚数 - ${MARGIN}, 0) / nullif(人口, 0), 1) AS 率の下,
  round(100 * (枚数 + ${MARGIN}) / nullif(人口, 0), 1) AS 率の上
FROM now n LEFT JOIN districts d ON d.code = n.district
ORDER BY 率の下`,
  },
  {
    name: "幅を足しても町の率に届かない地区(公開データ。およその数)",
    needs: "town_ages",
    sql: `WITH now AS (
  SELECT district, sum(population) AS 人口, sum(coalesce(held, issued, applications)) AS およその枚数
  FROM district_figures
  WHERE as_of = (SELECT max(as_of) FROM district_figures)
  GROUP BY district
), town AS (
  SELECT sum(coalesce(held, issued, applications)) / sum(population) AS 率
  FROM figures
  WHERE as_of = (SELECT max(as_of) FROM figures)
)
SELECT coalesce(d.name, n.district) AS 地区, 人口, およその枚数, round(100 * town.率, 1) AS 町の率,
  round(100 * (およその枚数 + ${MARGIN}) / nullif(人口, 0), 1) AS 地区の率の上
FROM now n CROSS JOIN town LEFT JOIN districts d ON d.code = n.district
WHERE およその枚数 + ${MARGIN} < town.率 * 人口
ORDER BY 地区の率の上`,
  },
  {
    name: "年齢別の率:どの年代が低いか(公開データ。およその数)",
    needs: "town_ages",
    sql: `SELECT age_band AS 年齢, round(100.0 * coalesce(held, issued, applications) / nullif(population, 0)) AS およその率
FROM town_ages
WHERE as_of = (SELECT max(as_of) FROM town_ages) AND sex = 'all' AND age_band <> 'all'
ORDER BY およその率`,
  },
  {
    name: "男女の差:年齢別の率(公開データ。およその数)",
    needs: "town_ages",
    sql: `SELECT age_band AS 年齢, CASE sex WHEN 'male' THEN '男性' WHEN 'female' THEN '女性' ELSE '合計' END AS 性別,
  round(100.0 * coalesce(held, issued, applications) / nullif(population, 0)) AS およその率
FROM town_ages
WHERE as_of = (SELECT max(as_of) FROM town_ages) AND age_band <> 'all'
ORDER BY try_cast(regexp_extract(age_band, '\\d+') AS INTEGER), sex DESC`,
  },
];

/** The questions that can be asked of these tables; places in the list stay. */
export const examplesFor = (tables: readonly string[]): { example: Example; index: number }[] =>
  EXAMPLES.map((example, index) => ({ example, index })).filter(
    ({ example: { needs, unless } }) =>
      (needs === undefined || tables.includes(needs)) && (unless === undefined || !tables.includes(unless)),
  );
