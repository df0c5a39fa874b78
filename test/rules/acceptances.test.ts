import fc from "fast-check";
import type { Finding } from "../../src/registers/finding.js";
import { accepted, withSubjects } from "../../src/rules/acceptances.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { percent, read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const withoutTarget: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "T1 2019" }],
  enheter: [{ Kod: "OAN", Namn: "Omsorgs- och arbetsmarknadsnämnden", Typ: "Nämnd" }],
  mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Fler i arbete", Enhet: "OAN" }],
  matt: [{ "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Nyanlända", "Måttenhet": "%", Riktning: "Minska" }],
  utfall: [{ "Mått-id": "MÅTT-1", Period: "T1 2019", Enhet: "OAN", Utfall: percent(0.148) }],
};

const rule = "utfall.vantar-malvarde";
const key = "MÅTT-1, T1 2019, OAN";
const acceptance = (rest: WrittenRows[number] = {}): WrittenRows[number] => ({ Regel: rule, Avser: key, "Skäl": "Målvärdet beslutas i juni", Datum: 43_600, ...rest });

/** The check as a use case makes it: what the reader and the rules find, told apart by what Godtaganden says. */
function sorted(workbook: WrittenWorkbook) {
  const { contents, settings, findings } = read(workbook);
  const all = withSubjects([...findings, ...checkRules(contents, settings)], contents);
  return { all, ...accepted(all, contents, settings) };
}

const ruleIds = (findings: readonly Finding[]) => findings.map(({ ruleId }) => ruleId);
const withAcceptances = (...rows: WrittenRows) => sorted({ ...withoutTarget, godtaganden: rows });

describe("what a finding is known by", () => {
  test("its row's key as typed, and what stands in its cell", () => {
    expect(sorted(withoutTarget).all).toMatchObject([{ ruleId: rule, subject: { key, value: "0.148" } }]);
  });

  test("an empty part of the key is left out", () => {
    const utfall = [{ "Mått-id": "MÅTT-1", Period: "April 2019", Utfall: percent(0.148) }];
    expect(sorted({ ...withoutTarget, utfall }).all[0]?.subject?.key).toBe("MÅTT-1, April 2019");
  });

  test("a row that could not be used has no key", () => {
    const utfall = [...(withoutTarget.utfall ?? []), { "Mått-id": "MÅTT-1", Utfall: percent(0.5) }];
    const found = sorted({ ...withoutTarget, utfall }).all.find(({ ruleId }) => ruleId === "cell.saknas");
    expect(found).toBeDefined();
    expect(found?.subject).toBeUndefined();
  });

  test("a finding about a whole column is known by its header", () => {
    const uppdrag = [{ "Uppdrag-id": "UPP-1", "År": 2019, Uppdrag: "Öka takten", Huvudansvarig: "OAN" }];
    const found = sorted({ ...withoutTarget, uppdrag }).all.find(({ ruleId }) => ruleId === "uppdrag.inget-slut");
    expect(found?.subject).toEqual({ key: "Slut", value: "" });
  });
});

describe("what is missing for a period", () => {
  const missingIn = (period: string, ...rows: WrittenRows) =>
    sorted({ ...withoutTarget, installningar: [{ Nyckel: "period", "Värde": period }], utfall: [], godtaganden: rows }).open.filter(({ ruleId }) => ruleId === "utfall.saknas");
  const missing = acceptance({ Regel: "utfall.saknas" });

  test("is known by the key that its row would have, and accepted for that period only", () => {
    expect(missingIn("T1 2019")).toMatchObject([{ subject: { key, value: "" } }]);
    expect(missingIn("T1 2019", missing)).toEqual([]);
    expect(missingIn("T2 2019", missing)).toHaveLength(1);
  });
});

describe("accepted findings", () => {
  test("one with the same rule, row and value is no longer open, and keeps its reason", () => {
    const { open, accepted: told, findings } = withAcceptances(acceptance({ "Värde": "0.148" }));
    expect(open).toEqual([]);
    expect(told).toMatchObject([{ finding: { ruleId: rule }, reason: "Målvärdet beslutas i juni", date: 43_600, row: 1 }]);
    expect(findings).toEqual([]);
  });

  test("case and spaces do not matter, and a blank value accepts any", () => {
    const { open, findings } = withAcceptances(acceptance({ Regel: "Utfall.Vantar-Malvarde", Avser: "mått-1,  T1 2019, oan " }));
    expect(open).toEqual([]);
    expect(findings).toEqual([]);
  });

  test("when the cell has changed the finding is open again, and the row is told of", () => {
    const { open, accepted: told, findings } = withAcceptances(acceptance({ "Värde": "0.142" }));
    expect(ruleIds(open)).toEqual([rule]);
    expect(told).toEqual([]);
    expect(findings).toMatchObject([{ ruleId: "godtagande.andrat-varde", severity: "upplysning", register: "Godtaganden", column: "Värde", at: { row: 1 } }]);
  });

  test("a row for another rule, row or nothing at all accepts nothing, and is told of", () => {
    const { open, findings } = withAcceptances(acceptance({ Regel: "utfall.fel-hall" }), acceptance({ Avser: "MÅTT-2, T1 2019, OAN" }), acceptance({ Regel: "utfall.vantar" }));
    expect(ruleIds(open)).toEqual([rule]);
    expect(ruleIds(findings)).toEqual(["godtagande.utan-anmarkning", "godtagande.utan-anmarkning", "godtagande.okand-regel"]);
  });

  test("a row about another period is kept in silence, unless its cell has changed or its rule does not exist", () => {
    const about = (period: string, rest: WrittenRows[number] = {}) => acceptance({ Avser: `MÅTT-1, ${period}, OAN`, ...rest });
    expect(ruleIds(withAcceptances(acceptance(), about("T3 2018"), about("Tertial 2 2019")).findings)).toEqual([]);
    expect(ruleIds(withAcceptances(acceptance(), about("T1 2019", { Regel: "utfall.saknas" }), about("2019")).findings)).toEqual(["godtagande.utan-anmarkning", "godtagande.utan-anmarkning"]);
    expect(ruleIds(withAcceptances(acceptance(), about("T3 2018", { Regel: "utfall.vantar" })).findings)).toEqual(["godtagande.okand-regel"]);
  });

  test("a rule of the reading can be accepted too", () => {
    const utfall = [{ "Mått-id": "MÅTT-1", Period: "T1 2019", Enhet: "OAN", Utfall: "Minst 5 %" }];
    const { open, accepted: told } = sorted({ ...withoutTarget, utfall, godtaganden: [acceptance({ Regel: "cell.text-for-tal", "Värde": "Minst 5 %" })] });
    expect(ruleIds(open)).not.toContain("cell.text-for-tal");
    expect(told).toMatchObject([{ finding: { ruleId: "cell.text-for-tal" } }]);
  });

  test("findings about Godtaganden cannot be accepted", () => {
    const { contents, findings } = read({ ...withoutTarget, godtaganden: [acceptance(), acceptance()] });
    const twice = withSubjects(findings, contents).filter(({ ruleId }) => ruleId === "rad.dubblett");
    expect(twice).toHaveLength(1);
    expect(twice[0]?.subject).toBeUndefined();
  });

  test("every finding is either open or accepted, whatever is accepted", () => {
    const anyRow = fc.record({
      Regel: fc.constantFrom(rule, "utfall.saknas", "mal.utan-matt", "nonsens"),
      Avser: fc.constantFrom(key, "MÅTT-1", "MÅL-1", "Slut"),
      "Värde": fc.constantFrom("", "0.148", "Fler i arbete"),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const { all, open, accepted: told } = withAcceptances(...rows.map(acceptance));
        expect(new Set([...open, ...told.map(({ finding }) => finding)])).toEqual(new Set(all));
        expect(open.length + told.length).toBe(all.length);
        for (const { finding } of told) expect(rows.some((row) => row.Regel === finding.ruleId && row.Avser === finding.subject?.key)).toBe(true);
      }),
    );
  });
});
