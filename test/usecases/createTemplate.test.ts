// Registers are added to a workbook that has some, none, or what an earlier attempt left; what is there is never touched.
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { columnLetters } from "../../src/registers/address.js";
import { templateSheets } from "../../src/registers/template.js";
import { registers } from "../../src/registers/registers.js";
import { registersOfAreas, workAreas } from "../../src/registers/workAreas.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { createTemplate } from "../../src/usecases/createTemplate.js";
import { createXlsx, openXlsx, type Sheet, type Workbook } from "../../src/xlsx/index.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { addRow } from "../messy/findingsOf.js";
import { inExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(120_000);

/** Ale's workbook as it was made before there were registers of assignments, documents and accepted findings. */
async function older(): Promise<Workbook> {
  return openXlsx(await readFile("test/messy/ale-before-assignments.xlsx"));
}

function partsOf(excel: InExcel["excel"]): Map<string, string> {
  return new Map(Object.entries(unzipSync(excel.save())).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}

function contentOf(sheet: Sheet | undefined): unknown[] {
  return [...(sheet?.cells() ?? [])].map(({ row, column, content }) => [row, column, content.value, content.formula]);
}

const tablesOf = ({ sheets }: Workbook) => sheets.flatMap(({ tables }) => tables.map(({ name }) => name)).sort();
/** Of every area of work: Ursprung comes when something is taken in. */
const everyTable = registersOfAreas(workAreas).map((key) => registers[key].table).sort();

/** All that the template makes of a workbook: cells and how they look, drop-downs, tables and names. */
function everything({ sheets, names }: Workbook) {
  return {
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      cells: contentOf(sheet),
      columns: Array.from({ length: 40 }, (_, column) => [sheet.columnWidth(column), sheet.columnHidden(column), sheet.numberFormat(1, column), sheet.format(0, column), sheet.format(1, column)]),
      dropDowns: sheet.dataValidations.flatMap(({ ranges, ...rule }) => ranges.map((range) => JSON.stringify([range.row, range.column, range.rows, range.columns, rule]))).sort(),
      tables: sheet.tables.map(({ name, range, columns }) => [name, range, columns.map((column) => column.name)]),
      frozen: sheet.freezePanes,
      page: sheet.pageLayout,
    })),
    names: names.map(({ name, formula, hidden }) => `${name} ${formula} ${hidden}`).sort(),
  };
}

describe("in a workbook that has the first registers", () => {
  it("the missing ones are added in two requests, and no part of what was there changes but the lists beside", async () => {
    const made = inExcel(await older());
    const before = partsOf(made.excel);
    const sheets = made.workbook.sheets.map(({ name }) => name);
    const lists = contentOf(made.workbook.sheet("Listor"));
    await createTemplate(made.port);

    expect(made.excel.traffic.requests).toBe(2);
    const after = openXlsx(made.excel.save());
    expect(tablesOf(after)).toEqual(everyTable);
    expect(after.sheets.map(({ name }) => name).slice(0, sheets.length)).toEqual(sheets);
    expect(contentOf(after.sheet("Listor"))).toEqual(expect.arrayContaining(lists));
    // The first new sheet is turned to, which the one that was shown says too.
    const part = (text: string | undefined) => text?.replace(' tabSelected="1"', "");
    const now = partsOf(made.excel);
    const touched = [...before].filter(([path, text]) => /worksheets\/sheet|tables\//u.test(path) && part(now.get(path)) !== part(text)).map(([, text]) => text);
    expect(touched.map((text) => text.includes("Lista") || text.includes("Listan"))).toEqual([true]);
  });

  it("every list leads to its words, the old ones where they stood", async () => {
    const made = inExcel(await older());
    const old = made.workbook.names.map(({ name, formula }) => [name, formula]);
    await createTemplate(made.port);
    const { names } = openXlsx(made.excel.save());
    expect(names.map(({ name, formula }) => [name, formula])).toEqual(expect.arrayContaining(old));
    const wanted = templateSheets(registers).flatMap((sheet) => sheet.names.map(({ name }) => name));
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted));
    const givare = names.find(({ name }) => name === "Lista_Uppdrag_givare")?.formula ?? "";
    const lists = [...(made.workbook.sheet("Listor")?.cells() ?? [])];
    const at = lists.find(({ content }) => content.value === "Uppdrag: Givare")?.column ?? -1;
    expect(givare).toBe(`Listor!$${columnLetters(at)}$2:$${columnLetters(at)}$5`);
    expect(lists.filter(({ row, column }) => row > 0 && column === at).map(({ content }) => content.value)).toEqual(["Fullmäktige", "Styrelse", "Nämnd", "Utskott"]);
  });

  it("the check finds no more than before, and a second time nothing is missing", async () => {
    const made = inExcel(await older());
    const rules = async () => (await checkWorkbook(made.port)).findings.map(({ ruleId, at }) => [ruleId, at]);
    const before = await rules();
    await createTemplate(made.port);
    expect(await rules()).toEqual(before);
    const bytes = Buffer.from(made.excel.save());
    await expect(createTemplate(made.port)).rejects.toMatchObject({ code: "registers-exist", message: expect.stringMatching(/redan registren/u) });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  it("a register is known by its table: one on a sheet that was renamed or hidden is not made again", async () => {
    const made = inExcel(await older());
    const [goals, units] = [made.workbook.table("Mal"), made.workbook.table("Enheter")];
    if (goals === undefined || units === undefined) throw new Error("no table");
    goals.sheet.name = "Våra mål";
    units.sheet.visibility = "veryHidden";
    await createTemplate(made.port);
    expect(tablesOf(openXlsx(made.excel.save()))).toEqual(everyTable);
  });

  it("lists come beside what the user has put on the sheet of lists, whatever it is called", async () => {
    const made = inExcel(await older());
    const lists = made.workbook.sheet("Listor");
    if (lists === undefined) throw new Error("no sheet");
    lists.name = "Våra listor";
    for (const name of made.workbook.names) name.formula = name.formula.replace(/^Listor!/u, "'Våra listor'!");
    lists.setCell(3, 40, { value: "egen anteckning" });
    await createTemplate(made.port);
    const after = openXlsx(made.excel.save());
    expect(after.sheet("Listor")).toBeUndefined();
    expect(after.sheet("Våra listor")?.cell(3, 40)?.value).toBe("egen anteckning");
    expect(after.names.find(({ name }) => name === "Lista_Uppdrag_givare")?.formula).toMatch(/^'Våra listor'!\$A[P-Z]\$2/u);
  });

  it("lists whose sheet is gone are made again, and their names lead there", async () => {
    const made = inExcel(await older());
    const lists = made.workbook.sheet("Listor");
    if (lists !== undefined) made.workbook.removeSheet(lists);
    await createTemplate(made.port);
    const { names } = openXlsx(made.excel.save());
    expect(names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
    expect(names.find(({ name }) => name === "Lista_Matt_riktning")?.formula).toMatch(/^Listor!\$[A-Z]+\$2/u);
  });

  it("a list that no name leads to any more is made again, though its sheet is hidden", async () => {
    const made = inExcel(await older());
    await createTemplate(made.port);
    const lists = made.workbook.sheet("Listor");
    const name = made.workbook.names.find((defined) => defined.name === "Lista_Matt_riktning");
    if (lists === undefined || name === undefined) throw new Error("no list");
    lists.visibility = "veryHidden";
    made.workbook.removeName(name);
    await createTemplate(made.port);
    expect(openXlsx(made.excel.save()).names.find((defined) => defined.name === "Lista_Matt_riktning")?.formula).toMatch(/^Listor!\$[A-Z]+\$2:\$[A-Z]+\$6$/u);
  });

  it("rows for a register that is there are refused, not dropped", async () => {
    const made = inExcel(await older());
    await expect(createTemplate(made.port, { mal: aleRows.mal ?? [] })).rejects.toMatchObject({ code: "registers-exist", message: expect.stringMatching(/Mål/u) });
  });
});

describe("what is in the way is named, and nothing is written", () => {
  it.each<[string, (workbook: Workbook) => void, RegExp]>([
    ["a table of the user's own", (workbook) => {
      const sheet = workbook.addSheet("Lista");
      for (const [column, value] of ["Nr", "Vad", "Klart"].entries()) sheet.setCell(0, column, { value });
      sheet.addTable({ row: 0, column: 0, rows: 3, columns: 3 }, { name: "Uppdrag", headerRow: true });
    }, /Tabellen på bladet Lista heter Uppdrag/u],
    ["a register that has become plain cells", (workbook) => {
      const table = workbook.table("Matt");
      if (table !== undefined) table.sheet.removeTable(table);
    }, /Bladet Mått har ingen tabell som heter Matt/u],
    ["a register whose table has another name", (workbook) => {
      const table = workbook.table("Matt");
      if (table !== undefined) table.name = "Tabell5";
    }, /tabellen på bladet Mått heter Tabell5/u],
    ["a name of the user's own", (workbook) => { workbook.addName("Godtaganden", "Enheter!$A$1"); }, /har redan namnet Godtaganden/u],
  ])("%s", async (_, change, message) => {
    const made = inExcel(await older());
    change(made.workbook);
    const bytes = Buffer.from(made.excel.save());
    await expect(createTemplate(made.port)).rejects.toMatchObject({ code: "registers-exist", message: expect.stringMatching(message) });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  it("a protected sheet of lists", async () => {
    const made = inExcel(await older());
    made.workbook.sheet("Listor")?.protect({});
    await expect(createTemplate(made.port)).rejects.toMatchObject({ code: "sheet-protected" });
  });
});

describe("beside sheets of somebody's own that are called as registers", () => {
  const own = ["Mål", "MÅTT", "Mått (register)", "Utfall", "Godtaganden", "Listor"];
  const registersOn = ({ sheets }: Workbook) => sheets.flatMap(({ name, tables }) => tables.map((table) => [table.name, name]));
  function theirs(): Workbook {
    const workbook = createXlsx();
    workbook.activeSheet.name = "Blad1";
    for (const name of own) workbook.addSheet(name).setCell(0, 0, { value: `Vårt blad ${name}`, formula: "1+1" });
    return workbook;
  }

  it("the registers and their lists get other names, and the sheets stay the same to the byte", async () => {
    const made = inExcel(openXlsx(theirs().save()));
    const before = partsOf(made.excel);
    await createTemplate(made.port, {}, ["goals"]);
    expect(made.excel.traffic.requests).toBe(3);
    const after = openXlsx(made.excel.save());
    expect(after.sheets.map(({ name }) => name).slice(1, own.length + 1)).toEqual(own);
    expect(registersOn(after)).toEqual([
      ["Installningar", "Inställningar"], ["Enheter", "Enheter"], ["Mal", "Mål (register)"], ["Kriterier", "Kriterier"], ["Matt", "Mått (register 2)"], ["Utfall", "Utfall (register)"],
      ["Uppfoljning", "Uppföljning"], ["Godtaganden", "Godtaganden (register)"],
    ]);
    expect(after.names.find(({ name }) => name === "Lista_Matt_riktning")?.formula).toMatch(/^'Listor \(register\)'!\$/u);
    const now = partsOf(made.excel);
    const part = (text: string | undefined) => text?.replace(' tabSelected="1"', "");
    for (const [path, text] of before) if (path.startsWith("xl/worksheets/")) expect(part(now.get(path))).toBe(part(text));
    expect((await checkWorkbook(made.port)).findings).toEqual([]);
    await expect(createTemplate(made.port, {}, ["goals"])).rejects.toMatchObject({ code: "registers-exist", message: expect.stringMatching(/redan registren/u) });
    // More registers find the lists.
    await createTemplate(made.port, {}, ["controls"]);
    expect(openXlsx(made.excel.save()).sheets.map(({ name }) => name).filter((name) => name.startsWith("Listor"))).toEqual(["Listor", "Listor (register)"]);
  });

  it("an attempt that stopped half-way is completed on the sheets that it had begun on", async () => {
    const whole = inExcel(openXlsx(theirs().save()));
    await createTemplate(whole.port, {}, ["controls"]);
    const goal = everything(openXlsx(whole.excel.save()));
    for (const part of [0.1, 0.6, 0.95]) {
      const made = inExcel(openXlsx(theirs().save()));
      made.excel.faults.failAt(Math.round(whole.excel.traffic.actions * part));
      await expect(createTemplate(made.port, {}, ["controls"])).rejects.toMatchObject({ name: "WorkbookError" });
      await createTemplate(made.port, {}, ["controls"]);
      expect({ part, ...everything(openXlsx(made.excel.save())) }).toEqual({ part, ...goal });
    }
  });
});

/** The areas of work that the older workbook has only a part of. */
const LATER = ["goals", "assignments", "documents"] as const;

describe("wherever Excel fails, the next attempt completes what is missing", () => {
  it("in an empty workbook", async () => {
    const whole = inExcel(createXlsx());
    await createTemplate(whole.port, {}, ["goals"]);
    const goal = everything(openXlsx(whole.excel.save()));
    const { actions } = whole.excel.traffic;
    expect(actions).toBeGreaterThan(300);
    // A sweep of every action takes an hour; these stops fall on all of the phases, the first and the last action among them.
    for (const at of [1, 2, 15, 20, 40, ...Array.from({ length: 3 }, (_, step) => 97 * (step + 1)), actions - 1, actions]) {
      const made = inExcel(createXlsx());
      made.excel.faults.failAt(at);
      await expect(createTemplate(made.port, {}, ["goals"])).rejects.toMatchObject({ name: "WorkbookError" });
      await createTemplate(made.port, {}, ["goals"]);
      expect({ at, ...everything(openXlsx(made.excel.save())) }).toEqual({ at, ...goal });
    }
  });

  it("in a workbook that has some registers, with its lists in one place all the same", async () => {
    const whole = inExcel(await older());
    await createTemplate(whole.port, {}, LATER);
    const goal = everything(openXlsx(whole.excel.save()));
    const before = whole.excel.traffic.actions;
    for (const part of [0.02, 0.3, 0.62, 0.75, 0.9]) {
      const made = inExcel(await older());
      made.excel.faults.failAt(Math.round(before * part));
      await expect(createTemplate(made.port, {}, LATER)).rejects.toMatchObject({ name: "WorkbookError" });
      await createTemplate(made.port, {}, LATER);
      expect({ part, ...everything(openXlsx(made.excel.save())) }).toEqual({ part, ...goal });
    }
  });

  it("unless somebody has written on a sheet that was half-made: that is kept, and named", async () => {
    const made = inExcel(createXlsx());
    made.excel.faults.failAt(80);
    await expect(createTemplate(made.port)).rejects.toMatchObject({ name: "WorkbookError" });
    const [sheet] = made.workbook.sheets.filter(({ name }) => name === "Godtaganden");
    sheet?.setCell(8, 2, { value: "Egen anteckning" });
    const bytes = Buffer.from(made.excel.save());
    await expect(createTemplate(made.port)).rejects.toMatchObject({ code: "registers-exist", message: expect.stringMatching(/skrivit på Godtaganden/u) });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  it("and keeps the rows that somebody has written in a register since", async () => {
    const made = inExcel(await older());
    const whole = inExcel(await older());
    await createTemplate(whole.port);
    made.excel.faults.failAt(Math.round(whole.excel.traffic.actions * 0.9));
    await expect(createTemplate(made.port)).rejects.toMatchObject({ name: "WorkbookError" });
    addRow(made.workbook, "Kriterier", { "Mål-id": "MÅL-1", Nr: "1", Kriterium: "Alla är nöjda" });
    addRow(made.workbook, "Kriterier", { "Mål-id": "MÅL-1", Nr: "2", Kriterium: "Ingen väntar" });
    await createTemplate(made.port);
    const rows = (await checkWorkbook(made.port)).contents.kriterier?.rows ?? [];
    expect(rows.map(({ values }) => values.kriterium)).toEqual(["Alla är nöjda", "Ingen väntar"]);
    // Every row has the column's drop-down, those written since too.
    const validations = openXlsx(made.excel.save()).table("Kriterier")?.sheet.dataValidations ?? [];
    expect(validations.filter(({ type }) => type === "list").flatMap(({ ranges }) => ranges)).toEqual([{ row: 1, column: 0, rows: 3, columns: 1 }]);
  });

  it.each(["before", "after"] as const)("when the connection is lost %s the work", async (when) => {
    const made = inExcel(createXlsx());
    const port: typeof made.port = {
      ...made.port,
      createRegisters: (sheets) => {
        made.excel.faults.dropNext(when);
        return made.port.createRegisters(sheets);
      },
    };
    await expect(createTemplate(port)).rejects.toMatchObject({ code: "connection" });
    if (when === "before") await createTemplate(made.port);
    expect(tablesOf(openXlsx(made.excel.save()))).toEqual(everyTable);
  });
});

describe("of some areas of work", () => {
  const sheetNames = ({ sheets }: Workbook) => sheets.map(({ name }) => name);

  it("only their registers are made, beside those that every workbook has", async () => {
    const made = inExcel(createXlsx());
    await createTemplate(made.port, {}, ["controls"]);
    const after = openXlsx(made.excel.save());
    expect(sheetNames(after).slice(1)).toEqual(["Inställningar", "Enheter", "Kontroller", "Kontrollresultat", "Godtaganden", "Listor"]);
    expect(after.names.map(({ name }) => name)).toEqual(expect.arrayContaining(["Lista_Kontrollresultat_bedomning", "Id_Kontroller"]));
    expect(after.names.map(({ name }) => name)).not.toContain("Lista_Uppfoljning_status");
    expect((await checkWorkbook(made.port)).findings).toEqual([]);
  });

  it("more can follow later, and choose among the ids of those that were there", async () => {
    const made = inExcel(createXlsx());
    await createTemplate(made.port, {}, ["goals"]);
    await expect(createTemplate(made.port, {}, ["goals"])).rejects.toMatchObject({ code: "registers-exist" });
    await createTemplate(made.port, {}, ["assignments"]);
    const uppdrag = openXlsx(made.excel.save()).sheet("Uppdrag");
    const sources = (uppdrag?.dataValidations ?? []).map(({ formula1 }) => formula1);
    expect(sources).toContain("Id_Mal");
    expect((await checkWorkbook(made.port)).findings).toEqual([]);
  });
});

test("a workbook that no sheet can be added to is told of it, and left as it was", async () => {
  const empty = inExcel(createXlsx());
  // The embedded Excel reads no such protection.
  const locked = { ...empty.port, read: async (request: Parameters<typeof empty.port.read>[0]) => ({ ...(await empty.port.read(request)), isStructureProtected: true }) };
  const before = empty.excel.save();
  await expect(createTemplate(locked)).rejects.toMatchObject({ code: "workbook-protected" });
  expect(Buffer.from(empty.excel.save()).equals(Buffer.from(before))).toBe(true);
});
