import { number } from "../charts/words.js";
import type { ReadingWords } from "./reading-words.js";
import { dateEn } from "./words-en.js";

export const READING_EN: ReadingWords = {
  lead: "What these rates count, why some numbers are approximate, and how far you can rely on them.",
  contents: "On this page",
  rates: {
    title: "Three rates",
    text: ["Each of them divides a count by the population. They differ in what they count."],
    formulas: {
      applications: "Application rate = valid applications so far ÷ population",
      issued: "Issuance rate = cards issued so far ÷ population",
      held: "Holding rate = cards that are valid now ÷ population",
    },
    example: (count, population, rate) => `In this release: ${count} ÷ ${number(population)} = ${rate}`,
  },
  difference: {
    title: "The application rate is not the share of people with a card",
    text: [
      "Applications and issued cards are counted from the start of the scheme. Replacements and renewals stay in the count, and so do people who have died or moved away. These rates are therefore higher than the share of people with a card and can exceed 100%. Such rates are shown as they are.",
      "Cards held leave out cards that were abolished or have expired. To know how many people have a card now, look at the holding rate. It has been published since the middle of 2023.",
    ],
  },
  population: {
    title: "Which population is used",
    text: [
      "Counts are divided by the residents in the Basic Resident Register on a fixed day, usually 1 January. A new population is used once a year. In that month a rate moves even if the number of cards does not.",
      "Cards are counted in the month itself, residents some time before it. The number of people without a card is therefore an estimate.",
    ],
    unchanged: (date) => `All rates of this release use the population of ${dateEn(date)}.`,
    unknown: "The figures of this release do not say of which day their population is.",
    switches: "Where the population changes in this release",
    columns: ["From", "Population of", "Residents", "Effect (points)"],
  },
  rounding: {
    title: "Rounding and differences",
    text: [
      "Rates are rounded half up to one decimal, in whole-number arithmetic, as the Ministry of Internal Affairs and Communications publishes them.",
      "Differences, such as since last month, are taken between the rates as shown, so that they add up for the reader.",
    ],
  },
  tens: {
    title: "“About”: approximate numbers in tens",
    text: ({ district, age, totals, begin }) =>
      [
        "Numbers of cards by district and age are published in tens, as approximate numbers, so that nothing can be learnt about any one person. Where few people live, exact numbers could hint at who has a card and when it was made.",
        "For this, a small number (−1, 0 or +1) that only the municipality knows is fixed for each age group of men and of women in a district. It is added whenever these people are counted, and the result is rounded to tens. The same people always get the same number, so comparing many months does not give the true number back.",
        district === null
          ? ""
          : `The number of a district is within ${number(district)} cards of the true one 95 times in 100. It can be a little further off where several districts are told together.`,
        age === null ? "" : `The number of an age group is within ${number(age)} cards 95 times in 100.`,
        "Ranges of rates, such as 72–76%, follow from this. Where districts or ages are too close to tell apart, no single one is called the highest or lowest.",
        totals
          ? "The numbers of cards of the whole municipality are approximate, too. Numbers of residents are exact."
          : "The numbers of cards of the whole municipality, and all numbers of residents, are exact.",
        "Changes of districts or ages from month to month are not shown: in tens, a small change can look like 0 or like 10.",
        begin === null
          ? ""
          : `Districts and ages up to ${dateEn(begin)} are not shown here, because the municipality has published them elsewhere.`,
      ].filter(Boolean),
  },
  sums: {
    title: "Some numbers do not add up",
    text: [
      "The districts do not add up exactly to the whole municipality, and neither do ages, men and women. That is no mistake: each of these numbers is approximate, in tens. For the whole municipality, use its own number instead of a sum.",
    ],
  },
  merging: {
    title: "Combined districts",
    text: (smallest) => [
      `A district with fewer than ${number(smallest)} residents is published together with a neighbour. The name then has “(combined)” after it. Age groups, too, are combined until each has ${number(smallest)} residents.`,
    ],
    none: "No districts are combined in this release.",
    merge: (name, members) => `${name}: ${members}`,
  },
  sources: {
    title: "Where the numbers come from",
    text: (town, synthetic) => [
      synthetic
        ? `The figures of this release include made-up sample data. They are not the real figures of ${town}.`
        : `The figures were compiled by ${town}. No data about individuals is on this site.`,
      "Definitions and arithmetic follow the ministry’s tables on the issuance of My Number Cards (総務省「マイナンバーカード交付状況について」).",
    ],
  },
  citing: {
    title: "How to cite",
    text: "Anyone may use these figures if the source is named. With the release number, the same figures can be looked up later.",
    citation: ({ town, date, id, licence }) =>
      `${town}, “My Number Card adoption”, as of ${dateEn(date)} (release ${id}), ${licence}`,
  },
  changes: {
    title: "Changes since the release before",
    first: "This is the first release.",
    none: "No figures of the release before have changed.",
  },
};
