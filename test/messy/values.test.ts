// Cells as people fill them: one finding for one fault, nothing read as something else.
import { documentToJson } from "../../src/reports/text.js";
import { build } from "../usecases/inExcel.js";
import { addRow, aleAfter, newFindings, put, told } from "./findingsOf.js";
import type { Scalar, Workbook } from "../../src/xlsx/index.js";

function measure(workbook: Workbook, values: Readonly<Record<string, Scalar>>, outcome: Readonly<Record<string, Scalar>>): void {
  addRow(workbook, "Matt", { "Mått-id": "MÅTT-9", "Mål-id": "MÅL-5", "Mått": "Ett mått till", "Riktning": "Öka", "Ordning": 9, ...values });
  addRow(workbook, "Utfall", { "Mått-id": "MÅTT-9", "Period": "T1 2019", "Enhet": "OAN", ...outcome });
}

describe("one fault, one finding", () => {
  test("an outcome in another unit than its measure is not used, and is not said to be read", async () => {
    const findings = await newFindings((workbook) => { measure(workbook, { "Måttenhet": "dagar", "Målvärde": 30 }, { "Utfall": "3 veckor" }); });
    expect(told(findings)).toEqual(["fel varde.enhet-avviker Utfall!D5"]);
  });

  test("a percentage in a measure of something else", async () => {
    const findings = await newFindings((workbook) => { measure(workbook, { "Måttenhet": "antal", "Målvärde": 30 }, { "Utfall": "75 %" }); });
    expect(told(findings)).toEqual(["fel varde.procent-i-annan-enhet Utfall!D5"]);
  });

  test("an outcome in words is no fault where the measure is told in words, and is one elsewhere", async () => {
    const inWords = await newFindings((workbook) => { measure(workbook, { "Måttenhet": "text", "Riktning": "Följs" }, { "Utfall": "Bra läge" }); });
    expect(told(inWords)).toEqual([]);
    const inNumbers = await newFindings((workbook) => { measure(workbook, { "Måttenhet": "antal", "Målvärde": 5 }, { "Utfall": "Bra läge" }); });
    expect(told(inNumbers)).toEqual(["fel cell.olasbar Utfall!D5"]);
  });

  test("a ticked box where a number belongs is called what Excel shows", async () => {
    const findings = await newFindings((workbook) => { measure(workbook, { "Måttenhet": "antal", "Målvärde": 5 }, { "Utfall": true }); });
    expect(told(findings)).toEqual(["fel varde.tal-vantat Utfall!D5"]);
    expect(findings[0]?.message.sv).toContain("SANT");
  });

  test("a count written with its unit is told as the number it is", async () => {
    const findings = await newFindings((workbook) => { measure(workbook, { "Måttenhet": "antal", "Målvärde": 5 }, { "Utfall": "2\u00A0400 st" }); });
    expect(findings[0]?.message.sv.replace(/\s/gu, " ")).toContain("Det läses som 2 400, men");
  });
});

describe("ids as people type them are found, and it is said when Excel's formulas do not find them", () => {
  test.each([
    ["spaces around", " MÅTT-1 ", "id.mellanslag"],
    ["a hard space after", "MÅTT-1\u00A0", "id.mellanslag"],
    ["letters with loose rings and dots", "MÅTT-1".normalize("NFD"), "id.osynligt-tecken"],
    ["a character of no width", "MÅTT\u200B-1", "id.osynligt-tecken"],
  ])("%s", async (_, id, ruleId) => {
    const findings = await newFindings((workbook) => { put(workbook, "Utfall", 1, "Mått-id", id); });
    expect(told(findings).filter((text) => !text.includes("utfall.annat-varde"))).toEqual([`upplysning ${ruleId} Utfall!A3`]);
  });

  test("other case is the same id, to us and to Excel", async () => {
    expect(await newFindings((workbook) => { put(workbook, "Utfall", 1, "Mått-id", "mått-1"); })).toEqual([]);
  });

  test("numbers as ids are told of where they stand", async () => {
    const findings = await newFindings((workbook) => { measure(workbook, { "Mått-id": 7, "Måttenhet": "antal", "Målvärde": 5 }, { "Mått-id": 7, "Utfall": 6 }); });
    expect(told(findings)).toEqual(["upplysning id.tal Mått!A4", "upplysning id.tal Utfall!A5"]);
  });
});

test("a goal's number that Excel made a date is a fault: no date is printed as a number", async () => {
  const findings = await newFindings((workbook) => {
    put(workbook, "Mal", 1, "Nr", 43_497);
    workbook.table("Mal")?.sheet.applyFormat({ row: 2, column: 2, rows: 1, columns: 1 }, { numberFormat: "d.m" });
  });
  expect(told(findings).filter((text) => text.startsWith("fel"))).toEqual(["fel cell.blev-datum Mål!C3"]);
});

describe("cells that hold something else than they show", () => {
  test.each<[string, string, Scalar, string]>([
    ["an error from a formula", "Utfall", { error: "#N/A" }, "fel cell.felvarde Utfall!D3"],
    ["a number with an unclear point", "Utfall", "1.234", "fel cell.tvetydig Utfall!D3"],
    ["a guess", "Utfall", "cirka 100", "fel cell.olasbar Utfall!D3"],
    ["a day where a period belongs", "Period", "2019-04-01", "fel cell.olasbar Utfall!B3"],
    ["an unknown unit", "Enhet", "OKÄND", "fel enhet.okand Utfall!C3"],
  ])("%s is a fault in its cell", async (_, header, value, expected) => {
    const findings = await newFindings((workbook) => { put(workbook, "Utfall", 1, header, value); });
    expect(told(findings)).toContain(expected);
  });

  test.each(["Ej mätt", "-", "..", "–"])("%j says that nothing is measured, and nothing more is asked for", async (typed) => {
    expect(told(await newFindings((workbook) => { put(workbook, "Utfall", 1, "Utfall", typed); }))).toEqual([]);
  });
});

test("a comment of 30 000 characters with line breaks and equals signs is in the report whole", async () => {
  const comment = "= Första raden\n- andra; tredje \t\n".repeat(900).trim();
  const ale = await aleAfter((workbook) => { put(workbook, "Utfall", 1, "Kommentar", comment); });
  const outcome = await build(ale.port);
  const squeezed = (text: string) => text.replace(/\s+/gu, "");
  const printed = JSON.stringify(documentToJson(outcome.document)).replaceAll("\\n", "").replaceAll("\\t", "");
  expect(squeezed(printed)).toContain(squeezed(comment));
  const sheet = ale.workbook.sheet("Måluppföljning T1 2019 OAN");
  const cells = [...(sheet?.cells() ?? [])];
  const comments = cells.find(({ content }) => content.value === "Kommentar")?.column;
  const inColumn = cells.flatMap(({ column, content }) => (column === comments && typeof content.value === "string" ? [content.value] : []));
  expect(squeezed(inColumn.join(""))).toContain(squeezed(comment));
});
