// Taking in sheets from the command line: what a controller runs, reads and gets.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { laidOut, type Laid } from "../intake/takenIn.js";
import { registersAsFile } from "../usecases/inExcel.js";
import { comparable, documents, mappingOf } from "../usecases/takenInDocuments.js";
import { excelDialect, excelDialectParts, zipParts } from "../xlsx/excelDialect.js";
import { maltavla } from "./maltavla.js";

jest.setTimeout(240_000);

let folder = "";
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "maltavla-import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, workbook: Workbook) => writeFileSync(at(name), workbook.save());
const contentsOf = async (name: string) => (await checkWorkbook(officeWorkbook(openClient(new EmbeddedExcel(openXlsx(readFileSync(at(name))))).Excel), 44_500)).contents;

/** Two sheets, one of which nobody could take for a table, and measures of which one has no direction. */
const underlag = (outcome: Laid = "62 %") => laidOut({
  Socialnämnden: [["Uppföljning T1 2019"], [], ["Mått", "Målvärde", "Utfall", "Ansvarig handläggare"], ["Andel nöjda", "Minst 75 %", outcome, "x"], ["Andel trygga", null, "81 %", "y"]],
  Anteckningar: [["Ring Kalmar på fredag"]],
});

interface Printed {
  readonly tables: readonly { readonly id: string; readonly register: string; readonly columns: readonly { readonly header: string; readonly target: string | null; readonly confidence: number; readonly reason: string }[] }[];
  readonly sheetsWithoutTables: readonly string[];
  readonly plan: { readonly added: readonly { readonly register: string; readonly source: string }[]; readonly changed: readonly object[]; readonly unchanged: readonly object[]; readonly missing: readonly object[] };
  readonly findings: readonly { readonly ruleId: string; readonly address: string | null }[];
  readonly taken: { readonly added: number; readonly changed: number; readonly registersMade: readonly string[] } | null;
}
const printed = (text: string) => JSON.parse(text) as Printed;

it.each(Object.entries(documents))("%s comes in with every row right", async (_name, document) => {
  write("in.xlsx", document.workbook());
  writeFileSync(at("register.xlsx"), await registersAsFile(document.registers));
  writeFileSync(at("val.json"), JSON.stringify(mappingOf(document)));
  const period = document.period === undefined ? [] : ["--period", document.period];
  const { error } = await maltavla("import", at("in.xlsx"), "--into", at("register.xlsx"), "--out", at("ut.xlsx"), "--mapping", at("val.json"), ...period);
  expect(error).toEqual([]);
  const { expected, found } = comparable(await contentsOf("ut.xlsx"), document);
  expect(found).toEqual(expected);
});

it("sheets called as registers come in to the workbook they stand in, and a second time nothing is new", async () => {
  const rows = (name: string): Laid[][] => [[name, "Målvärde", "Utfall T1 2019"], ["Andel nöjda", "Minst 75 %", "62 %"], ["Andel trygga", "Minst 80 %", "81 %"]];
  write("f.xlsx", laidOut({ Mått: rows("Mått"), Utfall: [["Se bladet Mått"]], Mål: [["Inga än"]], Uppdrag: [["Uppdrag 2019", "Nämnd"], ["Utred lokaler", "SN"]] }));
  // Which tab is turned to is nothing that a sheet says.
  const partsOf = (name: string) => Object.entries(unzipSync(readFileSync(at(name)))).map(([path, part]) => [path, strFromU8(part).replace(' tabSelected="1"', "")] as const);
  const before = new Map(partsOf("f.xlsx"));
  const first = await maltavla("import", at("f.xlsx"), "--into", at("f.xlsx"), "--out", at("f2.xlsx"));
  expect(first.error).toEqual([]);
  const after = new Map(partsOf("f2.xlsx"));
  for (const sheet of [1, 2, 3, 4]) expect(after.get(`xl/worksheets/sheet${sheet}.xml`)).toBe(before.get(`xl/worksheets/sheet${sheet}.xml`));
  const { matt, utfall, uppdrag } = await contentsOf("f2.xlsx");
  expect([matt, utfall, uppdrag].map((content) => [content?.sheet, content?.rows.length])).toEqual([["Mått (register)", 2], ["Utfall (register)", 2], ["Uppdrag (register)", 1]]);
  const again = await maltavla("import", at("f.xlsx"), "--into", at("f2.xlsx"), "--out", at("f3.xlsx"), "--json");
  expect(printed(again.out).plan).toMatchObject({ added: [], changed: [], missing: [] });
  expect((await maltavla("check", at("f2.xlsx"))).out).not.toContain("ingen tabell");
});

it("tells what was understood, what came of it and what to do, and writes only what it was asked to write", async () => {
  write("in.xlsx", underlag());
  const before = readFileSync(at("in.xlsx"));
  const first = await maltavla("import", at("in.xlsx"), "--out", at("ut.xlsx"), "--save-mapping", at("val.json"));
  expect([first.code, first.error]).toEqual([1, []]);
  expect(first.out).toContain("Socialnämnden!A3: Mått (2 rader");
  expect(first.out).toMatch(/Mått +→ Mått, Mått \(100 %\)/u);
  expect(first.out).toMatch(/Ansvarig handläggare +läses inte in/u);
  expect(first.out).toContain("Utan tabell: Anteckningar.");
  expect(first.out).toContain("Mått: 1 ny\nUtfall: 1 ny\n");
  expect(first.out).toMatch(/fel +Socialnämnden!A5: .*Riktning saknas/u);
  expect(first.out).toContain("--save-mapping");
  expect(first.out).toContain("Läste in 2 nya rader och ändrade 0 celler. Nya register: ");

  // As somebody would fill in what was saved.
  const mapping = JSON.parse(readFileSync(at("val.json"), "utf8")) as { tables: { sheet: string; columns: Record<string, object>; defaults?: object }[] };
  expect(mapping.tables.map(({ sheet, columns }) => [sheet, columns])).toEqual([
    ["Socialnämnden", { Mått: { register: "matt", key: "matt" }, Målvärde: { register: "matt", key: "malvarde" }, Utfall: { register: "utfall", key: "utfall" } }],
  ]);
  for (const table of mapping.tables) table.defaults = { "matt.riktning": "Öka" };
  writeFileSync(at("val.json"), JSON.stringify(mapping));
  const second = await maltavla("import", at("in.xlsx"), "--into", at("ut.xlsx"), "--out", at("ut2.xlsx"), "--mapping", at("val.json"), "--json");
  const { tables, sheetsWithoutTables, plan, findings, taken } = printed(second.out);
  expect([second.code, second.error]).toEqual([0, []]);
  expect(tables).toMatchObject([{ id: "Socialnämnden!A3", register: "Matt", columns: [{ header: "Mått", target: "matt.matt", confidence: 1, reason: "Du har valt kolumnen." }, {}, {}, { target: null }] }]);
  expect(sheetsWithoutTables).toEqual(["Anteckningar"]);
  expect(plan.added).toMatchObject([{ register: "Matt", source: "Socialnämnden!A5" }, { register: "Utfall", source: "Socialnämnden!A5" }]);
  expect([plan.changed, plan.unchanged.length, plan.missing]).toEqual([[], 2, []]);
  expect(findings.every(({ address }) => address?.startsWith("Socialnämnden!") === true)).toBe(true);
  expect(taken).toEqual({ added: 2, changed: 0, registersMade: [] });

  // The third time the workbook remembers what was said, and one figure is another.
  write("in2.xlsx", underlag("64 %"));
  const third = await maltavla("import", at("in2.xlsx"), "--into", at("ut2.xlsx"), "--out", at("ut3.xlsx"));
  expect(third.code).toBe(0);
  expect(third.out).toMatch(/Utfall!D\d  MÅTT-1 · T1 2019.*, Utfall: ”62\s%” blir ”64\s%”/u);
  expect(readFileSync(at("in.xlsx")).equals(before)).toBe(true);
});

it("takes in the sheets of the workbook that has the registers, and leaves them as they are", async () => {
  write("in.xlsx", underlag());
  const { error, out } = await maltavla("import", at("in.xlsx"), "--into", at("in.xlsx"), "--out", at("ut.xlsx"));
  expect(error).toEqual([]);
  expect(out).toContain("Utan tabell: Anteckningar.");
  const after = openXlsx(readFileSync(at("ut.xlsx")));
  expect(after.sheet("Socialnämnden")?.cell(3, 2)?.value).toBe("62 %");
  expect((await contentsOf("ut.xlsx")).utfall?.rows).toHaveLength(1);
});

const compound = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...Buffer.from(stream, "utf16le"), ...new Uint8Array(512)]);

it.each<[string, Uint8Array, RegExp]>([
  ["an .xls that somebody has renamed", compound("Workbook"), /gamla Excelformatet \(\.xls\)/u],
  ["a workbook with a password", compound("EncryptedPackage"), /lösenord/u],
  ["a file that grows without bounds", zipParts({ ...excelDialectParts(), "xl/media/stor.bin": new Uint8Array(5 * 1024 * 1024) }), /säker källa/u],
  ["half a file", excelDialect().subarray(0, 3_000), /avklippt/u],
  ["a web page", Buffer.from("<html><body><table><tr><td>Mått</td></tr></table></body></html>"), /webbsida/u],
  ["an empty file", new Uint8Array(0), /tom/u],
])("%s is refused in one line, and nothing is written", async (_what, bytes, words) => {
  writeFileSync(at("in.xlsx"), bytes);
  const { code, out, error } = await maltavla("import", at("in.xlsx"), "--out", at("ut.xlsx"));
  expect([code, out, error.length]).toEqual([2, "", 1]);
  expect(error[0]).toMatch(words);
  expect(error[0]).toContain("in.xlsx");
  expect(existsSync(at("ut.xlsx"))).toBe(false);
});

it("writes no workbook where there is nothing to take in, and refuses what cannot be followed", async () => {
  write("in.xlsx", laidOut({ Blad1: [["Hej"]] }));
  const nothing = await maltavla("import", at("in.xlsx"), "--out", at("ut.xlsx"));
  expect([nothing.code, existsSync(at("ut.xlsx"))]).toEqual([1, false]);
  expect(nothing.out).toContain("Ingen tabell");
  writeFileSync(at("val.json"), "{ trasig");
  const wrong: readonly (readonly string[])[] = [
    [at("in.xlsx")], [at("in.xlsx"), "--out", at("in.xlsx")], ["--out", at("ut.xlsx")], [at("in.xlsx"), "--out", at("ut.xlsx"), "--mapping", at("val.json")],
    [at("in.xlsx"), "--out", at("ut.xlsx"), "--period", "i höst"], [at("in.xlsx"), "--out", at("ut.xlsx"), "--unit", "Ingen"], [at("saknas.xlsx"), "--out", at("ut.xlsx")], [at("in.xlsx"), "--out", at("ut.xlsm")],
  ];
  for (const args of wrong) {
    const { code, error } = await maltavla("import", ...args);
    expect([args, code, error.length]).toEqual([args, 2, 1]);
  }
  expect(existsSync(at("ut.xlsx"))).toBe(false);
});
