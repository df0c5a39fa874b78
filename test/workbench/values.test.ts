import fc from "fast-check";
import { batch, codeOf, openExcel, type Opened, reopened, valuesAt } from "./openExcel";

async function written(excel: Opened, values: unknown[][], numberFormat?: string) {
  let result: { values: unknown[][]; numberFormat: unknown[][]; text: string[][]; valueTypes: string[][]; formulas: unknown[][] } | undefined;
  await batch(excel, async (context, sheet) => {
    const range = sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1);
    if (numberFormat !== undefined) {
      range.set({ numberFormat: values.map((row) => row.map(() => numberFormat)) });
    }
    range.values = values;
    range.load("values,numberFormat,text,valueTypes,formulas");
    await context.sync();
    result = { values: range.values, numberFormat: range.numberFormat, text: range.text, valueTypes: range.valueTypes, formulas: range.formulas };
  });
  if (result === undefined) {
    throw new Error("nothing was read");
  }
  return result;
}

test.each([
  ["a number", "12.5", 12.5, "General"],
  ["thousands", "1,234", 1234, "#,##0"],
  ["a negative in parentheses", "(12)", -12, "General"],
  ["an exponent, as in the id 1E5", "1E5", 100_000, "0.00E+00"],
  ["percent", "5.5%", 0.055, "0.00%"],
  ["whole percent", "60 %", 0.6, "0%"],
  ["an ISO date", "2019-01-22", 43_487, "m/d/yyyy"],
  ["an American date", "1/22/2019", 43_487, "m/d/yyyy"],
  ["what looks like a day of this year", "3/4", 46_085, "d-mmm"],
  ["a boolean in lower case", "true", true, "General"],
  ["a time", "12:00", 0.5, "h:mm"],
  ["dollars", "$120", 120, "$#,##0"],
])("text that Excel reads as %s", async (_what, typed, value, format) => {
  const { values, numberFormat } = await written(openExcel(), [[typed]]);
  expect([values, numberFormat]).toEqual([[[value]], [[format]]]);
});

test.each(["5,5 %", "12,5", "2019-13-01", "22 jan 2019", "T1 2019", "MÅTT-1", "-", "85–90 %", "2 400 tkr", "=", "+"])("%p stays text: the API reads en-US in every country", async (typed) => {
  const { values, numberFormat, valueTypes } = await written(openExcel({ culture: "sv-SE" }), [[typed]]);
  expect([values, numberFormat, valueTypes]).toEqual([[[typed]], [["General"]], [["String"]]]);
});

test("in cells formatted as text everything stays as it was written", async () => {
  const typed = ["1-2", "3/4", "007", "=1+1", "TRUE", "5%"];
  const { values, valueTypes } = await written(openExcel(), [typed], "@");
  expect(values).toEqual([typed]);
  expect(valueTypes).toEqual([typed.map(() => "String")]);
});

test("an apostrophe makes text of what follows and is not part of it", async () => {
  const { values } = await written(openExcel(), [["'=1+1", "'007"]]);
  expect(values).toEqual([["=1+1", "007"]]);
});

test("a cell keeps a number format of its own when a number comes as text", async () => {
  const { values, numberFormat } = await written(openExcel(), [["5.5%"]], "0.0%");
  expect([values, numberFormat]).toEqual([[[0.055]], [["0.0%"]]]);
});

test("empty cells read as an empty text, null leaves a cell alone, an empty text empties it", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:B1").values = [[1, 2]];
    sheet.getRange("A1:B1").values = [[null, ""]];
  });
  const { valueTypes } = await written(excel, [[null, null, null]]);
  expect(await valuesAt(excel, "A1:C1")).toEqual([[1, "", ""]]);
  expect(valueTypes).toEqual([["Double", "Empty", "Empty"]]);
});

test("what was written as numbers, booleans and plain words comes back, also after a save", async () => {
  const word = fc.stringMatching(/^[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö ]{0,12}$/).filter((text) => !/^(true|false)\s*$/i.test(text.trim()));
  const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((number) => number + 0), fc.boolean(), word);
  const block = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
  await fc.assert(
    fc.asyncProperty(block, async (values) => {
      const excel = openExcel();
      const now = await written(excel, values);
      const { host } = reopened(excel);
      const sheet = host.workbook.sheet("Sheet1");
      const saved = values.map((row, r) => row.map((_value, c) => sheet?.cell(r, c)?.value));
      const same = (a: unknown[][]) => expect(a.map((row) => row.map((value) => (value === 0 ? 0 : value)))).toEqual(values.map((row) => row.map((value) => (value === 0 ? 0 : value))));
      same(now.values);
      same(saved);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ["too few rows", [[1, 2]]],
  ["too many columns", [[1, 2, 3], [4, 5, 6]]],
  ["rows of different length", [[1, 2], [3]]],
])("an array with %s is refused and changes nothing", async (_what, values) => {
  const excel = openExcel();
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1:B2").values = values))).toBe("InvalidArgument");
  expect(await valuesAt(excel, "A1:B2")).toEqual([["", ""], ["", ""]]);
});

test("one value goes to every cell", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => sheet.getRange("A1:B2").set({ values: [["x", "x"], ["x", "x"]] }));
  await batch(excel, (_context, sheet) => Reflect.set(sheet.getRange("A2:B2"), "values", 7));
  expect(await valuesAt(excel, "A1:B2")).toEqual([["x", "x"], [7, 7]]);
});

test("one formula for many cells is copied: its references move along", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("A1:B3").values = [[1, 2], [3, 4], [5, 6]];
    Reflect.set(sheet.getRange("C1:C3"), "formulas", "=A1+$B$1");
  });
  expect(await valuesAt(excel, "C1:C3")).toEqual([[3], [5], [7]]);
});

test("a large block, which the client cuts into parts of 1 500 cells, arrives whole", async () => {
  const excel = openExcel();
  const rows = Array.from({ length: 700 }, (_row, r) => Array.from({ length: 12 }, (_cell, c) => r * 12 + c));
  await batch(excel, (_context, sheet) => (sheet.getRange("B2:M701").values = rows));
  expect(excel.host.traffic.requests).toBe(1);
  expect(await valuesAt(excel, "B2:M701")).toEqual(rows);
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("B2:M700").values = rows))).toBe("InvalidArgument");
});

test("formulas are kept and computed; errors are values of their own type", async () => {
  const excel = openExcel();
  const { values, formulas, valueTypes } = await written(excel, [[2, 3, "=A1*B1", "=A1/0", "=\"a\"&A1", "#N/A"]]);
  expect(values).toEqual([[2, 3, 6, "#DIV/0!", "a2", "#N/A"]]);
  expect(formulas).toEqual([[2, 3, "=A1*B1", "=A1/0", "=\"a\"&A1", "#N/A"]]);
  expect(valueTypes).toEqual([["Double", "Double", "Double", "Error", "String", "Error"]]);
  await batch(excel, (_context, sheet) => (sheet.getRange("A1").values = [[10]]));
  expect(await valuesAt(excel, "C1")).toEqual([[30]]);
});

test("a formula that cannot be read is refused", async () => {
  expect(await codeOf(openExcel(), (_context, sheet) => (sheet.getRange("A1").formulas = [["=[@Nope]"]]))).toBe("InvalidArgument");
});

test("text is what the user sees, in the user's culture", async () => {
  const shown = async (culture: "sv-SE" | "en-US") => {
    const excel = openExcel({ culture });
    await batch(excel, (_context, sheet) => {
      const range = sheet.getRange("A1:E1");
      range.numberFormat = [["0.0%", "#,##0.00", "yyyy-mm-dd", "m/d/yyyy", "General"]];
      range.values = [[0.055, 1234.5, 43_487, 43_487, 0.5]];
    });
    return (await written(excel, [[null, null, null, null, null]])).text;
  };
  expect(await shown("sv-SE")).toEqual([["5,5%", "1\u00a0234,50", "2019-01-22", "2019-01-22", "0,5"]]);
  expect(await shown("en-US")).toEqual([["5.5%", "1,234.50", "2019-01-22", "1/22/2019", "0.5"]]);
});

test("whole columns have no values to read, and none to set", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    const column = sheet.getRange("C:D").load("values,address,rowCount,isEntireColumn");
    await context.sync();
    expect([column.values, column.address, column.rowCount, column.isEntireColumn]).toEqual([null, "Sheet1!C:D", 1_048_576, true]);
  });
  expect(await codeOf(excel, (_context, sheet) => Reflect.set(sheet.getRange("C:C"), "values", 1))).toBe("InvalidArgument");
});

test("formulas in R1C1 form are the same formulas in A1 form", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:B3").values = [[1, 2], [3, 4], [5, 6]];
    const range = sheet.getRange("C1:C4");
    range.formulasR1C1 = [["=R[0]C[-2] * RC[-1]"], ["=R[0]C[-2] * RC[-1]"], ["=R1C1"], ["=SUM(R[-3]C[0]:R[-1]C[0])"]];
    range.load("formulas,values,formulasR1C1");
    await context.sync();
    expect(range.values).toEqual([[2], [12], [1], [15]]);
    expect([range.formulas[2], range.formulas[3]]).toEqual([["=$A$1"], ["=SUM(C1:C3)"]]);
    expect(range.formulasR1C1[3]).toEqual(["=SUM(R[-3]C:R[-1]C)"]);
  });
});

test("copied formulas look at their own neighbours; blanks can be skipped, and rows laid out as columns", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:D2").values = [[1, 2, "", "=A1+B1"], [10, 20, "", ""]];
    sheet.getRange("D2").copyFrom("D1");
    sheet.getRange("F1:I1").values = [["old", "old", "old", "old"]];
    sheet.getRange("F1").copyFrom("A1:C1", "Values", true);
    sheet.getRange("A5").copyFrom("A1:B2", "Values", false, true);
    const range = sheet.getRange("A1:I6").load("values,formulas");
    await context.sync();
    expect([range.values[1]?.[3], range.formulas[1]?.[3]]).toEqual([30, "=A2+B2"]);
    expect(range.values[0]?.slice(5)).toEqual([1, 2, "old", "old"]);
    expect(range.values.slice(4).map((row: unknown[]) => row.slice(0, 2))).toEqual([[1, 10], [2, 20]]);
  });
});

test("cells are found by what they show, and by kind", async () => {
  const excel = openExcel();
  await batch(excel, async (context, sheet) => {
    sheet.getRange("A1:C3").values = [["Mål", 1, "=B1*2"], ["Mått", 2, "=B2*2"], ["mål", "", true]];
    const used = sheet.getUsedRange();
    const found = [used.find("mål", {}), used.find("mål", { matchCase: true }), used.findOrNullObject("Må", { completeMatch: true })];
    const kinds = [used.getSpecialCells("Formulas"), used.getSpecialCells("Constants", "LogicalText"), used.getSpecialCells("Blanks"), used.getSpecialCellsOrNullObject("Formulas", "Errors")];
    [...found, ...kinds].forEach((object) => object.load("address"));
    await context.sync();
    expect(found.map((range) => (range.isNullObject ? null : range.address))).toEqual(["Sheet1!A1", "Sheet1!A3", null]);
    expect(kinds.map((areas) => (areas.isNullObject ? null : areas.address))).toEqual(["Sheet1!C1:C2", "Sheet1!A1:A3,Sheet1!C3", "Sheet1!B3", null]);
  });
});

test("a half is shown rounded away from zero, whatever its nearest binary fraction is", async () => {
  const excel = openExcel();
  await batch(excel, async (_context, sheet) => {
    const range = sheet.getRange("A1:E1");
    range.values = [[0.575, 1.005, -1.005, 0.1, '=TEXT(0.575,"0%")']];
    range.numberFormat = [["0%", "0.00", "0.00", "0.00000000000000000", "General"]];
    range.load("text");
    await range.context.sync();
    expect(range.text).toEqual([["58%", "1,01", "-1,01", "0,10000000000000000", "58%"]]);
  });
});
