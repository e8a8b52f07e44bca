import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { furiganaVoice } from "../../dashboards/residents/furigana.js";
import { shareOf } from "../../dashboards/residents/finding.js";
import { residentPages } from "../../dashboards/residents/resident-pages.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import { DEFAULT_SETTINGS, LANGUAGES } from "../../data/contract/town-settings.js";
import { stylesModule } from "../../scripts/site/write-styles.js";
import { chartDocument } from "./drawing.js";
import { triedRelease, type TriedTown } from "./public-release.js";

const decoder = new TextDecoder();
const DATA = {
  name: "173843.csv",
  mediaType: "text/csv;charset=utf-8",
  bytes: new TextEncoder().encode("a,b\r\n1,2\r\n"),
};

const write = (release: PublicRelease): Map<string, string> =>
  new Map(
    [...residentPages(release, { document: chartDocument(), files: [DATA] })].map(([name, bytes]) => [
      name,
      decoder.decode(bytes),
    ]),
  );
const pagesOf = (town: TriedTown = {}): Map<string, string> => write(triedRelease(town));

const SESSION = {
  date: "2026-11-28",
  time: "13:30～16:00",
  place: { ja: "会場" },
  what: { ja: "出張申請受付" },
};
const SETTINGS = { sessions: [SESSION], apply: [{ ja: "役場1階の窓口で受け付けます。" }] };

/** What a reader sees as text, drawings and style left out. */
const withoutDrawings = (html: string): string =>
  html.replaceAll(/<(svg|style|script)[\s\S]*?<\/\1>/g, "").replaceAll(/<title>[\s\S]*?<\/title>/g, "");

describe("the pages of a release", () => {
  const pages = pagesOf({ settings: SETTINGS });

  it("are a page and its reading in three languages, and one copy", () => {
    expect([...pages.keys()].sort()).toEqual([
      "copy.html",
      ...["easy", "en", "ja"].map((l) => `page.${l}.html`),
      ...["easy", "en", "ja"].map((l) => `reading.${l}.html`),
    ]);
  });

  it("say the finding first: number, sentence, people left", () => {
    expect(pages.get("page.ja.html")).toMatch(
      /<h1[^>]*>志賀町では、10人のうち約\u2060\d人がカードを持っています<\/h1>/,
    );
    expect(pages.get("page.en.html")).toMatch(
      /<h1[^>]*>About \d in 10 people in Shika Town have a My Number Card<\/h1>/,
    );
    expect(pages.get("page.ja.html")).toMatch(/<title>志賀町では、10人のうち約\d人/);
  });

  it("call 88% the plan's beside applications alone, for which the plan names it", () => {
    expect(pages.get("page.ja.html")).toContain("目安の88%の線から");
    expect(pagesOf({ without: ["held", "issued"] }).get("page.ja.html")).toContain("計画の88%の線から");
  });

  it.each([...pages.keys()])("%s has unique ids, and every reference meets one", (name) => {
    const html = pages.get(name)!;
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]!);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const wanted = [
      ...[...html.matchAll(/\s(?:aria-labelledby|for)="([^"]+)"/g)].flatMap((m) => m[1]!.split(" ")),
      ...[...html.matchAll(/href="#([^"]+)"/g)].map((m) => m[1]!),
      ...[...html.matchAll(/url\(#([^)]+)\)/g)].map((m) => m[1]!),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each([...pages.keys()])("%s has headings in order, and no script", (name) => {
    const html = pages.get(name)!;
    const levels = [...html.matchAll(/<h(\d)/g)].map((m) => Number(m[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([]);
    expect(html).not.toMatch(/<script(?! type="application\/json")/);
    expect(html).not.toMatch(/\son\w+=/);
  });

  it("load nothing: no picture, style, font or frame comes from an address", () => {
    for (const html of pages.values()) {
      expect(html).not.toMatch(/<(img|iframe|object|embed|video|audio|source|base)\b/);
      expect(html).not.toMatch(/\ssrc=/);
      expect(html).not.toMatch(/@import|url\((?!#)/);
      const loaded = [...html.matchAll(/<link\s+rel="(?!canonical|alternate)[^"]+"[^>]*href="([^"]+)"/g)];
      expect(loaded.map((m) => m[1])).toEqual(["data:,"]);
    }
  });

  it("speak of the day's sessions and of the town's own way to apply", () => {
    expect(pages.get("page.ja.html")).toContain('data-session="2026-11-28"');
    expect(pages.get("page.ja.html")).toContain("役場1階の窓口で受け付けます。");
    expect(pagesOf().get("page.ja.html")).toMatch(/<p data-no-sessions\s*>/);
    const over = pagesOf({ settings: { sessions: [{ ...SESSION, date: "2026-11-09" }] } });
    expect(over.get("page.ja.html")).not.toContain("data-session=");
  });

  it("give every word of plain Japanese its reading", () => {
    const names = triedRelease().tables.places.map((p) => p.name);
    const own = new RegExp(["志賀町", "石川県", "日本語", "会場", "出張申請受付", ...names].join("|"), "g");
    for (const name of ["page.easy.html", "reading.easy.html"]) {
      const bare = withoutDrawings(pagesOf({ settings: { apply: [] } }).get(name)!)
        .replaceAll(/<ruby>.*?<\/ruby>/g, "")
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(own, "");
      expect([...new Set(bare.match(/\S*\p{Script=Han}\S*/gu) ?? [])]).toEqual([]);
    }
  });

  it("are the same bytes of the same release", () => {
    expect(pagesOf({ settings: SETTINGS })).toEqual(pages);
  });

  it("stay within 60 KB packed, years of months and all", () => {
    const packed = [...pagesOf({ months: 67, settings: SETTINGS })]
      .filter(([name]) => name !== "copy.html")
      .map(([name, html]) => ({ name, bytes: gzipSync(html).length }));
    expect(packed.filter(({ bytes }) => bytes > 60 * 1024)).toEqual([]);
  });
});

describe("what is told in tens", () => {
  const SAID = {
    ja: "地区や年齢ごとの枚数は、一人ひとりが分からないように、10枚単位のおよその数で公開しています。",
    easy: "地区や 年齢ごとの 枚数は、10枚ずつの だいたいの 数です。1人ひとりの ことが わからないように する ためです。",
    en: "Numbers of cards by district and age are published in tens, as approximate numbers, so that nothing can be learnt about any one person.",
  };
  /** Without readings: text as it is written. */
  const textOf = (html: string): string =>
    withoutDrawings(html)
      .replaceAll(/<rt>.*?<\/rt>/g, "")
      .replaceAll(/<\/?(ruby|span)[^>]*>/g, "")
      .replaceAll("\u2060", "");

  it.each(LANGUAGES)(
    "is explained on the page in one sentence, once on screen and once on paper (%s)",
    (language) => {
      const page = textOf(pagesOf().get(`page.${language}.html`)!);
      const said = [...page.matchAll(/<p class="why">([^<]+)<\/p>/g)].map((m) => m[1]);
      expect(said).toEqual([SAID[language], SAID[language]]);
    },
  );

  it("is explained in 数字のよみかた: how rough, what is exact, why sums differ, what is told together", () => {
    const release = triedRelease();
    const district = release.tables.rows.find((r) => r.kind === "district")!.margin;
    const ja = textOf(write(release).get("reading.ja.html")!);
    expect(ja).toContain(`差は、100のうち95の見込みで${district}枚以内です`);
    expect(ja).toContain("町全体の枚数と、人口は、およその数ではなく、そのままの数です。");
    expect(ja).toContain("足しても合わない数があります");
    expect(ja).toContain("住民が100人に満たない地区は、となりの地区と合わせて公開します。");
    expect(ja).toContain("この公開版に、合算した地区はありません。");
    const tens = { ...DEFAULT_SETTINGS.policy, totals: "tens" as const };
    const rough = textOf(pagesOf({ settings: { policy: tens } }).get("reading.ja.html")!);
    expect(rough).toContain("町全体の枚数も、10枚単位のおよその数です。");
    expect(rough).toMatch(/この公開版では 約[\d,]+0 ÷ [\d,]+ = 約\d\d\.\d%/);
  });

  it("lists which districts are told together, whoever asked for it", () => {
    const small = textOf(pagesOf({ size: 9 }).get("reading.ja.html")!);
    const merged = triedRelease({ size: 9 }).tables.places.filter(
      (p) => p.members.length > 1 && p.kind === "district",
    );
    expect(merged.length).toBeGreaterThan(0);
    for (const { name } of merged) expect(small).toContain(`<li>${name}</li>`);
    const merges = [{ code: "M1", name: "海ぞい", members: ["14", "15"] }];
    const named = pagesOf({ settings: { policy: { ...DEFAULT_SETTINGS.policy, merges } } });
    expect(textOf(named.get("reading.ja.html")!)).toContain("<li>海ぞい: 西浦、西海</li>");
  });

  it("leaves no word of numbers kept back, on any page of any town", () => {
    for (const town of [{}, { size: 9 }, { size: 2 }, { months: 1, without: ["held" as const] }]) {
      for (const html of pagesOf(town).values()) {
        const text = html.replaceAll(/<style>[\s\S]*?<\/style>/g, "").replaceAll(/<[^>]*>/g, " ");
        expect(text).not.toMatch(/秘匿|ひみつ|隠|withheld|hidden|solver|線形計画/i);
      }
    }
  });

  it("of the town itself is about so many, compared with nothing, where the town asks for it", () => {
    const policy = { ...DEFAULT_SETTINGS.policy, totals: "tens" as const };
    const ja = textOf(pagesOf({ settings: { policy } }).get("page.ja.html")!);
    expect(ja).toMatch(/<dd class="most">約[\d,]+0人<\/dd>/);
    expect(ja).toMatch(/人に対し約[\d,]+0枚/);
    expect(ja).toContain("割合の幅(95%の見込み)");
    expect(ja).not.toContain("先月から");
    expect(textOf(pagesOf().get("page.ja.html")!)).toMatch(/<dd class="most">[\d,]+人<\/dd>/);
  });
});

describe("a release without", () => {
  it("cards held speaks of cards issued, and of applications without those", () => {
    expect(pagesOf({ without: ["held"] }).get("page.ja.html")).toContain("枚のカードが交付されました");
    expect(pagesOf({ without: ["held", "issued"] }).get("page.ja.html")).toContain("件の申請がありました");
  });
  it("any told measure says that nothing is published", () => {
    expect(pagesOf({ without: ["held", "issued", "applications"] }).get("page.ja.html")).toContain(
      "まだ公開されていません",
    );
  });
  it("a second date compares with nothing", () => {
    const html = pagesOf({ months: 1 }).get("page.ja.html")!;
    expect(html).not.toContain("先月から");
    expect(html).not.toContain("1年前から");
  });
});

describe("names from outside", () => {
  it("stay text", () => {
    const pages = pagesOf({ names: ['<b onclick="x">', "[偽|にせ]", "a&b"] });
    for (const html of pages.values()) {
      expect(html).not.toContain("<b onclick");
      expect(html).not.toContain("<rt>にせ");
    }
  });
});

describe("the denominators", () => {
  it("are listed with what each change did to the rate", () => {
    const html = pagesOf().get("reading.ja.html")!;
    expect(html).toContain("この公開版で割る人口が変わったところ");
    expect(html).toMatch(/2026年1月1日<\/td>/);
  });
});

describe("the copy", () => {
  const copy = pagesOf({ settings: SETTINGS }).get("copy.html")!;
  it("forbids itself any request", () => {
    expect(copy).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
  });
  it("holds the data itself, the certificate, and three languages", () => {
    const [, encoded] = /download="173843\.csv" +href="data:text\/csv;charset=utf-8;base64,([^"]+)"/.exec(
      copy.replaceAll("\n", " "),
    )!;
    expect(Buffer.from(encoded!, "base64").toString()).toBe("a,b\r\n1,2\r\n");
    const json = /<script type="application\/json" id="release">([\s\S]*?)<\/script>/.exec(copy)![1]!;
    expect(JSON.parse(json)).toMatchObject({
      release: "rel_tried",
      certificate: { passed: true, method: "tens-of-people" },
    });
    for (const language of ["ja", "easy", "en"]) expect(copy).toContain(`id="${language}"`);
  });
  it("leads nowhere but to itself and to the licence", () => {
    const targets = [...copy.matchAll(/href="([^"]+)"/g)].map((m) => m[1]!);
    const outside = targets.filter((t) => !/^(#|data:|tel:)/.test(t));
    expect(new Set(outside)).toEqual(new Set(["https://creativecommons.org/licenses/by/4.0/"]));
  });
});

describe("shareOf", () => {
  it.each([
    [0.842, { people: 8, of: 10 }],
    [0.96, { people: 96, of: 100 }],
    [0.9999, { people: 99, of: 100 }],
    [0.04, { people: 4, of: 100 }],
    [0.0001, { people: 1, of: 100 }],
    [1, null],
    [1.02, null],
    [0, null],
    [null, null],
  ])("%s is %o", (rate, expected) => {
    expect(shareOf(rate)).toEqual(expected);
  });
});

describe("furigana", () => {
  const { say, plain } = furiganaVoice(["高浜", "町"]);
  it.each([
    ["申請する", "<ruby>申請<rt>しんせい</rt></ruby>する"],
    ["お金", "お<ruby>金<rt>かね</rt></ruby>"],
    [
      "12人と 2人の 人",
      "12<ruby>人<rt>にん</rt></ruby>と <ruby>2人<rt>ふたり</rt></ruby>の <ruby>人<rt>ひと</rt></ruby>",
    ],
    ["4月24日", "<ruby>4月<rt>しがつ</rt></ruby><ruby>24日<rt>にじゅうよっか</rt></ruby>"],
    ["高浜の町", "高浜の町"],
    ["[質問|しつもん]<b>", "<ruby>質問<rt>しつもん</rt></ruby>&#60;b&#62;"],
  ])("%s", (text, expected) => {
    expect(say(text).text).toBe(expected);
  });
  it("reads a place's name as the town's list does, where its kana and the name's agree", () => {
    const listed = furiganaVoice(
      ["高浜", "下甘田"],
      new Map([
        ["高浜", "たかはま"],
        ["つつじヶ丘", "つつじがおか"],
        ["お寺前", "てらまえ"],
      ]),
    );
    expect(listed.say("高浜と下甘田").text).toBe("<ruby>高浜<rt>たかはま</rt></ruby>と下甘田");
    expect(listed.say("つつじヶ丘").text).toBe("つつじ<ruby>ヶ丘<rt>がおか</rt></ruby>");
    expect(listed.say("お寺前").text).toBe("お寺前");
    expect(listed.plain("高浜")).toBe("高浜");
  });
  it("leaves none in plain text", () => {
    expect(plain("[質問|しつもん]する")).toBe("質問する");
  });
});

describe("the style sheets", () => {
  it("are those that stand in dashboards/style/residents", () => {
    expect(stylesModule()).toBe(
      readFileSync(new URL("../../dashboards/residents/styles.ts", import.meta.url), "utf8"),
    );
  });

  it("know nothing of turned screens, which the tests of access leave out", () => {
    const folder = new URL("../../dashboards/style/", import.meta.url);
    const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((f) =>
      f.endsWith(".css"),
    );
    expect(sheets.length).toBeGreaterThan(15);
    for (const sheet of sheets)
      expect(readFileSync(new URL(sheet, folder), "utf8")).not.toMatch(/orientation/);
  });
});
