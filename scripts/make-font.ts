import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fontCharacters } from "./font/characters.js";

/**
 * Cuts the font of the charts' pictures out of Noto Sans JP (OFL 1.1). Its bytes are part of what every picture is
 * made from, so the result is kept in git, and the 49 MB it is cut from are no dependency. To make it again:
 *
 *   npm install --prefix FOLDER --no-save @expo-google-fonts/noto-sans-jp@0.4.3 subset-font@2.9.0
 *   npx tsx scripts/make-font.ts FOLDER
 */
const SOURCE_SHA256 = "d930d5d52d15231c283089760f84584272ad5e37e14607ba0d19c798e7a9caec";
const packages = createRequire(pathToFileURL(resolve(process.argv[2] ?? ".", "package.json")));
const pictures = fileURLToPath(new URL("../worker/releases/pictures/", import.meta.url));

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: "truetype"; noLayoutClosure: boolean },
) => Promise<Buffer>;
const subsetFont = packages("subset-font") as SubsetFont;

const source = readFileSync(
  packages.resolve("@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf"),
);
const sha256 = createHash("sha256").update(source).digest("hex");
if (sha256 !== SOURCE_SHA256) throw new Error(`another Noto Sans JP than the one expected: ${sha256}`);

// Without the closure over layout features: vertical and alternate forms are never drawn, and weigh a third more.
const font = await subsetFont(source, fontCharacters(), { targetFormat: "truetype", noLayoutClosure: true });
writeFileSync(`${pictures}noto-sans-jp.ttf`, font);
copyFileSync(
  packages.resolve("@expo-google-fonts/noto-sans-jp/LICENSE_FONT"),
  `${pictures}noto-sans-jp.LICENSE.txt`,
);
console.log(`${[...fontCharacters()].length} characters, ${font.length} bytes`);
