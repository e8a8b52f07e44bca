import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Aside, Table } from "./table.js";
import { issue, type IssueCode } from "./words.js";

/** Headers of columns that speak of persons, in the words of Japanese forms and of exports. */
const PERSONAL_HEADER =
  /氏名|姓名|名前|フリガナ|ふりがな|住所|居所|番地|生年月日|誕生日|個人番号|マイナンバー(?!カード)|電話|携帯|メール|世帯主|本籍|宛名|住民票コード|カード番号|製造番号|^(full|first|last)?_?name$|address|birth|phone|e-?mail/i;

/** District names are asked for under these headers, so they are no person's. */
const HARMLESS_HEADER = /(地区|町丁目|町字|市区町村|都道府県|団体|自治体|地域)名/;

const MY_NUMBER_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * Whether twelve digits carry the check digit of a 個人番号. One random number in ten does too;
 * a false alarm costs a clerk a minute, a missed number costs a person more.
 */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const sum = MY_NUMBER_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const remainder = sum % 11;
  return Number(digits[11]) === (remainder <= 1 ? 0 : 11 - remainder);
}

/** Nothing shorter can be a finding (`a@b.jp`); nearly every cell of a table is shorter. */
const SHORTEST_FINDING = 6;

/** What kind of personal data a text seems to hold; null for none. */
export function screenText(text: string): IssueCode | null {
  if (text.length < SHORTEST_FINDING) return null;
  const folded = text.normalize("NFKC");
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(folded)) return "personal_mail";
  if (folded.length < 10) return null;
  if (holdsMyNumber(folded)) return "personal_number";
  if (holdsCardNumber(folded)) return "personal_card";
  return holdsPhoneNumber(folded) ? "personal_phone" : null;
}

/**
 * The same for words that a town gives out about itself: an office may have its telephone number and its mail
 * address in them, nobody a number of a person or of a card.
 */
export function screenPublicText(text: string): IssueCode | null {
  const folded = text.normalize("NFKC");
  return holdsMyNumber(folded) ? "personal_number" : holdsCardNumber(folded) ? "personal_card" : null;
}

/** Any neighbouring groups of digits that together make a number of twelve: blanks, hyphens and dots may stand between. */
export function holdsMyNumber(text: string): boolean {
  for (const [run] of text.matchAll(/\d(?:[\s\-‐‑‒–—―−ー・.]*\d)*/g)) {
    const groups = run.match(/\d+/g)!;
    for (let from = 0; from < groups.length; from++) {
      let digits = "";
      for (let to = from; to < groups.length && digits.length < 12; to++) digits += groups[to]!;
      if (isMyNumber(digits)) return true;
    }
  }
  return false;
}

/**
 * A card's own number (製造番号, sixteen letters and digits below the photograph) or that of an application form
 * (申請書ID, 23 digits), standing by itself. A moment written without marks (20261031T120000Z) has sixteen too, and so
 * has the fraction of an unrounded rate.
 */
function holdsCardNumber(text: string): boolean {
  for (const [found] of text.matchAll(/(?<![A-Za-z0-9.])(?:[A-Z0-9]{16}|\d{23})(?![A-Za-z0-9])/g)) {
    const digits = found.replace(/\D/g, "").length;
    if (digits >= FEWEST_CARD_DIGITS && !/^\d{8}T\d{6}Z$/.test(found)) return true;
  }
  return false;
}

/** A word in capitals is no number. */
const FEWEST_CARD_DIGITS = 6;

/** Ten or eleven digits from a 0, in groups as telephone numbers are written, or a mobile number in one piece. */
function holdsPhoneNumber(text: string): boolean {
  const folded = text.replace(/[‐‑‒–—―−ー]/g, "-");
  // A date may stand in front of a number: every group of digits is looked at.
  for (const [found] of folded.matchAll(/(?<!\d)(?:0\d{1,4}-\d{1,4}-\d{3,4}|0[5789]0\d{8})(?!\d)/g)) {
    const digits = found.replaceAll("-", "").length;
    if (digits === 10 || digits === 11) return true;
  }
  return false;
}

/**
 * Looks for personal data in a table before anything of it is stored or logged. The findings name
 * row, column position and kind; a header that is itself a finding is not repeated either.
 * @param harmless headers that speak of places where this kind of table is meant (a district list's `name`).
 */
export function screenTable(table: Table, harmless: readonly string[] = []): FileIssue[] {
  const issues: FileIssue[] = [];
  const columnName = table.header.map((header, i) => (screenText(header) ? `#${i + 1}` : header));
  table.header.forEach((header, i) => {
    const kind = screenText(header);
    if (kind) issues.push(issue(kind, table.headerRow || null, columnName[i]!));
    const folded = header.normalize("NFKC");
    if (PERSONAL_HEADER.test(folded) && !HARMLESS_HEADER.test(folded) && !harmless.includes(header)) {
      issues.push(issue("personal_column", table.headerRow || null, columnName[i]!));
    }
  });
  // Dates and districts repeat: each text is looked at once. Kept for this table only.
  const harmlessTexts = new Set<string>();
  for (const { row, cells } of table.rows) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (cell.length < SHORTEST_FINDING || harmlessTexts.has(cell)) continue;
      const kind = screenText(cell);
      if (kind) issues.push(issue(kind, row, columnName[i] ?? `#${i + 1}`));
      else harmlessTexts.add(cell);
    }
  }
  for (const aside of table.aside ?? []) issues.push(...screenAside(aside));
  return issues;
}

/** A remark may be long: it is read through a window, so that no pattern runs over all of it at once. */
const WINDOW = 200;
/** More than any finding is long with its blanks and hyphens. */
const OVERLAP = 60;

function screenAside({ row, column, text, heading }: Aside): FileIssue[] {
  const folded = text.normalize("NFKC");
  if (heading && PERSONAL_HEADER.test(folded) && !HARMLESS_HEADER.test(folded))
    return [issue("personal_column", row, column)];
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += WINDOW - OVERLAP) {
    const kind = screenText(text.slice(from, from + WINDOW));
    if (kind) return [issue(kind, row, column)];
  }
  return [];
}
