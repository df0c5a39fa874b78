// These libraries ship ES modules only; Jest runs CommonJS, so they go through swc too.
const esModulesOnly = ["@borgar/fx", "@borgar"];

const swc = ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } }, module: { type: "commonjs" } }];

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  setupFiles: ["<rootDir>/test/setup/browser.ts", "<rootDir>/test/setup/seed.ts"],
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: { "^.+\\.(ts|tsx|mts|mjs|js)$": swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join("|")})/)`],
  // A test fails by what it finds; how busy the machine is must not decide.
  testTimeout: 120_000,
  cacheDirectory: "<rootDir>/.cache/jest",
};
