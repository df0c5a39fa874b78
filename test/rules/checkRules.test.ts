import fc from "fast-check";
import { checkRules } from "../../src/rules/checkRules.js";
import { anyWorkbook } from "./agreementCases.js";
import { percent, read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const nyanlanda = "Andel nyanlända som omfattas av etablering";

const ale: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "T1 2019" }],
  enheter: [{ Kod: "OAN", Namn: "Omsorgs- och arbetsmarknadsnämnden", Typ: "Nämnd" }],
  mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Fler i arbete", Enhet: "OAN" }],
  matt: [{ "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": nyanlanda, "Måttenhet": "%", Riktning: "Minska" }],
  utfall: [
    { "Mått-id": "MÅTT-1", Period: "T1 2018", Utfall: percent(0.142) },
    { "Mått-id": "MÅTT-1", Period: "April 2019", Utfall: percent(0.148) },
  ],
};

function found(workbook: WrittenWorkbook, ruleId: string, today?: number) {
  const { contents, settings } = read(workbook);
  return checkRules(contents, settings, today).filter((finding) => finding.ruleId === ruleId);
}

/** Ale's workbook with some registers' rows replaced. */
const withRows = (rows: Partial<WrittenWorkbook>): WrittenWorkbook => ({ ...ale, ...rows });
const measure = (rest: WrittenRows[number]): WrittenRows => [{ ...ale.matt?.[0], ...rest }];
const outcome = (rest: WrittenRows[number]): WrittenRows => [{ "Mått-id": "MÅTT-1", Period: "T1 2019", ...rest }];
const minskaMot5 = { "Målvärde": percent(0.05) };

describe("Ale, first tertial 2019", () => {
  test("the share of newly arrived moved the wrong way, and waits for a target", () => {
    const [wrongWay] = found(ale, "utfall.fel-hall");
    expect(wrongWay).toMatchObject({ severity: "varning", register: "Utfall", column: "Utfall", at: { sheet: "Utfall", row: 2, column: 3 } });
    expect(wrongWay?.message.sv.replaceAll("\u00A0", " ")).toBe(
      `”${nyanlanda}” gick åt fel håll: 14,8 % T1 2019 mot 14,2 % T1 2018, och måttet ska minska. Kontrollera siffrorna och skriv orsaken i Kommentar.`,
    );
    expect(found(ale, "utfall.vantar-malvarde")).toHaveLength(1);
  });

  test("nothing else is found", () => {
    const { contents, settings, findings } = read(ale);
    expect(findings).toEqual([]);
    expect(checkRules(contents, settings).map(({ ruleId }) => ruleId).sort()).toEqual(["utfall.fel-hall", "utfall.vantar-malvarde"]);
  });
});

describe("what a value means in its measure", () => {
  test("a bare number beyond one is a percentage, and the fix writes it as Excel does", () => {
    const [finding] = found(withRows({ utfall: outcome({ Utfall: 60 }) }), "varde.procent-antaget");
    expect(finding).toMatchObject({ severity: "upplysning", fix: { cells: [{ value: 0.6, numberFormat: "0%" }] } });
  });

  test("a bare number up to one is never guessed at, except zero", () => {
    for (const value of [0.5, 1, -1]) expect(found(withRows({ utfall: outcome({ Utfall: value }) }), "varde.procent-tvetydig")).toMatchObject([{ severity: "fel" }]);
    for (const value of [0, 1.01, percent(0.5)]) expect(found(withRows({ utfall: outcome({ Utfall: value }) }), "varde.procent-tvetydig")).toEqual([]);
  });

  test("a percentage in a measure of something else is an error", () => {
    expect(found(withRows({ matt: measure({ "Måttenhet": "antal" }), utfall: outcome({ Utfall: percent(0.5) }) }), "varde.procent-i-annan-enhet")).toHaveLength(1);
  });

  test("money is counted into the measure's unit, other units are not", () => {
    const tkr = measure({ "Måttenhet": "tkr" });
    expect(found(withRows({ matt: tkr, utfall: outcome({ Utfall: "10,2 mnkr" }) }), "varde.omraknat")).toMatchObject([{ fix: { cells: [{ value: 10_200 }] } }]);
    expect(found(withRows({ matt: tkr, utfall: outcome({ Utfall: "5 dagar" }) }), "varde.enhet-avviker")).toHaveLength(1);
    expect(found(withRows({ matt: measure({ "Måttenhet": "antal" }), utfall: outcome({ Utfall: "5 personer" }) }), "varde.enhet-avviker")).toEqual([]);
  });

  test("answers and numbers are told apart", () => {
    expect(found(withRows({ matt: measure({ "Måttenhet": "Ja/Nej", Riktning: "Ja/Nej", "Målvärde": "Ja" }), utfall: outcome({ Utfall: 5 }) }), "varde.ja-nej-vantat")).toHaveLength(1);
    expect(found(withRows({ utfall: outcome({ Utfall: "Ja" }) }), "varde.tal-vantat")).toHaveLength(1);
  });
});

describe("measures", () => {
  test.each([
    ["matt.granser-saknas", { Riktning: "Inom intervall", "Målvärde": percent(0.05) }],
    ["matt.granser-omvanda", { Riktning: "Inom intervall", "Målvärde": percent(0.9), "Målvärde till": percent(0.8) }],
    ["matt.intervall-ovantat", { "Målvärde": "85–90 %" }],
    ["matt.ja-nej-mal", { Riktning: "Ja/Nej", "Måttenhet": "", "Målvärde": 5 }],
    ["matt.foljs-med-mal", { Riktning: "Följs", "Målvärde": percent(0.05) }],
    ["matt.vikt", { Vikt: 0 }],
    ["matt.vikt", { Vikt: -1 }],
    ["matt.grans-delvis", { "Gräns delvis": 0 }],
    ["matt.utan-mal", { "Mål-id": "" }],
  ])("%s", (ruleId, cells) => {
    expect(found(ale, ruleId)).toEqual([]);
    expect(found(withRows({ matt: measure(cells) }), ruleId)).toHaveLength(1);
  });

  test("direction and unit that never go together are told once, in Mått", () => {
    const of = (unit: string, direction: string, target: WrittenRows[number][string]) => {
      const { contents, settings } = read(withRows({ matt: measure({ "Måttenhet": unit, Riktning: direction, "Målvärde": target }), utfall: outcome({ Utfall: unit === "%" ? percent(0.5) : "Ja" }) }));
      return checkRules(contents, settings).filter(({ severity }) => severity === "fel").map(({ ruleId, column }) => [ruleId, column]);
    };
    expect(of("text", "Öka", "Högre")).toEqual([["matt.riktning-enhet", "Riktning"]]);
    expect(of("Ja/Nej", "Minska", "Ja")).toEqual([["matt.riktning-enhet", "Riktning"]]);
    expect(of("%", "Ja/Nej", percent(0.5))).toEqual([["matt.riktning-enhet", "Riktning"]]);
    for (const right of [of("text", "Följs", ""), of("Ja/Nej", "Ja/Nej", "Ja"), of("", "Ja/Nej", "Ja")]) expect(right).toEqual([]);
  });

  test("an outcome that cannot be compared with its target is told of in its row", () => {
    const of = (target: WrittenRows[number][string], own: WrittenRows[number]) =>
      found(withRows({ matt: measure({ "Måttenhet": "", Riktning: "Öka", "Målvärde": target }), utfall: outcome(own) }), "utfall.ej-jamforbart");
    expect(of("Ja", { Utfall: "Nej" })).toMatchObject([{ severity: "fel", column: "Utfall", message: { sv: expect.stringContaining("Utfallet Nej") } }]);
    expect(of(0.055, { Utfall: percent(0.06) })).toMatchObject([{ message: { sv: expect.stringContaining("målvärdet 0,055") } }]);
    expect(of(5, { Utfall: 6 })).toEqual([]);
  });

  test("the period's own target is held against the direction too", () => {
    expect(found(withRows({ utfall: outcome({ Utfall: percent(0.05), "Målvärde": "85–90 %" }) }), "matt.intervall-ovantat")).toMatchObject([{ register: "Utfall", column: "Målvärde" }]);
    const interval = measure({ Riktning: "Inom intervall", "Målvärde": percent(0.8), "Målvärde till": percent(0.9) });
    expect(found(withRows({ matt: interval, utfall: outcome({ Utfall: percent(0.85), "Målvärde": percent(0.95) }) }), "matt.granser-omvanda")).toMatchObject([{ register: "Utfall" }]);
  });

  test("a dash for a target is no target, and an unreadable one is told of once", () => {
    expect(found(withRows({ matt: measure({ "Målvärde": "---" }) }), "utfall.vantar-malvarde")).toHaveLength(1);
    expect(found(withRows({ utfall: outcome({ Utfall: percent(0.05), "Målvärde": "okänt" }) }), "utfall.vantar-malvarde")).toEqual([]);
  });

  test("a limit of 90 means 90 %", () => {
    expect(found(withRows({ matt: measure({ "Gräns delvis": 90 }) }), "matt.grans-delvis")).toMatchObject([{ fix: { cells: [{ value: 0.9, numberFormat: "0%" }] } }]);
  });

  test("a direction needs a target, unless every period has its own", () => {
    expect(found(withRows({ utfall: [] }), "matt.malvarde-saknas")).toHaveLength(1);
    expect(found(withRows({ utfall: [], matt: measure({ Riktning: "Följs" }) }), "matt.malvarde-saknas")).toEqual([]);
    expect(found(withRows({ utfall: outcome({ Utfall: percent(0.05), ...minskaMot5 }) }), "matt.malvarde-saknas")).toEqual([]);
    expect(found(withRows({ utfall: outcome({ Utfall: percent(0.05), ...minskaMot5 }) }), "utfall.vantar-malvarde")).toEqual([]);
  });

  test("the same measure twice under one goal", () => {
    const twice = [...measure({}), ...measure({ "Mått-id": "MÅTT-2", "Mått": `${nyanlanda} ` })];
    expect(found(withRows({ matt: twice }), "matt.samma-text")).toHaveLength(1);
  });
});

describe("goals", () => {
  const goal = (id: string, rest: WrittenRows[number] = {}): WrittenRows[number] => ({ "Mål-id": id, "Nivå": "Nämndmål", "Mål": `Mål ${id}`, ...rest });

  test("goals without measures, but not headings, directions or goals with goals below", () => {
    const mal = [
      goal("A", { "Nivå": "Målområde" }), goal("B", { "Överordnat mål": "A", Enhet: "OAN" }), goal("MÅL-1", { "Överordnat mål": "B" }),
      goal("C", { "Överordnat mål": "B" }), goal("D", { "Nivå": "Inriktning" }),
    ];
    expect(found(withRows({ mal }), "mal.utan-matt")).toMatchObject([{ message: { sv: expect.stringContaining("Mål C") } }]);
  });

  test("numbers without gaps, per owner", () => {
    const numbered = (...numbers: string[]) => withRows({ mal: numbers.map((nr, index) => goal(`N-${index}`, { Nr: nr, Enhet: "OAN" })) });
    expect(found(numbered("1", "2", "4"), "mal.nummer-saknas")).toMatchObject([{ message: { sv: "Numreringen hoppar över 3 före 4. Kontrollera om något mål saknas, eller numrera om." } }]);
    for (const whole of [["15"], ["2.9", "2.10", "2.11"], ["1", "2", "3"]]) expect(found(numbered(...whole), "mal.nummer-saknas")).toEqual([]);
  });

  test("a chain of goals, or of units, that never ends", () => {
    const mal = [goal("MÅL-1", { "Överordnat mål": "X" }), goal("X", { "Överordnat mål": "MÅL-1" }), goal("Y", { "Överordnat mål": "X" })];
    expect(found(withRows({ mal }), "mal.cykel")).toHaveLength(2);
    const enheter = [
      { Kod: "OAN", Namn: "Omsorg", Typ: "Nämnd", "Överordnad": "KS" }, { Kod: "KS", Namn: "Styrelse", Typ: "Styrelse", "Överordnad": "OAN" },
      { Kod: "E", Namn: "Enheten", Typ: "Enhet", "Överordnad": "OAN" },
    ];
    expect(found(withRows({ enheter }), "enhet.cykel")).toHaveLength(2);
  });

  test("a goal with nothing but directions below it is measured itself, a priority is not", () => {
    const below = goal("R", { "Nivå": "Inriktning", "Överordnat mål": "MÅL-2" });
    const above = (level: string) => withRows({ mal: [goal("MÅL-1", { Enhet: "OAN" }), goal("MÅL-2", { "Nivå": level }), below] });
    expect(found(above("Mål nivå 1"), "mal.utan-matt")).toMatchObject([{ at: { sheet: "Mål", row: 2 } }]);
    expect(found(above("Prioriterat mål"), "mal.utan-matt")).toEqual([]);
  });

  test("a goal that is not in force owes nothing; one with outcomes all the same is told of", () => {
    const date = (serial: number) => ({ value: serial, format: "yyyy-mm-dd" });
    const rules = (mal: WrittenRows, utfall: WrittenRows) => {
      const { contents, settings } = read(withRows({ mal, utfall, matt: measure(minskaMot5) }));
      return checkRules(contents, settings).map(({ ruleId }) => ruleId);
    };
    const ended = goal("MÅL-1", { Enhet: "OAN", "Giltigt till": date(43_465) });
    const toCome = goal("MÅL-1", { Enhet: "OAN", "Giltigt från": date(43_586) });
    expect(rules([ended], [])).toEqual([]);
    expect(rules([toCome], [])).toEqual([]);
    expect(rules([ended], outcome({ Utfall: percent(0.05) }))).toEqual(["mal.giltighet-slut"]);
    expect(rules([toCome], outcome({ Utfall: percent(0.05) }))).toEqual(["mal.giltighet-start"]);
    expect(rules([goal("MÅL-1", { Enhet: "OAN", "Giltigt från": date(43_585) })], outcome({ Utfall: percent(0.05) }))).toEqual([]);
    const underEnded = [goal("A", { "Nivå": "Målområde", "Giltigt till": date(43_465) }), goal("MÅL-1", { Enhet: "OAN", "Överordnat mål": "A" })];
    expect(rules(underEnded, [])).toEqual([]);
  });

  test("global goals have numbers from 1 to 17", () => {
    const of = (agenda: string) => found(withRows({ mal: [goal("MÅL-1", { "Agenda 2030": agenda })] }), "mal.agenda-2030");
    for (const known of ["4; 10", "1", "17", "04"]) expect(of(known)).toEqual([]);
    for (const unknown of ["18", "0", "4; utbildning"]) expect(of(unknown)).toHaveLength(1);
  });

  test("owner, validity and text", () => {
    expect(found(withRows({ mal: [goal("MÅL-1")] }), "mal.utan-agare")).toHaveLength(1);
    const date = (serial: number) => ({ value: serial, format: "yyyy-mm-dd" });
    const valid = (from: number, to: number) => withRows({ mal: [goal("MÅL-1", { "Giltigt från": date(from), "Giltigt till": date(to) })] });
    expect(found(valid(43466, 43465), "mal.giltighet-omvand")).toHaveLength(1);
    expect(found(valid(43101, 43465), "mal.giltighet-slut")).toMatchObject([{ message: { sv: expect.stringContaining("2018-12-31") } }]);
    expect(found(valid(43101, 43466), "mal.giltighet-slut")).toEqual([]);
    expect(found(withRows({ mal: [goal("MÅL-1", { "Mål": "Samma" }), goal("MÅL-2", { "Mål": "samma" })] }), "mal.samma-text")).toHaveLength(1);
  });
});

describe("outcomes", () => {
  test("a period without outcome is missing, one that somebody says is not measured is not", () => {
    expect(found(withRows({ utfall: [] }), "utfall.saknas")).toMatchObject([{ register: "Matt", message: { sv: expect.stringContaining("T1 2019") } }]);
    expect(found(withRows({ utfall: outcome({ Kommentar: "Kommer" }) }), "utfall.saknas")).toMatchObject([{ register: "Utfall" }]);
    expect(found(withRows({ utfall: outcome({ Utfall: "Ej mätt" }) }), "utfall.saknas")).toEqual([]);
    expect(found(withRows({ installningar: [], utfall: [] }), "utfall.saknas")).toEqual([]);
  });

  test("a blank unit and the owner's code are the same outcome", () => {
    const twice = [...outcome({ Utfall: percent(0.05) }), ...outcome({ Enhet: "OAN", Utfall: percent(0.06) })];
    const [finding] = found(withRows({ utfall: twice }), "utfall.dubblett");
    expect(finding?.message.sv.replaceAll("\u00A0", " ")).toContain("Rad 2 och 3 är alla utfall");
    expect(finding?.message.sv.replaceAll("\u00A0", " ")).toContain("5,0 % och 6,0 %");
  });

  test("other periods than the workbook reports, and periods to come", () => {
    const of = (period: string) => withRows({ utfall: outcome({ Period: period, Utfall: percent(0.05) }) });
    expect(found(of("Mars 2019"), "utfall.period-rytm")).toHaveLength(1);
    for (const period of ["April 2019", "2019", "T3 2018"]) expect(found(of(period), "utfall.period-rytm")).toEqual([]);
    expect(found(of("T1 2019"), "utfall.framtida-period", 43465)).toHaveLength(1);
    expect(found(of("T1 2019"), "utfall.framtida-period", 43466)).toEqual([]);
    expect(found(of("T1 2019"), "utfall.framtida-period")).toEqual([]);
  });

  test("women and men add up in a count, and stand on either side of a share", () => {
    const shares = (total: number, women: number, men: number) => withRows({ utfall: outcome({ Utfall: percent(total, "0%"), Kvinnor: percent(women, "0%"), "Män": percent(men, "0%") }) });
    expect(found(shares(0.5, 0.4, 0.6), "utfall.kon-andel")).toEqual([]);
    expect(found(shares(0.7, 0.4, 0.6), "utfall.kon-andel")).toHaveLength(1);
    const counts = (total: number) => withRows({ matt: measure({ "Måttenhet": "antal" }), utfall: outcome({ Utfall: total, Kvinnor: 17_216, "Män": 17_334 }) });
    expect(found(counts(34_550), "utfall.kon-summa")).toEqual([]);
    expect(found(counts(34_551), "utfall.kon-summa")).toHaveLength(1);
    expect(found(withRows({ matt: measure({ "Könsuppdelat": "Ja" }) }), "utfall.kon-saknas")).toHaveLength(2);
  });
});

test("every finding tells where it is and what to do, and nothing in a workbook stops the check", () => {
  fc.assert(fc.property(anyWorkbook, (workbook) => {
    const { contents, settings } = read(workbook);
    for (const finding of checkRules(contents, settings, 43_600)) {
      expect(finding.ruleId).toMatch(/^[a-z-]+\.[a-z0-9-]+$/u);
      expect(finding.at).toBeDefined();
      expect(finding.message.sv).toMatch(/^[^!]+\.$/u);
      expect(finding.message.sv).not.toMatch(/undefined|null|NaN/u);
    }
  }), { numRuns: 50 });
});
