import { nextPeriod } from "../../src/registers/values/period.js";
import { lookOver } from "../../src/usecases/lookOver.js";
import type { ReportState } from "../../src/usecases/overview.js";
import { aleEnheter } from "../fixtures/ale/ale.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { aleKlarmarkeringRows } from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { aleInExcel, built, registersInExcel, type InExcel } from "./inExcel.js";

const TODAY = 43_605;

async function stateOf({ port }: InExcel, name: string): Promise<ReportState> {
  const { reports } = await lookOver(port, TODAY);
  const state = reports.find((report) => report.name === name);
  if (state === undefined) throw new Error(`No report ${name}`);
  return state;
}

const withPeriod = (period: string) => (ostersundRows.installningar ?? []).map((row) => (row.nyckel === "period" ? { ...row, varde: period } : row));

test("a report that has what it needs lacks nothing", async () => {
  expect(await stateOf(await registersInExcel(ostersundRows), "uppdragsuppfoljning")).toMatchObject({ missing: [], isOneEnough: false, lacking: [] });
  expect(await stateOf(await aleInExcel(), "maluppfoljning")).toMatchObject({ missing: [], lacking: [] });
});

test("a period for which nobody has answered is said, also when its rows are there to be filled in", async () => {
  const lacking = [{ kind: "noneOfPeriod", sheet: "Uppföljning", period: "T3 2021" }];
  const installningar = withPeriod("T3 2021");
  expect((await stateOf(await registersInExcel({ ...ostersundRows, installningar }), "uppdragsuppfoljning")).lacking).toEqual(lacking);
  const asked = ostersundUppfoljning.map((row) => ({ ...row, period: nextPeriod(row.period), status: null, kommentar: null }));
  const begun = await registersInExcel({ ...ostersundRows, installningar, uppfoljning: [...ostersundUppfoljning, ...asked] });
  expect((await stateOf(begun, "uppdragsuppfoljning")).lacking).toEqual(lacking);
  const [first, ...rest] = asked;
  const answered = first === undefined ? [] : [{ ...first, status: "Pågående" as const }, ...rest];
  expect((await stateOf(await registersInExcel({ ...ostersundRows, installningar, uppfoljning: answered }), "uppdragsuppfoljning")).lacking).toEqual([]);
});

test("registers without rows are said", async () => {
  const state = await stateOf(await registersInExcel({ ...aleRows, mal: [], matt: [], utfall: [] }), "maluppfoljning");
  expect(state.lacking).toEqual(["Mål", "Mått", "Utfall"].map((sheet) => ({ kind: "noRows", sheet })));
});

describe("the overview", () => {
  test("can be built when any one of its registers is there", async () => {
    const klarmarkering = await registersInExcel(aleKlarmarkeringRows);
    expect(await stateOf(klarmarkering, "oversikt")).toMatchObject({ missing: [], lacking: [] });
    expect((await built(klarmarkering.port, { report: "oversikt" })).written.sheet).toBe("Översikt T1 2019 OAN");
  });

  test("needs one of them, and says which would do; it is for the user to say what is to be followed up", async () => {
    const state = await stateOf(await registersInExcel({ enheter: aleEnheter }), "oversikt");
    expect(state).toMatchObject({ missing: ["Mål", "Mått", "Uppdrag", "Kontroller", "Beslut", "Klarmarkering"], isOneEnough: true, areas: [], lacking: [] });
  });

  test("lacks something only when none of its registers has rows, and is then no next step", async () => {
    expect((await stateOf(await aleInExcel(), "oversikt")).lacking).toEqual([]);
    const empty = await registersInExcel({ ...aleKlarmarkeringRows, klarmarkering: [] });
    expect((await stateOf(empty, "oversikt")).lacking).toEqual([{ kind: "noRows", sheet: "Klarmarkering" }]);
    expect((await lookOver(empty.port, TODAY)).next).toEqual({ kind: "fillIn", sheet: "Klarmarkering" });
  });
});
