import fc from "fast-check";
import { layoutReport } from "../../src/reports/layout.js";
import { cellStyles } from "../../src/reports/sheetStyles.js";
import type { Area } from "../../src/reports/sheetLayout.js";
import { asGivenBack, asTextValue } from "../../src/reports/sheetText.js";
import { anyDocument, documentOf, tableOf } from "./documents.js";
import { aleRows, measure, outcome, reportOf } from "./reportOf.js";

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
