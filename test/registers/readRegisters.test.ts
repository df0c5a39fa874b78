import { addressText } from "../../src/registers/address.js";
import type { Finding } from "../../src/registers/finding.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import { table, workbook, type Typed } from "./tables.js";

const enheter = table("Enheter", ["Kod", "Namn", "Typ", "Överordnad", "Alias"], [
  ["KF", "Kommunfullmäktige", "Fullmäktige"],
  ["OAN", "Omsorgs- och arbetsmarknadsnämnden", "Nämnd", "KF", "Omsorgsnämnden; Arbetsmarknadsnämnden"],
]);
const mal = (...rows: Typed[][]) => table("Mal", ["Mål-id", "Nivå", "Mål", "Överordnat mål", "Enhet"], rows);
const matt = (...rows: Typed[][]) => table("Matt", ["Mått-id", "Mål-id", "Mått", "Måttenhet", "Riktning", "Målvärde", "Målvärde till"], rows);
const utfall = (...rows: Typed[][]) => table("Utfall", ["Mått-id", "Period", "Enhet", "Utfall", "Kommentar"], rows);

const goals = mal(["MÅL-1", "Målområde", "Social hållbarhet"], ["MÅL-2", "Nämndmål", "Fler i arbete", "MÅL-1", "OAN"]);
const measures = matt(["MÅTT-1", "MÅL-2", "Andel arbetslösa", "%", "Minska", { value: 0.055, format: "0.0%" }]);

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ ruleId, at }) => `${ruleId} ${at === undefined ? "" : addressText(at)}`.trim());
}

describe("a workbook in good order", () => {
  const reading = readRegisters(workbook(enheter, goals, measures, utfall(["MÅTT-1", "T1 2019", "", { value: 0.055, format: "0.0%" }])));

  it("is read without a finding but that there is no settings sheet", () => {
    expect(told(reading.findings)).toEqual(["register.tabell-saknas"]);
  });

  it("gives typed rows with their place", () => {
    const [row] = reading.contents.utfall?.rows ?? [];
    expect(row?.row).toBe(4);
    expect(row?.values).toMatchObject({
      mattId: "MÅTT-1",
      period: { kind: "tertial", year: 2019, number: 1 },
      enhet: null,
      utfall: { kind: "number", value: 0.055, percent: "format", fromText: false },
      kommentar: null,
    });
  });
});
