import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const setup = join(__dirname, "../../scripts/setup.mjs");

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>;
}

const lock: Lock = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/always": { version: "1.2.3" },
    "node_modules/only-on-other-platforms": { version: "1.0.0", optional: true },
  },
};
const asInstalled: Lock = { packages: { "node_modules/always": { version: "1.2.3" } } };

/** A project whose npm is a script that writes down that it was called, and then does `npmDoes`. */
class PlantedProject {
  readonly folder = mkdtempSync(join(tmpdir(), "maltavla-setup-"));
  private readonly called = join(this.folder, "npm-was-called");
  private readonly npm = join(this.folder, "npm.js");

  constructor(npmDoes = "") {
    mkdirSync(join(this.folder, "scripts"));
    copyFileSync(setup, join(this.folder, "scripts/setup.mjs"));
    writeFileSync(join(this.folder, "package.json"), JSON.stringify({ name: "planted", type: "module" }));
    writeFileSync(this.npm, `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(this.called)}, process.argv.slice(2).join(" "));\n${npmDoes}`);
    this.lock(lock, 1000);
  }

  lock(content: Lock, seconds: number): void {
    this.write("package-lock.json", content, seconds);
  }

  installed(content: Lock, seconds: number): void {
    mkdirSync(join(this.folder, "node_modules"), { recursive: true });
    this.write("node_modules/.package-lock.json", content, seconds);
  }

  private write(path: string, content: Lock, seconds: number): void {
    writeFileSync(join(this.folder, path), JSON.stringify(content));
    utimesSync(join(this.folder, path), seconds, seconds);
  }

  setUp(): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [join(this.folder, "scripts/setup.mjs")], { encoding: "utf8", env: { ...process.env, npm_execpath: this.npm } });
  }

  get npmCall(): string | undefined {
    return existsSync(this.called) ? readFileSync(this.called, "utf8") : undefined;
  }
}

describe("setting up a clone", () => {
  const planted: PlantedProject[] = [];
  const project = (npmDoes?: string): PlantedProject => {
    const made = new PlantedProject(npmDoes);
    planted.push(made);
    return made;
  };
  afterAll(() => {
    for (const { folder } of planted) rmSync(folder, { recursive: true, force: true });
  });

  test("a fresh clone is installed from the lock file, with one line", () => {
    const fresh = project();
    const result = fresh.setUp();
    expect(result.status).toBe(0);
    expect(fresh.npmCall).toMatch(/^ci /);
    expect(result.stderr.trim().split("\n")).toEqual([expect.stringContaining("Installerar")]);
    expect(result.stdout).toBe("");
  });

  test("an installation as new as the lock file is left alone, in silence", () => {
    const current = project();
    current.installed(asInstalled, 2000);
    expect(current.setUp()).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(current.npmCall).toBeUndefined();
  });

  test("a lock file that git only gave a new time installs nothing", () => {
    const touched = project();
    touched.installed(asInstalled, 500);
    expect(touched.setUp()).toMatchObject({ status: 0, stderr: "" });
    expect(touched.npmCall).toBeUndefined();
  });

  test.each<[string, Lock]>([
    ["another version", { packages: { "node_modules/always": { version: "1.2.2" } } }],
    ["a package too few", { packages: {} }],
    ["a package too many", { packages: { ...asInstalled.packages, "node_modules/gone": { version: "1.0.0" } } }],
  ])("%s than in a newer lock file is installed anew", (_what, installed) => {
    const stale = project();
    stale.installed(installed, 500);
    expect(stale.setUp().status).toBe(0);
    expect(stale.npmCall).toMatch(/^ci /);
  });

  test("when npm fails, what it said is shown, and what to do", () => {
    const offline = project('console.error("ENOTFOUND registry"); process.exit(1);');
    const result = offline.setUp();
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("ENOTFOUND registry");
    expect(result.stderr).toContain("Kontrollera nätet");
  });
});
