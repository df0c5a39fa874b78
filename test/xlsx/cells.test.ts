/** Cells: what a file says is what is read, and what is written is read back. */
import fc from "fast-check";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { CellContent, CellFormatPatch, Scalar, Sheet } from "../../src/xlsx/index.js";
import { excelDialect, excelDialectParts, zipParts } from "./excelDialect.js";
import { code, firstSheet, reopened, sheetOf } from "./expecting.js";

describe("reading", () => {
  const workbook = openXlsx(excelDialect());
  const data = firstSheet(workbook);

  test.each<[string, number, number, CellContent | undefined]>([
    ["a shared string", 0, 0, { value: "Uppföljning & mål" }],
    ["a cell with only a format", 0, 1, undefined],
    ["a number in exponent form", 3, 1, { value: 0.055 }],
    ["a text with spaces at its ends", 4, 0, { value: " M-2 " }],
    ["a rich text, its phonetic reading left out", 5, 0, { value: "fet text" }],
    ["an error", 5, 1, { value: { error: "#N/A" } }],
    ["a logical value", 5, 2, { value: true }],
    ["a formula with a number", 3, 3, { value: 1, formula: "Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]" }],
    ["a formula with an empty text", 4, 3, { value: "", formula: "Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]" }],
    ["the first cell of a shared formula", 3, 5, { value: 0.11, formula: "B4*2" }],
    ["a shared formula further down", 5, 5, { value: 0, formula: "B6*2" }],
    ["an array formula", 3, 7, { value: 0, formula: "_xlfn.UNIQUE(Matt[Kod])" }],
    ["a cell an array formula spills to", 4, 7, { value: 0 }],
    ["an inline string", 8, 0, { value: "rå text" }],
    ["a cell that is not there", 100, 100, undefined],
  ])("%s", (_what, row, column, content) => {
    expect(data.cell(row, column)).toEqual(content);
  });

  test("prefixed elements, cells without references, single quotes, comments and white space", () => {
    const listor = workbook.sheet("Listor");
    expect([...(listor?.cells() ?? [])].map(({ row, column, content }) => [row, column, content.value])).toEqual([[0, 0, "Öka"], [1, 0, "Minska"], [1, 1, 12], [2, 0, "rad ett\r\nrad två"], [2, 1, null]]);
  });

  test("CDATA, comments inside values, cells out of order, ISO dates and rows with extensions", () => {
    const rows =
      '<row r="2"><c r="B2" t="str"><v><![CDATA[a<b]]>&amp;<!-- x -->c</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1" t="d"><v>2019-01-22</v></c><c r="B1" t="d"><v>2019-01-22T12:00:00Z</v></c><extLst><ext uri="x"/></extLst></row><row/><row><c t="n"><v> 7 </v></c><c><f> A1 + 1</f></c></row>';
    const parts = excelDialectParts();
    const file = zipParts({ ...parts, "xl/worksheets/sheet2.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`.replace("<row/><row>", '<row r="3"/><row>') });
    const sheet = openXlsx(file).sheet("Listor");
    expect([...(sheet?.cells() ?? [])].map(({ row, column, content }) => [row, column, content.formula ?? content.value])).toEqual([[0, 0, 43_487], [0, 1, 43_487.5], [1, 0, 1], [1, 1, "a<b&c"], [3, 0, 7], [3, 1, " A1 + 1"]]);
  });

  const listorWith = (rows: string, workbookMarkup = (markup: string): string => markup): Sheet => {
    const parts = excelDialectParts();
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    return sheetOf(openXlsx(zipParts({ ...parts, "xl/workbook.xml": workbookMarkup(String(parts["xl/workbook.xml"])), "xl/worksheets/sheet2.xml": sheet })), "Listor");
  };

  test("dates and times of day in ISO 8601 are the serial numbers Excel shows", () => {
    const rows = ["1900-01-01", "1900-02-28", "1900-03-01", "2019-04-30T12:30:15", "10:30:00", "T06:00:00.5"].map((date, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="d"><v>${date}</v></c></row>`).join("");
    expect([...listorWith(rows).cells()].map(({ content }) => content.value)).toEqual([1, 59, 61, 43_585 + 45_015 / 86_400, 0.4375, 21_600.5 / 86_400]);
    const from1904 = listorWith('<row r="1"><c r="A1" t="d"><v>2019-04-30</v></c></row>', (markup) => markup.replace("<workbookPr ", '<workbookPr date1904="1" '));
    expect(from1904.cell(0, 0)?.value).toBe(43_585 - 1_462);
    expect(code(() => listorWith('<row r="1"><c r="A1" t="d"><v>April 1</v></c></row>').cell(0, 0))).toBe("badXml");
  });

  test("a group number used again for another shared formula", () => {
    const cells = (row: number, text: string): string => `<row r="${row}"><c r="A${row}"><f t="shared" ref="A${row}:A${row + 1}" si="0">${text}</f><v>1</v></c></row><row r="${row + 1}"><c r="A${row + 1}"><f t="shared" si="0"/><v>1</v></c></row>`;
    const sheet = listorWith(cells(1, "B1*2") + cells(3, "C3+D3"));
    const formulas = (): (string | undefined)[] => [0, 1, 2, 3].map((row) => sheet.cell(row, 0)?.formula);
    expect(formulas()).toEqual(["B1*2", "B2*2", "C3+D3", "C4+D4"]);
    sheet.setCell(0, 0, { value: 1 });
    expect(formulas()).toEqual([undefined, "B2*2", "C3+D3", "C4+D4"]);
  });

  test("the used range counts formats unless only values are asked for", () => {
    expect(data.usedRange(false)).toEqual({ row: 0, column: 0, rows: 9, columns: 8 });
    const fresh = firstSheet(createXlsx());
    expect(fresh.usedRange(false)).toBeUndefined();
    fresh.setCell(2, 3, { value: 1 });
    fresh.applyFormat({ row: 7, column: 7, rows: 1, columns: 1 }, { fill: "#FFFF00" });
    expect(fresh.usedRange(true)).toEqual({ row: 2, column: 3, rows: 1, columns: 1 });
    expect(fresh.usedRange(false)).toEqual({ row: 2, column: 3, rows: 6, columns: 5 });
  });
});

describe("writing", () => {
  test("a formula whose first cell is replaced lives on in the others", () => {
    const workbook = openXlsx(excelDialect());
    firstSheet(workbook).setCell(3, 5, { value: "ersatt" });
    const again = firstSheet(openXlsx(workbook.save()));
    expect([3, 4, 5].map((row) => again.cell(row, 5))).toEqual([{ value: "ersatt" }, { value: 0.284, formula: "B5*2" }, { value: 0, formula: "B6*2" }]);
  });

  test("a stored result leaves the formula alone, and is refused where there is none", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    sheet.setCachedValue(4, 5, 7);
    sheet.setCachedValue(3, 3, "text");
    expect(code(() => { sheet.setCachedValue(3, 1, 7); })).toBe("invalidFormula");
    const again = firstSheet(openXlsx(workbook.save()));
    expect(again.cell(4, 5)).toEqual({ value: 7, formula: "B5*2" });
    expect(again.cell(3, 3)).toEqual({ value: "text", formula: "Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]" });
  });

  test("an emptied cell keeps its format", () => {
    const workbook = openXlsx(excelDialect());
    const sheet = firstSheet(workbook);
    sheet.setCell(3, 2, { value: null });
    const again = firstSheet(openXlsx(workbook.save()));
    expect(again.cell(3, 2)).toBeUndefined();
    expect(again.numberFormat(3, 2)).toBe("0.0%");
  });

  test("Excel's limits hold", () => {
    const sheet = firstSheet(createXlsx());
    expect(code(() => { sheet.setCell(0, 0, { value: "x".repeat(32_768) }); })).toBe("textTooLong");
    expect(code(() => { sheet.setCell(0, 0, { value: "x".repeat(32_767) }); })).toBe("nothing thrown");
    expect(code(() => { sheet.setCell(1_048_576, 0, { value: 1 }); })).toBe("outsideSheet");
    expect(code(() => { sheet.setCell(0, 16_384, { value: 1 }); })).toBe("outsideSheet");
    expect(code(() => { sheet.setCell(-1, 0, { value: 1 }); })).toBe("outsideSheet");
    expect(code(() => { sheet.setCell(0.5, 0, { value: 1 }); })).toBe("outsideSheet");
    expect(code(() => { sheet.setCell(0, 0, { value: NaN }); })).toBe("invalidNumber");
    expect(code(() => { sheet.setCell(0, 0, { value: Infinity }); })).toBe("invalidNumber");
    for (const formula of ["", " ", "=1", "A1\u0000"]) expect(code(() => { sheet.setCell(0, 0, { value: null, formula }); })).toBe("invalidFormula");
    expect(code(() => { sheet.setCell(0, 0, { value: null, formula: `1${"+1".repeat(4_096)}` }); })).toBe("formulaTooLong");
  });

  test("a text that looks like a formula or a number stays a text", () => {
    const workbook = createXlsx();
    ["=1+1", "007", "TRUE", "#N/A", ""].forEach((value, row) => { firstSheet(workbook).setCell(row, 0, { value }); });
    const again = firstSheet(openXlsx(workbook.save()));
    expect([0, 1, 2, 3, 4].map((row) => again.cell(row, 0))).toEqual([{ value: "=1+1" }, { value: "007" }, { value: "TRUE" }, { value: "#N/A" }, { value: "" }]);
  });
});

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.string({ unit: fc.constantFrom("_x0041_", "_x005F_", "_x00", "0D_", "_", "x", "0", "\r", "\n", "\t", "\u0000", "\ufffe", "\ud800", "\udc00", "&", "<", "]]>", " ", "å", "😀"), maxLength: 20 }));
const anyScalar: fc.Arbitrary<Scalar> = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0 || 0),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom<Scalar>({ error: "#N/A" }, { error: "#DIV/0!" }, { error: "#SPILL!" }),
);
const anyFormula = fc.constantFrom("SUM(A1:B2)", 'IF(A1="<&>","å","ä")', "Blad1!$A$1", "1+1");
const place = fc.record({ row: fc.integer({ min: 0, max: 30 }), column: fc.integer({ min: 0, max: 8 }) });
const anyPatch: fc.Arbitrary<CellFormatPatch> = fc.record(
  {
    numberFormat: fc.constantFrom("0.0%", "General", '# ##0 "kr"', "yyyy-mm-dd"),
    fill: fc.constantFrom("#FF0000", "#00B050", null),
    font: fc.record({ bold: fc.boolean(), italic: fc.boolean(), size: fc.constantFrom(8, 11, 14.5), color: fc.constantFrom("#123456", null), name: fc.constantFrom("Arial", "Calibri"), underline: fc.constantFrom("none", "single", "double"), strikethrough: fc.boolean() }, { requiredKeys: [] }),
    horizontal: fc.constantFrom("general", "center", "right"),
    vertical: fc.constantFrom("top", "bottom", "center"),
    wrap: fc.boolean(),
    indent: fc.integer({ min: 0, max: 5 }),
    locked: fc.boolean(),
    hidden: fc.boolean(),
    borders: fc.record({ left: fc.constant({ style: "thin" as const, color: "#000000" }), bottom: fc.constant({ style: "none" as const, color: null }) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

test("a change of format changes what it names and nothing else", () => {
  fc.assert(
    fc.property(fc.array(anyPatch, { minLength: 1, maxLength: 4 }), (patches) => {
      const workbook = openXlsx(excelDialect());
      const sheet = firstSheet(workbook);
      let expected = sheet.format(0, 0);
      for (const patch of patches) {
        sheet.applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, patch);
        expected = { ...expected, ...patch, font: { ...expected.font, ...patch.font }, borders: { ...expected.borders, ...patch.borders } };
      }
      expect(firstSheet(reopened(workbook)).format(0, 0)).toEqual(expected);
    }),
    { numRuns: 80 },
  );
});

type Step = { readonly at: { readonly row: number; readonly column: number } } & ({ readonly content: CellContent } | { readonly patch: CellFormatPatch; readonly rows: number; readonly columns: number });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ at: place, content: fc.record({ value: anyScalar }) }),
  fc.record({ at: place, content: fc.record({ value: anyScalar, formula: anyFormula }) }),
  fc.record({ at: place, patch: anyPatch, rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) }),
);

test("any cells and formats written are read back from the saved file, and what was saved is saved the same", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
      const workbook = createXlsx();
      const sheet = firstSheet(workbook);
      const values = new Map<string, CellContent>();
      for (const step of steps) {
        const { row, column } = step.at;
        if ("patch" in step) sheet.applyFormat({ row, column, rows: step.rows, columns: step.columns }, step.patch);
        else {
          sheet.setCell(row, column, step.content);
          values.set(`${row},${column}`, step.content);
        }
      }
      const saved = workbook.save();
      const again = openXlsx(saved);
      const reread = firstSheet(again);
      const content = new Map([...reread.cells()].map((cell) => [`${cell.row},${cell.column}`, cell.content]));
      expect(content).toEqual(new Map([...values].filter(([, written]) => written.value !== null || written.formula !== undefined)));
      const formats = (of: Sheet): string[] => Array.from({ length: 35 * 13 }, (_, index) => JSON.stringify(of.format(Math.floor(index / 13), index % 13)));
      expect(formats(reread)).toEqual(formats(sheet));
      expect(Buffer.compare(Buffer.from(again.save()), Buffer.from(saved))).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test("a cell holds any text that Excel does, to the last character", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
      const workbook = createXlsx();
      texts.forEach((text, row) => {
        firstSheet(workbook).setCell(row, 0, { value: text });
        firstSheet(workbook).setCell(row, 1, { value: text, formula: "A1" });
      });
      const again = firstSheet(openXlsx(workbook.save()));
      expect(texts.map((_, row) => again.cell(row, 0)?.value)).toEqual(texts);
      expect(texts.map((_, row) => again.cell(row, 1)?.value)).toEqual(texts);
    }),
    { numRuns: 300 },
  );
});
