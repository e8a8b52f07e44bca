const JAPANESE = {
  title: "図をほかのサイトに載せる",
  intro:
    "図・言語・幅を選ぶと、ページに貼り付けるコードができます。載せた図は、新しい公開版が出ると自動で新しくなります。クッキーは使いません。",
  chart: "図",
  language: "言語",
  width: "幅",
  make: "コードを作る",
  none: "この図はいまの公開版にありません。",
  code: "貼り付けるコード",
  copy: "コピーする",
  copied: "コピーしました",
  preview: "見え方",
  languages: { ja: "日本語", easy: "やさしい日本語", en: "English" },
  widths: { full: "ページの幅に合わせる(760pxまで)", wide: "760px", narrow: "360px" },
};

/** The words of the page that makes codes for frames: its readers look after a site. */
export const MAKER_WORDS: Readonly<Record<"ja" | "en", typeof JAPANESE>> = {
  ja: JAPANESE,
  en: {
    title: "Put a chart on your website",
    intro:
      "Choose a chart, a language and a width, and paste the code into your page. The chart renews itself with each new release. It sets no cookies.",
    chart: "Chart",
    language: "Language",
    width: "Width",
    make: "Make the code",
    none: "The latest release has no such chart.",
    code: "The code to paste",
    copy: "Copy",
    copied: "Copied",
    preview: "What it looks like",
    languages: JAPANESE.languages,
    widths: { full: "As wide as the page (up to 760px)", wide: "760px", narrow: "360px" },
  },
};
