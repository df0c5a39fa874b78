import fc from "fast-check";
import { evaluate, type FormulaValue, InvalidFormula, NotComputable } from "../../src/formulas/index.js";
import { lazyFunctions } from "../../src/formulas/functions/lazy.js";
import { functions } from "../../src/formulas/functions/table.js";
import { Sheets } from "./sheets.js";

const at = { sheet: "Blad1", row: 99, column: 20 };
const error = (text: string): FormulaValue => ({ error: text });
const value = error("#VALUE!");
const na = error("#N/A");
const num = error("#NUM!");
const div0 = error("#DIV/0!");
const ref = error("#REF!");

/** A1:C6, with E1 the format tests' cell. */
const sheets = new Sheets()
  .block("Blad1", 0, 0, [
    [1, "a", 10],
    [2.5, "B", 20],
    ["x", "ab", 30],
    [true, "b*", 40],
    [null, "5", 50],
    [-3, null, 60],
  ]);

const answer = (formula: string): FormulaValue => evaluate(sheets, formula, at);

describe("operators and types", () => {
  test.each<[string, FormulaValue]>([
    ["1+1", 2],
    ["-2^2", 4],
    ["2^-1", 0.5],
    ["10%", 0.1],
    ["50%%", 0.005],
    ['"5"+1', 6],
    ['--"5"', 5],
    ['"5,5"+0', value],
    ['"1,000"+0', 1000],
    ['"2019-01-22"+0', 43_487],
    ['"1,234,5"+0', value],
    ['"5 %"+0', 0.05],
    ['"2 400"+0', value],
    ['"2019-01-22."+0', value],
    ['"2017.01.01"+0', value],
    ['"1/2"+0', value],
    ['"1E400"+0', value],
    ['"T1 2019"+0', value],
    ['"TRUE"+0', value],
    ["TRUE+1", 2],
    ["A5+1", 1],
    ['A5=""', true],
    ["A5=0", true],
    ["A5=FALSE", true],
    ['A5&"x"', "x"],
    ['"a"="A"', true],
    ['"5"=5', false],
    ['TRUE>"z"', true],
    ['"a">9999', true],
    ["0.1+0.2=0.3", true],
    ["0.5-0.4-0.1", 0],
    ["1/0", div0],
    ["0^0", num],
    ["1E308*10", num],
    ["(-8)^(1/3)", num],
    ['1/3&""', "0.333333333333333"],
    ['10^15&""', "1E+15"],
    ['0.00001&""', "0.00001"],
    ['TRUE&""', "TRUE"],
    ['"say ""hi"""', 'say "hi"'],
    ["A5", 0],
    ["SUM(_xlfn.SINGLE({3,4}))", 3],
    [`${"-".repeat(4000)}1`, 1],
    [`${"(".repeat(1000)}1${")".repeat(1000)}`, 1],
    ["A1:A2 B5:B6", error("#NULL!")],
    ["SUM((A1:A2,C1:C2))", 33.5],
    ["SUM(A1:A2 A2:A3)", 2.5],
    ["SUM(C1:INDEX(C1:C6,3))", 60],
    ["SUM(C:C)", 210],
    ["Saknas!A1", ref],
    ["#N/A", na],
    ["okänt_namn", error("#NAME?")],
  ])("%.60s", (formula, expected) => expect(answer(formula)).toEqual(expected));

  test("an error in an operand is the answer, the left one first", () => {
    expect(answer("NA()+1/0")).toEqual(na);
    expect(answer("1/0&NA()")).toEqual(div0);
    expect(answer("1/0=NA()")).toEqual(div0);
  });

  test("a range where one value is wanted gives the cell in the formula's own row or column", () => {
    expect(evaluate(sheets, "C1:C6*2", { sheet: "Blad1", row: 1, column: 20 })).toBe(40);
    expect(evaluate(sheets, "A2:C2", { sheet: "Blad1", row: 50, column: 1 })).toBe("B");
    expect(evaluate(sheets, "C1:C6*2", at)).toEqual(value);
    expect(evaluate(sheets, "A1:C6", { sheet: "Blad1", row: 1, column: 1 })).toEqual(value);
  });

  test.each(["", "1+", "SUM(A1", '"abc', "IF(1)", "IF(1,2,3,4)", "LEFT()", "{1,2;3}"])("%s is no formula", (formula) => {
    expect(() => answer(formula)).toThrow(InvalidFormula);
  });

  test.each(["BESSELI(1,2)", "LET(x,1,x)", "[1]Blad1!A1", "A1#"])("%s is valid but not computed here", (formula) => {
    expect(() => answer(formula)).toThrow(NotComputable);
  });

  test("what is lacking does not matter where it is not evaluated", () => {
    expect(answer("IF(TRUE,1,BESSELI(1,2))")).toBe(1);
  });
});

describe("functions as Microsoft documents them", () => {
  test.each<[string, FormulaValue]>([
    // Logic
    ['IF("x",1,2)', value],
    ["IF(FALSE,1)", false],
    ["IF(TRUE,,2)", 0],
    ["IFS(FALSE,1,TRUE,2)", 2],
    ["IFS(FALSE,1)", na],
    ['IFERROR(1/0,"e")', "e"],
    ["IFNA(1/0,1)", div0],
    ['SWITCH(3,1,"a",2,"b","d")', "d"],
    ['SWITCH(3,1,"a")', na],
    ["AND(A3)", value],
    ["OR(FALSE,0)", false],
    ["XOR(TRUE,TRUE,TRUE)", true],
    ["AND(A1:A4)", true],
    // Sums and counts
    ["SUM(A1:A6)", 0.5],
    ['SUM(A1:A6,"3",TRUE)', 4.5],
    ['SUM("x")', value],
    ['COUNT(A1:A6,"3",TRUE,"x")', 5],
    ["COUNTA(A1:B6)", 10],
    ["COUNTBLANK(A1:A8)", 3],
    ["COUNTBLANK(A:A)", 1_048_571],
    ["AVERAGE(B1:B3)", div0],
    ["MEDIAN(C1:C6)", 35],
    ["LARGE(C1:C6,2)", 50],
    ["SMALL(C1:C6,7)", num],
    ["RANK(20,C1:C6)", 5],
    ["RANK(20,C1:C6,1)", 2],
    ["SUMPRODUCT((C1:C6>20)*(C1:C6<60),C1:C6)", 120],
    ['SUMPRODUCT(--(B1:B5="b"))', 1],
    ["SUMPRODUCT(1/COUNTIF(C1:C6,C1:C6))", 6],
    ["SUMPRODUCT(A1:A2,C1:C3)", value],
    ["SUM(IF(C1:C6>30,C1:C6))", 150],
    ["SUM({1,2;3,4})", 10],
    // Criteria
    ['COUNTIF(C1:C6,">=30")', 4],
    ['COUNTIF(B1:B5,"a*")', 2],
    ['COUNTIF(B1:B5,"b~*")', 1],
    ["COUNTIF(B1:B5,5)", 1],
    ['COUNTIF(B1:B5,"b")', 1],
    ['COUNTIF(A1:A6,"<>")', 5],
    ['COUNTIF(A1:A6,"")', 1],
    ['COUNTIF(A1:A6,"=")', 1],
    ["COUNTIF(A1:A6,A5)", 0],
    ['COUNTIF(A1:A6,"<>1")', 5],
    ['COUNTIF(B1:B5,">a")', 3],
    ["COUNTIF(A1:A6,TRUE)", 1],
    ['COUNTIF(B:B,"")', 1_048_571],
    ['COUNTIFS(C1:C6,">10",B1:B6,"*")', 4],
    ['COUNTIFS(C1:C6,">10",B1:B5,"*")', value],
    ['SUMIF(B1:B5,"a*",C1)', 40],
    ['SUMIFS(C1:C6,C1:C6,">10",C1:C6,"<50")', 90],
    ['AVERAGEIF(C1:C6,">100")', div0],
    ['MINIFS(C1:C6,C1:C6,">20")', 30],
    ['MAXIFS(C1:C6,C1:C6,">200")', 0],
    // Rounding
    ["ROUND(2.675,2)", 2.68],
    ["ROUND(1.005,2)", 1.01],
    ["ROUND(-2.5,0)", -3],
    ["ROUND(1234.5,-2)", 1200],
    ["ROUNDUP(-1.21,1)", -1.3],
    ["ROUNDDOWN(-1.29,1)", -1.2],
    ["TRUNC(-1.9)", -1],
    ["INT(-1.1)", -2],
    ["MOD(-3,2)", 1],
    ["MOD(3,-2)", -1],
    ["MOD(1,0)", div0],
    ["SQRT(-1)", num],
    // Lookups
    ["INDEX(A1:C3,2,3)", 20],
    ["INDEX(A1:C3,9,1)", ref],
    ["SUM(INDEX(A1:C3,0,3))", 60],
    ["INDEX({1,2;3,4},2,1)", 3],
    ["MATCH(35,C1:C6)", 3],
    ["MATCH(5,C1:C6,1)", na],
    ['MATCH("a?",B1:B5,0)', 3],
    ['MATCH("B~*",B1:B5,0)', 4],
    ["MATCH(5,B1:B5,0)", na],
    ["MATCH(1,(B1:B5=\"b\")*(C1:C5=20),0)", 2],
    ['VLOOKUP("b",B1:C6,2,FALSE)', 20],
    ['VLOOKUP("q",B1:C6,2,FALSE)', na],
    ["VLOOKUP(25,C1:C6,1)", 20],
    ["VLOOKUP(25,C1:C6,2)", ref],
    ["HLOOKUP(1,A1:C3,2,FALSE)", 2.5],
    ["LOOKUP(2,1/({1,0,1}=1),{5,6,7})", 7],
    ['XLOOKUP("q",B1:B5,C1:C5,"none")', "none"],
    ["XLOOKUP(35,C1:C6,C1:C6,,-1)", 30],
    ["XLOOKUP(35,C1:C6,C1:C6,,1)", 40],
    ['XMATCH("a*",B1:B5,2)', 1],
    ['CHOOSE(4,"a","b")', value],
    ["ROW()", 100],
    ["ROWS(A1:B7)", 7],
    ["ADDRESS(2,28)", "$AB$2"],
    ['ADDRESS(2,3,4,TRUE,"Mitt blad")', "'Mitt blad'!C2"],
    ["SUM(OFFSET(A1,0,2,3,1))", 60],
    ["OFFSET(A1,-1,0)", ref],
    ['INDIRECT("C"&2)', 20],
    ['INDIRECT("nej nej")', ref],
    // Text
    ['LEFT("abc",-1)', value],
    ['MID("abcdef",2,3)', "bcd"],
    ['TRIM("  a   b ")', "a b"],
    ['PROPER("it\'s a 2way street")', "It'S A 2Way Street"],
    ['SUBSTITUTE("aaa","a","b",2)', "aba"],
    ['REPLACE("abcdef",2,3,"X")', "aXef"],
    ['FIND("B","abc")', value],
    ['SEARCH("b*d","abcde")', 2],
    ['SEARCH("~*","a*b")', 2],
    ['TEXTJOIN("-",TRUE,A1:A6)', "1-2.5-x-TRUE--3"],
    ['TEXT(0.055,"0.0%")', "5.5%"],
    ['TEXT(1234.567,"#,##0.00")', "1,234.57"],
    ['TEXT(43487,"yyyy-mm-dd")', "2019-01-22"],
    ['VALUE("5%")', 0.05],
    ['VALUE("x")', value],
    ['NUMBERVALUE("2 400,5",","," ")', 2400.5],
    ["CHAR(150)", "–"],
    ['CODE("–")', 150],
    ["UNICHAR(9679)", "●"],
    // Dates
    ["DATE(1900,2,29)", 60],
    ["DATE(1900,3,1)", 61],
    ["DATE(1900,1,1)", 1],
    ["DAY(60)", 29],
    ["DATE(2019,13,1)", 43_831],
    ["DATE(2019,1,0)", 43_465],
    ["DATE(119,1,1)", 43_466],
    ["DATE(10000,1,1)", num],
    ["YEAR(-1)", num],
    ["EDATE(43861,1)", 43_890],
    ["EOMONTH(43861,1)", 43_890],
    ["WEEKDAY(43487)", 3],
    ["WEEKDAY(43487,2)", 2],
    ["WEEKNUM(43487,21)", 4],
    ["ISOWEEKNUM(44197)", 53],
    ['DATEDIF(43487,43861,"y")', 1],
    ['DATEDIF(43487,43861,"ym")', 0],
    ['DATEDIF(43487,43861,"md")', 9],
    ["NETWORKDAYS(43487,43861)", 269],
    ['DATEVALUE("2019-01-22")', 43_487],
    ["TODAY()", 43_890],
    ["NOW()", 43_890.25],
    // Information
    ["ISBLANK(A5)", true],
    ['ISBLANK("")', false],
    ["ISERR(NA())", false],
    ["ISEVEN(-3)", false],
    ["ERROR.TYPE(1/0)", 2],
    ["ERROR.TYPE(1)", na],
    ["TYPE(A1:A2)", 64],
    ['CELL("address",INDEX(A1:C3,2,2))', "$B$2"],
    ['CELL("type",A5)', "b"],
    ['HYPERLINK("https://example.org","länk")', "länk"],
  ])("%s", (formula, expected) => {
    const given = answer(formula);
    if (typeof expected === "number") expect(given).toBeCloseTo(expected, 10);
    else expect(given).toEqual(expected);
  });
});

test.each([
  ["General", "G"],
  ["0", "F0"],
  ["#,##0", ",0"],
  ["0.00", "F2"],
  ["#,##0.00", ",2"],
  ["$#,##0_);($#,##0)", "C0"],
  ["$#,##0_);[Red]($#,##0)", "C0-"],
  ["$#,##0.00_);[Red]($#,##0.00)", "C2-"],
  ["0%", "P0"],
  ["0.00%", "P2"],
  ["0.0%", "P1"],
  ["0.00E+00", "S2"],
  ["# ?/?", "G"],
  ["m/d/yy h:mm", "D4"],
  ["yyyy-mm-dd", "D4"],
  ["d-mmm-yy", "D1"],
  ["d-mmm", "D2"],
  ["mmm-yy", "D3"],
  ["mm/dd", "D5"],
  ["h:mm AM/PM", "D7"],
  ["h:mm:ss AM/PM", "D6"],
  ["h:mm", "D9"],
  ["h:mm:ss", "D8"],
  ["(0)", "F0()"],
  ['#,##0 "kr"', "C0"],
  ["@", "G"],
])('CELL("format") of %s is %s', (format, code) => {
  const formatted = new Sheets().set("Blad1", 0, 0, 1, format);
  expect(evaluate(formatted, 'CELL("format",A1)', at)).toBe(code);
});

describe("properties", () => {
  const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const literal = (n: number): string => (n < 0 ? `(${n})` : String(n)).replace("e", "E");

  test("ROUND is nearest: never more than half a unit away, and a rounded number stays", () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: -3, max: 6 }), (n, places) => {
        const rounded = answer(`ROUND(${literal(n)},${places})`);
        if (typeof rounded !== "number") throw new Error("not a number");
        expect(Math.abs(rounded - n)).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-9) + 1e-6 * 10 ** -9);
        expect(answer(`ROUND(${literal(rounded)},${places})`)).toBe(rounded);
      }),
    );
  });

  test("DATE and YEAR, MONTH, DAY are each other's inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        expect(answer(`DATE(YEAR(${serial}),MONTH(${serial}),DAY(${serial}))`)).toBe(serial);
      }),
    );
  });

  test("exactly one of <, = and > holds between two values of any type", () => {
    const written = fc.oneof(
      finite.map(literal),
      fc.string({ maxLength: 4 }).map((text) => `"${text.replaceAll('"', '""')}"`),
      fc.constantFrom("TRUE", "FALSE", "A5"),
    );
    fc.assert(
      fc.property(written, written, (a, b) => {
        const truths = [answer(`${a}<${b}`), answer(`${a}=${b}`), answer(`${a}>${b}`)];
        expect(truths.filter((truth) => truth === true)).toHaveLength(1);
        expect(answer(`${a}<${b}`)).toBe(answer(`${b}>${a}`));
      }),
    );
  });

  test("every function answers with a value a cell can hold, whatever it is given", () => {
    const argument = fc.constantFrom("A1", "A3", "A4", "A5", "A1:C6", "C1:C6", "B:B", '"a*"', '"2019-01-22"', '"m"', '""', "-1", "0", "1", "2.5", "1E9", "-1E300", "43487", "TRUE", "NA()", "{1,2;3,4}", "");
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(functions), ...Object.keys(lazyFunctions)), fc.array(argument, { maxLength: 5 }), (name, args) => {
        let given: FormulaValue;
        try {
          given = answer(`${name}(${args.join(",")})`);
        } catch (failure) {
          if (failure instanceof InvalidFormula) return;
          throw failure;
        }
        const holds = given === null || typeof given === "string" || typeof given === "boolean" || (typeof given === "number" ? Number.isFinite(given) : /^#/.test(given.error));
        expect([name, args, given, holds]).toEqual([name, args, given, true]);
      }),
      { numRuns: 5000 },
    );
  });

  test("a text with its wildcards escaped is found as it stands, by SEARCH, MATCH and COUNTIF", () => {
    const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const piece = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(..."aBå-.*?~()[]^$\\/|+{}\"") });
    fc.assert(
      fc.property(piece, piece, (text, before) => {
        const escaped = text.replaceAll(/[*?~]/g, "~$&");
        const cell = new Sheets().set("Blad1", 0, 0, before + text);
        expect(evaluate(cell, `SEARCH(${written(escaped)},A1)`, at)).toBe((before + text).toLowerCase().indexOf(text.toLowerCase()) + 1);
        expect(evaluate(cell, `MATCH(${written(`*${escaped}`)},A1:A2,0)`, at)).toBe(1);
        expect(evaluate(cell, `COUNTIF(A1:A2,${written(`=*${escaped}`)})`, at)).toBe(1);
      }),
    );
  });

  test("no text makes the evaluator fail in any other way than its own errors", () => {
    const parts = fc.constantFrom("SUM", "IF", "(", ")", ",", "A1", "A1:B2", '"x"', "1", "+", "-", "%", "^", "{", "}", ";", "&", "=", "INDEX", "COUNTIF", "TRUE", "#N/A", " ", ":", "TEXT", "DATE", "OFFSET", "MATCH", "VLOOKUP", "0.5", "MID");
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (tokens) => {
        try {
          answer(tokens.join(""));
        } catch (failure) {
          if (!(failure instanceof InvalidFormula) && !(failure instanceof NotComputable)) throw failure;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
