import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ImportFailure } from "../../scripts/import-mic/failure.js";
import { findMicFiles } from "../../scripts/import-mic/find-files.js";
import { findToken } from "../../scripts/import-mic/find-token.js";
import { importFiles } from "../../scripts/import-mic/import-files.js";
import { readImportOptions } from "../../scripts/import-mic/options.js";
import type { ImportedTable } from "../../scripts/import-mic/send-table.js";
import { describeOutcomes } from "../../scripts/import-mic/summary.js";
import { findFreePort } from "../../scripts/ports.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ikiwatari-import-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string, text = "x"): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
};

describe("readImportOptions", () => {
  it("has defaults, and reads what is given", () => {
    expect(readImportOptions(["a.csv", "b"])).toEqual({
      files: ["a.csv", "b"],
      url: "http://localhost:8787",
      token: null,
      dryRun: false,
      help: false,
    });
    expect(readImportOptions(["--url", "https://a.example/", "--token", "t", "--dry-run", "a"])).toEqual({
      files: ["a"],
      url: "https://a.example",
      token: "t",
      dryRun: true,
      help: false,
    });
  });

  it.each(
    [[], ["--frash", "a"], ["--url", "here", "a"], ["--url", "file:///a", "a"], ["--url"]].map((a) => [a]),
  )("refuses %j", (args) => expect(() => readImportOptions(args)).toThrow(ImportFailure));
});

describe("findMicFiles", () => {
  it("takes files as named and folders by path, each once, relative to where it was called", () => {
    const later = file("mic/20220630/all_localgovs.csv");
    const first = file("mic/20170308/all_prefectures.CSV");
    file("mic/README.md");
    file("mic/20170308/~$open.xlsx");
    expect(findMicFiles(["mic"], folder)).toEqual([first, later]);
    expect(findMicFiles([later, "mic"], folder)).toEqual([later, first]);
    const workbook = file("mic/20220831/000836723.xlsx");
    expect(findMicFiles(["mic"], folder)).toEqual([first, later, workbook]);
  });

  it("refuses what is not there, what is no table, a folder without any", () => {
    file("empty/README.md");
    for (const name of ["nothing", "empty", "empty/README.md"]) {
      expect(() => findMicFiles([name], folder)).toThrow(ImportFailure);
    }
  });
});

describe("findToken", () => {
  it("prefers what is given, then the environment, then .dev.vars", () => {
    const vars = file(".dev.vars", 'OTHER=1\nADMIN_TOKEN="ikw_file"\n');
    expect(findToken("ikw_given", { ADMIN_TOKEN: "ikw_env" }, vars)).toBe("ikw_given");
    expect(findToken(null, { ADMIN_TOKEN: "ikw_env" }, vars)).toBe("ikw_env");
    expect(findToken(null, {}, vars)).toBe("ikw_file");
    expect(() => findToken(null, {}, join(folder, "none"))).toThrow(ImportFailure);
  });
});

const TABLE: ImportedTable = {
  series: "prefecture",
  tables: [{ series: "prefecture", figures: 47 }],
  as_of: ["2022-06-30"],
  changes: { added: 47, changed: 0, removed: 0, unchanged: 0 },
  issues: [
    { row: 3, column: "率", code: "rate_differs", message: { ja: "率が違います", en: "rate differs" } },
  ],
  sums: [
    {
      check: "prefecture_is_sum_of_municipalities",
      as_of: "2022-06-30",
      compared: 47,
      differing: [{ code: "170003", count: "issued", published: 500_001, sum: 500_000 }],
    },
  ],
};

describe("importFiles", () => {
  let server: Server;
  let url: string;
  const seen: { path: string | undefined; body: string; authorization: string | undefined; type: string }[] =
    [];
  beforeEach(async () => {
    seen.length = 0;
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString("latin1");
        const type = request.headers["content-type"]!.split(".").at(-1)!;
        seen.push({ path: request.url, body, authorization: request.headers.authorization, type });
        const answers: Record<string, [number, object]> = {
          refused: [422, { title: "断り / Refused", unmatched: [{ row: 2, name: "志賀市" }] }],
          forbidden: [403, { title: "権限 / Role" }],
          known: [200, TABLE],
        };
        const [status, answer] = answers[body] ?? [201, TABLE];
        response.writeHead(status).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen({ host: "127.0.0.1", port: 0 }, resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it("sends the bytes as they are, goes on after a refusal, and tells how far it is", async () => {
    const files = [file("a.csv", "refused"), file("b.csv", "known"), file("c.csv", "new")];
    const progress: number[] = [];
    const target = { url, token: "ikw_t", dryRun: false };
    const outcomes = await importFiles(files, target, folder, (done) => progress.push(done));
    expect(progress).toEqual([1, 2, 3]);
    const authorization = "Bearer ikw_t";
    expect(seen[2]).toEqual({
      path: "/api/v1/reference-series",
      body: "new",
      authorization,
      type: "text/csv",
    });
    expect(outcomes).toMatchObject([
      { file: "a.csv", refused: expect.stringContaining("志賀市 (行/row 2)") },
      { file: "b.csv", known: true },
      { file: "c.csv", known: false },
    ]);
    await importFiles([files[2]!], { ...target, dryRun: true }, folder, () => {});
    expect(seen[3]!.path).toBe("/api/v1/reference-series?dry_run=true");
    await importFiles([file("d.xlsx", "PK\u0003\u0004")], target, folder, () => {});
    expect(seen[4]!.type).toBe("sheet");
  });

  it("stops where the next file would fare no better", async () => {
    const files = [file("a.csv", "forbidden"), file("b.csv", "new")];
    const send = (to: string) => importFiles(files, { url: to, token: "t", dryRun: false }, folder, () => {});
    await expect(send(url)).rejects.toThrow(ImportFailure);
    expect(seen).toHaveLength(1);
    await expect(send(`http://127.0.0.1:${await findFreePort()}`)).rejects.toThrow(/npm start/);
  });
});

describe("describeOutcomes", () => {
  it("counts each table of a workbook, and its changes once", () => {
    const table: ImportedTable = {
      ...TABLE,
      series: "municipality",
      tables: [
        { series: "municipality", figures: 1_741 },
        { series: "prefecture", figures: 47 },
      ],
      issues: [],
      sums: [],
    };
    expect(describeOutcomes([{ file: "a.xlsx", table, known: false }]).split("\n")).toEqual([
      "市区町村 / municipalities: 1 表/tables (新規/new 1), 2022-06-30 – 2022-06-30",
      "  追加/added 47, 訂正/changed 0, 削除/removed 0, 同じ/unchanged 0",
      "都道府県 / prefectures: 1 表/tables (新規/new 1), 2022-06-30 – 2022-06-30",
      "1 件を取り込み、0 件は取り込めませんでした / 1 taken in, 0 refused",
    ]);
  });

  it("says what went in, what differs and what was refused", () => {
    const lines = describeOutcomes([
      { file: "a.csv", table: TABLE, known: false },
      { file: "b.csv", table: TABLE, known: true },
      { file: "c.csv", refused: "HTTP 422\n直すところ" },
    ]).split("\n");
    expect(lines).toEqual([
      "都道府県 / prefectures: 2 表/tables (新規/new 1), 2022-06-30 – 2022-06-30",
      "  追加/added 47, 訂正/changed 0, 削除/removed 0, 同じ/unchanged 0",
      "都道府県 = 市区町村の合計 / prefecture = its municipalities: 照合/compared 47, 不一致/differing 1",
      "  2022-06-30 170003 issued: 公表/published 500,001, 合計/sum 500,000",
      "⚠ 率が違います / rate differs: 2",
      "  a.csv: 行/row 3, 率",
      "  b.csv: 行/row 3, 率",
      "✗ c.csv",
      "  HTTP 422",
      "  直すところ",
      "2 件を取り込み、1 件は取り込めませんでした / 2 taken in, 1 refused",
    ]);
  });
});
