// Answers come back to the registers: in one step, once, with where they came from, and nothing that stands is replaced without somebody having said so.
import { formatDay } from "../../src/registers/values/formatting.js";
import { periodLabel } from "../../src/registers/values/period.js";
import { collectAnswers, lookAtAnswers } from "../../src/usecases/round/collect.js";
import { KeptForms } from "../../src/usecases/round/keptForms.js";
import type { AnswerSource, CollectDecisions } from "../../src/usecases/round/collectPreview.js";
import { makeFiles, makeSheets } from "../../src/usecases/round/makeForms.js";
import { roundState } from "../../src/usecases/round/roundState.js";
import { readStanding } from "../../src/usecases/takeIn/lookAtSheets.js";
import { WorkbookError } from "../../src/usecases/workbookError.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { inExcel, registersInExcel, type InExcel } from "../usecases/inExcel.js";
import { filledIn, type Answers } from "./filledIn.js";
import { DEADLINE, municipality, TODAY } from "./municipality.js";
import { plainly } from "./typedAnswers.js";

jest.setTimeout(120_000);

const OPTIONS = { today: TODAY };
const REQUEST = { period: "T2 2026", today: TODAY, newId: "prov-1" };

let registers: Uint8Array;
/** Forms of E01 and E02. */
let forms: readonly Uint8Array[];

beforeAll(async () => {
  const made = await registersInExcel(municipality(3));
  const files = await makeFiles(made.port, REQUEST);
  forms = ["E01", "E02"].map((unit) => files.find((file) => file.unit === unit)?.bytes ?? new Uint8Array());
  registers = made.excel.save();
});

const opened = (): InExcel => inExcel(openXlsx(registers));
const file = (name: string, bytes: Uint8Array): AnswerSource => ({ kind: "file", name, read: () => Promise.resolve(bytes) });
const answersOf = (unit: number, answers: Answers, day = "2026-09-12T08:00:00Z", name = `E0${unit}.xlsx`): AnswerSource => file(name, filledIn(forms[unit - 1] ?? new Uint8Array(), answers, day));

/** What a register says of a unit's measure in T2, in a column. */
async function outcome({ port }: InExcel, id: string, column: "utfall" | "kommentar", unit = "E01"): Promise<string> {
  const { contents } = await readStanding(port);
  const row = contents.utfall?.rows.find(({ values }) => values.mattId === id && values.enhet === unit && periodLabel(values.period) === "T2 2026");
  return plainly(row?.values[column]);
}

async function requestsOf(made: InExcel, work: () => Promise<unknown>): Promise<number> {
  const before = made.excel.traffic.requests;
  await work();
  return made.excel.traffic.requests - before;
}

test("answers are listed before anything is written, written in one step, and written once", async () => {
  const made = opened();
  const comment = "Första raden\nAndra raden";
  const sources = [answersOf(1, { "MÅTT-1.utfall": 0.85, "MÅTT-1.kommentar": comment, "UPP-1.status": "Pågående", "KON-1.bedomning": "Ingen avvikelse", "Uppföljning.klarmarkerad": "Ja" }, "2026-09-09T08:00:00Z"), answersOf(2, { "MÅTT-2.utfall": 12 })];
  const looking = await requestsOf(made, () => lookAtAnswers(made.port, sources, OPTIONS, {}));
  const preview = await lookAtAnswers(made.port, sources, OPTIONS, {});
  expect([looking, await outcome(made, "MÅTT-1", "utfall")]).toEqual([1, ""]);
  expect(preview.lines.map(({ kind, unit, standing }) => [kind, unit, standing])).toEqual([
    ["new", "E01", ""], ["new", "E01", ""], ["new", "E02", ""], ["new", "E01", ""], ["new", "E01", ""], ["new", "E01", ""],
  ]);
  const [first, second, third] = preview.units.slice(-3);
  // Of E01 one cell was filled in before the sheets went out.
  expect([first, second, third].map((unit) => [unit?.unit, unit?.asked, unit?.answered, unit?.missing, unit?.ready ?? null, unit?.sources])).toEqual([
    ["E01", 12, 4, 8, DEADLINE - 1, ["E01.xlsx"]], ["E02", 12, 1, 11, null, ["E02.xlsx"]], ["E03", 12, 0, 12, null, []],
  ]);

  expect(await collectAnswers(made.port, sources, OPTIONS, {})).toEqual({ written: 6, kept: 0, undecided: 0 });
  expect([await outcome(made, "MÅTT-1", "utfall"), await outcome(made, "MÅTT-1", "kommentar"), await outcome(made, "MÅTT-2", "utfall", "E02")]).toEqual(["0.85", comment, "12"]);
  const { contents } = await readStanding(made.port);
  const origins = contents.ursprung?.rows.map(({ values: { rad, fil, blad, hamtad } }) => [rad, fil, blad, hamtad]) ?? [];
  expect(origins).toContainEqual(["MÅTT-1 · T2 2026 · E01", "E01.xlsx", "E01 T2 2026", TODAY]);
  expect(origins).toHaveLength(5);
  const earlier = contents.utfall?.rows.filter(({ values }) => periodLabel(values.period) === "T1 2026" && values.mattId === "MÅTT-1").map(({ values }) => plainly(values.utfall));
  expect(earlier).toEqual(["0.7", "0.7", "0.7"]);

  const again = await requestsOf(made, async () => expect(await collectAnswers(made.port, sources, OPTIONS, {})).toEqual({ written: 0, kept: 0, undecided: 0 }));
  expect(again).toBe(1);
  expect((await lookAtAnswers(made.port, sources, OPTIONS, {})).lines).toEqual([]);
  const later = await requestsOf(made, () => collectAnswers(made.port, [answersOf(2, { "MÅTT-3.utfall": 400 })], OPTIONS, {}));
  expect(later).toBe(3);
});

describe("two answers to one cell", () => {
  const earlier = () => answersOf(1, { "MÅTT-2.kommentar": "Den första" }, "2026-09-10T08:00:00Z", "a.xlsx");
  const later = () => answersOf(1, { "MÅTT-2.kommentar": "Den andra" }, "2026-09-11T08:00:00Z", "b.xlsx");
  const ID = "Utfall|MÅTT-2 · T2 2026 · E01|Kommentar";
  const cases: readonly (readonly [CollectDecisions, string, object])[] = [
    [{}, "", { written: 0, kept: 0, undecided: 1 }],
    [{ rule: "newest" }, "Den andra", { written: 1, kept: 0, undecided: 0 }],
    [{ rule: "existing" }, "", { written: 0, kept: 1, undecided: 0 }],
    [{ rule: "newest", byLine: { [ID]: 1 } }, "Den första", { written: 1, kept: 0, undecided: 0 }],
    [{ rule: "newest", byLine: { [ID]: "keep" } }, "", { written: 0, kept: 1, undecided: 0 }],
    [{ byLine: { [ID]: 7 } }, "", { written: 0, kept: 0, undecided: 1 }],
  ];

  test("wait for a decision: which one, or the newest, or neither; in whatever order the files come", async () => {
    for (const [decisions, comment, collected] of cases) {
      const made = opened();
      for (const sources of [[earlier(), later()], [later(), earlier()]]) {
        const { lines } = await lookAtAnswers(made.port, sources, OPTIONS, decisions);
        expect(lines.map(({ id, kind, answers }) => [id, kind, answers.map(({ text, from }) => [text, from.file])])).toEqual([[ID, "conflict", [["Den andra", "b.xlsx"], ["Den första", "a.xlsx"]]]]);
      }
      expect(await collectAnswers(made.port, [earlier(), later()], OPTIONS, decisions)).toEqual(collected);
      expect(await outcome(made, "MÅTT-2", "kommentar")).toBe(comment);
    }
  });

  test("that were saved at the same time are still undecided", async () => {
    const made = opened();
    const sources = [earlier(), answersOf(1, { "MÅTT-2.kommentar": "Den andra" }, "2026-09-10T08:00:00Z", "b.xlsx")];
    expect(await collectAnswers(made.port, sources, OPTIONS, { rule: "newest" })).toEqual({ written: 0, kept: 0, undecided: 1 });
  });

  test("that say the same are one", async () => {
    const made = opened();
    const { lines } = await lookAtAnswers(made.port, [earlier(), answersOf(1, { "MÅTT-2.kommentar": "Den första" }, "2026-09-12T08:00:00Z", "c.xlsx")], OPTIONS, {});
    expect(lines.map(({ kind }) => kind)).toEqual(["new"]);
  });
});

test("what the register says otherwise than when the sheet went out is not replaced without somebody's word", async () => {
  const made = opened();
  const sheet = made.workbook.sheet("Utfall");
  const row = (await readStanding(made.port)).contents.utfall?.rows.find(({ values }) => values.mattId === "MÅTT-3" && values.enhet === "E01" && periodLabel(values.period) === "T2 2026")?.row ?? 0;
  sheet?.setCell(row, 3, { value: 321 });
  const sources = [answersOf(1, { "MÅTT-3.utfall": 400, "MÅTT-2.utfall": 95 })];
  const { lines } = await lookAtAnswers(made.port, sources, OPTIONS, {});
  // MÅTT-2 stood in the register when the sheet was made, and still does: the unit corrects it.
  expect(lines.map(({ kind, standing, answers }) => [kind, standing, answers[0]?.text])).toEqual([["changed", "90", "95"], ["conflict", "321", "400"]]);
  expect(await collectAnswers(made.port, sources, OPTIONS, {})).toEqual({ written: 1, kept: 0, undecided: 1 });
  expect([await outcome(made, "MÅTT-2", "utfall"), await outcome(made, "MÅTT-3", "utfall")]).toEqual(["95", "321"]);
  expect(await collectAnswers(made.port, sources, OPTIONS, { rule: "newest" })).toEqual({ written: 1, kept: 0, undecided: 0 });
  expect(await outcome(made, "MÅTT-3", "utfall")).toBe("400");
});

test("a cell that the unit has emptied is told, and emptied only when somebody says so", async () => {
  const made = opened();
  const sources = [answersOf(1, { "MÅTT-2.utfall": null })];
  const [line] = (await lookAtAnswers(made.port, sources, OPTIONS, {})).lines;
  expect([line?.kind, line?.standing, line?.answers[0]?.text]).toEqual(["conflict", "90", ""]);
  for (const decisions of [{}, { rule: "newest" }, { rule: "existing" }] as const) {
    await collectAnswers(made.port, sources, OPTIONS, decisions);
    expect(await outcome(made, "MÅTT-2", "utfall")).toBe("90");
  }
  expect(await collectAnswers(made.port, sources, OPTIONS, { byLine: { [line?.id ?? ""]: 0 } })).toEqual({ written: 1, kept: 0, undecided: 0 });
  expect(await outcome(made, "MÅTT-2", "utfall")).toBe("");
});

test("a sheet marked ready after its last day is told, and the day is written", async () => {
  const made = opened();
  const sources = [answersOf(2, { "Uppföljning.klarmarkerad": "x" }, "2026-09-13T08:00:00Z")];
  const { lines, units } = await lookAtAnswers(made.port, sources, OPTIONS, {});
  expect(lines.map(({ kind, answers }) => [kind, answers[0]?.text])).toEqual([["lateReady", "2026-09-13"]]);
  expect(lines[0]?.message.sv).toContain("3 dagar efter sista dagen");
  expect(formatDay(units.find(({ unit }) => unit === "E02")?.ready ?? 0)).toBe("2026-09-13");
  await collectAnswers(made.port, sources, OPTIONS, {});
  const state = await roundState(made.port, OPTIONS);
  expect(state.units.map(({ unit, state: standing, daysLate }) => [unit, standing, daysLate])).toEqual([["E01", "missing", 5], ["E02", "late", 3], ["E03", "missing", 5]]);
  expect(state.shareInTime).toBe(0);
  const [first, second] = state.units;
  expect(first?.reminder).toContain("Sista dagen var 2026-09-10, för 5 dagar sedan.");
  expect(first?.reminder).toContain("- Mått: 4 av 5 är inte klara");
  expect(second?.reminder).not.toContain("Klarmarkerad");
});

test("files are read one at a time, and work that is stopped leaves everything as it was", async () => {
  const made = opened();
  const before = Buffer.from(made.excel.save()).toString("base64");
  let open = 0;
  const source = (name: string): AnswerSource => ({
    kind: "file", name,
    read: async () => {
      open += 1;
      expect(open).toBe(1);
      await Promise.resolve();
      open -= 1;
      return filledIn(forms[0] ?? new Uint8Array(), { "MÅTT-3.utfall": 400 });
    },
  });
  const stop = new AbortController();
  const done: string[] = [];
  const onCount = (count: number, of: number) => {
    done.push(`${count}/${of}`);
    if (count === 2) stop.abort();
  };
  const stopped = collectAnswers(made.port, ["a", "b", "c"].map(source), OPTIONS, {}, { signal: stop.signal, onCount });
  await expect(stopped).rejects.toThrow(WorkbookError);
  expect(done).toEqual(["1/3", "2/3"]);
  expect(Buffer.from(made.excel.save()).toString("base64")).toBe(before);
});

test("what was listed is what is taken in, and a file is opened once; what is no longer among the files, and what there is no room for, is read again", async () => {
  const made = opened();
  let opens = 0;
  const source = (id: string, value: number): AnswerSource => ({
    kind: "file", name: "svar.xlsx", id,
    read: () => {
      opens += 1;
      return Promise.resolve(filledIn(forms[0] ?? new Uint8Array(), { "MÅTT-3.utfall": value }));
    },
  });
  const kept = new KeptForms();
  expect((await lookAtAnswers(made.port, [source("a", 400)], { ...OPTIONS, kept }, {})).lines.map(({ answers }) => answers[0]?.text)).toEqual(["400"]);
  // Saved again since: the list is what the user has said yes to.
  expect(await collectAnswers(made.port, [source("a", 500)], { ...OPTIONS, kept }, {})).toMatchObject({ written: 1 });
  expect([await outcome(made, "MÅTT-3", "utfall", "E01"), opens]).toEqual(["400", 1]);
  await lookAtAnswers(made.port, [source("b", 600)], { ...OPTIONS, kept }, {});
  const { lines } = await lookAtAnswers(made.port, [source("a", 500)], { ...OPTIONS, kept }, {});
  expect([lines[0]?.answers[0]?.text, opens]).toEqual(["500", 3]);
  const full = new KeptForms(10);
  for (const files of [4, 5]) {
    await lookAtAnswers(made.port, [source("a", 500)], { ...OPTIONS, kept: full }, {});
    expect(opens).toBe(files);
  }
});

test("sheets of the workbook itself are taken in as files are", async () => {
  const made = opened();
  const { sheets } = await makeSheets(made.port, { ...REQUEST, units: ["E03"] });
  const sheet = made.workbook.sheet(sheets[0] ?? "");
  const cell = [...(sheet?.cells() ?? [])].find(({ content }) => content.value === "måltavla:utfall.utfall");
  sheet?.setCell((cell?.row ?? 0) + 3, cell?.column ?? 0, { value: 77 });
  const { lines } = await lookAtAnswers(made.port, [{ kind: "workbook" }], OPTIONS, {});
  expect(lines.map(({ kind, unit, answers }) => [kind, unit, answers[0]?.text, answers[0]?.from.file])).toEqual([["new", "E03", "77", ""]]);
  await collectAnswers(made.port, [{ kind: "workbook" }], OPTIONS, {});
  expect(await outcome(made, "MÅTT-2", "utfall", "E03")).toBe("77");
});

test("a sheet of the period before, and one of another workbook, are told and not taken in", async () => {
  const made = opened();
  const old = (await makeFiles(opened().port, { ...REQUEST, period: "T1 2026", units: ["E01"] }))[0]?.bytes ?? new Uint8Array();
  const sources = [file("förra.xlsx", filledIn(old, { "MÅTT-3.utfall": 1 }))];
  expect((await lookAtAnswers(made.port, sources, OPTIONS, {})).lines.map(({ kind, unit, message }) => [kind, unit, message.sv.includes("1 svar tas inte in")])).toEqual([["otherPeriod", "E01", true]]);
  // They come in where that is the period that answers are taken in for.
  expect((await lookAtAnswers(made.port, sources, { ...OPTIONS, period: "T1 2026" }, {})).lines.map(({ kind }) => kind)).toEqual(["new"]);
  const other = inExcel(openXlsx(registers));
  const settings = other.workbook.sheet("Inställningar");
  const id = [...(settings?.cells() ?? [])].find(({ content }) => content.value === "prov-1");
  settings?.setCell(id?.row ?? 0, id?.column ?? 0, { value: "prov-2" });
  expect((await lookAtAnswers(other.port, [answersOf(1, { "MÅTT-3.utfall": 1 })], OPTIONS, {})).lines.map(({ kind }) => kind)).toEqual(["notOurs"]);
});

test("a number that shows as something nobody means is told and not taken: 550 % for 5,5 and a day of 1905 for 2020", async () => {
  const made = opened();
  const preview = await lookAtAnswers(made.port, [answersOf(1, { "MÅTT-1.utfall": 5.5, "UPP-1.klartSenast": 2020 })], OPTIONS, {});
  expect(preview.lines.map(({ kind, message }) => [kind, message.sv])).toEqual([
    ["unreadable", expect.stringContaining("Cellen visar 550")], ["unreadable", expect.stringContaining("Cellen visar dagen 1905-07-12, för att någon har skrivit 2020")],
  ]);
});

test("a unit that has got another code since its form was made answers under its new one", async () => {
  const rows = municipality(3);
  const renamed = await registersInExcel({
    ...rows,
    installningar: [...(rows.installningar ?? []), { nyckel: "arbetsboks-id", varde: "prov-1", forklaring: null }],
    enheter: (rows.enheter ?? []).map((unit) => (unit.kod === "E01" ? { ...unit, kod: "NY1", alias: ["E01"] } : unit)),
  });
  const source = answersOf(1, { "MÅTT-1.utfall": 0.85, "UPP-1.status": "Pågående", "Uppföljning.klarmarkerad": "Ja" });
  const preview = await lookAtAnswers(renamed.port, [source], OPTIONS, {});
  expect(preview.lines.map(({ kind, unit }) => [kind, unit])).toEqual([["new", "NY1"], ["new", "NY1"], ["lateReady", "NY1"]]);
  expect(preview.units.find(({ unit }) => unit === "NY1")?.sources).toEqual(["E01.xlsx"]);
});
