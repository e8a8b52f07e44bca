import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const REFERENCE = fileURLToPath(new URL("../../data/reference/", import.meta.url));

/** Old and rare forms that names of places keep, beyond JIS level 1. */
const PLACE_NAMES =
  "亞圓榮學嶽舊廣國櫻澤實壽條淨眞靜齊齋瀨攝錢莊總聰臺瀧龍靈邊邉邨發濱冨豐寶萬彌與禮鹽藏縣驛澁彥德晝黑髙﨑嵜嵓峩岼峅岻嶌嶋" +
  "垈埜圷圸垰垉垳埖墹壗壱弌卍廿卅丗乢乕仭仂俤俵偐傔凩凪凬刎匂匁厰叺喰囿圀堽夘夥娚媼宍寶尅屶岨峇崋崕嵒嶬巖巌帋幟彌忽恠愈慥" +
  "扨扠挧掵搦擶旡昏杁杣枡枦柞柾柎栂栃桙桝桧梺梛梍椙椛椚椡椥椨椪楡楮榁榑榧榾槇槝樅樒橅橡檜檪櫟欅欟檮淞淤渕渊湊溂濔濵瀞瀑瀦灘" +
  "炻煤燧犂狢狸猯珎瑞瓲畠畩畚疇礒礫祀祓禪稗稙穐穂竃竈笂笊笘筬箆箙箭篦簑籏粂粳糘糺絲縅繩羇羮翁翆聟胙膳艮芒芹苆苙苳苅茅茱茸莪菎" +
  "萢萱葎葭蒜蒔蒟蓑蓬蔀蔦蕗蕨蕪薊薐薮藜藪蘂蘆蘭虻蛯蛭蜷蝮蝉螻蟇袋裃裘褄襷覊訃諫譽谺豸貉賽踊蹈躑辷迚逅逧遖郡鄙釈釶鈬鉈鉾銚錣" +
  "鍬鎰鎺鏃鐔鑓闇閇閖陲隈雫霍霰靏鞆鞍鞴鞳韮餅饗駄駮騨髭鬮魞鮎鮭鯏鯑鯱鰐鰺鰻鱒鳰鳶鴇鴨鴫鵠鵯鵲鶉鷦鷺鷲鸛麁麓麩麿鼬齢龕";

/** What our words and numbers use beside the rows of the standard. */
const MARKS = "–—‘’“”…±×÷−▼▲△▽○●〓％〜～、。・";

/**
 * Every character that the pictures' font can draw: printable ASCII, JIS X 0208 rows 1–5 (marks, Latin, kana),
 * its level 1 kanji (rows 16–47), the names of all municipalities and of the districts in data/reference, and
 * the list above. Sorted, each once.
 */
export function fontCharacters(): string {
  const reference = readdirSync(REFERENCE)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => readFileSync(REFERENCE + name, "utf8"))
    .join("");
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)).join("");
  const all = ascii + jisRows(1, 5) + jisRows(16, 47) + reference + PLACE_NAMES + MARKS;
  return [...new Set(all)]
    .filter((c) => c >= " ")
    .sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
    .join("");
}

/** Rows of JIS X 0208; cells that the standard leaves empty give nothing. */
function jisRows(from: number, to: number): string {
  const decoder = new TextDecoder("euc-jp", { fatal: true });
  let text = "";
  for (let row = from; row <= to; row++) {
    for (let cell = 1; cell <= 94; cell++) {
      try {
        text += decoder.decode(new Uint8Array([0xa0 + row, 0xa0 + cell]));
      } catch {
        // An empty cell.
      }
    }
  }
  return text;
}
