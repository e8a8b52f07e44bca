import { formatDateJa } from "../../../data/contract/as-of-date.js";
import { ALL } from "../../../data/contract/figure.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { ageWords } from "./age-words.js";
import type { Words } from "./column.js";
import { listedPlaces } from "./long-rows.js";

/** How the counts of a release are made so that nobody is exposed, what that means for a reader, and what is merged. */
export function protectionWords(release: PublicRelease, lang: keyof Words): string[] {
  const { policy, rows } = release.tables;
  const { smallestResidents, toldExactly } = policy;
  const ages = [...new Set(rows.flatMap((r) => (r.age_band === ALL ? [] : [r.age_band])))];
  const merged = listedPlaces(release)
    .filter((place) => place.merged)
    .map((place) => `${place.name} (${place.members.join("・")})`);
  const told = toldExactly.toSorted().at(-1);
  return lang === "ja"
    ? [
        "約の数の作り方: 各地区の住民を、5歳ごとの年齢と性別の42の組に分ける。組ごとに、秘密の−1・0・＋1（確率は¼・½・¼）をいつも同じに決めておく。件数・枚数に、そこに含まれる組の分を足し、10の倍数に丸める。0より小さくはせず、保有枚数は住民の数を超えないようにする",
        "同じ人たちの数には、いつも同じ増減が足される。毎月の公表値を集めて平均しても、この増減は打ち消されない",
        "もとの数は、95%の確からしさで「公表値±幅」の間にある。一つの地区の幅は11枚、8地区の地域は27枚。幅は、含まれる地区と年齢・性別の組が多いほど広い",
        "内訳を足しても合計と合わないことがある。それぞれを別々に丸めているためで、誤りではない。合計は合計の行を使う",
        "二つの約の数を引き算すると、差の幅は最大で約1.4倍になる。前の月との差のような小さな増減は読み取れない（2枚から16枚ほどの増加が、0や10と出ることがある）",
        policy.totals === "exact"
          ? "市区町村全体の合計（全年齢・男女計）は一の位まで正確（幅0）。地区がそろわない基準日だけは約の数"
          : "市区町村全体の合計も約の数。人口だけが一の位まで正確",
        `住民が${smallestResidents}人未満の地区は隣の地区と合わせ（合算）、年齢も${smallestResidents}人以上になるようにまとめて示す`,
        ...(ages.length > 0 ? [`年齢の区切り: ${ages.map(ageWords).join("、")}`] : []),
        ...(merged.length > 0 ? [`合算した地区: ${merged.join("、")}`] : []),
        ...(told ? [`地区・年齢ごとの数は、${formatDateJa(told)}より後の基準日について示す`] : []),
        "数の形と幅、分け方の細かさが決まりどおりかは、tables.json の method、policy、successions、coverage から、だれでも確かめられる（秘密の増減そのものは確かめられない）",
      ]
    : [
        "How an approximate count is made: the residents of each district are divided into 42 groups by five-year age and sex. Each group has a fixed secret −1, 0 or +1 (with probabilities ¼, ½, ¼). A count adds up those of its groups and is rounded to a multiple of ten, not below 0; cards held are kept from exceeding the residents",
        "The same people always have the same secret: it does not average out over the counts of many months",
        "The true count lies within the published one ± the margin with 95% confidence. The margin is 11 cards for one district, 27 for an area of eight; it grows with the districts and groups that a count holds",
        "Parts need not add up to their whole: each is rounded by itself. That is no error; use the row of the whole",
        "The difference of two approximate counts has up to about 1.4 times the margin. Small changes from month to month cannot be read from them: a rise of 2 to 16 may show as 0 or 10",
        policy.totals === "exact"
          ? "The municipality's own totals (all ages, both sexes) are exact (margin 0), but for dates that lack districts"
          : "The municipality's own totals are approximate, too; residents alone are exact",
        `Districts with fewer than ${smallestResidents} residents are added to a neighbour, and ages are combined until there are as many`,
        ...(ages.length > 0 ? [`Ages: ${ages.join(", ")}`] : []),
        ...(merged.length > 0 ? [`Districts published as one: ${merged.join("; ")}`] : []),
        ...(told ? [`Counts by district and age are given for as-of dates after ${told}`] : []),
        "That the form of the counts, their margins and how finely they are divided follow these rules can be checked by anybody from method, policy, successions and coverage in tables.json; the secrets themselves cannot",
      ];
}
