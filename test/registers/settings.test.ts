import { readRegisters } from "../../src/registers/readRegisters.js";
import { defaultSettings, settingKeys, settingRegistry } from "../../src/registers/settings.js";
import { table, workbook, type Typed } from "./tables.js";

function settingsOf(...rows: [string, Typed][]) {
  const { settings, findings } = readRegisters(workbook(table("Installningar", ["Nyckel", "Värde"], rows, { sheet: "Inställningar", top: 0, left: 0 })));
  return { settings, rules: findings.filter(({ register, ruleId }) => register === "Installningar" && ruleId !== "register.tabell-saknas"), findings };
}

describe("settings", () => {
  it("have their defaults where nothing is written", () => {
    expect(readRegisters(workbook()).settings).toEqual(defaultSettings);
    expect(settingsOf(["grans-delvis", ""], ["tak-100", " "]).settings).toEqual(defaultSettings);
    expect(defaultSettings).toMatchObject({ gransDelvis: 0.9, minskaFormel: "målvärde / utfall", nollRegel: "tom", tak100: false, trendMot: "samma period förra året" });
  });

  it.each<[Typed]>([["80 %"], ["80%"], [0.8], [{ value: 0.8, format: "0%" }], ["0,8"], ["80 procent"]])("take the limit for Delvis uppnått as %j", (typed) => {
    const { settings, rules } = settingsOf(["grans-delvis", typed]);
    expect(settings.gransDelvis).toBe(0.8);
    expect(rules.filter(({ severity }) => severity === "fel")).toEqual([]);
  });

  it("that the live formulas would read otherwise are told, with what to write", () => {
    const { rules } = settingsOf(["grans-delvis", "80 %"], ["minska-formel", "2 - utfall / målvärde"], ["noll-regel", "tom"], ["kommun", "Ale "]);
    expect(rules.map(({ ruleId, fix }) => [ruleId, fix?.cells[0]?.value])).toEqual([["cell.stavning", "2 − utfall / målvärde"], ["cell.text-for-tal", 0.8]].reverse());
  });

  it("are written in any case, with any dash, ticked or in words", () => {
    const { settings, rules } = settingsOf(["Minska-Formel", "2 - utfall / målvärde"], ["tak-100", true], ["rapportering", "Kvartal"], ["delar-till", "juni"], ["kommun", "Ale"]);
    expect(settings).toMatchObject({ minskaFormel: "2 − utfall / målvärde", tak100: true, rapportering: "kvartal", delarTill: "juni", kommun: "Ale" });
    expect(rules.filter(({ severity }) => severity === "fel")).toEqual([]);
  });

  it.each<[string, Typed]>([["grans-delvis", "nittio"], ["grans-delvis", 90], ["grans-delvis", 0], ["rapportering", "vecka"], ["tak-100", "kanske"]])(
    "that cannot be read (%s: %j) are a fault, and the default is used", (key, typed) => {
      const { settings, rules } = settingsOf([key, typed]);
      expect(settings).toEqual(defaultSettings);
      expect(rules.map(({ ruleId, severity, at }) => [ruleId, severity, at])).toEqual([["installning.olasbar", "fel", { sheet: "Inställningar", row: 1, column: 1 }]]);
    },
  );

  it("list rules with semicolons or commas, and a smallest count that may be 0", () => {
    const { settings, rules } = settingsOf(["regler-av", "publik.smatal; mal.utan-matt"], ["smatal-grans", 0]);
    expect(settings).toMatchObject({ reglerAv: ["publik.smatal", "mal.utan-matt"], smatalGrans: 0 });
    expect(settingsOf(["regler-av", "publik.smatal, mal.utan-matt"]).settings.reglerAv).toEqual(settings.reglerAv);
    expect(rules).toEqual([]);
  });

  it("that are unknown are told, and those written twice count where they stand first", () => {
    const { settings, rules } = settingsOf(["farg", "blå"], ["grans-delvis", 0.8], ["grans-delvis", 0.7]);
    expect(settings.gransDelvis).toBe(0.8);
    expect(rules.map(({ ruleId }) => ruleId).sort()).toEqual(["installning.okand", "rad.dubblett"]);
  });

  it("say how the workbook's periods are meant", () => {
    const outcomes = table("Utfall", ["Mått-id", "Period"], [["MÅTT-1", "April 2019"]]);
    const settings = (rhythm: string) => table("Installningar", ["Nyckel", "Värde"], [["rapportering", rhythm]]);
    const period = (rhythm: string) => readRegisters(workbook(settings(rhythm), outcomes)).contents.utfall?.rows[0]?.values.period;
    expect(period("tertial")).toEqual({ kind: "tertial", year: 2019, number: 1 });
    expect(period("månad")).toEqual({ kind: "month", year: 2019, number: 4 });
  });

  it("name the period and the committee only when these can be found", () => {
    const units = table("Enheter", ["Kod", "Namn", "Typ"], [["OAN", "Omsorgsnämnden", "Nämnd"]]);
    const read = (period: Typed, enhet: string) =>
      readRegisters(workbook(units, table("Installningar", ["Nyckel", "Värde"], [["period", period], ["enhet", enhet]], { sheet: "Inställningar", top: 0, left: 0 })));
    expect(read("T1 2019", "omsorgsnämnden").settings).toMatchObject({ period: "T1 2019", enhet: "OAN" });
    expect(read(2019, "OAN").settings.period).toBe("2019");
    const { settings, findings } = read("våren", "XYZ");
    expect(settings).toMatchObject({ period: "", enhet: "XYZ" });
    expect(findings.filter(({ severity }) => severity === "fel").map(({ ruleId, at }) => [ruleId, at?.row])).toEqual([["installning.olasbar", 1], ["enhet.okand", 2]]);
  });

  it("have a key of their own each, and an explanation", () => {
    const keys = settingKeys.map((key) => settingRegistry[key].nyckel);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of settingKeys) expect(settingRegistry[key].forklaring).toMatch(/\.$/u);
  });
});
