import { registers } from "../../src/registers/registers.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { aleChoices, aleEnheter, aleMal, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { read, writtenRows } from "./testWorkbook.js";

test("Ale, first tertial 2019: what the notes say is to be found, and nothing else", () => {
  const { contents, settings, findings } = read({
    installningar: Object.entries(aleChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, aleEnheter),
    mal: writtenRows(registers.mal, aleMal),
    matt: writtenRows(registers.matt, aleMatt),
    utfall: writtenRows(registers.utfall, aleUtfall),
    uppdrag: writtenRows(registers.uppdrag, aleUppdrag),
    uppfoljning: writtenRows(registers.uppfoljning, aleUppfoljning),
  });
  expect(findings).toEqual([]);
  // The index of influence has no measure (F4), the newly arrived moved the wrong way and have no target (F3, F2), and no assignment has an end (R50).
  expect(checkRules(contents, settings).map(({ ruleId }) => ruleId).sort()).toEqual(["mal.utan-matt", "uppdrag.inget-slut", "utfall.fel-hall", "utfall.vantar-malvarde"]);
});
