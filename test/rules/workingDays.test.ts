import { serialOf } from "../../src/registers/values/date.js";
import { aidKey, lawInName, namesInNames, printedAid } from "../../src/rules/decisions/aidNames.js";
import { dayOff } from "../../src/rules/decisions/workingDays.js";

function off(text: string): string | undefined {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return dayOff(serialOf({ year, month, day }) ?? 0)?.sv;
}

test("weekends and Swedish holidays are days off, those that move with Easter too", () => {
  expect(["2018-01-13", "2018-01-14", "2019-04-19", "2019-04-22", "2019-05-01", "2019-05-30", "2019-06-06", "2020-04-10", "2021-04-05", "2024-05-09", "2024-12-25"].map(off)).toEqual([
    "en lördag", "en söndag", "långfredagen", "annandag påsk", "första maj", "Kristi himmelsfärdsdag", "nationaldagen", "långfredagen", "annandag påsk", "Kristi himmelsfärdsdag", "juldagen",
  ]);
  expect(["2018-06-25", "2019-04-18", "2019-04-23", "2019-06-10", "2018-12-11"].map(off)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test("one aid is known by its name without law and full stop", () => {
  const written = ["Kontaktperson, LSS", "Kontaktperson, LSS.", "kontaktperson (LSS)", "Kontaktperson enligt LSS", "Kontaktperson"];
  expect(new Set(written.map(aidKey))).toEqual(new Set(["kontaktperson"]));
  expect(written.map(lawInName)).toEqual(["LSS", "LSS", "LSS", "LSS", undefined]);
  expect(lawInName("Särskilt boende, SoL")).toBe("SoL");
  expect(printedAid("Kontaktperson, LSS.")).toBe("Kontaktperson, LSS");
});

test("a name that begins or ends with another may be the same aid; two that only share words are not", () => {
  const names = ["kontaktperson", "biträde av kontaktperson", "bostad med särskild service för vuxna", "bostad med särskild service för barn eller ungdomar", "korttidsvistelse", "korttidsvistelse utanför hemmet"];
  expect([...namesInNames(names)]).toEqual([["biträde av kontaktperson", "kontaktperson"], ["korttidsvistelse utanför hemmet", "korttidsvistelse"]]);
});
