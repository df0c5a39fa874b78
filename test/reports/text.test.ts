import fc from "fast-check";
import type { ReportCell } from "../../src/reports/document.js";
import { inARow, printedText } from "../../src/reports/parts/printedText.js";
import { documentToJson, printDocument } from "../../src/reports/text.js";
import { anyCell, anyDocument, documentOf, tableOf } from "./documents.js";
import { aleRows, reportOf } from "./reportOf.js";

test("texts one after another keep only the last one's full stop", () => {
  expect(inARow(["Skydda barnen.", "Bygg bostäder", "Följ upp."])).toBe("Skydda barnen; Bygg bostäder; Följ upp.");
  expect(inARow([])).toBe("");
});

test.each([
  [{ kind: "percent", value: 0.055, decimals: 1 }, "5,5 %"],
  [{ kind: "percent", value: 0.29, decimals: 0 }, "29 %"],
  [{ kind: "number", value: 2400, decimals: 0, unit: "tkr" }, "2 400 tkr"],
  [{ kind: "number", value: 1234.5, decimals: 2 }, "1 234,50"],
  [{ kind: "date", value: 43487 }, "2019-01-22"],
  [{ kind: "status", scale: "mått", word: "Ej uppnått" }, "■ Ej uppnått"],
  [{ kind: "empty", reason: "saknas" }, ""],
] as const)("%j prints as %s", (cell, text) => {
  expect(printedText(cell)).toBe(text);
});

describe("in a terminal", () => {
  const lines = printDocument(reportOf(aleRows)).split("\n");

  test("a measure's figures stand on the line with its name", () => {
    expect(lines.find((line) => line.startsWith("Andel arbetslösa och i program i åldern 18–24 år "))).toMatch(/5,5 % +5,5 % +100 % +● Uppnått/);
    expect(lines.find((line) => line.startsWith("Andel nyanlända av det totala antalet arbetslösa/i program "))).toMatch(/14,8 % +– Mål saknas +Sämre/);
  });

  test("columns line up under their headers", () => {
    const header = lines.findIndex((line) => line.startsWith("Mått "));
    const figures = lines[header + 2] ?? "";
    expect(figures.indexOf("●")).toBe(lines[header]?.indexOf("Status"));
    expect(figures.lastIndexOf("100 %") + "100 %".length).toBe((lines[header]?.indexOf("Måluppfyllelse") ?? 0) + "Måluppfyllelse".length);
  });

  test("lines have no trailing spaces and no control characters", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const line of printDocument(document).split("\n")) expect(line).not.toMatch(/[\p{Cc}]|[ ]$/u);
      }),
    );
    expect(printDocument(documentOf([{ kind: "paragraph", text: "\u001B[31mröd" }]))).not.toContain("\u001B");
  });

  test("a table may have more rows than a call takes arguments", () => {
    const rows = Array.from({ length: 150_000 }, (): readonly ReportCell[] => [{ kind: "text", text: "rad" }]);
    expect(printDocument(documentOf([tableOf("t", rows, 1)])).split("rad")).toHaveLength(rows.length + 1);
  });
});

describe("for other programs", () => {
  test("tables hold what is printed and the typed values, in one shape", () => {
    const table = documentToJson(reportOf(aleRows)).find(({ id }) => id === "matt:MÅL-5");
    expect(table).toMatchObject({ columns: ["Mått", "Utfall", "Målvärde", "Måluppfyllelse", "Status", "Trend", "Jämfört med", "Kommentar"] });
    expect(table?.title).toBe(
      "2.1 Social hållbarhet och jämlika livsvillkor › 2.1.2 Full och produktiv sysselsättning › Mål (nivå 1): Andel arbetslösa och i program i åldern 18–24 år ska minska.",
    );
    expect(table?.rows[0]?.slice(1, 5)).toEqual(["5,5 %", "5,5 %", "100 %", "● Uppnått"]);
    expect(table?.values[0]?.slice(1, 5)).toEqual([0.055, 0.055, 1, "Uppnått"]);
  });

  test("nothing printed is null, never zero", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const [table] = documentToJson(documentOf([tableOf("t", rows)]));
        expect(table?.values.map((row) => row.map((value) => value === null))).toEqual(rows.map((row) => row.map(({ kind }) => kind === "empty")));
        expect(table?.rows).toEqual(rows.map((row) => row.map(printedText)));
      }),
    );
  });
});
