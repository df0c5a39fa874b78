// The package is old and heavy: nothing of it may reach the first view.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const src = join(__dirname, "../../src");

function filesThat(test: (text: string) => boolean): string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path) && test(readFileSync(join(src, path), "utf8")))
    .map((path) => path.replaceAll("\\", "/"));
}

test("one file imports the package", () => {
  expect(filesThat((text) => /(?:from|import\() ?"@microsoft\/office-js-helpers"/u.test(text))).toEqual(["excel/officeJsHelpers.ts"]);
});

test("that file is loaded on demand only", () => {
  expect(filesThat((text) => /from "[^"]*officeJsHelpers\.js"/u.test(text))).toEqual([]);
  expect(filesThat((text) => /import\("[^"]*officeJsHelpers\.js"\)/u.test(text))).toEqual(["excel/officeHost.ts"]);
});
