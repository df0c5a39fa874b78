import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { APP, type Bundle, BuildFailed, ensureBuilt } from "../../../src/workbench/server/bundles.js";

const BUNDLE: Bundle = { name: "planted", words: ["--env", "planted"], output: "out", start: "index.html", sources: ["src", "settings.js", "missing"] };

/** A webpack that is quick: it writes what it was told, and one more line in a log. */
const WEBPACK = `const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const source = readFileSync("src/page.ts", "utf8");
appendFileSync("builds.log", process.argv.slice(2).join(" ") + "\\n");
if (source.includes("mistake")) { console.log("page.ts: a mistake"); process.exit(1); }
setTimeout(() => { mkdirSync("out", { recursive: true }); writeFileSync("out/index.html", source); }, 100);
`;

describe("a bundle", () => {
  const planted: string[] = [];
  afterAll(() => {
    for (const folder of planted) rmSync(folder, { recursive: true, force: true });
  });

  function project(): { readonly root: string; write(path: string, content: string): void; builds(): string[] } {
    const root = mkdtempSync(join(tmpdir(), "maltavla-bundles-"));
    planted.push(root);
    const write = (path: string, content: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    };
    write("node_modules/webpack/bin/webpack.js", WEBPACK);
    write("src/page.ts", "one");
    write("settings.js", "");
    return { root, write, builds: () => (existsSync(join(root, "builds.log")) ? readFileSync(join(root, "builds.log"), "utf8").trim().split("\n") : []) };
  }

  test("is made for production when it is missing, and not again", async () => {
    const { root, builds } = project();
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
    expect(readFileSync(join(root, "out/index.html"), "utf8")).toBe("one");
    expect(await ensureBuilt(root, BUNDLE)).toBe(false);
    expect(builds()).toEqual(["--mode production --env planted"]);
  });

  test.each([
    ["a source is changed", "src/page.ts", "two and more"],
    ["a source comes new", "src/deep/other.ts", "new"],
    ["a setting is changed", "settings.js", "changed"],
  ])("is made anew when %s", async (_what, path, content) => {
    const { root, write, builds } = project();
    await ensureBuilt(root, BUNDLE);
    write(path, content);
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
    expect(builds()).toHaveLength(2);
  });

  test("is made anew when a source is gone, and when what was made is", async () => {
    const { root, write, builds } = project();
    write("src/other.ts", "other");
    await ensureBuilt(root, BUNDLE);
    rmSync(join(root, "src/other.ts"));
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
    rmSync(join(root, "out"), { recursive: true });
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
    expect(builds()).toHaveLength(3);
  });

  test("that cannot be made says why, each time it is asked for, until it is mended", async () => {
    const { root, write } = project();
    await ensureBuilt(root, BUNDLE);
    write("src/page.ts", "mistake");
    await expect(ensureBuilt(root, BUNDLE)).rejects.toThrow(new BuildFailed("page.ts: a mistake\n"));
    await expect(ensureBuilt(root, BUNDLE)).rejects.toThrow(BuildFailed);
    write("src/page.ts", "mended");
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
  });

  test("that two ask for at the same time is made once", async () => {
    const { root, builds } = project();
    const made = await Promise.all([ensureBuilt(root, BUNDLE), ensureBuilt(root, BUNDLE), ensureBuilt(root, BUNDLE)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(builds()).toHaveLength(1);
  });

  test("is made although a program that began on it died", async () => {
    const { root, write } = project();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    write(".cache/building", String(pid));
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
  });

  test("is made although a program that died began on it, and another has its number since", async () => {
    const { root, write } = project();
    write(".cache/building", String(process.pid));
    utimesSync(join(root, ".cache/building"), 0, 0);
    expect(await ensureBuilt(root, BUNDLE)).toBe(true);
  });
});

test("the add-in is built anew when any folder that can be a part of it has changed", () => {
  const parts = readdirSync(join(__dirname, "../../../src")).filter((folder) => folder !== "workbench" && folder !== "cli");
  expect(APP.sources).toEqual(expect.arrayContaining(parts.map((folder) => `src/${folder}`)));
});
