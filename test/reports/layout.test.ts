import fc from "fast-check";
import type { ReportColumn } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { nameInIdentity } from "../../src/reports/layout/tableRows.js";
import { cellStyles } from "../../src/reports/layout/sheetStyles.js";
import type { Area } from "../../src/reports/layout/sheetLayout.js";
import { asGivenBack, asTextValue } from "../../src/reports/layout/sheetText.js";
import { anyDocument, documentOf, tableOf } from "./documents.js";
import { aleRows, measure, outcome, reportOf } from "./reportOf.js";

const NONE: ReportColumn = { key: "", header: "", align: "left", gridColumn: 0 };

function covers({ row, column, rows, columns }: Area): readonly string[] {
  return Array.from({ length: rows * columns }, (_, index) => `${row + Math.floor(index / columns)}:${column + (index % columns)}`);
}

describe("any report on a sheet", () => {
  test("values, formats and identities have one shape, as wide as the grid", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { values, numberFormats, columnWidths, rowIdentities, columnNames } = layoutReport(document);
        expect(columnWidths).toHaveLength(document.grid.length);
        for (const matrix of [values, numberFormats, columnNames]) {
          expect(matrix).toHaveLength(rowIdentities.length);
          expect(new Set(matrix.map((row) => row.length))).toEqual(new Set([document.grid.length]));
        }
        expect(new Set(rowIdentities).size).toBe(rowIdentities.length);
      }),
    );
  });

  test("looks cover each cell at most once, inside the block, and every filled cell", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { values, looks, tables } = layoutReport(document);
        const inside = new Set(values.flatMap((row, r) => row.map((_, c) => `${r}:${c}`)));
        const drawn = looks.flatMap(({ areas }) => areas.flatMap(covers));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const cell of [...drawn, ...tables.flatMap(({ area }) => covers(area))]) expect(inside.has(cell)).toBe(true);
        const filled = values.flatMap((row, r) => row.flatMap((value, c) => (value === "" ? [] : [`${r}:${c}`])));
        const known = new Set(drawn);
        expect(filled.filter((cell) => !known.has(cell))).toEqual([]);
      }),
    );
  });

  test("no text can become a formula, a number or a date, and none is too long for a cell", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const value of layoutReport(document).values.flat()) {
          if (typeof value !== "string") continue;
          expect(value.startsWith("'") || asTextValue(value) === value).toBe(true);
          expect(value).not.toMatch(/^[=+\-@]/);
          expect(value.length).toBeLessThanOrEqual(32767);
        }
      }),
    );
  });

  test("the sheet's name is one that Excel takes", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { sheetName } = layoutReport(document);
        expect(sheetName).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
        expect(sheetName.trim()).toBe(sheetName);
      }),
    );
  });

  test("every text of the document stands on the sheet, whole", () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 1200 }), { minLength: 1, maxLength: 2 }), (texts) => {
        const document = documentOf([
          ...texts.map((text) => ({ kind: "paragraph" as const, text })),
          tableOf("t", [[{ kind: "text", text: "Nyckel" }, { kind: "empty" }, { kind: "empty" }, { kind: "text", text: texts[0] ?? "" }]]),
        ]);
        const { values } = layoutReport(document);
        const firstColumn = values.map(([first]) => asGivenBack(String(first))).join(" ");
        const lastColumn = values.map((row) => asGivenBack(String(row.at(-1)))).join(" ");
        for (const text of texts) expect(firstColumn).toContain(text);
        expect(lastColumn.replace(/\s+/g, " ")).toContain(texts[0] ?? "");
      }),
      { numRuns: 20 },
    );
  });
});

describe("a report whose first column is narrow", () => {
  const long = "Nämndens verksamheter har under perioden arbetat vidare med sina uppdrag. ".repeat(6).trim();
  const narrow = { ...documentOf([{ kind: "paragraph", text: long, label: "Sammanfattning" }, { kind: "heading", level: 2, text: long }]), grid: [20, 40, 60] };
  const layout = layoutReport(narrow);
  const rowsOf = (look: string) => layout.looks.filter((each) => each.look === look).flatMap(({ areas }) => areas.flatMap(covers)).map((cell) => Number(cell.split(":")[0]));

  test("has its text in lines that run on over the columns beside it, and read as the text", () => {
    const lines = rowsOf("paragraphLine").map((row) => String(layout.values[row]?.[0]));
    expect(lines.join(" ")).toBe(`Sammanfattning: ${long}`);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
    expect(rowsOf("paragraphLine").flatMap((row) => layout.values[row]?.slice(1) ?? [])).toEqual(lines.flatMap(() => ["", ""]));
  });

  test("has its long headings in lines too: a larger letter leaves room for fewer", () => {
    const lines = rowsOf("heading2").map((row) => String(layout.values[row]?.[0]));
    expect(lines.join(" ")).toBe(long);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual((120 * 11) / cellStyles.heading2.font.size);
  });

  test("no line is longer than a cell holds", () => {
    const { values } = layoutReport({ ...narrow, blocks: [{ kind: "paragraph", text: "å".repeat(70_000) }, { kind: "note", text: "ö".repeat(40_000) }] });
    expect(values.flat().map((value) => String(value).length).filter((length) => length > 32_767)).toEqual([]);
    expect(values.flat().join("").match(/[åö]{2,}/gu)?.join("").length).toBe(110_000);
  });
});

describe("a table that passes over columns of the grid", () => {
  const [name, comment] = tableOf("t", []).columns;
  const columns = [{ ...(name ?? NONE), gridColumn: 0 }, { ...(comment ?? NONE), gridColumn: 3, align: "left" as const }];
  const row = (first: string, last: string) => [{ kind: "text" as const, text: first }, { kind: "text" as const, text: last }];
  const layout = layoutReport(documentOf([{ kind: "table", id: "t", columns, namedBy: 1, rows: [row("VON", "Öka"), row("VON", "Minska")] }]));
  const [table] = layout.tables;

  test("has a band and rows without a gap in them", () => {
    expect(table?.area).toMatchObject({ column: 0, columns: 4, rows: 3 });
    const drawn = new Set(layout.looks.flatMap(({ areas }) => areas.flatMap(covers)));
    for (const cell of covers(table?.area ?? { row: 0, column: 0, rows: 0, columns: 0 })) expect(drawn).toContain(cell);
    expect(layout.looks.filter(({ look }) => look === "tableGap" || look === "tableHeaderGap").map(({ areas }) => areas)).toEqual([
      [{ row: table?.area.row, column: 1, rows: 1, columns: 2 }],
      [{ row: (table?.area.row ?? 0) + 1, column: 1, rows: 2, columns: 2 }],
    ]);
  });

  test("has rows that are known by the column it says", () => {
    const names = layout.rowIdentities.slice(table?.area.row).map(nameInIdentity);
    expect(names).toEqual([undefined, "Öka", "Minska"]);
    expect([nameInIdentity("t/row/Öka#2"), nameInIdentity("t/row/Öka/cont#3"), nameInIdentity("Mål/paragraph")]).toEqual(["Öka", "Öka", undefined]);
  });
});

test("the header of the last table is repeated in print when it is the longest part of the report", () => {
  const rows = (count: number) => Array.from({ length: count }, () => [{ kind: "text" as const, text: "a" }]);
  const printOf = (...lengths: readonly number[]) => layoutReport(documentOf(lengths.map((length, index) => tableOf(`t${index}`, rows(length), 1))));
  const longLast = printOf(3, 9);
  expect(longLast.print.titleRows).toEqual({ row: longLast.tables[1]?.area.row, rows: 1 });
  expect(printOf(9, 3).print.titleRows).toBeUndefined();
  expect(printOf(5, 5, 6).print.titleRows).toBeUndefined();
});

test.each(["=SUM(A1:A9)", "+46 303", "-", "@a", "'citat", "#N/A", "2019-01-22", "5,5 %", "85-90", "1e5", "TRUE", "april 2019", "12:30"])("%s stays a text", (text) => {
  expect(asTextValue(text)).toBe(`'${text}`);
  expect(asGivenBack(asTextValue(text))).toBe(text);
});

test.each(["Social hållbarhet", "– Ej mätt", "● Uppnått", "Målet har inget mått."])("%s needs no mark", (text) => {
  expect(asTextValue(text)).toBe(text);
});

test("an outcome in words reads as text, a short one stands among the figures", () => {
  const sentence = "Arbetet går framåt, men långsamt.";
  const layout = layoutReport(reportOf({
    ...aleRows,
    matt: [measure({ id: "A", malId: "MÅL-5", mattenhet: "Ja/Nej", riktning: "Ja/Nej" }), measure({ id: "B", malId: "MÅL-5", mattenhet: "text", riktning: "Följs" })],
    utfall: [outcome("A", { kind: "yesNo", value: true }), outcome("B", { kind: "notMeasured", typed: sentence })],
  }));
  const lookOf = (text: string) => {
    const row = layout.values.findIndex((cells) => cells[1] === text);
    return layout.looks.find(({ areas }) => areas.some((area) => covers(area).includes(`${row}:1`)))?.look;
  };
  expect([lookOf("Ja"), lookOf(sentence)]).toEqual(["tableNumber", "tableCell"]);
});

describe("Ale's report on a sheet", () => {
  const layout = layoutReport(reportOf(aleRows));
  const rowWith = (text: string) => layout.values.findIndex(([first]) => first === text);

  test("begins with title, committee, period and date", () => {
    expect(layout.values.slice(0, 3).map(([first]) => first)).toEqual([
      "Måluppföljning T1 2019", "Omsorgs- och arbetsmarknadsnämnden, Ale kommun", "Period: T1 2019 · Datum: 2019-05-02 · Internt underlag",
    ]);
    expect(layout.sheetName).toBe("Måluppföljning T1 2019 OAN");
  });

  test("figures are numbers with formats that print a space before the percent sign", () => {
    const row = rowWith("Andel arbetslösa och i program i åldern 18–24 år");
    expect(layout.values[row]?.slice(1, 6)).toEqual([0.055, 0.055, 1, "● Uppnått", "Ej jämförbart"]);
    expect(layout.numberFormats[row]?.slice(1, 4)).toEqual(["0.0\\ %", "0.0\\ %", "0\\ %"]);
  });

  test("what is missing is an empty cell", () => {
    const row = rowWith("Andel nyanlända av det totala antalet arbetslösa/i program");
    expect(layout.values[row]?.slice(1, 5)).toEqual([0.148, "", "", "– Mål saknas"]);
  });

  test("tables have a header row on the shared grid, and with several tables no row is repeated in print", () => {
    for (const { id, area } of layout.tables.filter((table) => table.id.startsWith("matt:"))) {
      expect([id, area.column, area.columns]).toEqual([id, 0, 8]);
      expect(layout.values[area.row]?.slice(0, 8)).toEqual(["Mått", "Utfall", "Målvärde", "Måluppfyllelse", "Status", "Trend", "Jämfört med", "Kommentar"]);
    }
    expect(layout.print).toEqual({ orientation: "landscape", footer: "Sida &P av &N" });
  });

  test("is drawn in few areas", () => {
    expect(layout.looks.flatMap(({ areas }) => areas).length).toBeLessThan(100);
    expect(layout.looks.map(({ look }) => look).sort()).toEqual([...new Set(layout.looks.map(({ look }) => look))].sort());
  });
});

test("a single table's header is repeated on each printed page", () => {
  const { print, tables } = layoutReport(documentOf([tableOf("t", [])]));
  expect(print.titleRows).toEqual({ row: tables[0]?.area.row, rows: 1 });
});

test("a number never shows as ####: its column is wide enough, and text makes no column wider", () => {
  const cell = { kind: "number", value: 1234567.5, decimals: 1, unit: "procentenheter" } as const;
  const { columnWidths } = layoutReport(documentOf([tableOf("t", [[{ kind: "text", text: "ord ".repeat(50) }, cell, { kind: "empty" }, { kind: "text", text: "ord ".repeat(50) }]])]));
  expect(columnWidths[1]).toBeGreaterThan("1 234 567,5 procentenheter".length);
  expect([columnWidths[0], columnWidths[2], columnWidths[3]]).toEqual([40, 12, 16]);
});

test("rows of one look are one area, however many", () => {
  const rows = Array.from({ length: 500 }, (_, index) => [
    { kind: "text" as const, text: `Rad ${index}` }, { kind: "number" as const, value: index, decimals: 0 },
    { kind: "text" as const, text: "x" }, { kind: "status" as const, scale: "mått", word: "Uppnått" },
  ]);
  const { looks } = layoutReport(documentOf([tableOf("t", rows)]));
  expect(looks.flatMap(({ areas }) => areas).length).toBeLessThan(12);
  expect(new Set(looks.map(({ look }) => look)).size).toBe(looks.length);
});

test("every look that is used has a style", () => {
  for (const { look } of layoutReport(reportOf(aleRows)).looks) expect(cellStyles[look]).toBeDefined();
});
