import { dateParts, isMonthEnd } from "../data/contract/as-of-date.js";
import type { Measure } from "../data/contract/figure.js";
import { number } from "../charts/words.js";
import type { ResidentWords } from "./resident-words.js";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const RATES: Readonly<Record<Measure, string>> = {
  held: "holding rate",
  issued: "issuance rate",
  applications: "application rate",
};

/** 31 October 2026. */
export const dayEn = (iso: string): string => {
  const { year, month, day } = dateParts(iso);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};

/** The end of October 2026, or 1 June 2022. */
export const dateEn = (iso: string): string => {
  const { year, month } = dateParts(iso);
  return isMonthEnd(iso) ? `the end of ${MONTHS[month - 1]} ${year}` : dayEn(iso);
};

export const ENGLISH: ResidentWords = {
  title: (town) => `My Number Cards in ${town}`,
  skip: "Skip to content",
  languages: "Language",
  sample: "The figures on this page are made-up sample data. They are not the town's real figures.",
  towns: "Municipality",
  chooseTown: "Show",
  notebooks: "Staff pages",
  asOf: (date) => `As of ${dateEn(date)}`,
  finding: (town, measure, share, percent) => {
    if (!share) return `The ${RATES[measure]} of ${town} is ${percent ?? "—"}%`;
    const { people, of } = share;
    return {
      held: `About ${people} in ${of} people in ${town} have a My Number Card`,
      issued: `${town} has issued about ${people} cards for every ${of} residents`,
      applications: `${town} has received about ${people} applications for every ${of} residents`,
    }[measure];
  },
  nothingYet: (town) => `No figures of ${town} have been published yet`,
  nothingYetMore:
    "Once they are, this page will show the rate of the whole municipality, of its districts and of each age. You can apply for a card now.",
  meaning: {
    held: "Share of residents who have a card now",
    issued: "Cards handed out so far, compared with the population",
    applications: "Applications received so far, compared with the population",
  },
  ofResidents: (measure, count, population) =>
    `${count}${{ held: " held", issued: " issued", applications: "" }[measure]} for ${number(population)} residents`,
  bandOfRate: "95% range of the rate",
  since: ({ as_of, month }) => (month ? "Since last month" : `Since ${dateEn(as_of)}`),
  aYear: "Since a year ago",
  fromLine: (line) => `From ${line.replace(/^The /, "the ").replace(/^88% mark$/, "the 88%")} line`,
  points: (signed) => `${signed} points`,
  left: {
    held: "People who do not have a card yet",
    issued: "People who have not received a card yet",
    applications: "People who have not applied yet",
  },
  leftNote: (left) => `“${left}” is an estimate: the population less the cards or applications.`,
  otherBase:
    "A newer population count is used than on a date compared with. Part of the change comes from that.",
  howToApply: "See how to apply",
  charts: "Charts",
  showTable: "Show the numbers as a table",
  tableOf: (title) => `Table: ${title}`,
  tableCut: (rows) => `The first ${number(rows)} rows. All numbers are in the open data below.`,
  applyTitle: "How to apply",
  applyIntro: "There are four ways to apply. Your first card is free of charge.",
  ways: [
    {
      name: "Smartphone",
      how: "Scan the QR code on your application form, take a photo of your face and send it.",
    },
    {
      name: "Computer",
      how: "Enter the 23-digit ID of your form on the application website and send a photo of your face.",
    },
    {
      name: "Photo booth",
      how: "Show the QR code on your form to a booth that takes applications. The photo has a price.",
    },
    { name: "Post", how: "Fill in the application form, attach a photo of your face and post it." },
  ],
  receive:
    "A postcard tells you when your card is ready. Collect it at the office of the municipality where you are registered. It takes about a month from application to collection.",
  noForm: "If you have no application form, ask for one at your municipal office.",
  phoneTitle: "Ask by phone",
  phone: "My Number toll-free line (Japanese)",
  phoneOther: "English and other languages",
  applySource:
    "See: My Number Card website of the Japan Agency for Local Authority Information Systems (J-LIS); Digital Agency, FAQ about the My Number Card",
  sessionsTitle: "Next sessions near you",
  sessionsNone: "No sessions are announced at the moment. You can apply at any time in the ways above.",
  day: (iso) => `${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]}, ${dayEn(iso)}`,
  contactTitle: "Contact",
  contact: (town) => `The My Number Card desk of ${town}`,
  shareTitle: "Share this page",
  shareAddress: "Address of this page",
  shareBy: (where) => `Send by ${where}`,
  mail: "e-mail",
  embed: "Put a chart on your website",
  dataTitle: "Open data",
  dataIntro:
    "Anyone may use the figures of this release. These addresses stay the same when a new release comes.",
  dataAll: "All files and earlier releases",
  aboutTitle: "About these figures",
  readingTitle: "How to read the numbers",
  readingLink:
    "How rates are worked out, why some numbers are approximate, and when the population base changed",
  back: "Back to the main page",
  publisher: "Published by",
  licenceTitle: "Licence",
  licence: {
    "CC-BY-4.0": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
    "PDL-1.0": "Public Data License 1.0 (PDL1.0)",
  },
  releaseTitle: "Release",
  issued: (date, id) => `${id} (made on ${dayEn(date)})`,
  copy: "Save this release as one file (HTML)",
};
