import { checkRules } from "../../src/rules/checkRules.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { newPeriod } from "../../src/rules/assignments/newPeriod.js";
import { progressOf } from "../../src/usecases/progress.js";
import { fleraRows } from "../fixtures/flera-namnder/fleraNamnder.js";
import { registers } from "../../src/registers/registers.js";
import { percent, read, writtenRows, type Written, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

/** Two committees under the council, three schools, and the country to compare with; what is blank in it is a school that has not answered. */
const flera: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "2024" }, { Nyckel: "rapportering", "Värde": "år" }],
  enheter: writtenRows(registers.enheter, fleraRows.enheter ?? []),
  mal: writtenRows(registers.mal, fleraRows.mal ?? []),
  matt: writtenRows(registers.matt, fleraRows.matt ?? []),
  utfall: writtenRows(registers.utfall, fleraRows.utfall ?? []),
  uppfoljning: writtenRows(registers.uppfoljning, fleraRows.uppfoljning ?? []),
};

function told(rows: WrittenWorkbook = {}): readonly string[] {
  const { contents, settings, findings } = read({ ...flera, ...rows });
  expect(findings).toEqual([]);
  return checkRules(contents, settings).map(({ ruleId, register, at }) => `${ruleId} ${register} ${at?.row ?? "–"}`);
}

/** The rules' answers to a change, without the school that has not answered. */
const besides = (rows: WrittenWorkbook) => told(rows).filter((each) => each !== "utfall.saknas Utfall 12");
const changed = (register: "enheter" | "mal" | "matt" | "utfall" | "uppfoljning", index: number, change: Readonly<Record<string, Written>>): WrittenWorkbook => ({
  [register]: (flera[register] ?? []).map((row, at) => (at === index ? { ...row, ...change } : row)),
});
const added = (register: "utfall" | "uppfoljning", ...rows: WrittenRows): WrittenWorkbook => ({ [register]: [...(flera[register] ?? []), ...rows] });

test("only the school that has not answered is told of", () => {
  expect(told()).toEqual(["utfall.saknas Utfall 12"]);
});

test("a school that answered last year and has no row this year is missing by name", () => {
  const utfall = (flera.utfall ?? []).filter((_, index) => index !== 11);
  const { contents, settings } = read({ ...flera, utfall });
  const [finding, ...others] = checkRules(contents, settings);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: "utfall.saknas", message: { sv: expect.stringContaining("(VS)") }, subject: { key: "MÅTT-2, 2024, VS" } });
});

const own = (Utfall: Written) => added("utfall", { "Mått-id": "MÅTT-1", Period: "2024", Enhet: "BUN", Utfall, Kvinnor: percent(0.92), "Män": percent(0.86) });

describe("a committee's own outcome beside its units'", () => {
  test("may be rounded, but not be another", () => {
    expect(besides(own(percent(0.89, "0%")))).toEqual([]);
    expect(besides(own(percent(0.891, "0.0%")))).toEqual(["utfall.sammanvagning-avviker Utfall 19"]);
    expect(besides(own(percent(0.91, "0%")))).toEqual(["utfall.sammanvagning-avviker Utfall 19"]);
    // A mean of 88,67 %.
    const uneven = (Utfall: Written): WrittenWorkbook => ({ utfall: [...(changed("utfall", 2, { Utfall: percent(0.85, "0%") }).utfall ?? []), ...(own(Utfall).utfall ?? []).slice(-1)] });
    const about = (Utfall: Written) => besides(uneven(Utfall)).filter((each) => each.startsWith("utfall.sammanvagning"));
    expect([about(percent(0.89, "0%")), about(percent(0.887, "0.0%")), about(percent(0.88, "0%"))].map(({ length }) => length)).toEqual([0, 0, 1]);
  });

  test("is not judged by units that have not all answered", () => {
    const sum = added("utfall", { "Mått-id": "MÅTT-2", Period: "2024", Enhet: "BUN", Utfall: 80 });
    expect(besides(sum)).toEqual([]);
  });
});

test.each<[string, WrittenWorkbook]>([
  ["matt.sammanvagning-enhet Matt 1", changed("matt", 0, { "Sammanvägning": "Summa" })],
  ["matt.sammanvagning-saknas Matt 1", changed("matt", 0, { "Sammanvägning": "" })],
  ["enhet.jamforelse-svarar Mal 3", changed("mal", 2, { Enhet: "RIKET" })],
  ["enhet.jamforelse-svarar Enheter 6", changed("enheter", 5, { "Överordnad": "RIKET" })],
  ["enhet.jamforelse-svarar Uppfoljning 2", added("uppfoljning", { Avser: "MÅL-2", Period: "2024", Enhet: "LIKA", Status: "Delvis uppnått" })],
  ["matt.jamforelse-utan-kalla Matt 1", changed("matt", 0, { "Källa": "" })],
  ["mal.bedomning-mot-mal-under Uppfoljning 2", added("uppfoljning", { Avser: "MÅL-1", Period: "2024", Enhet: "KF", Status: "Uppnått" })],
  ["mal.mal-under-med-orsak Uppfoljning 2", added("uppfoljning", { Avser: "MÅL-1", Period: "2024", Enhet: "KF", Status: "Uppnått", Orsak: "Fler elever nådde gymnasiet under hösten." })],
])("%s", (expected, rows) => {
  expect(besides(rows)).toContain(expected);
});

test("the council's own word that agrees with the goals below is told nothing", () => {
  expect(besides(added("uppfoljning", { Avser: "MÅL-1", Period: "2024", Enhet: "KF", Status: "Delvis uppnått" }))).toEqual([]);
});

test("what is only compared with is asked for no target, no women and men, and is in no wrong direction", () => {
  const worse = added("utfall", { "Mått-id": "MÅTT-1", Period: "2024", Enhet: "RIKET", Utfall: percent(0.7) });
  expect(besides(worse)).toEqual([]);
});

test("a workbook without the column Sammanvägning is not asked to fill it in", () => {
  const { contents, settings } = read({ ...flera, ...changed("matt", 0, { "Sammanvägning": "" }) });
  const { matt } = contents;
  if (matt === undefined) throw new Error("the workbook has measures");
  const { sammanvagning: _, ...columnAt } = matt.columnAt;
  expect(checkRules({ ...contents, matt: { ...matt, columnAt } }, settings).map(({ ruleId }) => ruleId)).not.toContain("matt.sammanvagning-saknas");
});

test("a new year asks the schools and the committee that answered, and nobody for the country or for what is put together", () => {
  const { contents, settings } = read(flera);
  const workbook = workbookOf(contents, settings);
  const asked = newPeriod(workbook, { kind: "year", year: 2025, number: 1 }, []).outcomes.map(({ mattId, enhet }) => `${mattId} ${enhet}`);
  expect(asked).toEqual(["MÅTT-1 NS", "MÅTT-1 SS", "MÅTT-1 VS", "MÅTT-2 NS", "MÅTT-2 SS", "MÅTT-2 VS", "MÅTT-3 VON"]);
});

test("a committee's progress counts its schools' answers, of which one is missing", () => {
  const { contents, settings } = read(flera);
  const progress = (unit: string | null) => progressOf(contents, settings, { unit, period: { kind: "year", year: 2024, number: 1 } });
  expect(progress("BUN")).toEqual([{ what: "outcomes", done: 5, of: 6 }]);
  expect(progress(null)).toEqual([{ what: "outcomes", done: 6, of: 7 }]);
});
