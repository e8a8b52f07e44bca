import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PublicTables } from "../../data/disclosure/published.js";
import { readTables } from "../../data/disclosure/read-tables.js";

/** A folder of a release's published files, as anybody can download them. */
export interface ReleaseFolder {
  folder: string;
  id: string;
  tables: PublicTables;
  made_at: string;
  /** Files whose SHA-256 is not what the manifest says; null without a manifest. */
  altered: string[] | null;
}

/** What is wrong with a folder, in words for whoever named it. */
export class FolderFailure extends Error {}

const NEEDED = ["tables.json", "release.json"];

/** The folders of releases in a folder: itself, or those right below it; oldest release first. @throws FolderFailure */
export function readReleases(folder: string): ReleaseFolder[] {
  const isRelease = (path: string) => existsSync(join(path, "tables.json"));
  const found = isRelease(folder)
    ? [folder]
    : existsSync(folder)
      ? readdirSync(folder)
          .map((name) => join(folder, name))
          .filter(isRelease)
      : [];
  if (found.length === 0) {
    throw new FolderFailure(
      `${folder}: 公開ファイル(${NEEDED.join("、")})がありません / no published files here or right below`,
    );
  }
  return found.map(readRelease).sort((a, b) => (a.made_at < b.made_at ? -1 : 1));
}

function readRelease(folder: string): ReleaseFolder {
  const release = readJson(join(folder, "release.json")) as { id?: string; made_at?: string };
  if (!release.made_at || !release.id)
    throw new FolderFailure(`${folder}: 公開ファイルの形ではありません / not the files of a release`);
  const { id, made_at } = release;
  return { folder, id, made_at, tables: tablesIn(folder), altered: alteredFiles(folder) };
}

/** Releases of the method before hold no tables of this kind: they are an archive. */
function tablesIn(folder: string): PublicTables {
  try {
    return readTables(readJson(join(folder, "tables.json")));
  } catch (error) {
    throw new FolderFailure(
      `${folder}: tables.json がこの方式の公開ファイルではありません / tables.json is not of this method`,
      { cause: error },
    );
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new FolderFailure(`${path}: 読めません / cannot be read`, { cause: error });
  }
}

/** Only files that are there are compared: nobody needs to download pictures to check numbers. */
function alteredFiles(folder: string): string[] | null {
  const path = join(folder, "manifest.json");
  if (!existsSync(path)) return null;
  const { files } = readJson(path) as { files: { name: string; sha256: string }[] };
  return files
    .filter(({ name }) => existsSync(join(folder, name)))
    .filter(
      ({ name, sha256 }) =>
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex") !== sha256,
    )
    .map(({ name }) => name);
}
