// Changes the code in small ways, one at a time, and sees whether a test notices: `npm run mutation` (scripts/mutation.mjs). Figures: docs/proof.md.
import { readdirSync } from "node:fs";

const testsIn = (folder) => readdirSync(folder).filter((name) => name.endsWith(".test.ts")).map((name) => `${folder}/${name}`);
const ofRules = (...names) => names.map((name) => `test/rules/${name}.test.ts`);

/** What is changed, and the tests that state what it means; those with whole workbooks, pages and files would take days. */
export const parts = {
  values: { mutate: ["src/registers/values/*.ts"], tests: [...testsIn("test/registers/values"), ...ofRules("period")] },
  measures: { mutate: ["src/rules/measures/*.ts"], tests: [...testsIn("test/rules/measures"), ...ofRules("attainment", "published", "goalResults", "period", "ale", "rollUp")] },
  goals: { mutate: ["src/rules/goals/{goalResults,goalRollUp,goalTree,goalsInForce}.ts", "src/rules/units/units.ts"], tests: [...testsIn("test/rules/goals"), ...ofRules("goalResults")] },
};

const name = process.env["MUTATION_OF"] ?? "values";
const { mutate, tests } = parts[name];

export default {
  // Jest takes some two seconds a change. `npm run mutation` runs the same tests in scripts/mutationRunner.mjs; with MUTATION_BY=jest it does not.
  testRunner: process.env["MUTATION_BY"] ?? "jest",
  plugins: ["@stryker-mutator/jest-runner", "./scripts/mutationRunner.mjs"],
  tests,
  jest: { config: { testMatch: tests.map((test) => `<rootDir>/${test}`), roots: ["<rootDir>/src", "<rootDir>/test"] }, enableFindRelatedTests: false },
  mutate,
  coverageAnalysis: "perTest",
  dryRunTimeoutMinutes: 30,
  // A busy machine is not a change that never ends.
  timeoutMS: 20_000,
  concurrency: 1,
  reporters: ["clear-text", "json"],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `.cache/mutation-${name}.json` },
  warnings: { slow: false },
  ignorePatterns: ["samples", "docs", "dist", "assets", "bench"],
  tempDirName: ".cache/stryker",
};
