// Assignments and follow-ups as committees send them in: pasted from a document, with symbols and other words. What can be read is mended with one click to what it was read as.
import { readFile } from "node:fs/promises";
import { acceptFinding } from "../../src/usecases/acceptFinding.js";
import { applyFixes } from "../../src/usecases/applyFixes.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx, type Scalar } from "../../src/xlsx/index.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { inExcel, registersInExcel, type InExcel } from "../usecases/inExcel.js";
import { addRow, put, tableOf, told } from "./findingsOf.js";

jest.setTimeout(60_000);

const TODAY = 44_500;

let bytes: Promise<Uint8Array> | undefined;

async function ostersund(): Promise<InExcel> {
  bytes ??= registersInExcel(ostersundRows).then(({ excel }) => excel.save());
  return inExcel(openXlsx(await bytes));
}

type Change = readonly [table: string, row: number, header: string, value: Scalar];

/** Every way of writing that is read as something else than it stands, on rows that have what it is about. */
const AS_TYPED: readonly Change[] = [
  ["Uppdrag", 0, "Huvudansvarig", "VON (SAN, GÖN)"],
  ["Uppdrag", 1, "Huvudansvarig", null],
  ["Uppdrag", 1, "Uppdrag", "(Vård- och omsorgsnämnden) .\nUtveckla arbetet med enkäter"],
  ["Uppdrag", 2, "Medansvariga", "Social- och arbetsmarknadsnämnden; GÖN"],
  ["Uppdrag", 3, "Huvudansvarig", "Vård- och omsorgsnämnden"],
  ["Uppfoljning", 0, "Status", "pågår"],
  ["Uppfoljning", 2, "Status", "● Pågående"],
  ["Uppfoljning", 5, "Status", "klart"],
  ["Uppfoljning", 3, "Avser", " UPP-4"],
];

const STATUS_OF_ACTIVITY: readonly (readonly [Scalar, string])[] = [["●", "Genomfört"], ["◆", "Delvis genomfört"], ["■", "Ej genomfört"], [true, "Genomfört"]];

async function asTyped(): Promise<InExcel> {
  const { workbook, excel } = await ostersund();
  for (const [table, row, header, value] of AS_TYPED) put(workbook, table, row, header, value);
  put(workbook, "Aktiviteter", 0, "Aktivitet-id", "AKT-1");
  put(workbook, "Aktiviteter", 0, "Avser", "upp-1");
  put(workbook, "Aktiviteter", 0, "Aktivitet", "Ta fram en enkät");
  for (const [index, [status]] of STATUS_OF_ACTIVITY.entries()) {
    if (status !== null) addRow(workbook, "Uppfoljning", { Avser: "AKT-1", Period: `T${(index % 3) + 1} ${2019 + Math.floor(index / 3)}`, Status: status });
  }
  return inExcel(openXlsx(excel.save()));
}

test("is read as it is meant", async () => {
  const { contents } = await checkWorkbook((await asTyped()).port, TODAY);
  const assignments = contents.uppdrag?.rows.map(({ values }) => values) ?? [];
  expect(assignments[0]).toMatchObject({ huvudansvarig: "VON", medansvariga: ["SAN", "GÖN"] });
  expect(assignments[1]).toMatchObject({ huvudansvarig: "VON", uppdrag: "Utveckla arbetet med enkäter" });
  expect(assignments[2]?.medansvariga).toEqual(["SAN", "GÖN"]);
  const followUps = contents.uppfoljning?.rows.map(({ values }) => values) ?? [];
  expect([0, 2, 5].map((row) => followUps[row]?.status)).toEqual(["Pågående", "Pågående", "Genomfört"]);
  expect(followUps.slice(-4).map(({ status }) => status)).toEqual(STATUS_OF_ACTIVITY.map(([, word]) => word));
});

test("is mended, all at once, to what it was read as, and then there is nothing more to say of it", async () => {
  const { port, excel } = await asTyped();
  const before = await checkWorkbook(port, TODAY);
  const safe = before.findings.filter(({ fix }) => fix !== undefined);
  expect(new Set(safe.map(({ ruleId }) => ruleId))).toEqual(
    new Set(["uppdrag.ansvariga-i-en-cell", "uppdrag.ansvarig-i-texten", "enhet.ej-kod", "cell.stavning", "id.mellanslag"]),
  );
  await applyFixes(port, safe, TODAY);
  const after = await checkWorkbook(inExcel(openXlsx(excel.save())).port, TODAY);
  expect(after.contents.uppdrag?.rows.map(({ values }) => values)).toEqual(before.contents.uppdrag?.rows.map(({ values }) => values));
  expect(after.contents.uppfoljning?.rows.map(({ values }) => values)).toEqual(before.contents.uppfoljning?.rows.map(({ values }) => values));
  expect(told(after.findings)).toEqual(told(before.findings.filter(({ fix }) => fix === undefined)));
});

test.each<[Change, string]>([
  [["Uppdrag", 0, "Huvudansvarig", "VON, SAN"], "fel enhet.flera Uppdrag!G2"],
  [["Uppdrag", 0, "Huvudansvarig", "VON (XYZ)"], "fel enhet.okand Uppdrag!G2"],
  [["Uppdrag", 0, "Medansvariga", "SAN; alla"], "fel enhet.okand Uppdrag!H2"],
  [["Uppfoljning", 0, "Avser", "UPP-99"], "fel referens.saknas Uppföljning!A2"],
  [["Uppfoljning", 0, "Status", "●"], "fel cell.ej-i-listan Uppföljning!D2"],
  [["Uppfoljning", 0, "Status", "på gång?"], "fel cell.ej-i-listan Uppföljning!D2"],
])("what cannot be known is told and stays as typed: %j", async ([table, row, header, value], expected) => {
  const { workbook, port } = await ostersund();
  const usual = new Set(told((await checkWorkbook(port, TODAY)).findings));
  put(workbook, table, row, header, value);
  const found = (await checkWorkbook(port, TODAY)).findings.filter(({ severity }) => severity === "fel");
  expect(told(found).filter((text) => !usual.has(text))).toEqual([expected]);
});

test("of a lead and others only what is no unit is told, and nobody is taken for a committee called all of it", async () => {
  const { workbook, port } = await ostersund();
  put(workbook, "Uppdrag", 0, "Huvudansvarig", "SAN (TN, VON, KS)");
  const { findings, contents } = await checkWorkbook(port, TODAY);
  expect(findings.filter(({ ruleId }) => ruleId === "enhet.okand").map(({ message }) => message.sv.split(" ")[0])).toEqual(["”TN”", "”KS”"]);
  expect(contents.uppdrag?.rows[0]?.values.huvudansvarig).toBeNull();
});

test("a workbook made before there were assignments is not said to lack them", async () => {
  const { findings } = await checkWorkbook(inExcel(openXlsx(await readFile("test/messy/ale-before-assignments.xlsx"))).port, TODAY);
  expect(new Set(findings.map(({ register }) => register))).toEqual(new Set(["Mal", "Utfall"]));
});

test("a text that begins with = is told of where editing it would make a formula of it, and accepting that leaves nothing to tell", async () => {
  const { workbook, port } = await ostersund();
  put(workbook, "Uppfoljning", 2, "Kommentar", "= samma som förra tertialet");
  const told = async () => (await checkWorkbook(port, TODAY)).findings.filter(({ ruleId }) => ruleId === "cell.likhetstecken");
  const [finding, ...more] = await told();
  if (finding === undefined) throw new Error("not told");
  expect([finding.column, more]).toEqual(["Kommentar", []]);
  await acceptFinding(port, finding, "Citat ur protokollet", TODAY);
  expect(await told()).toEqual([]);
});

test("a year that stands as text becomes a number that looks like a year", async () => {
  const { workbook, port } = await ostersund();
  put(workbook, "Uppdrag", 0, "År", "2021");
  const findings = (await checkWorkbook(port, TODAY)).findings.filter(({ ruleId }) => ruleId === "cell.text-for-tal");
  expect(findings.map(({ message }) => message.sv)).toEqual([expect.stringContaining("Det läses som 2021,")]);
  await applyFixes(port, findings, TODAY);
  const { sheet, range } = tableOf(workbook, "Uppdrag");
  const at = [range.row + 1, range.column + 3] as const;
  expect([sheet.cell(...at)?.value, sheet.numberFormat(...at)]).toEqual([2021, "0"]);
});
