import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { registers } from "../../src/registers/registers.js";
import { registersOfAreas, workAreas } from "../../src/registers/workAreas.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { ostersundUppdrag } from "../fixtures/ostersund/ostersund.js";
import { registersAsFile, registersInExcel } from "../usecases/inExcel.js";
import { maltavla } from "./maltavla.js";

const SAMPLE = "samples/ale-maluppfoljning-t1-2019.xlsx";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maltavla-"));
});
afterAll(() => rm(folder, { recursive: true }));

function json(text: string): unknown {
  return JSON.parse(text);
}

test("a template can be checked and has no errors", async () => {
  const path = join(folder, "mall.xlsx");
  expect((await maltavla("template", path)).code).toBe(0);
  const names = openXlsx(await readFile(path)).sheets.map(({ name }) => name);
  expect(names).toEqual([...registersOfAreas(workAreas).map((key) => registers[key].sheet), "Listor"]);
  expect((await maltavla("check", path)).code).toBe(0);
});

test("a template can be of some areas of work only, and others are refused in one line", async () => {
  const path = join(folder, "beslut.xlsx");
  expect((await maltavla("template", path, "--for", "beslut, uppdrag")).code).toBe(0);
  expect(openXlsx(await readFile(path)).sheets.map(({ name }) => name)).toEqual([
    "Inställningar", "Enheter", "Uppdrag", "Aktiviteter", "Uppföljning", "Resurser", "Beslut", "Händelser", "Godtaganden", "Listor",
  ]);
  expect(await maltavla("template", path, "--for", "allt")).toMatchObject({ code: 2, error: [expect.stringMatching(/^allt går inte att välja med --for\. Välj bland mal, .*klarmarkering\.$/u)] });
});

test("check --json prints one object with findings by address, and what it cost", async () => {
  const { code, out } = await maltavla("check", SAMPLE, "--json");
  expect(code).toBe(0);
  expect(json(out)).toMatchObject({ host: { requests: 1 } });
  expect(json(out)).toHaveProperty("findings", expect.arrayContaining([expect.objectContaining({ register: "Utfall", address: "Utfall!D4", severity: "varning" })]));
});

test("check exits 1 when a cell cannot be used, and says which", async () => {
  const path = join(folder, "fel.xlsx");
  const workbook = openXlsx(await readFile(SAMPLE));
  workbook.sheet("Utfall")?.setCell(2, 1, { value: "T9 2019" });
  await writeFile(path, workbook.save());
  const { code, out } = await maltavla("check", path);
  expect(code).toBe(1);
  expect(out).toContain("Utfall!B3");
});

test("rules that are switched off are counted, and their findings are not there", async () => {
  const path = join(folder, "avstangda.xlsx");
  const workbook = openXlsx(await readFile("samples/ale-ej-verkstallda-beslut-q1-2019.xlsx"));
  const table = workbook.table(registers.installningar.table);
  if (table === undefined) throw new Error("no settings");
  const { row, column, rows } = table.range;
  const line = Array.from({ length: rows }, (_, index) => row + index).find((each) => table.sheet.cell(each, column)?.value === "regler-av");
  if (line === undefined) throw new Error("no setting for rules");
  table.sheet.setCell(line, column + 1, { value: "publik.smatal; beslut.ej-arbetsdag" });
  await writeFile(path, workbook.save());
  const { out } = await maltavla("check", path);
  expect(out).toContain("2 regler är avstängda i Inställningar: publik.smatal, beslut.ej-arbetsdag.");
  expect(out).not.toContain("[publik.smatal]");
  expect(json((await maltavla("check", path, "--json")).out)).toMatchObject({ rulesOff: ["publik.smatal", "beslut.ej-arbetsdag"] });
});

test("a finding that is accepted in Godtaganden is counted by itself, told with its reason, and is no error any longer", async () => {
  const path = join(folder, "godtagen.xlsx");
  const finding = { regel: "utfall.fel-hall", avser: "", varde: null, skal: "Känt sedan i fjol.", datum: 43_600 };
  const { port, excel } = await registersInExcel(aleRows);
  const subject = (await checkWorkbook(port)).findings.find(({ ruleId }) => ruleId === finding.regel)?.subject;
  await writeFile(path, excel.save());
  const before = await maltavla("check", path, "--json");
  await writeFile(path, await registersAsFile({ ...aleRows, godtaganden: [{ ...finding, avser: subject?.key ?? "" }] }));
  const after = await maltavla("check", path, "--json");
  expect(json(before.out)).toMatchObject({ accepted: [] });
  expect(json(after.out)).toMatchObject({ accepted: [{ ruleId: finding.regel, reason: finding.skal, date: "2019-05-15", message: expect.stringContaining("14,8") }] });
  expect(json(after.out)).toHaveProperty("findings", expect.not.arrayContaining([expect.objectContaining({ ruleId: finding.regel })]));
  expect((await maltavla("check", path)).out).toContain("Dessutom 1 godtagen anmärkning");
});

test("build --json gives the printed figures, and the file holds the report", async () => {
  const path = join(folder, "rapport.xlsx");
  const { code, out } = await maltavla("build", "maluppfoljning", SAMPLE, "--out", path, "--json");
  expect(code).toBe(0);
  expect(json(out)).toMatchObject({ report: { sheet: "Måluppföljning T1 2019 OAN" }, host: { requests: 2 } });
  expect(out).toContain('"Andel arbetslösa och i program i åldern 18–24 år","5,5 %","5,5 %","100 %"');
  expect(openXlsx(await readFile(path)).sheet("Måluppföljning T1 2019 OAN")).toBeDefined();
});

test("Östersund's assignments are checked and built from the sample, 18 rows in the printed order", async () => {
  const sample = "samples/ostersund-uppdrag-t2-2021.xlsx";
  const checked = await maltavla("check", sample, "--json");
  expect(checked.code).toBe(1);
  expect(checked.out.match(/"ruleId":"uppfoljning.status-saknas"/gu)).toHaveLength(6);
  const path = join(folder, "uppdrag.xlsx");
  const { code, out } = await maltavla("build", "uppdragsuppfoljning", sample, "--out", path, "--json");
  expect(code).toBe(0);
  expect(json(out)).toMatchObject({ host: { requests: 2 }, report: { sheet: expect.stringContaining("Uppdragsuppföljning T2 2021") } });
  const sheet = openXlsx(await readFile(path)).sheet("Uppdragsuppföljning T2 2021");
  const texts = ostersundUppdrag.map(({ uppdrag }) => uppdrag);
  const printed = [...(sheet?.cells() ?? [])].map(({ content }) => content.value).filter((value) => texts.some((text) => text === value));
  expect(printed).toEqual(texts);
  expect(printed).toHaveLength(18);
});

test("hand-edited cells are listed with exit code 1, and no file is written", async () => {
  const first = join(folder, "byggd.xlsx");
  await maltavla("build", "maluppfoljning", SAMPLE, "--out", first);
  const workbook = openXlsx(await readFile(first));
  workbook.sheet("Måluppföljning T1 2019 OAN")?.setCell(0, 0, { value: "Vår egen rubrik" });
  const edited = join(folder, "andrad.xlsx");
  await writeFile(edited, workbook.save());
  const out = join(folder, "ska-inte-finnas.xlsx");
  const asked = await maltavla("build", "maluppfoljning", edited, "--out", out);
  expect(asked.code).toBe(1);
  expect(asked.out).toContain("Vår egen rubrik");
  expect(await readdir(folder)).not.toContain("ska-inte-finnas.xlsx");
  expect((await maltavla("build", "maluppfoljning", edited, "--out", out, "--keep-edits")).code).toBe(0);
  expect(openXlsx(await readFile(out)).sheet("Måluppföljning T1 2019 OAN")?.cell(0, 0)?.value).toBe("Vår egen rubrik");
});

test("reports lists what can be built", async () => {
  expect((await maltavla("reports")).out).toContain("maluppfoljning");
});

describe("bad use and unreadable files end in one line and exit code 2", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["no command", []],
    ["an unknown command", ["bygg"]],
    ["an unknown option", ["check", SAMPLE, "--snabbt"]],
    ["a missing file", ["check", "finns-inte.xlsx"]],
    ["a file that is no workbook", ["check", "README.md"]],
    ["no --out", ["build", "maluppfoljning", SAMPLE]],
    ["both answers about edits", ["build", "maluppfoljning", SAMPLE, "--out", "x.xlsx", "--keep-edits", "--replace-edits"]],
    ["another ending than the workbook's", ["build", "maluppfoljning", SAMPLE, "--out", "x.xlsm"]],
    ["an unknown report", ["build", "arsredovisning", SAMPLE, "--out", "x.xlsx"]],
    ["an unknown unit", ["build", "maluppfoljning", SAMPLE, "--out", "x.xlsx", "--unit", "XYZ"]],
    ["an unreadable period", ["build", "maluppfoljning", SAMPLE, "--out", "x.xlsx", "--period", "T9 2019"]],
    ["a folder that cannot be written", ["template", "/finns-inte/mall.xlsx"]],
  ];
  test.each(cases)("%s", async (_what, args) => {
    const { code, error } = await maltavla(...args);
    expect(code).toBe(2);
    expect(error).toHaveLength(1);
    expect(error[0]).not.toContain("\n");
  });
});

test("new-period adds what is to be filled in, and a second time nothing", async () => {
  const path = join(folder, "t3.xlsx");
  const first = await maltavla("new-period", "samples/ostersund-uppdrag-t2-2021.xlsx", "--out", path);
  expect(first).toMatchObject({ code: 0, out: "T3 2021 är påbörjad. Nya rader i Uppföljning: 17 rader." });
  const again = await maltavla("new-period", path, "--out", join(folder, "t3-igen.xlsx"), "--json");
  expect(json(again.out)).toMatchObject({ to: "T3 2021", rows: [], changesPeriod: false });
  expect(await maltavla("new-period", path)).toMatchObject({ code: 2, error: [expect.stringContaining("--out")] });
});
