import { previewReport } from "../../src/usecases/previewReport.js";
import { aleBeslutRows } from "../fixtures/ale-beslut/aleBeslutRows.js";
import { built, registersInExcel, type InExcel } from "./inExcel.js";

/* A public report through the genuine client, of a register where somebody has written what must not come out. */

const report = "ej-verkstallda-beslut-publik";
const request = { report, unit: undefined, period: undefined, today: 43_605 };

const careless = () =>
  registersInExcel({ ...aleBeslutRows, beslut: (aleBeslutRows.beslut ?? []).map((row) => (row.id === "1303150" ? { ...row, insats: "Kontaktperson, se 1302579" } : row)) });

function textOn({ workbook }: InExcel, name: string): string {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`${name} missing`);
  return [...sheet.cells()].map(({ content }) => JSON.stringify(content.value)).join("\n");
}

test("a public report that would have printed a decision's number is built without it, in two requests, and says so before and after", async () => {
  const ale = await careless();
  const preview = await previewReport(ale.port, request);
  expect(preview.privacy.map(({ ruleId }) => ruleId)).toEqual(["publik.enskild", "publik.smatal"]);
  const before = ale.excel.traffic.requests;
  const outcome = await built(ale.port, { report });
  expect(ale.excel.traffic.requests - before).toBe(2);
  expect(textOn(ale, outcome.written.sheet)).not.toContain("1302579");
  expect(textOn(ale, outcome.written.sheet)).toContain("Visas inte");
  const told = outcome.findings.filter(({ ruleId }) => ruleId.startsWith("publik."));
  expect(told.map(({ ruleId }) => ruleId).sort()).toEqual(["publik.enskild", "publik.smatal"]);
});

test("another quarter than the workbook's own has its own findings, told once each", async () => {
  const ale = await registersInExcel(aleBeslutRows);
  const { findings, document } = await built(ale.port, { report, period: "Kvartal 4 2018" });
  expect(findings.filter(({ ruleId }) => ruleId === "publik.smatal").map(({ message }) => /Kvartal \d \d+/u.exec(message.sv)?.[0])).toContain(document.periodLabel);
});

test("what is written by hand about an individual, or in place of what is held back, is not kept in a public report; other changes are", async () => {
  const ale = await registersInExcel(aleBeslutRows);
  const { written } = await built(ale.port, { report });
  const sheet = ale.workbook.sheet(written.sheet);
  const cells = [...(sheet?.cells() ?? [])];
  const [one, two] = cells.filter(({ content }) => content.value === "färre än 5");
  const other = cells.find(({ content }) => content.value === "Ingående och utgående beslut");
  if (sheet === undefined || one === undefined || two === undefined || other === undefined) throw new Error("nothing is held back");
  sheet.setCell(one.row, one.column, { value: "beslut 1302579" });
  sheet.setCell(0, 12, { value: null, formula: "Beslut!A2" });
  sheet.setCell(two.row, two.column, { value: 2 });
  sheet.setCell(other.row, other.column, { value: "Balans" });
  const again = await built(ale.port, { report, edits: "keep" });
  expect(again.keptEdits.map(({ found }) => found)).toEqual(["Balans"]);
  expect(again.lostEdits).toEqual([]);
  expect(textOn(ale, written.sheet)).not.toContain("1302579");
  expect(sheet.cell(two.row, two.column)?.value).toBe("färre än 5");
  expect(again.findings.filter(({ ruleId }) => ruleId === "publik.andrad-cell")).toHaveLength(1);
});
