import type { Finding } from "../../src/registers/finding.js";
import { registers, type Uppdrag, type Uppfoljning } from "../../src/registers/registers.js";
import { withSubjects } from "../../src/rules/acceptances.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { ostersundChoices, ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { read, writtenRows, type WrittenWorkbook } from "./testWorkbook.js";

interface Facts {
  readonly period?: string;
  readonly uppdrag?: readonly Uppdrag[];
  readonly uppfoljning?: readonly Uppfoljning[];
}

function ostersund({ period = ostersundChoices.period, uppdrag = ostersundUppdrag, uppfoljning = ostersundUppfoljning }: Facts = {}): WrittenWorkbook {
  const choices = { ...ostersundChoices, period };
  return {
    installningar: Object.entries(choices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, ostersundEnheter),
    uppdrag: writtenRows(registers.uppdrag, uppdrag),
    uppfoljning: writtenRows(registers.uppfoljning, uppfoljning),
  };
}

/** Each finding as its rule and the printed number of the assignment whose row it stands in; "–" for a whole column. */
function told(facts?: Facts, today?: number): string[] {
  const { contents, settings, findings } = read(ostersund(facts));
  const place = ({ at }: Finding) => (at === undefined || at.row === 0 ? "–" : String(at.row));
  return [...findings, ...checkRules(contents, settings, today)].map((found) => `${found.ruleId} ${place(found)}`).sort(byNumber);
}

const byNumber = new Intl.Collator("sv", { numeric: true }).compare;

/** The rows of some printed numbers changed. */
function changed<R>(rows: readonly R[], changes: Readonly<Record<number, Partial<R>>>): R[] {
  return rows.map((row, index) => ({ ...row, ...changes[index + 1] }));
}

test("Östersund, T2 2021: what the notes say is to be found, and nothing else", () => {
  expect(told()).toEqual(
    [
      ...[2, 8, 9, 10, 11, 12].map((row) => `uppfoljning.status-saknas ${row}`),
      "uppfoljning.status-kommentar 6", "uppfoljning.status-kommentar 7",
      "uppfoljning.forsenat-utan-orsak 18",
      "uppfoljning.samma-mening 16",
      "uppfoljning.avtal-slutar 12",
      "uppdrag.inget-slut –",
    ].sort(byNumber),
  );
});

describe("when it is mended", () => {
  const endOf2021 = 44_561;
  const mendedAssignments = ostersundUppdrag.map((row) => ({ ...row, slut: endOf2021 }));
  const statuses = Object.fromEntries([2, 8, 9, 10, 11].map((row) => [row, { status: "Pågående" as const }]));
  const mended = changed(ostersundUppfoljning, {
    ...statuses,
    6: { status: "Pågående" },
    7: { kommentar: "Arbetet följer riktlinjer och rutiner." },
    12: { status: "Pågående", kommentar: "Nämnden och regionen har en överenskommelse om samverkan för åren 2021–2025." },
    16: { kommentar: "Rutinen för tillsyn är skriven och används." },
    18: { orsak: "IT-enheten sade nej till verktyget", klartSenast: 44_469 },
  });

  test("nothing is found", () => {
    expect(told({ uppdrag: mendedAssignments, uppfoljning: mended })).toEqual([]);
    expect(told({ uppdrag: mendedAssignments, uppfoljning: mended }, 44_440)).toEqual([]);
  });

  test("each fault by itself is found again", () => {
    const planted = ostersundUppfoljning.flatMap((row, index) => {
      const back = changed(mended, { [index + 1]: row });
      return told({ uppdrag: mendedAssignments, uppfoljning: back });
    });
    expect(planted.sort(byNumber)).toEqual(told().filter((found) => found !== "uppdrag.inget-slut –"));
  });

  test("in the last tertial, what was promised for it is asked for by name, and all else that is not ended is asked for", () => {
    const inT3 = told({ period: "T3 2021", uppdrag: mendedAssignments, uppfoljning: changed(ostersundUppfoljning, { 18: { klartSenast: 44_650 } }) });
    const promised = [4, 7, 14, 15, 16, 17, 18];
    expect(inT3.filter((found) => found.startsWith("uppfoljning.utlovat-steg"))).toEqual(promised.map((row) => `uppfoljning.utlovat-steg ${row}`));
    // 6 was done in the second.
    const asked = [1, 2, 3, 5, 8, 9, 10, 11, 12, 13];
    expect(inT3.filter((found) => found.startsWith("uppfoljning.saknas"))).toEqual(asked.map((row) => `uppfoljning.saknas ${row}`));
    // The last day of the year has come, and 18 has a later one.
    const late = Array.from({ length: 17 }, (_, index) => index + 1).filter((row) => row !== 6);
    expect(inT3.filter((found) => found.startsWith("uppdrag.slut-passerat"))).toEqual(late.map((row) => `uppdrag.slut-passerat ${row}`));
  });

  test("a year later, what nobody ended and nobody took on is asked about", () => {
    const carriedOn = ostersundUppdrag.filter(({ id }) => id === "UPP-3" || id === "UPP-5");
    const next = carriedOn.map((row) => ({ ...row, id: `${row.id}-2022`, ar: 2022, foregaende: row.id }));
    const left = told({ period: "T1 2022", uppdrag: [...ostersundUppdrag, ...next] }).filter((found) => found.startsWith("uppdrag.ej-vidare"));
    expect(left).toEqual([1, 2, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((row) => `uppdrag.ej-vidare ${row}`));
  });
});

test("the same is told of the same, however the sheets are sorted: what has been accepted stays accepted", () => {
  const twins = ostersundUppdrag.map((row, index) => (index === 7 ? { ...row, uppdrag: ostersundUppdrag[8]?.uppdrag ?? "" } : row));
  const about = (uppdrag: readonly Uppdrag[], uppfoljning: readonly Uppfoljning[]) => {
    const { contents, settings, findings } = read(ostersund({ uppdrag, uppfoljning }));
    const known = withSubjects([...findings, ...checkRules(contents, settings)], contents);
    return known.map(({ ruleId, subject }) => `${ruleId} ${subject?.key ?? ""}`).sort();
  };
  const inOrder = about(twins, ostersundUppfoljning);
  expect(inOrder.filter((text) => text.includes("samma"))).toEqual(["uppdrag.samma-text UPP-9", "uppfoljning.samma-mening UPP-16, T2 2021, GÖN"]);
  expect(about([...twins].reverse(), [...ostersundUppfoljning].reverse())).toEqual(inOrder);
});
