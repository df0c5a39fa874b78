// Register tables after years of use: moved, renamed, copied, filtered, typed under. What can be read is read; what cannot is told once, with what to do.
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { build, inExcel } from "../usecases/inExcel.js";
import { addRow, aleAfter, newFindings, put, tableOf, told } from "./findingsOf.js";
import { createXlsx, type Workbook } from "../../src/xlsx/index.js";

function rename(workbook: Workbook, table: string, from: string, to: string): void {
  const { sheet, range, columns } = tableOf(workbook, table);
  const column = columns.find(({ name }) => name === from);
  if (column === undefined) throw new Error(`no column ${from}`);
  sheet.setCell(range.row, range.column + columns.indexOf(column), { value: to });
  column.name = to;
}

const WHOLE = { rows: 1_048_576, columns: 16_384 };

describe("what changes nothing is not told of", () => {
  test.each<[string, (workbook: Workbook) => void]>([
    ["tables moved down and right, with notes above", (workbook) => {
      const { sheet } = tableOf(workbook, "Matt");
      sheet.insertCells({ row: 0, column: 0, rows: 4, columns: WHOLE.columns }, "down");
      sheet.insertCells({ row: 0, column: 0, rows: WHOLE.rows, columns: 2 }, "right");
      sheet.setCell(0, 0, { value: "Anteckningar: så här gör vi" });
    }],
    ["a column of the user's own in the middle", (workbook) => { tableOf(workbook, "Utfall").insertColumns(3, ["Ansvarig handläggare"]); }],
    ["headers by other names, in other case and with line breaks", (workbook) => {
      rename(workbook, "Matt", "Måttenhet", "Sort");
      rename(workbook, "Matt", "Mått", "NYCKELTAL");
      rename(workbook, "Utfall", "Period", "period *");
      rename(workbook, "Mal", "Överordnat mål", "Överordnat\nmål".normalize("NFD"));
    }],
    ["sheets renamed, hidden and protected", (workbook) => {
      tableOf(workbook, "Utfall").sheet.name = "Utfall T1 (gammalt)";
      tableOf(workbook, "Matt").sheet.visibility = "hidden";
      tableOf(workbook, "Enheter").sheet.visibility = "veryHidden";
      tableOf(workbook, "Mal").sheet.protect({});
      tableOf(workbook, "Utfall").sheet.protect({});
    }],
    ["rows and columns hidden", (workbook) => {
      const { sheet } = tableOf(workbook, "Utfall");
      sheet.setRowHidden(1, 3, true);
      sheet.setColumnHidden(1, 3, true);
    }],
    ["blank rows at the end", (workbook) => {
      addRow(workbook, "Utfall", {});
      addRow(workbook, "Utfall", {});
    }],
    ["the sheet of drop-down lists removed", (workbook) => {
      const lists = workbook.sheet("Listor");
      if (lists !== undefined) workbook.removeSheet(lists);
    }],
    ["a note under a table", (workbook) => { tableOf(workbook, "Utfall").sheet.setCell(4, 0, { value: "Siffrorna är hämtade ur Kolada" }); }],
  ])("%s", async (_, change) => {
    expect(told(await newFindings(change))).toEqual([]);
  });
});

describe("a register that is not where it should be is one fault that says how to bring it back", () => {
  test("a table with another name", async () => {
    const findings = await newFindings((workbook) => { tableOf(workbook, "Matt").name = "Tabell5"; });
    expect(told(findings).filter((text) => text.startsWith("fel"))).toEqual(["fel register.annat-namn Mått!A1"]);
    expect(findings[0]?.message.sv).toMatch(/Tabell5.*Byt tabellens namn till Matt/u);
  });

  test("a table turned into plain cells", async () => {
    const findings = await newFindings((workbook) => {
      const table = tableOf(workbook, "Matt");
      table.sheet.removeTable(table);
    });
    expect(told(findings).filter((text) => text.startsWith("fel"))).toEqual(["fel register.ingen-tabell Mått!A1"]);
    expect(findings[0]?.message.sv).toMatch(/Infoga och Tabell.*namnet Matt/u);
  });

  test("a table that was removed with its sheet is only missing", async () => {
    const findings = await newFindings((workbook) => { workbook.removeSheet(tableOf(workbook, "Enheter").sheet); });
    expect(told(findings)).toContain("varning register.tabell-saknas Enheter");
    expect(told(findings).filter((text) => text.startsWith("fel"))).toEqual([]);
  });

  test("a column that every row needs under an unknown name: one fault, and no row elsewhere is blamed", async () => {
    const findings = await newFindings((workbook) => { rename(workbook, "Matt", "Riktning", "Åt vilket håll"); });
    expect(told(findings).filter((text) => text.startsWith("fel"))).toEqual(["fel kolumn.saknas Mått!A1"]);
  });

  test.each([
    ["outcomes", "Utfall", "Period"],
    ["measures", "Matt", "Riktning"],
    ["goals", "Mal", "Nivå"],
  ])("no report is built when the %s cannot be read: it would say that nothing is measured", async (_, table, header) => {
    const ale = await aleAfter((workbook) => { rename(workbook, table, header, "Något annat"); });
    await expect(build(ale.port)).rejects.toMatchObject({ code: "register-missing" });
  });
});

test("nothing is said of missing outcomes, or of goals without measures, when their register cannot be read", async () => {
  for (const name of ["Utfall", "Matt"]) {
    const findings = await newFindings((workbook) => { tableOf(workbook, name).name = "Tabell5"; });
    expect(findings.filter(({ ruleId }) => ruleId === "utfall.saknas" || ruleId === "mal.utan-matt")).toEqual([]);
  }
});

test("a workbook with no register at all is one fault, not one for each register, and no report is built from it", async () => {
  const foreign = () => inExcel(createXlsx());
  expect(told((await checkWorkbook(foreign().port)).findings)).toEqual(["fel register.inga Arbetsboken"]);
  await expect(build(foreign().port)).rejects.toMatchObject({ code: "register-missing" });
});

test("a copy of a register's sheet is told of: what is written there is not read", async () => {
  const findings = await newFindings((workbook) => {
    const { columns } = tableOf(workbook, "Utfall");
    const copy = workbook.addSheet("Utfall (2)");
    columns.forEach(({ name }, index) => { copy.setCell(0, index, { value: name }); });
    copy.addTable({ row: 0, column: 0, rows: 3, columns: columns.length }, { name: "Utfall3", headerRow: true });
  });
  expect(told(findings)).toEqual(["upplysning register.kopia 'Utfall (2)'!A1"]);
});

test("a table of the user's own with some headers in common is left alone", async () => {
  const findings = await newFindings((workbook) => {
    const own = workbook.addSheet("Egen lista");
    ["Mått-id", "Period", "Handläggare", "Telefon"].forEach((header, column) => { own.setCell(0, column, { value: header }); });
    own.addTable({ row: 0, column: 0, rows: 3, columns: 4 }, { name: "Handlaggare", headerRow: true });
  });
  expect(findings).toEqual([]);
});

test("a row written under a table that did not grow is told of", async () => {
  const findings = await newFindings((workbook) => {
    const { sheet } = tableOf(workbook, "Utfall");
    ["MÅTT-1", "T1 2018", "OAN", 0.06].forEach((value, column) => { sheet.setCell(4, column, { value }); });
  });
  expect(told(findings)).toEqual(["varning rad.under-tabellen Utfall!A5"]);
});

test("a column whose header somebody added a year to is told of", async () => {
  const findings = await newFindings((workbook) => { rename(workbook, "Utfall", "Utfall", "Utfall 2019"); });
  expect(told(findings)).toContain("varning kolumn.omdopt Utfall!D1");
});

test("a row that lacks something is still the row that others refer to", async () => {
  const findings = await newFindings((workbook) => { put(workbook, "Matt", 0, "Riktning", null); });
  expect(told(findings).filter((text) => text.startsWith("fel"))).toEqual(["fel cell.saknas Mått!E2"]);
});

test("an id that is nowhere is told of by the name on the sheet's tab", async () => {
  const findings = await newFindings((workbook) => { put(workbook, "Utfall", 0, "Mått-id", "MÅTT-99"); });
  expect(findings.find(({ ruleId }) => ruleId === "referens.saknas")?.message.sv).toContain("registret Mått");
});

test("a formula written over, and one in another spelling", async () => {
  const findings = await newFindings((workbook) => {
    const { sheet } = tableOf(workbook, "Utfall");
    sheet.setCell(1, 9, { value: "Uppnått" });
    const attainment = sheet.cell(2, 8)?.formula ?? "";
    // As LibreOffice writes the same formula.
    sheet.setCell(2, 8, { value: null, formula: attainment.replaceAll("TRUE", "TRUE()").replaceAll("1E-9", "0.000000001").replaceAll("9E+99", "9E+099").replaceAll(",", ", ") });
  });
  expect(told(findings)).toEqual(["varning formel.overskriven Utfall!J2"]);
});

test("reading a workbook in any state writes nothing", async () => {
  const ale = await aleAfter((workbook) => { tableOf(workbook, "Matt").name = "Tabell5"; });
  const before = Buffer.from(ale.excel.save());
  await checkWorkbook(ale.port);
  expect(Buffer.from(ale.excel.save()).equals(before)).toBe(true);
});
