import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const root = join(__dirname, "../..");

/** Runs dependency-cruiser with our rules in `folder`; resolves to "rule: from → to" for each broken rule. */
async function brokenRules(folder: string, parts: readonly string[]): Promise<string[]> {
  const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const rules = join(root, ".dependency-cruiser.mjs");
  const run = promisify(execFile)(process.execPath, [cruiser, ...parts, "--config", rules, "--output-type", "json"], { cwd: folder, maxBuffer: 1 << 28 });
  const { stdout } = await run.catch((error: unknown) => {
    // Broken rules make the exit code non-zero; the answer is printed all the same.
    if (typeof error === "object" && error !== null && "stdout" in error && typeof error.stdout === "string" && error.stdout.startsWith("{")) return { stdout: error.stdout };
    throw error;
  });
  const answer = JSON.parse(stdout) as { summary: { violations: { from: string; to: string; rule: { name: string } }[] } };
  return answer.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** A project with these files, and the packages that the planted imports name. */
function plant(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "maltavla-layers-"));
  const packages = { react: "dependencies", "@fluentui/react-components": "dependencies", fflate: "dependencies", "@microsoft/office-js": "devDependencies", "@ironcalc/wasm": "devDependencies" };
  const manifest: Record<string, Record<string, string>> = { dependencies: {}, devDependencies: {} };
  const all: Record<string, string> = { ...files };
  for (const [name, group] of Object.entries(packages)) {
    manifest[group] = { ...manifest[group], [name]: "1.0.0" };
    all[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: "1.0.0", main: "index.js" });
    all[`node_modules/${name}/index.js`] = "module.exports = {};";
  }
  all["package.json"] = JSON.stringify({ name: "planted", version: "1.0.0", type: "module", ...manifest });
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const leaf = "export const leaf = 1;\n";

/** What every planted project has to import. */
const ground = {
  "src/registers/leaf.ts": leaf,
  "src/rules/leaf.ts": leaf,
  "src/reports/leaf.ts": leaf,
  "src/intake/leaf.ts": leaf,
  "src/updating/leaf.ts": leaf,
  "src/round/leaf.ts": leaf,
  "src/files/leaf.ts": leaf,
  "src/usecases/leaf.ts": leaf,
  "src/usecases/port.ts": "export interface Port { read(): number }\n",
  "src/excel/leaf.ts": leaf,
  "src/xlsx/leaf.ts": leaf,
  "src/formulas/leaf.ts": leaf,
  "src/workbench/leaf.ts": leaf,
  "src/workbench/server/leaf.ts": leaf,
  "src/taskpane/leaf.ts": leaf,
  "src/commands/leaf.ts": leaf,
  "src/cli/leaf.ts": leaf,
  "test/leaf.ts": leaf,
};

/** One import that must be refused, in a file of its own: [file, what it imports, the rule that says so]. */
const refused: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ["registers/usesRules", "../rules/leaf.js", "registers-imports-inward"],
  ["rules/usesReports", "../reports/leaf.js", "rules-imports-inward"],
  ["reports/usesUseCases", "../usecases/leaf.js", "reports-imports-inward"],
  ["intake/usesRules", "../rules/leaf.js", "intake-imports-inward"],
  ["updating/usesIntake", "../intake/leaf.js", "updating-imports-inward"],
  ["round/usesFiles", "../files/leaf.js", "round-imports-inward"],
  ["files/usesUseCases", "../usecases/leaf.js", "files-imports-inward"],
  ["usecases/usesExcel", "../excel/leaf.js", "usecases-imports-inward"],
  ["excel/usesUseCase", "../usecases/leaf.js", "excel-imports-inward"],
  ["excel/usesFiles", "../xlsx/leaf.js", "excel-imports-inward"],
  ["commands/usesPane", "../taskpane/leaf.js", "commands-imports-inward"],
  ["xlsx/usesFormulas", "../formulas/leaf.js", "xlsx-imports-inward"],
  ["formulas/usesFiles", "../xlsx/leaf.js", "formulas-imports-inward"],
  ["workbench/usesRegisters", "../registers/leaf.js", "workbench-imports-inward"],
  ["taskpane/usesWorkbench", "../workbench/leaf.js", "workbench-stays-out-of-production"],
  ["excel/usesClient", "@microsoft/office-js", "workbench-stays-out-of-production"],
  ["commands/usesCommandLine", "../cli/leaf.js", "workbench-stays-out-of-production"],
  ["reports/usesNode", "node:fs", "no-node-in-the-browser"],
  ["xlsx/usesNode", "node:zlib", "no-node-in-the-browser"],
  ["excel/usesNode", "node:path", "no-node-in-the-browser"],
  ["workbench/usesNode", "node:fs", "no-node-in-the-embedded-excel"],
  ["workbench/page/usesNode", "node:fs", "no-node-in-the-embedded-excel"],
  ["workbench/page/usesServer", "../server/leaf.js", "page-knows-no-server"],
  ["rules/usesReact", "react", "react-only-in-the-pane"],
  ["workbench/frame/usesReact", "react", "react-only-in-the-pane"],
  ["workbench/usesReact", "react", "react-only-in-the-pane"],
  ["usecases/usesFluent", "@fluentui/react-components", "react-only-in-the-pane"],
  ["formulas/usesOracle", "@ironcalc/wasm", "no-development-packages-in-production"],
  ["rules/usesTests", "../../test/leaf.js", "tests-and-scripts-stay-outside"],
  ["reports/usesNothing", "./missing.js", "nothing-unresolved"],
];

/** Imports that the layers are there to allow. */
const allowed: readonly (readonly [file: string, imported: string])[] = [
  ["rules/usesRegisters", "../registers/leaf.js"],
  ["reports/usesRules", "../rules/leaf.js"],
  ["updating/usesRules", "../rules/leaf.js"],
  ["round/usesIntake", "../intake/leaf.js"],
  ["files/usesFileModel", "../xlsx/leaf.js"],
  ["usecases/usesFiles", "../files/leaf.js"],
  ["usecases/usesReports", "../reports/leaf.js"],
  ["excel/usesPort", "../usecases/port.js"],
  ["taskpane/usesUseCases", "../usecases/leaf.js"],
  ["taskpane/usesReact", "react"],
  ["taskpane/usesCommands", "../commands/leaf.js"],
  ["workbench/page/usesReact", "react"],
  ["taskpane/usesExcel", "../excel/leaf.js"],
  ["commands/usesUseCases", "../usecases/leaf.js"],
  ["xlsx/usesFflate", "fflate"],
  ["workbench/usesFiles", "../xlsx/leaf.js"],
  ["workbench/usesClient", "@microsoft/office-js"],
  ["workbench/server/usesNode", "node:fs"],
  ["workbench/page/usesReact", "react"],
  ["cli/usesWorkbench", "../workbench/leaf.js"],
  ["cli/usesNode", "node:fs"],
];

const importing = (imported: string): string => `import * as planted from "${imported}";\nexport const used = planted;\n`;
const importingType = (imported: string): string => `import type * as planted from "${imported}";\nexport type Used = typeof planted;\n`;

// That our own source keeps to the rules is a step of its own in scripts/test.mjs.
describe("the layers", () => {
  let broken: string[];
  let brokenByTypes: string[];
  const planted: string[] = [];

  beforeAll(async () => {
    const files = (write: (imported: string) => string) => Object.fromEntries([...refused, ...allowed].map(([file, imported]) => [`src/${file}.ts`, write(imported)]));
    const cycle = { "src/rules/first.ts": importing("./second.js"), "src/rules/second.ts": importing("./first.js") };
    const withImports = plant({ ...ground, ...files(importing), ...cycle });
    const withTypes = plant({ ...ground, ...files(importingType) });
    planted.push(withImports, withTypes);
    [broken, brokenByTypes] = await Promise.all([brokenRules(withImports, ["src"]), brokenRules(withTypes, ["src"])]);
  }, 60_000);

  afterAll(() => {
    for (const folder of planted) rmSync(folder, { recursive: true, force: true });
  });

  test.each(refused)("src/%s may not import %s (%s)", (file, _imported, rule) => {
    expect(broken).toContainEqual(expect.stringContaining(`${rule}: src/${file}.ts → `));
  });

  test.each(refused.filter(([, , rule]) => rule.endsWith("-imports-inward")))("src/%s may not import so much as a type from %s (%s)", (file, _imported, rule) => {
    expect(brokenByTypes).toContainEqual(expect.stringContaining(`${rule}: src/${file}.ts → `));
  });

  test.each(allowed)("src/%s may import %s", (file) => {
    expect(broken.filter((line) => line.includes(`: src/${file}.ts → `))).toEqual([]);
  });

  test("a cycle is refused", () => {
    expect(broken).toContainEqual(expect.stringMatching(/^no-cycles: src\/rules\/(first|second)\.ts/));
  });
});
