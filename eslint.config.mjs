import officeAddinRules from "eslint-plugin-office-addins/lib/rules/index.js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const coerce = {
  selector: "MemberExpression[object.name='z'][property.name='coerce']",
  message: "z.coerce reads an empty cell as 0 and refuses \"12,5\". Parse cells with src/registers/values.",
};

const clockAndChance = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "Same input, same output: take the date as a parameter." },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Same input, same output: take the date as a parameter." },
  { selector: "CallExpression[callee.name='Date']", message: "Same input, same output: take the date as a parameter." },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Same input, same output: take ids as parameters." },
];

const hostGlobals = ["Excel", "Office", "OfficeExtension"].map((name) => ({ name, message: "Only src/excel speaks to Excel. Go through the port of src/usecases." }));

export default defineConfig(
  globalIgnores(["dist/", "out/", ".cache/", "coverage/"]),
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    // The package's main entry needs ESLint 9; its rules alone do not, and arrive as the default of a CommonJS default.
    plugins: { "office-addins": { rules: officeAddinRules.default } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "no-restricted-syntax": ["error", coerce],
      "no-control-regex": "error",
      eqeqeq: "error",

      // Opinions about form that make no difference to what is right.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: "only-allowed-literals" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/no-unnecessary-type-arguments": "off",
      "@typescript-eslint/no-unnecessary-type-conversion": "off",
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  { files: ["src/{taskpane,workbench/page}/**/*.{ts,tsx}"], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/excel/**", "src/workbench/**"],
    rules: { "no-restricted-globals": ["error", ...hostGlobals] },
  },
  {
    files: ["src/{registers,rules,reports,intake,xlsx,formulas}/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", coerce, ...clockAndChance] },
  },
  {
    files: ["src/{excel,taskpane,commands}/**/*.{ts,tsx}"],
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    // Microsoft's client is evaluated from its own file, so what comes out of it has no type until it is given one, here and only here.
    files: ["src/workbench/client.ts"],
    rules: { "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "as" }] },
  },
  {
    // Jest's matchers are typed any, and a test may claim what it has just checked.
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "as" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
);
