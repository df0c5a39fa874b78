import fc from "fast-check";
import { Calculator, evaluate, type FormulaValue, moveReferences } from "../../src/formulas/index.js";
import { Sheets } from "./sheets.js";

const blad = "Blad1";

function calculated(sheets: Sheets): Calculator {
  const calculator = new Calculator(sheets);
  calculator.recalculate();
  return calculator;
}

describe("computing a workbook", () => {
  test("a calculated column runs in every row of its table, and other columns can look into it", () => {
    const sheets = new Sheets("Matt", "Utfall")
      .table("Matt", "Matt", 2, 1, ["Mått-id", "Målvärde"], [["M1", 0.5], ["M2", null]])
      .table("Utfall", "Utfall", 0, 0, ["Mått-id", "Utfall", "Målvärde", "Andel"], [
        ["M1", 0.25, "=INDEX(Matt[Målvärde],MATCH(Utfall[[#This Row],[Mått-id]],Matt[Mått-id],0))", '=IFERROR(Utfall[[#This Row],[Utfall]]/Utfall[[#This Row],[Målvärde]],"")'],
        ["M2", 0.25, "=INDEX(Matt[Målvärde],MATCH([@[Mått-id]],Matt[Mått-id],0))", '=IFERROR([@Utfall]/[@Målvärde],"")'],
        ["M3", 0.25, "=INDEX(Matt[Målvärde],MATCH(Utfall[[#This Row],[Mått-id]],Matt[Mått-id],0))", "=COUNTIFS(Utfall[Andel],0.5)"],
      ]);
    calculated(sheets);
    expect([1, 2, 3].map((row) => sheets.value("Utfall", row, 2))).toEqual([0.5, 0, { error: "#N/A" }]);
    expect([1, 2].map((row) => sheets.value("Utfall", row, 3))).toEqual([0.5, ""]);
  });

  test("a reference to the own row outside the table's rows is #VALUE!, one to a missing column #REF!", () => {
    const sheets = new Sheets().table("T", blad, 0, 0, ["A"], [[1]]).block(blad, 0, 3, [["=T[[#This Row],[A]]"], ["=T[[#This Row],[A]]"], ["=SUM(T[B])"], ["=SUM(T[#Totals])"]]);
    calculated(sheets);
    expect([0, 1, 2, 3].map((row) => sheets.value(blad, row, 3))).toEqual([{ error: "#VALUE!" }, 1, { error: "#REF!" }, { error: "#REF!" }]);
  });

  test("a chain of ten thousand cells is computed, whichever way it points", () => {
    for (const step of [-1, 1]) {
      const sheets = new Sheets();
      for (let row = 0; row < 10_000; row += 1) {
        const start = step < 0 ? row === 0 : row === 9_999;
        sheets.set(blad, row, 0, start ? "=1" : `=A${row + 1 + step}+1`);
      }
      calculated(sheets);
      expect(sheets.value(blad, step < 0 ? 9_999 : 0, 0)).toBe(10_000);
    }
  });

  test("a sum may stand before two hundred thousand formulas it adds up", () => {
    const sheets = new Sheets().set(blad, 0, 0, "=SUM(B:B)");
    for (let row = 0; row < 200_000; row += 1) sheets.set(blad, row, 1, "=ROW()*0+1");
    calculated(sheets);
    expect(sheets.value(blad, 0, 0)).toBe(200_000);
  });

  test("names stand for what they say, and a name in a circle does no harm", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[3, "=gräns*2"], [4, "=SUM(allt)"], [null, "=rundgång"]]);
    sheets.names.set("gräns", "Blad1!$A$1").set("allt", "Blad1!$A:$A").set("rundgång", "rundgång+1");
    const calculator = calculated(sheets);
    expect(sheets.value(blad, 0, 1)).toBe(6);
    expect(sheets.value(blad, 1, 1)).toBe(7);
    expect(calculator.notComputed).toMatchObject([{ row: 2, column: 1 }]);
  });

  test("SUBTOTAL leaves out hidden rows and other SUBTOTALs", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[1], [2], ["=SUBTOTAL(9,A1:A2)"], [4], ["=SUBTOTAL(109,A1:A4)"]]);
    sheets.hideRow(blad, 1);
    calculated(sheets);
    expect(sheets.value(blad, 4, 0)).toBe(5);
  });
});

describe("a formula filled down and to the right", () => {
  const address = fc
    .tuple(fc.constantFrom("", "$"), fc.constantFrom("A", "B", "C"), fc.constantFrom("", "$"), fc.integer({ min: 1, max: 6 }))
    .map((parts) => parts.join(""));
  const formula = fc.tuple(address, address, address).chain(([a, b, c]) =>
    fc.constantFrom(
      `SUM(${a}:${b})+${c}`,
      `COUNTIF(${a}:${b},${c})`,
      `IF(${a}>${b},"${c}",${c})`,
      `Blad1!${a}&'Blad1'!${b}&ROW(${c})`,
      `INDEX(${a}:${b},1,1)+LOG10(ABS(${c})+1)`,
      `SUM(A:A,${a})-${b}`,
    ),
  );

  test("gives in every cell what that cell's own text gives", () => {
    fc.assert(
      fc.property(formula, fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 30, maxLength: 30 }), (text, numbers) => {
        const sheets = new Sheets();
        numbers.forEach((number, i) => sheets.set(blad, Math.floor(i / 3), i % 3, number));
        const texts: { readonly row: number; readonly column: number; readonly text: string }[] = [];
        for (let down = 0; down < 3; down += 1) {
          for (let across = 0; across < 2; across += 1) {
            texts.push({ row: 20 + down, column: 8 + across, text: moveReferences(text, { rows: down, columns: across }) });
          }
        }
        for (const each of texts) sheets.set(blad, each.row, each.column, `=${each.text}`);
        calculated(sheets);
        for (const each of texts) {
          const alone = evaluate(sheets, each.text, { sheet: blad, row: each.row, column: each.column });
          expect([each.text, sheets.value(blad, each.row, each.column)]).toEqual([each.text, alone]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what cannot be computed", () => {
  test("a formula with an unknown function keeps its cached value, is named, and its dependents use that value", () => {
    const sheets = new Sheets().block(blad, 0, 0, [["=BESSELI(1,2)", "=A1*2", "=IFERROR(BESSELI(1,2),0)"]]);
    sheets.cached(blad, 0, 0, 21);
    sheets.cached(blad, 0, 2, 22);
    const calculator = calculated(sheets);
    expect([0, 1, 2].map((column) => sheets.value(blad, 0, column))).toEqual([21, 42, 22]);
    expect(calculator.notComputed.map(({ column }) => column)).toEqual([0, 2]);
  });

  test("without a cached value it is #NAME?, never an empty cell", () => {
    const sheets = new Sheets().block(blad, 0, 0, [["=BESSELI(1,2)", "=A1*2"]]);
    expect(calculated(sheets).notComputed).toHaveLength(1);
    expect([0, 1].map((column) => sheets.value(blad, 0, column))).toEqual([{ error: "#NAME?" }, { error: "#NAME?" }]);
  });

  test("so does one that cannot be read, or that looks into another workbook", () => {
    const sheets = new Sheets().block(blad, 0, 0, [["=SUM(", "=[1]Blad1!A1"]]);
    sheets.cached(blad, 0, 0, "kvar");
    sheets.cached(blad, 0, 1, 7);
    expect(calculated(sheets).notComputed).toHaveLength(2);
    expect([sheets.value(blad, 0, 0), sheets.value(blad, 0, 1)]).toEqual(["kvar", 7]);
  });

  test("cells in a circle hold 0 and are named; when the circle is broken they are computed", () => {
    const sheets = new Sheets().block(blad, 0, 0, [["=B1+1", "=C1+1", "=A1+1", "=A1+10", "=E1"]]);
    const calculator = calculated(sheets);
    expect(calculator.circular.map(({ column }) => column).sort()).toEqual([0, 1, 2, 4]);
    expect([0, 1, 2, 3, 4].map((column) => sheets.value(blad, 0, column))).toEqual([0, 0, 0, 10, 0]);
    sheets.set(blad, 0, 2, 5);
    calculator.changed(blad, 0, 2, 1, 1);
    calculator.recalculate();
    expect([0, 1, 2, 3].map((column) => sheets.value(blad, 0, column))).toEqual([7, 6, 5, 17]);
    expect(calculator.circular.map(({ column }) => column)).toEqual([4]);
  });

  test("a branch not taken makes no circle", () => {
    const sheets = new Sheets().block(blad, 0, 0, [["=IF(TRUE,1,A1)"]]);
    expect(calculated(sheets).circular).toEqual([]);
    expect(sheets.value(blad, 0, 0)).toBe(1);
  });
});

describe("after a change", () => {
  test("what the change cannot have touched is not stored again", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[1, "=A1*2", "=B1+1"], [1, "=A2*2", null]]);
    const calculator = calculated(sheets);
    sheets.stored = 0;
    sheets.set(blad, 0, 0, 5);
    calculator.changed(blad, 0, 0, 1, 1);
    calculator.recalculate();
    expect(sheets.stored).toBe(2);
    expect(sheets.value(blad, 0, 2)).toBe(11);
  });

  test("formulas that come and go are taken in", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[1, "=A1*2", "=B1+1"]]);
    const calculator = calculated(sheets);
    sheets.set(blad, 0, 1, 40);
    sheets.set(blad, 4, 4, "=SUM(A1:C1)");
    calculator.changed(blad, 0, 1, 1, 1);
    calculator.changed(blad, 4, 4, 1, 1);
    calculator.recalculate();
    expect(sheets.value(blad, 0, 2)).toBe(41);
    expect(sheets.value(blad, 4, 4)).toBe(82);
    sheets.set(blad, 0, 2, null);
    calculator.changed(blad, 0, 2, 1, 1);
    calculator.recalculate();
    expect(sheets.value(blad, 4, 4)).toBe(41);
  });

  test("volatile formulas are computed although nothing they read has changed", () => {
    const sheets = new Sheets().block(blad, 0, 0, [["=TODAY()", "=A1+1", '=INDIRECT("D"&1)', 3]]);
    const calculator = calculated(sheets);
    sheets.serialNow = 50_000.5;
    sheets.set(blad, 0, 3, 4);
    calculator.changed(blad, 0, 3, 1, 1);
    calculator.recalculate();
    expect([0, 1, 2].map((column) => sheets.value(blad, 0, column))).toEqual([50_000, 50_001, 4]);
  });

  test("a cell whose format changed, or whose formula was written over, is asked again", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[0.5, "=1+1", '=CELL("format",A1)', "=ISFORMULA(B1)"]]);
    const calculator = calculated(sheets);
    expect([2, 3].map((column) => sheets.value(blad, 0, column))).toEqual(["G", true]);
    sheets.set(blad, 0, 0, 0.5, "0%").set(blad, 0, 1, 2);
    calculator.changed(blad, 0, 0, 1, 2);
    calculator.recalculate();
    expect([2, 3].map((column) => sheets.value(blad, 0, column))).toEqual(["P0", false]);
  });

  test("a table that grew gives its formulas the new rows", () => {
    const sheets = new Sheets().table("T", blad, 0, 0, ["A"], [[1], [2]]).set(blad, 0, 5, "=SUM(T[A])");
    const calculator = calculated(sheets);
    sheets.set(blad, 3, 0, 10);
    sheets.tableShapes = sheets.tableShapes.map((shape) => ({ ...shape, rows: 4 }));
    calculator.structureChanged();
    calculator.recalculate();
    expect(sheets.value(blad, 0, 5)).toBe(13);
  });

  test("a name that comes, goes or stands for something else is followed, also by formulas read before", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[1, 2, "=Grund*10"]]);
    const calculator = calculated(sheets);
    const seen: FormulaValue[] = [sheets.value(blad, 0, 2)];
    for (const formula of ["Blad1!$A$1", "Blad1!$B$1", undefined]) {
      if (formula === undefined) sheets.names.delete("grund");
      else sheets.names.set("grund", formula);
      calculator.structureChanged();
      calculator.recalculate();
      seen.push(sheets.value(blad, 0, 2));
    }
    expect(seen).toEqual([{ error: "#NAME?" }, 10, 20, { error: "#NAME?" }]);
  });

  test("cells that moved are found where they are now, though nothing else changed", () => {
    const sheets = new Sheets().block(blad, 0, 0, [[1], [2], ["=A1+A2"]]);
    const calculator = calculated(sheets);
    sheets.block(blad, 0, 0, [[7], [1], [2], ["=A2+A3"]]);
    calculator.structureChanged();
    calculator.recalculate();
    expect([sheets.value(blad, 2, 0), sheets.value(blad, 3, 0)]).toEqual([2, 3]);
  });

  /** Formulas that read upwards and to the left only, so that no circle can arise. */
  const formulaAt = (row: number, column: number): fc.Arbitrary<FormulaValue> => {
    const before = fc.tuple(fc.integer({ min: 0, max: row }), fc.integer({ min: 0, max: Math.max(0, column - 1) }));
    const address = ([r, c]: readonly [number, number]): string => `${String.fromCharCode(65 + c)}${r + 1}`;
    if (column === 0) return fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom("a", "b", true, null));
    return fc
      .tuple(
        before,
        before,
        fc.constantFrom(
          (a: string, b: string) => `=${a}+${b}`,
          (a: string, b: string) => `=IF(${a}>0,${b},"nej")`,
          (a: string, b: string) => `=SUM(${a}:${b})`,
          (a: string, b: string) => `=COUNTIF(${a}:${b},${a})`,
          (a: string, b: string) => `=SUMIFS(${a}:${b},${a}:${b},">0")`,
          (a: string, b: string) => `=IFERROR(MATCH(${a},A:A,0),${b})`,
          (a: string) => `=SUM(A1:INDEX(A1:A9,ROW(${a})))`,
          (a: string) => `=IFERROR(OFFSET(A1,${a},0),"utanför")`,
          (a: string) => `=COUNTIF($A$1:$A$9,${a})+COUNTIF($A$1:$A$9,"a")`,
          (a: string) => `=${a}&"x"`,
          (a: string) => `=MAX($A:$A)-${a}`,
        ),
      )
      .map(([a, b, write]) => write(address(a), address(b)));
  };
  const rows = 5;
  const columns = 4;
  const cells = fc.tuple(...Array.from({ length: rows * columns }, (_, i) => formulaAt(Math.floor(i / columns), i % columns)));

  test("computing what changed gives the same as computing all, for any workbook and any edits", () => {
    const edits = fc.array(
      fc.integer({ min: 0, max: rows * columns - 1 }).chain((i) => fc.tuple(fc.constant(i), formulaAt(Math.floor(i / columns), i % columns))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(cells, edits, (contents, changes) => {
        const sheets = new Sheets();
        contents.forEach((content, i) => sheets.set(blad, Math.floor(i / columns), i % columns, content));
        const calculator = calculated(sheets);
        const now = [...contents];
        for (const [i, content] of changes) {
          now[i] = content;
          sheets.set(blad, Math.floor(i / columns), i % columns, content);
          calculator.changed(blad, Math.floor(i / columns), i % columns, 1, 1);
          calculator.recalculate();
        }
        const fresh = new Sheets();
        now.forEach((content, i) => fresh.set(blad, Math.floor(i / columns), i % columns, content ?? null));
        calculated(fresh);
        for (let i = 0; i < rows * columns; i += 1) {
          const at = [blad, Math.floor(i / columns), i % columns] as const;
          expect(sheets.value(...at)).toEqual(fresh.value(...at));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("an index answers as reading through would: COUNTIFS and MATCH over a column of any values", () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom<FormulaValue>("a", "A", "b", "", "1", "a*", true, null));
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 12 }), (column) => {
        const sheets = new Sheets();
        column.forEach((content, row) => {
          sheets.set(blad, row, 0, content).set(blad, row, 1, `=COUNTIF($A$1:$A$${column.length},A${row + 1})`);
          sheets.set(blad, row, 2, `=SUMPRODUCT(COUNTIF(OFFSET($A$1,ROW($A$1:$A$${column.length})-1,0,1,1),A${row + 1}))`);
          sheets.set(blad, row, 3, `=COUNTIF(OFFSET($A$1,0,0,${column.length},1),A${row + 1})`);
        });
        calculated(sheets);
        column.forEach((_, row) => expect(sheets.value(blad, row, 1)).toEqual(sheets.value(blad, row, 3)));
      }),
    );
  });
});
