import { describe, expect, it } from "vitest";
import { attribute, readXml, unescapeText, XmlFault } from "../../../worker/intake/xml-events.js";

/** What is told of a text, in its order. */
function events(xml: string): string[] {
  const told: string[] = [];
  readXml(xml, {
    open: (name, attributes) => told.push(`<${name}${attributes}>`),
    close: (name) => told.push(`</${name}>`),
    text: (text) => told.push(text),
  });
  return told;
}

describe("XML", () => {
  it("is told as elements opening and closing, and the text between", () => {
    expect(events("<a>x<b>y</b> z</a>")).toEqual(["<a>", "x", "<b>", "y", "</b>", " z", "</a>"]);
    expect(events("")).toEqual([]);
    expect(events("x")).toEqual(["x"]);
    expect(events("<a/>x")).toEqual(["<a>", "</a>", "x"]);
  });

  it("has names without prefix and attributes as written", () => {
    expect(events('<x:row r="1"\n x:b="2"><x:c/></x:row >')).toEqual([
      '<row r="1"\n x:b="2">',
      "<c>",
      "</c>",
      "</row>",
    ]);
    expect(events('<c\tr="A1"/>')).toEqual(['<c\tr="A1">', "</c>"]);
    expect(events("<c />")).toEqual(["<c >", "</c>"]);
  });

  it("may have a sign of its end inside an attribute's quotes, of either kind", () => {
    expect(events(`<a b="x > y" c='">'/>z`)).toEqual([`<a b="x > y" c='">'>`, "</a>", "z"]);
    expect(events(`<a b="it's"/>z`)).toEqual([`<a b="it's">`, "</a>", "z"]);
  });

  it("has its declaration, its instructions and its remarks passed over", () => {
    expect(events('<?xml version="1.0"?><a><!-- <b>x</b> - > --><?php a > b ?>y</a>')).toEqual([
      "<a>",
      "y",
      "</a>",
    ]);
    expect(events("x<!---->y")).toEqual(["x", "y"]);
  });

  it("has its entities replaced in texts, and nothing in CDATA", () => {
    expect(events("<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;&#X1F600;</a>")[1]).toBe("<&>\"'AB😀");
    expect(events("<a>]]><![CDATA[x]]></a>")).toEqual(["<a>", "]]>", "x", "</a>"]);
    expect(events("<a>x<![CDATA[<b>&amp;]] >]]>y</a>")).toEqual(["<a>", "x", "<b>&amp;]] >", "y", "</a>"]);
  });

  it("keeps an entity that is none", () => {
    for (const text of ["&nbsp;", "&", "&;", "&#1114112;", "&#xFFFFFF;", "&#;", "a & b;", "&AMP;"]) {
      expect(events(`<a>${text}</a>`)[1]).toBe(text);
    }
    expect(events("<a>&#1114111;</a>")[1]).toBe("\u{10FFFF}");
  });

  it.each([
    "<a",
    '<a b="x>',
    "<a b='x\">",
    "<!-- x",
    "<!-->",
    "<!--->",
    "<![CDATA[x]]",
    "<?xml",
    "<!DOCTYPE a><a/>",
    "<!ENTITY a>",
    "x<",
  ])("%j does not end, or is a document type", (xml) => {
    expect(() => events(xml)).toThrow(XmlFault);
  });

  it("may be read by whom nothing of it concerns", () => {
    expect(() => readXml("<a>x<![CDATA[y]]></a>", {})).not.toThrow();
  });

  it("throws a fault of its own name", () => {
    expect(new XmlFault("x")).toMatchObject({ name: "XmlFault", message: "x" });
  });
});

describe("an attribute", () => {
  const attributes = ` r="A1" x:id='r&amp;1' t = "s" empty=""\n hidden="1"`;

  it.each([
    ["r", "A1"],
    ["id", "r&1"],
    ["t", "s"],
    ["empty", ""],
    ["hidden", "1"],
  ])("%s is %j", (name, value) => expect(attribute(attributes, name)).toBe(value));

  it("is null where it is not there; a part of a name is not it", () => {
    expect(attribute(attributes, "x")).toBeNull();
    expect(attribute(' customR="1" rs="2"', "r")).toBeNull();
    expect(attribute("", "r")).toBeNull();
  });

  it("is found again and again", () => {
    expect([attribute(' r="1"', "r"), attribute(' r="2"', "r"), attribute(' s="3"', "s")]).toEqual([
      "1",
      "2",
      "3",
    ]);
  });
});

describe("a text of a workbook", () => {
  it("has the characters back that XML cannot write", () => {
    expect(unescapeText("a_x000D_b_x0009_c")).toBe("a\rb\tc");
    expect(unescapeText("_x005F_x000D_")).toBe("_x000D_");
    expect(unescapeText("_x000d_")).toBe("\r");
  });

  it("keeps what only looks like it", () => {
    for (const text of ["x", "_x", "_x00_", "_x000G_", "_x000D"]) expect(unescapeText(text)).toBe(text);
  });
});
