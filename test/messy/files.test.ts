// Files that are not what they are called, and files that LibreOffice and openpyxl have saved.
import { execFileSync } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { maltavla } from "../cli/maltavla.js";
import { withProfile } from "../libreoffice/libreOffice.js";
import { describeWith } from "../tools.js";
import { aleInExcel, build, built, inExcel } from "../usecases/inExcel.js";

let folder: string;
let ale: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maltavla-messy-"));
  const { excel, port } = await aleInExcel();
  await built(port);
  ale = excel.save();
});
afterAll(() => rm(folder, { recursive: true }));

/** The Ale file with one part changed, or taken out. */
function withPart(name: RegExp, change: (text: string) => string | undefined): Uint8Array {
  const parts = unzipSync(ale);
  const changed = Object.entries(parts).flatMap(([path, bytes]): [string, Uint8Array][] => {
    if (!name.test(path)) return [[path, bytes]];
    const text = change(strFromU8(bytes));
    return text === undefined ? [] : [[path, strToU8(text)]];
  });
  return zipSync(Object.fromEntries(changed));
}

test.each<[string, () => Uint8Array, RegExp]>([
  ["empty", () => new Uint8Array(), /tom/u],
  ["cut off", () => ale.slice(0, 5000), /avklippt|skadad/u],
  ["a list with semicolons", () => strToU8("Mått;Utfall\n1;2\n"), /ingen Excel-arbetsbok/u],
  ["without the part that holds a sheet", () => withPart(/sheet6\.xml$/u, () => undefined), /saknas/u],
  ["with a sheet cut in half", () => withPart(/sheet6\.xml$/u, (text) => text.slice(0, text.length / 2)), /skadad/u],
  ["without the part that holds a table", () => withPart(/table5\.xml$/u, () => undefined), /saknas/u],
  ["with a table cut in half", () => withPart(/table5\.xml$/u, (text) => text.slice(0, text.length / 2)), /skadad/u],
])("a file that is %s: one line that says so, exit code 2, and no new file", async (name, bytes, says) => {
  const path = join(folder, "trasig.xlsx");
  await writeFile(path, bytes());
  const before = await readdir(folder);
  for (const args of [["check", path], ["build", "maluppfoljning", path, "--out", join(folder, "ny.xlsx")]]) {
    const { code, error } = await maltavla(...args);
    expect([name, code, error.length]).toEqual([name, 2, 1]);
    expect(error[0]).toMatch(says);
  }
  expect(await readdir(folder)).toEqual(before);
});

test.each([
  ["a file that is not there", ["check", "saknas.xlsx"], "finns inte"],
  ["a folder", ["check", "mapp.xlsx"], "är en mapp"],
  ["a folder that is not there to save in", ["build", "maluppfoljning", "ale.xlsx", "--out", "saknas/ny.xlsx"], "finns inte"],
  ["a folder in the way of the saved file", ["build", "maluppfoljning", "ale.xlsx", "--out", "mapp.xlsx"], "är en mapp"],
])("%s is told in words", async (_, [command = "", ...rest], says) => {
  await mkdir(join(folder, "mapp.xlsx"), { recursive: true });
  await writeFile(join(folder, "ale.xlsx"), ale);
  const { code, error } = await maltavla(command, ...rest.map((argument) => (argument.endsWith(".xlsx") ? join(folder, argument) : argument)));
  expect([code, error.length]).toEqual([2, 1]);
  expect(error[0]).toContain(says);
  expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a report may be saved over the workbook it was built from", async () => {
  const path = join(folder, "samma.xlsx");
  await writeFile(path, ale);
  expect((await maltavla("build", "maluppfoljning", path, "--out", path, "--period", "T1 2018")).code).toBe(0);
  expect(openXlsx(await readFile(path)).sheet("Måluppföljning T1 2018 OAN")).toBeDefined();
});

test("a workbook that may only be read can be checked and built from", async () => {
  const path = join(folder, "skrivskyddad.xlsx");
  await writeFile(path, ale);
  await chmod(path, 0o444);
  expect((await maltavla("check", path)).code).toBe(0);
  expect((await maltavla("build", "maluppfoljning", path, "--out", join(folder, "bredvid.xlsx"))).code).toBe(0);
});

/** Saved by another program, the workbook is to say what it said before, and its report is still ours. */
async function expectTheSame(bytes: Uint8Array): Promise<void> {
  const before = await checkWorkbook(inExcel(openXlsx(ale)).port);
  const saved = inExcel(openXlsx(bytes));
  const { findings } = await checkWorkbook(saved.port);
  expect(findings.map(({ ruleId, at }) => ({ ruleId, at }))).toEqual(before.findings.map(({ ruleId, at }) => ({ ruleId, at })));
  expect(await build(saved.port)).toMatchObject({ kind: "built" });
}

describeWith("soffice", "a workbook that LibreOffice has saved", (program) => {
  const convert = (to: string, file: string) => {
    withProfile(folder, (profile) => execFileSync(program, [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "sparad"), file], { stdio: "ignore", timeout: 120_000 }));
  };

  test("gives the same findings, and its report is rebuilt without questions", async () => {
    await writeFile(join(folder, "ale.xlsx"), ale);
    convert("xlsx", join(folder, "ale.xlsx"));
    await expectTheSame(await readFile(join(folder, "sparad", "ale.xlsx")));
  }, 120_000);

  test.each(["ods", "xls"])("as %s under the name of .xlsx is no workbook for us, and says so", async (format) => {
    await writeFile(join(folder, "ale.xlsx"), ale);
    convert(format, join(folder, "ale.xlsx"));
    const path = join(folder, "fel-namn.xlsx");
    await copyFile(join(folder, "sparad", `ale.${format}`), path);
    const { code, error } = await maltavla("check", path);
    expect([code, error.length]).toEqual([2, 1]);
    expect(error[0]).toMatch(/ingen Excel-arbetsbok|gamla Excelformatet/u);
  }, 120_000);
});

describeWith("python3-openpyxl", "a workbook that openpyxl has saved", (program) => {
  test("gives the same findings, and its report is rebuilt without questions", async () => {
    const [from, to] = [join(folder, "ale.xlsx"), join(folder, "openpyxl.xlsx")];
    await writeFile(from, ale);
    execFileSync(program, ["-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", from, to], { stdio: "ignore", timeout: 60_000 });
    await expectTheSame(await readFile(to));
  }, 60_000);
});
