import type { FileIssue, Severity, Words } from "../../data/contract/api/issue.js";
import { MAP_WORDS } from "../district-map/words.js";

/**
 * Every code an upload can answer with: severity, what is wrong and what to do, in both languages.
 * No sentence has a place for a cell's value; the place in the file is enough to find it.
 */
const WORDS = {
  ...MAP_WORDS,
  undecodable: [
    "error",
    "文字コードを判別できません。UTF-8 か Shift_JIS(CP932)で保存してください",
    "Neither UTF-8 nor CP932; save it in one of these",
  ],
  empty_file: ["error", "ファイルが空です", "The file is empty"],
  no_rows: ["error", "データの行がありません", "There are no data rows"],
  broken_quotes: ["error", '引用符(")の閉じ忘れがあります', "A quotation mark is not closed"],
  too_many_cells: ["error", "見出しより列が多い行です", "The row has more cells than the header"],
  too_many_columns: ["error", "列は200までです", "At most 200 columns"],
  too_many_rows: [
    "error",
    "行は100,000までです。月ごとに分けてください",
    "At most 100,000 rows; split it by month",
  ],
  cell_too_long: ["error", "1,000文字を超える欄があります", "A cell has more than 1,000 characters"],
  not_a_workbook: [
    "error",
    "Excel ブック(.xlsx)ではありません。パスワードを外し、.xlsx か CSV で保存してください",
    "Not an .xlsx workbook; save it as .xlsx without a password, or as CSV",
  ],
  broken_workbook: [
    "error",
    "Excel ブックが壊れているか、途中で切れています。もう一度保存してください",
    "The workbook is damaged or cut off; save it again",
  ],
  workbook_too_large: [
    "error",
    "Excel ブックを展開すると大きすぎます(20MB、圧縮率100倍まで)。使わないシートを除いてください",
    "The workbook is too large when inflated (20 MB, a hundredfold); remove unused sheets",
  ],
  workbook_too_many_parts: [
    "error",
    "Excel ブックの部品が多すぎます(100まで)。図や使わないシートを除いてください",
    "The workbook has more than 100 parts; remove pictures and unused sheets",
  ],
  workbook_macros: [
    "error",
    "マクロのあるブックは受け付けません。マクロなし(.xlsx)で保存してください",
    "A workbook with macros; save it without them (.xlsx)",
  ],
  workbook_document_type: [
    "error",
    "Excel ブックに使えない宣言(DTD)があります。Excel で保存し直してください",
    "The workbook declares a document type; save it again with Excel",
  ],
  ambiguous_sheet: [
    "error",
    "数字のあるシートが一つに決まりません。一つだけ残すか、別々に送ってください",
    "More than one sheet could hold the figures; keep one, or send them apart",
  ],
  error_cell: [
    "error",
    "エラー値(#N/A、#REF! など)の欄です。数式を直すか、値を入れてください",
    "The cell holds an error value (#N/A, #REF!); mend the formula or give a value",
  ],
  hidden_rows: ["note", "非表示の行も読みました", "Hidden rows were read like any other"],
  hidden_columns: ["note", "非表示の列も読みました", "Hidden columns were read like any other"],
  merged_cells_filled: [
    "note",
    "縦に結合されたセルの文字を、その各行の値として読みました",
    "Words of cells merged downwards were read as those of each of their rows",
  ],
  external_links_passed_over: [
    "note",
    "ほかのブックへの参照はたどらず、保存時の値を読みました",
    "Links to other workbooks were not followed; the saved values were read",
  ],
  broken_json: ["error", "JSON として読めません", "Not valid JSON"],
  repeated_json_key: [
    "error",
    "同じ項目名が一つの行に二度あります。一つにしてください",
    "An object names the same key twice; keep one",
  ],
  json_not_a_list: ["error", "JSON は行の配列にしてください", "The JSON must be an array of rows"],
  json_not_an_object: [
    "error",
    "配列の要素は「項目名: 値」の形にしてください",
    "Each element must be an object",
  ],
  json_value: [
    "error",
    "値は文字・数・null のどれかにしてください",
    "A value must be text, a number or null",
  ],
  ambiguous_column: [
    "error",
    "同じ意味の列が二つ以上あります。対応表(mapping)で指定してください",
    "Two columns mean the same; name one in the mapping",
  ],
  mapping_says_twice: [
    "error",
    "対応表が列と定数の両方を指定しています",
    "The mapping gives both a column and a constant",
  ],
  mapped_column_missing: [
    "error",
    "対応表の列がファイルにありません",
    "The mapping names a column that the file does not have",
  ],
  missing_column: [
    "error",
    "必要な列がありません。見出しを直すか、対応表(mapping)で指定してください",
    "A required column is missing; rename it or give a mapping",
  ],
  missing_measure: [
    "error",
    "申請件数・交付枚数・保有枚数のどれか一つは必要です",
    "At least one of applications, issued, held is required",
  ],
  ignored_column: ["note", "使わない列を読み飛ばしました", "Columns without meaning here were passed over"],
  personal_column: [
    "error",
    "個人に関する列があります。列ごと取り除いてください。ファイルは保存していません",
    "A column about persons; remove it. Nothing of the file was kept",
  ],
  personal_number: [
    "error",
    "個人番号とみられる数字があります。取り除いてください。ファイルは保存していません",
    "What looks like a My Number; remove it. Nothing of the file was kept",
  ],
  personal_card: [
    "error",
    "カードの製造番号か申請書IDとみられる文字列があります。取り除いてください。ファイルは保存していません",
    "What looks like the number of a card or of an application form; remove it. Nothing of the file was kept",
  ],
  personal_mail: [
    "error",
    "メールアドレスとみられる文字があります。取り除いてください",
    "What looks like a mail address; remove it",
  ],
  personal_phone: [
    "error",
    "電話番号とみられる数字があります。取り除いてください",
    "What looks like a telephone number; remove it",
  ],
  not_a_code: ["error", "全国地方公共団体コードは6桁の数字です", "A municipality code is six digits"],
  wrong_check_digit: [
    "error",
    "全国地方公共団体コードの検査数字が合いません",
    "The municipality code's check digit is wrong",
  ],
  ambiguous_code: [
    "error",
    "5桁のコードが二通りに読めます。6桁で書いてください",
    "The five-digit code can be read in two ways; write six digits",
  ],
  several_municipalities: [
    "error",
    "一つのファイルに入れられるのは一つの団体だけです",
    "One file holds one municipality",
  ],
  code_repaired: [
    "note",
    "団体コードの検査数字または先頭のゼロを補いました",
    "A lost check digit or leading zero of the code was restored",
  ],
  not_a_date: [
    "error",
    "日付として読めません。2026-10-31 のように書いてください",
    "Not a date; write it like 2026-10-31",
  ],
  ambiguous_date: [
    "error",
    "日付が二通りに読めます。2026-10-31 のように書いてください",
    "The date can be read in two ways; write it like 2026-10-31",
  ],
  date_out_of_range: [
    "error",
    "基準日は2016年1月から今日までです",
    "An as-of date lies between January 2016 and today",
  ],
  date_rewritten: ["note", "日付を YYYY-MM-DD に読み替えました", "Dates were read into YYYY-MM-DD"],
  not_an_age_band: [
    "error",
    "年齢階級は 0-4、85-89、90+(90歳以上)、計 のように書いてください",
    "An age band is written 0-4, 85-89, 90+ or all",
  ],
  not_a_sex: ["error", "性別は 男・女・計 のどれかです", "Sex is male, female or all"],
  missing_population: ["error", "人口がありません", "The population is missing"],
  missing_counts: ["error", "件数が一つもない行です", "The row has no count at all"],
  not_a_count: ["error", "数として読めません", "Not a number"],
  negative_count: ["error", "件数が負の数です", "A count is negative"],
  fractional_count: [
    "error",
    "件数が整数ではありません。率ではなく人数・枚数を入れてください",
    "A count is not whole; give counts, not rates",
  ],
  count_too_large: ["error", "件数が大きすぎます", "The count is too large"],
  implausible_count: [
    "error",
    "人口の1.5倍を超えています。列の取り違えがないか確かめてください",
    "More than 1.5 times the population; are columns swapped?",
  ],
  missing_district: ["error", "地区がありません", "The district is missing"],
  unknown_district: [
    "error",
    "地区一覧にない地区です。地区一覧に加えるか、書き方を直してください",
    "Not in the district list; add it there or correct it",
  ],
  no_district_list: [
    "error",
    "地区一覧がまだありません。先に登録するか、対応表の register_districts を true にしてください",
    "No district list yet; register it, or set register_districts in the mapping",
  ],
  duplicate_key: [
    "error",
    "同じ基準日・地区・年齢・性別の行がもう一つあります",
    "Another row has the same date, district, age and sex",
  ],
  age_gap: ["error", "年齢階級に抜けがあります", "The age bands leave a gap"],
  age_overlap: ["error", "年齢階級が重なっています", "The age bands overlap"],
  sex_incomplete: [
    "error",
    "性別は男と女をそろえるか、計だけにしてください",
    "Give male and female, or only all",
  ],
  incomplete_district: [
    "error",
    "この地区には他の地区にある年齢・性別の行がありません",
    "This district lacks rows that others have",
  ],
  grain_differs: [
    "error",
    "この基準日の他の地区と、年齢・性別の分け方が違います。全地区をまとめて送ってください",
    "Ages and sexes are cut differently from the other districts of that date; send all districts together",
  ],
  grain_coarser: [
    "error",
    "この基準日はすでに地区別に取り込まれています。地区別の数字を送ってください",
    "That date is already known by district; send figures by district",
  ],
  check_total_mismatch: [
    "error",
    "計の行が内訳の合計と合いません",
    "A total does not equal the sum of its parts",
  ],
  check_total_used: [
    "note",
    "計の行は検算に使い、保存していません",
    "Total rows were used as check totals and not stored",
  ],
  issued_over_applications: [
    "warning",
    "交付枚数が申請件数を超えています",
    "More cards issued than applied for",
  ],
  held_over_issued: ["warning", "保有枚数が交付枚数を超えています", "More cards held than issued"],
  count_over_population: [
    "warning",
    "件数が人口を超えています(累計と古い人口では起こりえます)",
    "A count exceeds the population (possible with cumulative counts)",
  ],
  not_a_district: [
    "error",
    "地区一覧のこの欄を確かめてください(コードと名前は必須、位置は0以上の整数)",
    "Check this cell (code and name are required, tile positions are whole numbers)",
  ],
  duplicate_district: ["error", "同じ地区コードが二つあります", "The district code stands there twice"],
  between_known_dates: [
    "warning",
    "すでにある二つの基準日の間の基準日です",
    "The as-of date lies between two that are known",
  ],
  district_missing: [
    "warning",
    "地区一覧にある地区のうち、この基準日に数字のないものがあります",
    "Districts of the list have no figures on this date",
  ],
  population_jump: [
    "warning",
    "前の基準日から人口が1割を超えて変わっています",
    "The population changes by more than 10% since the date before",
  ],
  count_falls: [
    "warning",
    "累計が前の基準日より減っています",
    "A cumulative count is lower than on the date before",
  ],
  count_over_later: [
    "warning",
    "累計が後の基準日より多くなっています",
    "A cumulative count is higher than on a later date",
  ],
  unusual_change: [
    "warning",
    "この地区のこれまでの増え方から大きく外れています",
    "The change is far outside what this district did before",
  ],
  personal_rows: [
    "error",
    "1人を1行にした表のようです。人数を集計した表を送ってください。ファイルは保存していません",
    "This looks like one line a person; send counts. Nothing of the file was kept",
  ],
  districts_registered: [
    "note",
    "新しい地区を地区一覧に加えました",
    "New districts were added to the district list",
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>;

export type IssueCode = keyof typeof WORDS;

export function issue(code: IssueCode, row: number | null, column: string | null): FileIssue {
  return { row, column, code, severity: WORDS[code][0], message: wordsOf(code) };
}

export function wordsOf(code: IssueCode): Words {
  const [, ja, en] = WORDS[code];
  return { ja, en };
}

/** The severity of a code; what `issue` puts on every issue of it. */
export const severityOf = (code: IssueCode): Severity => WORDS[code][0];
