// Changes the code in small ways, one at a time, and sees whether a test notices: `npm run mutation` (scripts/mutation.mjs). Figures: docs/proof.md.

/** What is changed, and the tests that state what it means; those with whole workbooks, pages and files would take days. */
export const parts = {
  values: { mutate: ["src/registers/values/*.ts"], tests: ["<rootDir>/test/registers/values/*.test.ts"] },
  measures: { mutate: ["src/rules/measures/*.ts"], tests: ["<rootDir>/test/rules/{attainment,published,goalResults,period,ale,rollUp}.test.ts"] },
};

const name = process.env["MUTATION_OF"] ?? "values";
const part = parts[name];

export default {
  testRunner: "jest",
  // The tests are told above: looking for those that a file has to do with would take longer than they do.
  jest: { config: { testMatch: part.tests, roots: ["<rootDir>/src", "<rootDir>/test"] }, enableFindRelatedTests: false },
  mutate: part.mutate,
  coverageAnalysis: "perTest",
  dryRunTimeoutMinutes: 30,
  // A busy machine is not a change that never ends.
  timeoutMS: 60_000,
  concurrency: 2,
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: `.cache/mutation-${name}.json` },
  // A constant is made once, when its file is loaded: each of its changes would need a start of its own.
  ignoreStatic: true,
  tempDirName: ".cache/stryker",
};
