import { openClient } from "../../src/workbench/client.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { WorkbookError } from "../../src/usecases/workbookError.js";
import { fleraRows } from "../fixtures/flera-namnder/fleraNamnder.js";
import { built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";

/* Several committees with schools below one of them, all that measure tables can show at once, through the genuine client. */

const SHEET = "Måluppföljning 2024";
const request = { report: "maluppfoljning" } as const;
const all = [{ nyckel: "tidigare-ar", varde: "3", forklaring: null }, { nyckel: "diagram", varde: "Ja", forklaring: null }];
const rows = { ...fleraRows, installningar: [...(fleraRows.installningar ?? []), ...all] };

function valuesOf({ workbook }: InExcel): Map<string, unknown> {
  const sheet = workbook.sheet(SHEET);
  if (sheet === undefined) throw new Error(`${SHEET} missing; sheets: ${workbook.sheets.map(({ name }) => name).join(", ")}`);
  return new Map([...sheet.cells()].map(({ row, column, content }) => [`${row}:${column}`, content.value]));
}

test("earlier years, women and men, sums, comparisons and a chart stand in one report, in two requests", async () => {
  const flera = await registersInExcel(rows);
  const before = flera.excel.traffic.requests;
  const { findings } = await built(flera.port, request);
  expect(flera.excel.traffic.requests - before).toBe(2);
  expect([...valuesOf(flera).values()]).toEqual(
    expect.arrayContaining([
      "Utfall 2022", "Utfall 2024", "Kvinnor − män", 0.89, "Elever som började i skolan under året, summa", 55, 31.5, "◆ Delvis uppnått",
      expect.stringMatching(/summa av 2 enheter, 1 saknas \(Västra skolan\)/u), expect.stringMatching(/Riket 85,3 %/u), "Förslag för mål som flera nämnder har mål under", "Diagram",
    ]),
  );
  // The clock of these tests stands in 2019.
  expect(findings.map(({ ruleId }) => ruleId).filter((ruleId) => !ruleId.endsWith(".framtida-period"))).toEqual(["utfall.saknas"]);
});

test("building again changes no byte", async () => {
  const flera = await registersInExcel(rows);
  await built(flera.port, request);
  const first = flera.excel.save();
  const again = inExcel(openXlsx(first));
  expect((await built(again.port, request)).written.putBack).toBe(0);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("shuffled rows and a filtered table give the same report", async () => {
  const flera = await registersInExcel(rows);
  await built(flera.port, request);
  const reversed = <Row>(given: readonly Row[] = []) => [...given].reverse();
  const shuffled = await registersInExcel({
    ...rows, enheter: reversed(rows.enheter), mal: reversed(rows.mal), matt: reversed(rows.matt), utfall: reversed(rows.utfall), uppfoljning: reversed(rows.uppfoljning),
  });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Utfall").columns.getItem("Enhet").filter.applyValuesFilter(["NS"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(flera));
});

test("what is only compared with has no report of its own", async () => {
  const flera = await registersInExcel(rows);
  await expect(built(flera.port, { ...request, unit: "Riket" })).rejects.toThrow(WorkbookError);
  await expect(built(flera.port, { ...request, unit: "RIKET" })).rejects.toMatchObject({ code: "unit-unknown" });
});
