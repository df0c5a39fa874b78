import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(__dirname, "../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "maltavla-tools-")));

beforeAll(() => {
  copyFileSync(join(__dirname, "../tools.ts"), join(folder, "tools.ts"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "jest.config.mjs"), `import ours from ${JSON.stringify(pathToFileURL(join(root, "jest.config.mjs")).href)};\nexport default { ...ours, rootDir: ${JSON.stringify(folder)}, testMatch: ["<rootDir>/*.test.ts"], setupFiles: [] };\n`);
  writeFileSync(join(folder, "planted.test.ts"), 'import { describeWith } from "./tools.js";\ndescribeWith("chromium", "the pane", (program) => { test("opens", () => { expect(program).toMatch(/chromium$/); }); });\ntest("needs nothing", () => {});\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the planted test with `path` as the only place to find programs in. */
function run(path: string, ci: "true" | ""): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules/jest/bin/jest.js"), "-w", "1"], { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: path, CI: ci } });
  return { status, said: stdout + stderr };
}

test("a missing tool is skipped at home, and that is said", () => {
  const { status, said } = run("/nowhere", "");
  expect(said).toContain("HOPPAS ÖVER / SKIPPED: the pane (chromium");
  expect(said).toMatch(/Tests:\s+1 skipped, 1 passed/);
  expect(status).toBe(0);
}, 60_000);

test("a missing tool is a failure in CI", () => {
  const { status, said } = run("/nowhere", "true");
  expect(said).toMatch(/Tests:\s+1 failed, 1 passed/);
  expect(status).not.toBe(0);
}, 60_000);

test("a tool that is there is used, by its full path", () => {
  writeFileSync(join(folder, "bin/chromium"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const { status, said } = run(join(folder, "bin"), "true");
  expect(said).toMatch(/Tests:\s+2 passed/);
  expect(status).toBe(0);
}, 60_000);

test("a tool that cannot start counts as missing", () => {
  writeFileSync(join(folder, "bin/chromium"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  expect(run(join(folder, "bin"), "").said).toContain("SKIPPED");
}, 60_000);
