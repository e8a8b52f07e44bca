import type { Kind } from "../../contract/outreach.js";

const KIND = {
  name_en: null,
  start: "10:00",
  most_people: null,
  ages: "all",
  anywhere: false,
  yen: 0,
} as const;

/**
 * The kinds of a town that has named none. Their names are those of towns' notices (出張申請受付, 申請サポート, 休日窓口 …).
 * No source publishes hours: they are assumed, two or three people for the hours of the notice and an hour each before
 * and after. A town should put its own.
 */
export const DEFAULT_KINDS: readonly Kind[] = [
  {
    ...KIND,
    code: "visit",
    name: "出張申請受付",
    name_en: "Application desk on site",
    staff_hours: 12,
    duration_hours: 3,
  },
  {
    ...KIND,
    code: "support",
    name: "申請サポート",
    name_en: "Help with applying",
    staff_hours: 8,
    duration_hours: 3,
  },
  {
    ...KIND,
    code: "class",
    name: "スマホ教室",
    name_en: "Smartphone class",
    staff_hours: 6,
    duration_hours: 2,
    most_people: 15,
  },
  {
    ...KIND,
    code: "facility",
    name: "施設への訪問",
    name_en: "Visit to a care facility",
    staff_hours: 8,
    duration_hours: 3,
    most_people: 20,
    ages: "65+",
  },
  {
    ...KIND,
    code: "home",
    name: "自宅への訪問",
    name_en: "Home visits",
    staff_hours: 6,
    duration_hours: 3,
    most_people: 5,
    anywhere: true,
  },
  { ...KIND, code: "post_office", name: "郵便局", name_en: "Post office", staff_hours: 6, duration_hours: 3 },
  {
    ...KIND,
    code: "holiday",
    name: "休日窓口",
    name_en: "Counter on a holiday",
    staff_hours: 10,
    duration_hours: 4,
    start: "09:00",
  },
  {
    ...KIND,
    code: "evening",
    name: "夜間窓口",
    name_en: "Counter in the evening",
    staff_hours: 6,
    duration_hours: 2,
    start: "17:30",
  },
];
