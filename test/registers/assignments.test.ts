// Assignments and what is reported of them, as people type them: committees where they do not belong, statuses in other words, ids of any register.
import { addressText } from "../../src/registers/address.js";
import type { Finding } from "../../src/registers/finding.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { table, workbook, type Typed } from "./tables.js";

const enheter = table("Enheter", ["Kod", "Namn", "Typ"], [
  ["SAN", "Social- och arbetsmarknadsnämnden", "Nämnd"], ["TN", "Tekniska nämnden", "Nämnd"],
  ["VON", "Vård- och omsorgsnämnden", "Nämnd"], ["KS", "Kommunstyrelsen", "Styrelse"],
]);
const mal = table("Mal", ["Mål-id", "Nivå", "Mål"], [["MÅL-1", "Nämndmål", "Fler i arbete"]]);
const uppdrag = (...rows: Typed[][]) => table("Uppdrag", ["Uppdrag-id", "År", "Uppdrag", "Huvudansvarig", "Medansvariga"], rows);
const plain = uppdrag(["UPP-1", 2021, "Utveckla enkäterna", "VON"]);
const aktiviteter = table("Aktiviteter", ["Aktivitet-id", "Avser", "Aktivitet"], [["AKT-1", "UPP-1", "Ta fram frågor"]]);
const uppfoljning = (...rows: Typed[][]) => table("Uppfoljning", ["Avser", "Period", "Status"], rows);

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, ruleId, at }) => `${severity} ${ruleId} ${at === undefined ? "" : addressText(at)}`.trim());
}

function assignment(...images: TableImage[]) {
  const { contents, findings } = readRegisters(workbook(...images));
  const fixes = findings.flatMap(({ fix }) => fix?.cells.map(({ at, value }) => `${addressText(at)} = ${value}`) ?? []);
  return { values: contents.uppdrag?.rows[0]?.values, told: told(findings), fixes };
}

describe("who leads an assignment", () => {
  it("stands before those who take part, in brackets; the fix gives each its cell", () => {
    const { values, ...rest } = assignment(enheter, uppdrag(["UPP-1", 2024, "Bygg om", "SAN (TN, VON, KS)"]));
    expect(values).toMatchObject({ huvudansvarig: "SAN", medansvariga: ["TN", "VON", "KS"] });
    expect(rest).toEqual({ told: ["upplysning uppdrag.ansvariga-i-en-cell Uppdrag!E5"], fixes: ["Uppdrag!E5 = SAN", "Uppdrag!F5 = TN; VON; KS"] });
  });

  it("is mended the same way where the others stand in their own cell too, in any order", () => {
    expect(assignment(enheter, uppdrag(["UPP-1", 2024, "Bygg om", "SAN (TN, VON)", "Vård- och omsorgsnämnden; TN"])).fixes).toEqual([
      "Uppdrag!E5 = SAN", "Uppdrag!F5 = TN; VON",
    ]);
  });

  it("counts all who are named, and proposes nothing, where the two cells differ", () => {
    const { values, fixes } = assignment(enheter, uppdrag(["UPP-1", 2024, "Bygg om", "SAN (TN)", "KS"]));
    expect(values).toMatchObject({ huvudansvarig: "SAN", medansvariga: ["KS", "TN"] });
    expect(fixes).toEqual([]);
  });

  it("is not guessed at where several stand side by side: all of them take part", () => {
    const { values, ...rest } = assignment(enheter, uppdrag(["UPP-1", 2024, "Bygg om", "VON, SAN, KS"]));
    expect(values).toMatchObject({ huvudansvarig: null, medansvariga: ["VON", "SAN", "KS"] });
    expect(rest).toEqual({ told: ["fel enhet.flera Uppdrag!E5"], fixes: [] });
    expect(assignment(enheter, uppdrag(["UPP-1", 2024, "Bygg om", "VON, SAN", "Tekniska nämnden; SAN"])).values).toMatchObject({ huvudansvarig: null, medansvariga: ["TN", "SAN", "VON"] });
  });

  it("is unknown where some part is no unit: the cell stays as typed, and nobody leads", () => {
    const { values, told: rules } = assignment(enheter, uppdrag(["UPP-1", 2024, "Bygg om", "SAN (TN, XYZ)"]));
    expect(values).toMatchObject({ huvudansvarig: null });
    expect(rules).toEqual(["fel enhet.okand Uppdrag!E5"]);
  });

  it("is the committee in brackets above the text where nobody else is named; the fix moves it", () => {
    const { values, ...rest } = assignment(enheter, uppdrag(["UPP-1", 2021, "(Vård- och omsorgsnämnden) .\nUtveckla enkäterna", ""]));
    expect(values).toMatchObject({ huvudansvarig: "VON", uppdrag: "Utveckla enkäterna" });
    expect(rest).toEqual({ told: ["upplysning uppdrag.ansvarig-i-texten Uppdrag!D5"], fixes: ["Uppdrag!E5 = VON", "Uppdrag!D5 = Utveckla enkäterna"] });
  });

  it("is taken out of the text where it is named already, and left alone where somebody else is", () => {
    const text = "(Vård- och omsorgsnämnden) .\nUtveckla enkäterna";
    expect(assignment(enheter, uppdrag(["UPP-1", 2021, text, "VON"]))).toMatchObject({ values: { uppdrag: "Utveckla enkäterna" }, fixes: ["Uppdrag!D5 = Utveckla enkäterna"] });
    expect(assignment(enheter, uppdrag(["UPP-1", 2021, text, "SAN"]))).toMatchObject({ values: { uppdrag: text, huvudansvarig: "SAN" }, fixes: [] });
  });

  it("is not looked for in brackets that name no unit", () => {
    expect(assignment(enheter, uppdrag(["UPP-1", 2021, "(i alla verksamheter) Utveckla enkäterna", "VON"])).told).toEqual([]);
  });
});

describe("those who take part", () => {
  it("are looked up one by one: names become codes with one fix for the cell, and each unknown one is told", () => {
    const { values, ...rest } = assignment(enheter, uppdrag(["UPP-1", 2021, "Bygg om", "VON", "Tekniska nämnden; KS; XYZ"]));
    expect(values?.medansvariga).toEqual(["TN", "KS", "XYZ"]);
    expect(rest).toEqual({ told: ["fel enhet.okand Uppdrag!F5", "upplysning enhet.ej-kod Uppdrag!F5"], fixes: ["Uppdrag!F5 = TN; KS; XYZ"] });
  });
});

describe("what a follow-up is about", () => {
  const avser = (id: string, ...more: TableImage[]) => {
    const { contents, findings } = readRegisters(workbook(mal, plain, enheter, uppfoljning([id, "T2 2021", ""]), ...more));
    return { avser: contents.uppfoljning?.rows[0]?.values.avser, findings: findings.filter(({ register }) => register === "Uppfoljning") };
  };

  it.each([["mål-1", "MÅL-1"], [" UPP-1", "UPP-1"], ["akt-1", "AKT-1"]])("%s is found in the register that has it, and is written as there", (typed, id) => {
    const { avser: read, findings } = avser(typed, aktiviteter);
    expect(read).toBe(id);
    expect(findings.map(({ ruleId }) => ruleId).filter((rule) => rule !== "id.mellanslag")).toEqual([]);
  });

  it("is told when nobody has it, with the registers where it may be", () => {
    const { avser: read, findings } = avser("UPP-9");
    expect(read).toBe("UPP-9");
    expect(told(findings)).toEqual(["fel referens.saknas Uppfoljning!B5"]);
    expect(findings[0]?.message.sv).toMatch(/finns inte i registren Dokument, Mål, Mått, Uppdrag, Aktiviteter, Kontroller eller Beslut\./u);
  });

  it("is not blamed when a register that may have it cannot be read", () => {
    expect(avser("AKT-1", table("Aktiviteter", ["Aktivitet-id", "Aktivitet"], [["AKT-1", "Ta fram frågor"]])).findings).toEqual([]);
  });

  it("misses the registers once, not once a row, where none of them is there", () => {
    const { findings } = readRegisters(workbook(uppfoljning(["UPP-1", "T2 2021", ""], ["UPP-2", "T2 2021", ""])));
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(["register.tabell-saknas"]));
    expect(findings.map(({ register }) => register)).toContain("Uppdrag");
  });
});

describe("the status of a follow-up", () => {
  const status = (avser: string, typed: Typed) => {
    const { contents, findings } = readRegisters(workbook(mal, plain, enheter, aktiviteter, uppfoljning([avser, "T2 2021", typed])));
    return { status: contents.uppfoljning?.rows[0]?.values.status, told: told(findings), fix: findings[0]?.fix?.cells[0]?.value, message: findings[0]?.message.sv };
  };

  it.each<[string, Typed, string]>([
    ["AKT-1", "●", "Genomfört"], ["MÅL-1", "●", "Uppnått"], ["AKT-1", "◆ Delvis genomfört", "Delvis genomfört"], ["AKT-1", true, "Genomfört"],
    ["UPP-1", "Pågår", "Pågående"], ["UPP-1", "klart", "Genomfört"], ["MÅL-1", "ej uppnådd", "Ej uppnått"], ["upp-1", "● Försenad", "Försenat"],
  ])("of %s typed %j is %s by the scale of what it is about, with the word as a fix", (avser, typed, word) => {
    expect(status(avser, typed)).toMatchObject({ status: word, fix: word, told: ["upplysning cell.stavning Uppfoljning!D5"] });
  });

  it.each<[string, Typed]>([["UPP-1", "●"], ["UPP-1", true], ["MÅL-1", "Pågår"]])("of %s typed %j is told with the words of its scale, and stays as typed", (avser, typed) => {
    const { status: read, told: rules, message } = status(avser, typed);
    expect(read).toBeNull();
    expect(rules).toEqual(["fel cell.ej-i-listan Uppfoljning!D5"]);
    expect(message?.includes("Uppnått")).toBe(avser === "MÅL-1");
    expect(message?.includes("Försenat")).toBe(avser === "UPP-1");
  });

  it("with a box left unticked is blank", () => {
    expect(status("AKT-1", false)).toMatchObject({ status: null, told: [] });
  });

  it("of what is not known is read by the words of all scales only", () => {
    expect(status("UPP-9", "Genomfört")).toMatchObject({ status: "Genomfört" });
    expect(status("UPP-9", "●").told).toContain("fel cell.ej-i-listan Uppfoljning!D5");
  });
});

test("a workbook made before there were assignments is whole without them", () => {
  expect(told(readRegisters(workbook(mal, enheter)).findings)).toEqual([]);
});
