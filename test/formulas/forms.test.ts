import fc from "fast-check";
import { InvalidFormula, moveReferences, type TableShape, toDisplayForm, toFileForm } from "../../src/formulas/index.js";

const table = (columnNames: readonly string[], name = "Utfall", sheet = "Utfall"): TableShape => ({
  name,
  sheet,
  row: 3,
  column: 0,
  rows: 5,
  columns: columnNames.length,
  headerRow: true,
  totalsRow: false,
  columnNames,
});

const tables = [table(["Utfall", "Mått-id", "Period"]), table(["Mått-id", "Målvärde"], "Matt", "Matt")];
const inside = { sheet: "Utfall", row: 5, column: 1 };
const outside = { sheet: "Rapport", row: 5, column: 1 };

describe("display form and file form", () => {
  test.each([
    ["=[@Utfall]", "Utfall[[#This Row],[Utfall]]"],
    ["=[@[Mått-id]]", "Utfall[[#This Row],[Mått-id]]"],
    ["=SUM([Utfall])", "SUM(Utfall[Utfall])"],
    ["=[@[Utfall]:[Period]]", "Utfall[[#This Row],[Utfall]:[Period]]"],
    ["=[[#Headers],[Utfall]]", "Utfall[[#Headers],[Utfall]]"],
    ["=INDEX(Matt[Målvärde],MATCH([@[Mått-id]],Matt[Mått-id],0))", "INDEX(Matt[Målvärde],MATCH(Utfall[[#This Row],[Mått-id]],Matt[Mått-id],0))"],
    ["=ROWS(Matt)", "ROWS(Matt[])"],
    ['=IF([@Utfall]="[@Utfall]",1,2)', 'IF(Utfall[[#This Row],[Utfall]]="[@Utfall]",1,2)'],
    ['=XLOOKUP(1,A1:A2,B1:B2)', "_xlfn.XLOOKUP(1,A1:A2,B1:B2)"],
    ["=SORT(A1:A2)", "_xlfn._xlws.SORT(A1:A2)"],
  ])("%s is %s in the file", (display, file) => {
    expect(toFileForm(display, inside, tables)).toBe(file);
    expect(toDisplayForm(file, inside, tables)).toBe(display);
  });

  test("inside its own table a reference need not name it, and Excel then shows it without", () => {
    expect(toFileForm("=Utfall[@Period]", inside, tables)).toBe("Utfall[[#This Row],[Period]]");
    expect(toDisplayForm("Utfall[[#This Row],[Period]]", inside, tables)).toBe("=[@Period]");
    expect(toDisplayForm("Utfall[[#This Row],[Period]]", outside, tables)).toBe("=Utfall[@Period]");
  });

  test("a reference without table outside every table is refused", () => {
    expect(() => toFileForm("=[@Utfall]", outside, tables)).toThrow(InvalidFormula);
  });

  test.each(["=1+", "=SUM(A1", '="abc', "=IF(1)", "=", "=1 1", "=A1)"])("%s, which Excel would not accept, is refused", (formula) => {
    expect(() => toFileForm(formula, inside, tables)).toThrow(InvalidFormula);
  });

  test.each(["=+A1", "= A1", "=-(A1)", "=IF(A1,,)", "=SUM((A1,B1),C1:C2 C2:C3)", "=Blad1:Blad3!A1", "=[1]Blad1!A1", "=LET(x,1,x+1)", "=BESSELI(1,2)", "=A1:INDEX(B:B,2)", "=okänt*2", "={1,2;3,4}", "=A1\n+B1", "=#REF!+1", "=NOT(A1)"])(
    "%s, which Excel accepts, is accepted",
    (formula) => {
      expect(() => toFileForm(formula, outside, tables)).not.toThrow();
    },
  );

  test("any column name survives the way to the file and back", () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abÅö1 _-.,:;[]#'@%!()&+=\"/") }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(name, (column) => {
        const escaped = column.replaceAll(/[[\]#'@]/g, "'$&");
        const own = [table([column])];
        const first = { sheet: "Utfall", row: 5, column: 0 };
        const file = `Utfall[[#This Row],[${escaped}]]`;
        const display = toDisplayForm(file, first, own);
        expect(display).toMatch(/^=(Utfall)?\[@/);
        expect(toFileForm(display, first, own)).toBe(file);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("copying a formula", () => {
  test.each([
    ["=A1+$B2*C$3+$D$4", 1, 1, "=B2+$B3*D$3+$D$4"],
    ["SUM(A:A,1:2,$A:B)", 1, 1, "SUM(B:B,2:3,$A:C)"],
    ["'Å b'!A1:B2", 2, 0, "'Å b'!A3:B4"],
    ["A1", -1, 0, "#REF!"],
    ["LOG10(A1)&\"A1\"", 1, 0, "LOG10(A2)&\"A1\""],
    ["Utfall[[#This Row],[Utfall]]*A1", 1, 0, "Utfall[[#This Row],[Utfall]]*A2"],
  ])("%s moved %i down and %i right is %s", (formula, rows, columns, expected) => {
    expect(moveReferences(formula, { rows, columns })).toBe(expected);
  });

  test("there and back is where it was", () => {
    const cell = fc.tuple(fc.constantFrom("", "$"), fc.constantFrom("A", "Z", "AB"), fc.constantFrom("", "$"), fc.integer({ min: 1, max: 900 })).map((parts) => parts.join(""));
    fc.assert(
      fc.property(cell, cell, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (a, b, rows, columns) => {
        const formula = `SUM(${a},Blad1!${b})*2`;
        expect(moveReferences(moveReferences(formula, { rows, columns }), { rows: -rows, columns: -columns })).toBe(formula);
      }),
    );
  });
});
