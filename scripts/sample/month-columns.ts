/** The columns of a month's file, as a town hall writes them. */
export const MONTH_COLUMNS = [
  "全国地方公共団体コード",
  "基準日",
  "地区コード",
  "年齢階級",
  "性別",
  "人口",
  "人口算出基準日",
  "申請件数",
  "交付枚数",
  "保有枚数",
];
