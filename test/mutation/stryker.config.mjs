const OWN = ".toolchain/mutation";

/** Stryker's settings; `npm run mutation` runs it and reads its report. Paths start at the project's folder. */
export default {
  mutate: [
    "data/contract/**/*.ts",
    "worker/intake/**/*.ts",
    // They call the ledger in D1 and R2, which Node does not have; their tests are those of the whole Worker.
    "!worker/intake/receive-upload.ts",
    "!worker/intake/request-key.ts",
  ],
  ignorers: ["wording"],
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/ignore-wording.mjs"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 1,
  incremental: true,
  incrementalFile: `${OWN}/incremental.json`,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: `${OWN}/report.json` },
  tempDirName: `${OWN}/sandbox`,
  // What is not needed is not copied.
  ignorePatterns: [
    ".toolchain",
    "dashboards",
    "dist",
    "docs",
    "data/samples",
    "test/browser",
    ".wrangler",
    ".dev.vars",
  ],
  allowConsoleColors: false,
  // Stryker would rewrite tsconfig.json through an interface of the compiler that TypeScript 7 no longer has.
  tsconfigFile: "none",
};
