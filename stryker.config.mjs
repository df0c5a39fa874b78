// Changes the code in small ways, one at a time, and sees whether a test notices: `npm run mutation`, or for some files `npm run mutation -- --mutate src/rules/measures/status.ts`. Figures: docs/proof.md.
export default {
  testRunner: "jest",
  // The tests that state what values and measures mean; those with whole workbooks, pages and files would take days.
  jest: { config: { testMatch: ["<rootDir>/test/registers/values/*.test.ts", "<rootDir>/test/rules/{attainment,published,goalResults,period,ale,rollUp,workingDays,timeFrame,personalNumbers}.test.ts"] } },
  mutate: ["src/registers/values/*.ts", "src/rules/measures/*.ts"],
  coverageAnalysis: "perTest",
  dryRunTimeoutMinutes: 30,
  timeoutMS: 10_000,
  concurrency: 2,
  reporters: ["clear-text", "json"],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
  // A constant is made once, when its file is loaded: each of its changes would need a start of its own.
  ignoreStatic: true,
  tempDirName: ".cache/stryker",
};
