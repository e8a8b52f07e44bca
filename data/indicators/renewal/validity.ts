/**
 * How long a card and its certificates are valid. Card: to the 10th birthday after issue, to the 5th for whoever is a
 * minor when applying; electronic certificates: to the 5th birthday for all. Minors are those under 18 since
 * 2022-04-01 (民法の成年年齢の引下げ), under 20 before. Source: デジタル庁・市区町村「マイナンバーカードの有効期間」,
 * 番号利用法施行令・公的個人認証法施行規則. Residents of foreign nationality whose stay ends earlier are left out.
 */
export const CERTIFICATE_BIRTHDAYS = 5;
export const ADULT_CARD_BIRTHDAYS = 10;
export const MINOR_CARD_BIRTHDAYS = 5;

/** From this day on whoever applies at 18 or 19 is an adult. */
export const ADULT_AT_18_SINCE = "2022-04-01";

/** Below this age a card that is applied for on that day is a minor's. */
export const minorsAreUnder = (date: string): 18 | 20 => (date < ADULT_AT_18_SINCE ? 20 : 18);

/** The first month in which cards were issued: 番号制度の開始, 2016-01. */
export const FIRST_ISSUE = "2016-01-01";
