import { describe, expect, it } from "vitest";
import { frameSlots } from "../../dashboards/pages/page-frame.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { finishPage } from "../../scripts/site/html-page.js";

const PAGE = `<!DOCTYPE html>
<html>
<head>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<link rel="preload" as="style" href="./_import/style/site.123.css">
<link rel="stylesheet" type="text/css" href="./_import/style/site.123.css">
<link rel="modulepreload" href="./_observablehq/client.1.js">
<script type="module">

import {define} from "./_observablehq/client.1.js";
</script>
</head>
<body><a href="./progress">x</a></body>
</html>
`;
const SCRIPTS = {
  module: "/_site/progress-1.js",
  preload: ["/_site/a-1.js", "/_site/b-1.js"],
  engine: "/_site/e-1.js",
};
const PARTS = { startScript: "/_site/start-1.js", scripts: SCRIPTS, readStyle: () => "body{color:$&}" };

describe("a built page", () => {
  it("has no inline script, is Japanese and can be zoomed", () => {
    const html = finishPage(PAGE, "progress", PARTS);
    expect(html).toContain('<html lang="ja">');
    expect(html).not.toContain("maximum-scale");
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
  });

  it("has our scripts in place of Framework's", () => {
    const html = finishPage(PAGE, "progress", PARTS);
    expect(html).not.toContain("_observablehq/client");
    expect(html).toContain(
      'src="/_site/start-1.js" data-module="/_site/progress-1.js" data-preload="/_site/a-1.js /_site/b-1.js" data-engine="/_site/e-1.js"',
    );
    expect(finishPage(PAGE, "sign-in", { ...PARTS, scripts: { ...SCRIPTS, engine: null } })).not.toContain(
      "data-engine",
    );
  });

  it("carries its style and asks for no module before the first paint", () => {
    const html = finishPage(PAGE, "progress", PARTS);
    expect(html).toContain("<style>body{color:$&}</style>");
    expect(html).not.toContain("modulepreload");
    expect(html).not.toContain('rel="stylesheet"');
  });

  it("works at any depth where it says that a page does not exist", () => {
    const html = finishPage(PAGE, "404", PARTS);
    expect(html).not.toContain('="./');
    expect(html).toContain('href="/progress"');
  });
});

describe("the frame of a page", () => {
  const context: PageContext = {
    municipality: { code: "173843", name: "志賀町", prefecture: "石川県" },
    municipalities: [
      { code: "173843", name: "志賀町" },
      { code: "271004", name: "<大阪市>" },
    ],
    door: "public",
    role: null,
    files: null,
    revision: 1,
    release: "r1",
    reference: null,
    synthetic: true,
  };

  it("names the door, keeps the town in every link and escapes names", () => {
    const slots = frameSlots(context, "ages");
    expect(slots["door-badge"]).toContain("公開データ");
    expect(slots["nav"]!.match(/<a href="[^"]*\?m=173843"/g)).toHaveLength(
      slots["nav"]!.split("<li>").length - 1,
    );
    expect(slots["nav"]).toMatch(/ages\?m=173843"\s+aria-current="page"/);
    expect(slots["town-select"]).toContain("&#60;大阪市&#62;");
    expect(slots["session"]).toContain("サインイン");
    expect(frameSlots({ ...context, role: "reader" }, "ages")["session"]).toContain("サインアウト");
  });
});
