// Whatever stands in the registers: every cell is read or told of, every report can be drawn, nothing becomes a formula, and the work grows with the rows and no faster.
import fc from "fast-check";
import type { CellType, CellValue } from "../../src/registers/cell.js";
import { registers } from "../../src/registers/registers.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { parsePeriod } from "../../src/registers/values/period.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { LONGEST_SHEET_NAME, LONGEST_TEXT } from "../../src/reports/layout/sheetText.js";
import { guardedReport } from "../../src/reports/privacy/publicFindings.js";
import { reports } from "../../src/reports/reports.js";
import { checkImage } from "../../src/usecases/checkWorkbook.js";
import { missingFor } from "../../src/usecases/reportContent.js";
import type { WorkbookImage } from "../../src/usecases/port.js";
import { NAUGHTY_TEXTS, PROTOTYPE_TEXTS } from "../setup/naughtyTexts.js";

interface Cell {
  readonly value: CellValue;
  readonly type: CellType;
  readonly numberFormat: string;
}

const text = (value: string): Cell => ({ value, type: value === "" ? "Empty" : "String", numberFormat: "General" });
/** What belongs somewhere, so that more than the first look at a cell is reached. */
const FITTING = ["MÅL-1", "MÅTT-1", "UPP-1", "KS", "SN", "T1 2019", "2019", "T1 2018", "Nämndmål", "Öka", "Minska", "Pågående", "Genomfört", "Ja", "kommun", "period", "enhet", "regel av", "SoL", "Avslutat", "KS; SN", "maluppfoljning"];

const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FITTING).map(text) },
  { weight: 2, arbitrary: fc.constantFrom<string>(...NAUGHTY_TEXTS).map(text) },
  { weight: 1, arbitrary: fc.constant(text("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }).map(text) },
  { weight: 2, arbitrary: fc.tuple(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -10, max: 60_000 }), fc.constantFrom(0, -0, 2019, 43_500, 1e300, 5e-324)), fc.constantFrom("General", "0%", "yyyy-mm-dd", "#,##0", "@", ";;;", "[$-sv-SE]d mmm", "")).map(
    ([value, numberFormat]): Cell => ({ value, type: "Double", numberFormat })) },
  { weight: 1, arbitrary: fc.boolean().map((value): Cell => ({ value, type: "Boolean", numberFormat: "General" })) },
  { weight: 1, arbitrary: fc.constantFrom("#N/A", "#REF!", "#CALC!").map((value): Cell => ({ value, type: "Error", numberFormat: "General" })) },
);

const tableOf = (register: (typeof registers)[keyof typeof registers], headers: readonly string[], rows: readonly (readonly Cell[])[]): TableImage => {
  const lines = rows.map((row) => headers.map((_, column) => row[column] ?? text("")));
  return {
    name: register.table, sheet: register.sheet, top: 0, left: 0, headers,
    values: lines.map((line) => line.map(({ value }) => value)), types: lines.map((line) => line.map(({ type }) => type)), numberFormats: lines.map((line) => line.map(({ numberFormat }) => numberFormat)),
    columnFormulas: headers.map(() => ""),
  };
};

/** A register with its own headers, or with some that are others. */
const images: fc.Arbitrary<ReadonlyMap<string, TableImage>> = fc
  .tuple(...Object.values(registers).map((register) => {
    const own = Object.values(register.columns).map(({ header }) => header);
    const headers = fc.tuple(...own.map((header) => fc.oneof({ weight: 30, arbitrary: fc.constant(header) }, { weight: 1, arbitrary: fc.constantFrom<string>(...PROTOTYPE_TEXTS, "Egen", "") })));
    const row = fc.array(cells, { minLength: own.length, maxLength: own.length });
    return fc.tuple(headers, fc.array(row, { maxLength: 3 })).map(([names, rows]) => tableOf(register, names, rows));
  }))
  .map((tables) => new Map(tables.map((table) => [table.name, table])));

const imageOf = (tables: ReadonlyMap<string, TableImage>): WorkbookImage => ({ tables, allTables: [], sheets: [], contents: new Map(), isStructureProtected: false });
const TODAY = 43_605;

test("any cells in every register are checked, and every report of them is drawn, with no formula in it and within what a sheet holds", () => {
  let drawn = 0;
  fc.assert(fc.property(images, (tables) => {
    const checked = checkImage(imageOf(tables), TODAY);
    for (const { at, message, register } of checked.findings) {
      expect(message.sv.length * message.en.length).toBeGreaterThan(0);
      const table = [...tables.values()].find(({ name }) => name === register);
      if (at !== undefined && table?.sheet === at.sheet) expect(at.row).toBeLessThanOrEqual(table.values.length);
    }
    const period = parsePeriod("T1 2019", checked.settings);
    if (period === null) return;
    for (const definition of reports) {
      if (missingFor(definition, checked.contents).length > 0) continue;
      const { contents, settings, findings } = checked;
      const { document } = guardedReport(definition, { unit: null, period, contents, settings, date: TODAY, findings });
      const { values, sheetName } = layoutReport(document);
      drawn += 1;
      expect(sheetName.length).toBeLessThanOrEqual(LONGEST_SHEET_NAME);
      for (const value of values.flat()) {
        if (typeof value !== "string") continue;
        expect(value).not.toMatch(/^[=+\-@]/u);
        // The mark that makes it a text is no part of it.
        expect(value.length).toBeLessThanOrEqual(LONGEST_TEXT + 1);
      }
    }
  }), { numRuns: 40 });
  expect(drawn).toBeGreaterThan(60);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Readonly<Record<string, unknown>>)["polluted"]).toBeUndefined();
});

const number = (value: number): Cell => ({ value, type: "Double", numberFormat: "General" });

/** As many outcomes and follow-ups as said, with what they are about: units and texts as in a real workbook, some of it wrong. */
function manyRows(count: number, others = count): WorkbookImage {
  const rowsOf: Partial<Record<string, (index: number) => Readonly<Record<string, Cell>>>> = {
    Mal: (index) => ({ "Mål-id": text(`MÅL-${index}`), Mål: text(`Mål ${index} ska nås`), Nivå: text("Nämndmål") }),
    Matt: (index) => ({ "Mått-id": text(`MÅTT-${index}`), "Mål-id": text(`MÅL-${index % 50}`), Mått: text(`Andel nöjda ${index}`), Riktning: text("Öka"), Målvärde: number(0.5) }),
    Utfall: (index) => ({ "Mått-id": text(`MÅTT-${Math.floor(index / 10)}`), Period: text(`T1 ${2010 + (index % 10)}`), Utfall: index % 7 === 0 ? text("ca 5") : number(index % 3), Kommentar: text(`Arbetet ${index} pågår`) }),
    Uppdrag: (index) => ({ "Uppdrag-id": text(`UPP-${index}`), "Mål-id": text(`MÅL-${index % 60}`), Uppdrag: text(`Utred frågan ${index}`) }),
    Uppfoljning: (index) => ({ Avser: text(`UPP-${index}`), Period: text("T1 2019"), Status: text(index % 5 === 0 ? "okänt ord" : "Pågående"), Kommentar: text("=SUMMA(A1)") }),
  };
  const counts: Partial<Record<string, number>> = { Mal: 55, Matt: Math.ceil(count / 10), Utfall: count, Uppdrag: others, Uppfoljning: others };
  const tables = Object.values(registers).map((register) => {
    const headers = Object.values(register.columns).map(({ header }) => header);
    const rows = Array.from({ length: counts[register.table] ?? 0 }, (_, index) => {
      const row = rowsOf[register.table]?.(index) ?? {};
      return headers.map((header) => row[header] ?? text(""));
    });
    return tableOf(register, headers, rows);
  });
  return imageOf(new Map(tables.map((table) => [table.name, table])));
}

/** Items that the arrays' own methods went through while `work` was done: what grows as the square when somebody looks a list through for each of its items. */
function itemsGoneThrough(work: () => void): number {
  const methods = ["find", "findIndex", "findLast", "findLastIndex", "filter", "some", "every", "includes", "indexOf", "map", "flatMap", "reduce", "forEach", "concat", "slice", "flat"] as const;
  const originals = methods.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)] as const);
  let items = 0;
  for (const [name, original] of originals) {
    const method: unknown = original?.value;
    if (typeof method !== "function") throw new Error(`no ${name}`);
    Object.defineProperty(Array.prototype, name, {
      configurable: true, writable: true, enumerable: false,
      value(this: unknown[], ...args: unknown[]): unknown {
        items += this.length;
        return Reflect.apply(method, this, args);
      },
    });
  }
  try {
    work();
  } finally {
    for (const [name, original] of originals) if (original !== undefined) Object.defineProperty(Array.prototype, name, original);
  }
  return items;
}

test("twice the rows are twice the work", () => {
  const [once, twice] = [manyRows(2_000), manyRows(4_000)].map((image) => itemsGoneThrough(() => void checkImage(image, TODAY)));
  expect((twice ?? 0) / (once ?? 1)).toBeLessThan(2.1);
});

test("a hundred thousand outcomes are checked", () => {
  const checked = checkImage(manyRows(100_000, 5_000), TODAY);
  expect(checked.contents.utfall?.rows).toHaveLength(100_000);
  expect(checked.findings.length).toBeGreaterThan(14_000);
});
