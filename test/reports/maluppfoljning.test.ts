import { defaultSettings } from "../../src/registers/settings.js";
import { maluppfoljning } from "../../src/reports/maluppfoljning.js";
import { printDocument } from "../../src/reports/text.js";
import { aleChoices, aleEnheter, aleMal, aleMatt, aleUtfall } from "../fixtures/ale/ale.js";
import { contentsOf } from "./contentsOf.js";

test("prints", () => {
  const doc = maluppfoljning.build({
    contents: contentsOf({ enheter: aleEnheter, mal: aleMal, matt: aleMatt, utfall: aleUtfall }),
    settings: { ...defaultSettings, ...aleChoices }, unit: "OAN", period: { kind: "tertial", year: 2019, number: 1 }, date: 43587,
  });
  console.log(printDocument(doc));
});
