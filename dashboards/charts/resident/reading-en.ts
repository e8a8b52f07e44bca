import { number } from "../words.js";
import type { ReadingWords } from "./reading-words.js";
import { dateEn } from "./words-en.js";

export const READING_EN: ReadingWords = {
  lead: "What these rates count, why some numbers are not published, and how far you can rely on them.",
  contents: "On this page",
  rates: {
    title: "Three rates",
    text: ["Each of them divides a count by the population. They differ in what they count."],
    formulas: {
      applications: "Application rate = valid applications so far ÷ population",
      issued: "Issuance rate = cards issued so far ÷ population",
      held: "Holding rate = cards that are valid now ÷ population",
    },
    example: (count, population, percent) =>
      `In this release: ${number(count)} ÷ ${number(population)} = ${percent}%`,
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
  hiding: {
    title: "“Withheld”: numbers that are not published",
    text: ({ smallestCount, smallestPopulation, uniformGroups }) => [
      `Where very few people are meant, someone could be recognised. Counts below ${number(smallestCount)} are therefore withheld. Where fewer than ${number(smallestPopulation)} people live, only the population is shown.`,
      "The same holds where few people are without a card, because a subtraction from the population would tell.",
      ...(uniformGroups === "hide"
        ? [
            "Groups in which everyone (100%) or no one (0%) has a card are withheld as well: the number would tell about each of them.",
          ]
        : []),
      "Hiding one number is not enough where totals give it back. Other numbers are then hidden with it.",
      "A number is hidden for all months, since the months before and after would hint at it. What was hidden once stays hidden in later releases.",
    ],
    some: (hidden) =>
      `This release withholds ${number(hidden)} series (the applications, cards issued or cards held of one group through all months). The reason for each is not given, because it would itself be a clue.`,
    none: "This release withholds nothing.",
  },
  proof: {
    title: "How we know that withheld numbers stay unknown",
    text: [
      "For every withheld number we checked, using all published tables, all months and all earlier releases together, that it cannot be worked out and cannot be narrowed down. A release that fails this check cannot be published.",
      "The method is linear programming: for each withheld number, other figures that agree with everything published are actually constructed.",
    ],
    facts: (c) => [
      ["Result", c.passed ? "All checked" : "Not passed"],
      ["Withheld values (series × dates)", number(c.hidden)],
      ["Shown to have other possible values", number(c.protected)],
      ["Published earlier and beyond recall", number(c.known)],
      ["Narrowed by earlier releases alone", number(c.exposed)],
      ["Smallest range", number(c.smallestWidth)],
      ["Alternative figures constructed", number(c.witnesses)],
      ["Problems solved", number(c.programs)],
      ["Solver", c.solver],
    ],
  },
  merging: {
    title: "Merged districts",
    text: ["Small districts may be published together with a neighbour. Their name then says so."],
    none: "No districts are merged in this release.",
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
