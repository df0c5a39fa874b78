import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(__dirname, "../..");
const planted: string[] = [];

/** Builds a planted pane with our checks and a limit of 20 KiB; gives webpack's exit code and what it said. */
function build(files: Readonly<Record<string, string>>): { status: number | null; said: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "maltavla-bundle-"));
  planted.push(folder);
  const checks = pathToFileURL(join(root, "scripts/bundleChecks.mjs")).href;
  const licences = pathToFileURL(join(root, "scripts/bundleLicences.mjs")).href;
  const config = `import { BundleChecks } from "${checks}";
    import { BundleLicences } from "${licences}";
    export default { context: import.meta.dirname ?? ${JSON.stringify(folder)}, mode: "production", target: "web", optimization: { minimize: false }, entry: { taskpane: "./src/taskpane/index.js" }, performance: { hints: false },
      plugins: [new BundleLicences(), new BundleChecks({ entries: { taskpane: 20 * 1024 } })] };`;
  for (const [path, text] of Object.entries({ "webpack.config.mjs": config, "package.json": '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules/webpack/bin/webpack.js"), "--stats", "errors-warnings"], { cwd: folder, encoding: "utf8" });
  return { status, said: stdout + stderr, folder };
}

const importing = (path: string): string => `import { thing } from "${path}";\nconsole.log(thing);\n`;
const thing = "export const thing = 1;\n";
/** Text that gzip cannot shorten below its own size in bytes. */
const incompressible = (bytes: number): string => `export const thing = "${randomBytes(bytes).toString("base64")}";\n`;

afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true });
});

test("a small pane with no foreign code is built", () => {
  expect(build({ "src/taskpane/index.js": importing("../registers/thing.js"), "src/registers/thing.js": thing })).toMatchObject({ status: 0 });
});

test.each([
  ["the embedded Excel", "../workbench/thing.js", "src/workbench/thing.js"],
  ["the command line", "../cli/thing.js", "src/cli/thing.js"],
  ["Microsoft's development client", "@microsoft/office-js", "node_modules/@microsoft/office-js/index.js"],
])("a pane with %s in it is not", (_what, imported, file) => {
  const { status, said } = build({ "src/taskpane/index.js": importing(imported), [file]: thing });
  expect(status).not.toBe(0);
  expect(said).toContain("must not be in a production bundle");
});

test("a pane that needs Node is not", () => {
  expect(build({ "src/taskpane/index.js": 'import { readFileSync } from "node:fs";\nconsole.log(readFileSync);\n' }).status).not.toBe(0);
});

test("a pane whose first load is too heavy is not", () => {
  const { status, said } = build({ "src/taskpane/index.js": importing("./thing.js"), "src/taskpane/thing.js": incompressible(25 * 1024) });
  expect(status).not.toBe(0);
  expect(said).toContain("limit 20 KiB");
});

test("what is loaded on demand does not count", () => {
  const onDemand = 'void import("./thing.js").then(({ thing }) => console.log(thing));\n';
  expect(build({ "src/taskpane/index.js": onDemand, "src/taskpane/thing.js": incompressible(25 * 1024) })).toMatchObject({ status: 0 });
});

test("office-js-helpers is let in on demand, and not into the first load", () => {
  // Does something of its own, so that webpack cannot do without it.
  const helpers = { "node_modules/@microsoft/office-js-helpers/index.js": `${thing}console.log("helpers");\n` };
  const onDemand = 'void import("@microsoft/office-js-helpers").then(({ thing }) => console.log(thing));\n';
  expect(build({ "src/taskpane/index.js": onDemand, ...helpers })).toMatchObject({ status: 0 });
  const { status, said } = build({ "src/taskpane/index.js": importing("@microsoft/office-js-helpers"), ...helpers });
  expect(status).not.toBe(0);
  expect(said).toContain("must be loaded on demand");
});

const packageOf = (facts: object): Readonly<Record<string, string>> => ({
  "src/taskpane/index.js": importing("thing"),
  "node_modules/thing/package.json": JSON.stringify({ name: "thing", version: "1.2.3", main: "lib/index.js", ...facts }),
  "node_modules/thing/lib/package.json": '{"type":"commonjs"}',
  "node_modules/thing/lib/index.js": "exports.thing = 1;\n",
  "node_modules/thing/LICENSE": "Copyright of thing's author.",
});

test("a package that ships stands in licences.txt with its licence in full", () => {
  const { status, folder } = build(packageOf({ license: "MIT" }));
  expect(status).toBe(0);
  const listed = readFileSync(join(folder, "dist/licences.txt"), "utf8");
  expect(listed).toContain("thing 1.2.3 (MIT)");
  expect(listed).toContain("Copyright of thing's author.");
});

test.each([
  ["asks more than to be named", { license: "GPL-3.0-only" }, "its licence GPL-3.0-only"],
  ["says nothing of its licence", {}, "its licence undefined"],
  ["runs a script when it is installed", { license: "MIT", scripts: { postinstall: "node fetch.js" } }, "runs a script"],
])("a package that %s does not ship", (_what, facts, told) => {
  const { status, said } = build(packageOf(facts));
  expect(status).not.toBe(0);
  expect(said).toContain(told);
});
