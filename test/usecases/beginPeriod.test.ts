// Ny period: what is to be answered comes, what was answered stays, and beginning twice comes to the same.
import { registers, type Klarmarkering } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { formatDay } from "../../src/registers/values/formatting.js";
import { periodLabel, type Period } from "../../src/registers/values/period.js";
import { beginPeriod, planPeriod } from "../../src/usecases/beginPeriod.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { inExcel, registersAsFile, registersInExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(120_000);

const TODAY = 44_450;
const t2: Period = { kind: "tertial", year: 2021, number: 2 };

/** 2021-09-10 was a Friday, ten days after the end of T2; ten days after that of T3 is a Monday. */
const signOff: Klarmarkering = { rapport: "Uppdragsuppföljning", enhet: "VON", period: t2, senast: 44_449, klarmarkerad: 44_448 };

const rows: RegisterRows = { ...ostersundRows, klarmarkering: [signOff] };

let file: Promise<Uint8Array> | undefined;

/** Östersund's workbook of T2 2021, with what is owed. */
async function ostersund(): Promise<InExcel> {
  file ??= registersAsFile(rows);
  return inExcel(openXlsx(await file));
}

async function contentsOf({ port }: InExcel) {
  return (await checkWorkbook(port, TODAY)).contents;
}

const inPeriod = <Row extends { readonly values: { readonly period: Period } }>(rows: readonly Row[] = [], label: string) => rows.filter(({ values }) => periodLabel(values.period) === label);

describe("Östersund goes from T2 to T3 2021", () => {
  let made: InExcel;
  let before: Awaited<ReturnType<typeof contentsOf>>;
  let requests: number;
  beforeAll(async () => {
    made = await ostersund();
    before = await contentsOf(made);
    const earlier = made.excel.traffic.requests;
    await beginPeriod(made.port, { today: TODAY });
    requests = made.excel.traffic.requests - earlier;
  });

  test("in three requests", () => {
    expect(requests).toBe(3);
  });

  test("each assignment that has not ended gets a row to fill in, beside the last comment; the one that is done gets none", async () => {
    const after = await contentsOf(made);
    const asked = inPeriod(after.uppfoljning?.rows, "T3 2021").map(({ values }) => values);
    expect(asked).toHaveLength(17);
    expect(asked.map(({ avser }) => avser)).not.toContain("UPP-6");
    for (const row of asked) {
      expect([row.status, row.kommentar, row.orsak, row.klartSenast]).toEqual([null, null, null, null]);
      expect(row.forra).toBe(before.uppfoljning?.rows.find(({ values }) => values.avser === row.avser)?.values.kommentar);
    }
  });

  test("what was there stands as it stood, and the workbook is about the new period", async () => {
    const after = await contentsOf(made);
    expect(inPeriod(after.uppfoljning?.rows, "T2 2021").map(({ values }) => values)).toEqual(before.uppfoljning?.rows.map(({ values }) => values));
    expect(after.uppdrag?.rows.map(({ values }) => values)).toEqual(before.uppdrag?.rows.map(({ values }) => values));
    expect((await checkWorkbook(made.port)).settings.period).toBe("T3 2021");
  });

  test("what was owed is owed again, as many days after the period, and is not marked ready", async () => {
    const [next] = inPeriod((await contentsOf(made)).klarmarkering?.rows, "T3 2021");
    // 2022-01-10.
    expect(next?.values).toMatchObject({ rapport: "Uppdragsuppföljning", enhet: "VON", senast: 44_571, klarmarkerad: null });
  });

  test("beginning again changes nothing, to the byte", async () => {
    const bytes = Buffer.from(made.excel.save());
    expect(await planPeriod(made.port, { today: TODAY })).toMatchObject({ to: "T3 2021", rows: [], changesPeriod: false });
    await beginPeriod(made.port, { today: TODAY });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  test("a row that somebody took away comes back, and only that", async () => {
    const again = await ostersund();
    await beginPeriod(again.port, { today: TODAY });
    const sheet = again.workbook.sheet("Uppföljning");
    const last = again.workbook.table("Uppfoljning")!.range;
    for (let column = 0; column < last.columns; column += 1) sheet?.setCell(last.row + last.rows - 1, last.column + column, { value: null });
    again.excel.workbookChanged();
    expect((await planPeriod(again.port, { today: TODAY })).rows).toEqual([{ sheet: "Uppföljning", count: 1 }]);
  });
});

test("planning writes nothing, and says what would come", async () => {
  const made = await ostersund();
  const bytes = Buffer.from(made.excel.save());
  const requests = made.excel.traffic.requests;
  expect(await planPeriod(made.port, { today: TODAY })).toEqual({
    from: "T2 2021",
    to: "T3 2021",
    rows: [{ sheet: "Uppföljning", count: 17 }, { sheet: "Klarmarkering", count: 1 }],
    assignments: [],
    changesPeriod: true,
  });
  expect(made.excel.traffic.requests - requests).toBe(1);
  expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
});

test("an earlier period gets the rows that it lacks, and the workbook stays with the later one", async () => {
  const made = await ostersund();
  expect(await beginPeriod(made.port, { period: "T1 2021", today: TODAY })).toMatchObject({ to: "T1 2021", changesPeriod: false, rows: [{ sheet: "Uppföljning", count: 18 }] });
  expect((await checkWorkbook(made.port)).settings.period).toBe("T2 2021");
});

describe("a new year", () => {
  const inT3: RegisterRows = {
    ...rows,
    installningar: [{ nyckel: "period", varde: "T3 2021", forklaring: null }],
    uppfoljning: (rows.uppfoljning ?? []).map((row) => ({ ...row, period: { ...t2, number: 3 } })),
  };

  test("assignments that nobody has ended are carried on under ids of their own, those asked for", async () => {
    const made = await registersInExcel(inT3);
    const plan = await planPeriod(made.port, { today: TODAY });
    expect(plan.to).toBe("T1 2022");
    expect(plan.assignments.map(({ id }) => id)).toEqual(Array.from({ length: 18 }, (_, index) => `UPP-${index + 1}`).filter((id) => id !== "UPP-6"));
    await beginPeriod(made.port, { today: TODAY, carry: ["UPP-3", "UPP-7"] });
    const after = await contentsOf(made);
    const carried = (after.uppdrag?.rows ?? []).map(({ values }) => values).slice(18);
    expect(carried.map(({ id, foregaende, ar }) => [id, foregaende, ar])).toEqual([["UPP-19", "UPP-3", 2022], ["UPP-20", "UPP-7", 2022]]);
    const [old] = (after.uppdrag?.rows ?? []).filter(({ values }) => values.id === "UPP-3");
    expect(carried[0]).toMatchObject({ uppdrag: old?.values.uppdrag, huvudansvarig: old?.values.huvudansvarig, slut: null });
    const asked = inPeriod(after.uppfoljning?.rows, "T1 2022").map(({ values }) => values);
    expect(asked.map(({ avser }) => avser)).toEqual(["UPP-19", "UPP-20"]);
    expect(asked[0]?.forra).toBe(inT3.uppfoljning?.find(({ avser }) => avser === "UPP-3")?.kommentar);
  });

  test("carrying on twice carries on once", async () => {
    const made = await registersInExcel(inT3);
    await beginPeriod(made.port, { today: TODAY });
    const bytes = Buffer.from(made.excel.save());
    await beginPeriod(made.port, { today: TODAY });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });
});

describe("what is wrong in the old period is not carried into the new", () => {
  test("a follow-up, a sign-off, a control or its result that stands twice is asked for once", async () => {
    const [followUp] = rows.uppfoljning ?? [];
    const [control] = aleInternkontrollRows.kontroller ?? [];
    const [result] = aleInternkontrollRows.kontrollresultat ?? [];
    if (followUp === undefined || control === undefined || result === undefined) throw new Error("the fixtures are empty");
    const twice = await registersInExcel({
      ...rows,
      uppfoljning: [...(rows.uppfoljning ?? []), followUp],
      klarmarkering: [signOff, signOff],
      kontroller: [control, control],
      kontrollresultat: [{ ...result, period: t2 }, { ...result, period: t2 }],
    });
    expect((await planPeriod(twice.port, { today: TODAY })).rows).toEqual([
      { sheet: "Uppföljning", count: 17 }, { sheet: "Kontrollresultat", count: 1 }, { sheet: "Klarmarkering", count: 1 },
    ]);
  });

  test("what is owed on a day when nobody works is owed the next day that somebody does", async () => {
    // Six days after the end of T2; six days after that of T3 is Epiphany, a Thursday.
    const onEpiphany = await registersInExcel({ ...rows, klarmarkering: [{ ...signOff, senast: 44_439 + 6 }] });
    await beginPeriod(onEpiphany.port, { today: TODAY });
    const [next] = inPeriod((await contentsOf(onEpiphany)).klarmarkering?.rows, "T3 2021");
    expect(formatDay(next?.values.senast ?? 0)).toBe("2022-01-07");
  });
});

test("a year that follows on tertials shows what was last said in it", async () => {
  const made = await ostersund();
  await beginPeriod(made.port, { today: TODAY, period: "2022" });
  const asked = inPeriod((await contentsOf(made)).uppfoljning?.rows, "2022").map(({ values }) => values);
  const [first] = rows.uppfoljning ?? [];
  expect(asked[0]?.forra).toBe(first?.kommentar);
});

test("an assignment that is carried on gets no id that something else has", async () => {
  const [goal] = aleRows.mal ?? [];
  if (goal === undefined) throw new Error("Ale has no goals");
  const made = await registersInExcel({ ...rows, mal: [{ ...goal, id: "upp-19", enhet: null, overordnat: null }] });
  await beginPeriod(made.port, { today: TODAY, period: "T1 2022", carry: ["UPP-3"] });
  expect((await contentsOf(made)).uppdrag?.rows.at(-1)?.values.id).toBe("UPP-20");
});

test("Ale: the measures are asked for again, with blank outcomes whose live formulas compute", async () => {
  const made = await registersInExcel(aleRows);
  const before = await contentsOf(made);
  await beginPeriod(made.port, { today: TODAY });
  const { contents, findings } = await checkWorkbook(made.port, TODAY);
  const asked = inPeriod(contents.utfall?.rows, "T2 2019").map(({ values }) => values);
  expect(asked.map(({ mattId }) => mattId)).toEqual([...new Set(inPeriod(before.utfall?.rows, "T1 2019").map(({ values }) => values.mattId))]);
  for (const row of asked) expect([row.utfall, row.kommentar]).toEqual([null, null]);
  const { table, columns } = registers.utfall;
  const range = made.workbook.table(table)!.range;
  const statusAt = Object.keys(columns).indexOf("status");
  const sheet = made.workbook.sheet("Utfall")!;
  const formulaOf = (row: number) => sheet.cell(row, range.column + statusAt)?.formula;
  expect(formulaOf(range.row + range.rows - 1)).toBe(formulaOf(range.row + 1));
  expect(sheet.cell(range.row + range.rows - 1, range.column + statusAt)?.value).toMatch(/Ej mätt|Mål saknas|Följs/);
  expect(findings.filter(({ ruleId }) => ruleId.startsWith("rad.") || ruleId.startsWith("formel."))).toEqual([]);
});

test("a workbook without a period is told to choose one, and one whose sheet is protected is left as it is", async () => {
  const none = await registersInExcel({ ...rows, installningar: [] });
  await expect(beginPeriod(none.port, { today: TODAY })).rejects.toMatchObject({ code: "period-missing" });
  const locked = await ostersund();
  locked.workbook.sheet("Uppföljning")?.protect({});
  locked.excel.workbookChanged();
  const bytes = Buffer.from(locked.excel.save());
  await expect(beginPeriod(locked.port, { today: TODAY })).rejects.toMatchObject({ code: "sheet-protected" });
  expect(Buffer.from(locked.excel.save()).equals(bytes)).toBe(true);
});

test("when Excel fails half-way, beginning again completes the period", async () => {
  const goal = await ostersund();
  const first = goal.excel.traffic.actions;
  await beginPeriod(goal.port, { today: TODAY });
  const actions = goal.excel.traffic.actions - first;
  const whole = (await contentsOf(goal)).uppfoljning?.rows.map(({ values }) => values);
  for (const part of [0.5, 0.8, 0.95]) {
    const made = await ostersund();
    made.excel.faults.failAt(made.excel.traffic.actions + Math.round(actions * part));
    await expect(beginPeriod(made.port, { today: TODAY })).rejects.toMatchObject({ name: "WorkbookError" });
    await beginPeriod(made.port, { today: TODAY });
    expect((await contentsOf(made)).uppfoljning?.rows.map(({ values }) => values)).toEqual(whole);
  }
});
