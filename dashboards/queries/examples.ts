/** Questions to start from in the SQL cell. */
export const EXAMPLES: readonly { name: string; sql: string }[] = [
  {
    name: "年齢別に、持っていない人の多い順",
    sql: `SELECT age_band AS 年齢, sum(population) AS 人口,
  sum(population) - sum(coalesce(held, issued, applications)) AS 持っていない人
FROM figures
WHERE as_of = (SELECT max(as_of) FROM figures)
GROUP BY age_band
ORDER BY 持っていない人 DESC`,
  },
  {
    name: "基準日ごとの町の合計",
    sql: `SELECT as_of AS 基準日, sum(population) AS 人口, sum(applications) AS 申請件数,
  sum(issued) AS 交付枚数, sum(held) AS 保有枚数
FROM figures
GROUP BY as_of
ORDER BY as_of`,
  },
  {
    name: "地区ごとの率",
    sql: `SELECT d.area AS 区域, d.name AS 地区, sum(f.population) AS 人口,
  round(100 * sum(coalesce(held, issued, applications)) / nullif(sum(f.population), 0), 1) AS 率
FROM district_figures f JOIN districts d ON d.code = f.district
WHERE as_of = (SELECT max(as_of) FROM figures)
GROUP BY ALL
ORDER BY 率`,
  },
  {
    name: "前の基準日からの増え方",
    sql: `WITH town AS (
  SELECT as_of, sum(issued) AS issued FROM figures GROUP BY as_of
)
SELECT as_of AS 基準日, issued AS 交付枚数, issued - lag(issued) OVER (ORDER BY as_of) AS 増えた枚数
FROM town
ORDER BY as_of DESC`,
  },
  {
    name: "公表値:町・県・全国の交付枚数率",
    sql: `PIVOT (SELECT as_of AS 基準日, name, round(100.0 * issued / population, 1) AS 率 FROM published)
ON name USING first(率) GROUP BY 基準日 ORDER BY 基準日 DESC`,
  },
];
