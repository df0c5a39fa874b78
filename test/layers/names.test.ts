import { readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";

const root = join(__dirname, "../..");

/** Names that say where code was put and not what it is about. */
const SAYS_NOTHING = /^(utils?|helpers?|common|misc|shared|stuff)(\.|$)/i;

function everyPath(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...everyPath(path)] : [path];
  });
}

test("every file and folder is named after what it is about", () => {
  const paths = ["src", "test", "scripts", "bench"].flatMap((folder) => everyPath(join(root, folder)));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => SAYS_NOTHING.test(basename(path))).map((path) => relative(root, path))).toEqual([]);
});

test.each(["utils", "utils.ts", "helpers.test.ts", "Common", "misc.tsx"])("%s would be refused", (name) => {
  expect(name).toMatch(SAYS_NOTHING);
});

test.each(["commonPeriods.ts", "helpText.ts", "utfall.ts"])("%s is fine", (name) => {
  expect(name).not.toMatch(SAYS_NOTHING);
});
