// These libraries ship ES modules only; Jest runs CommonJS, so they go through swc too.
const esModulesOnly = ["@borgar/fx", "@borgar"];

const swc = ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } }, module: { type: "commonjs" } }];

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  setupFiles: ["<rootDir>/test/setup/browser.ts", "<rootDir>/test/setup/seed.ts"],
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1", "^@fluentui/react-icons$": "<rootDir>/test/setup/fluentIcons.ts" },
  transform: { "^.+\\.(ts|tsx|mts|mjs|js)$": swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join("|")})/)`],
  // Jest runs each test file in a global object of its own, where looking up a global takes far longer than calling it. These are handed to every module instead.
  sandboxInjectedGlobals: ["Object", "Array", "Map", "Set", "WeakMap", "WeakSet", "Math", "Number", "String", "Boolean", "JSON", "RegExp", "Error", "TypeError", "Promise", "Uint8Array"],
  // A test fails by what it finds; how busy the machine is must not decide.
  testTimeout: 120_000,
  cacheDirectory: "<rootDir>/.cache/jest",
};
