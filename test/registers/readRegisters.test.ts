import { addressText } from "../../src/registers/address.js";
import type { Finding } from "../../src/registers/finding.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import { registers } from "../../src/registers/registers.js";
import type { TableImage } from "../../src/registers/tableImage.js";
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

  // A register that nothing refers to is not missed: workbooks made before it existed, and by those who do without it, are whole.
  it("is read without a finding, though it has but a few of the registers", () => {
    expect(told(reading.findings)).toEqual([]);
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

/** The findings of the tables given, not those of tables that they miss. */
function findingsOf(...images: TableImage[]): Finding[] {
  return readRegisters(workbook(...images)).findings.filter(({ ruleId }) => ruleId !== "register.tabell-saknas");
}

describe("columns", () => {
  const read = (headers: string[], row: Typed[]) => readRegisters(workbook(table("Mal", headers, [row]))).contents.mal?.rows[0]?.values;

  it("are found by header with a star, a colon, a line break or hard spaces, in any case", () => {
    expect(read(["MÅL-ID *", "nivå:", "Mål", "Agenda\n2030", "Giltigt\u00A0från"], ["MÅL-1", "Nämndmål", "Fler i arbete", "8; 10", "2019-01-01"])).toMatchObject({
      id: "MÅL-1", niva: "Nämndmål", mal: "Fler i arbete", agenda2030: ["8", "10"], giltigtFran: 43466,
    });
  });

  it("are found by alias, and with hyphens and rings left out", () => {
    expect(read(["Mal id", "Målnivå", "Måltext"], ["MÅL-1", "Nämndmål", "Fler i arbete"])).toMatchObject({ id: "MÅL-1", niva: "Nämndmål", mal: "Fler i arbete" });
  });

  it("with the header itself go before those with an alias, wherever they stand", () => {
    const image = table("Utfall", ["Resultat", "Mått-id", "Period", "Utfall"], [[1, "MÅTT-1", "2019", 2]]);
    const { contents, findings } = readRegisters(workbook(image));
    expect(contents.utfall?.rows[0]?.values.utfall).toMatchObject({ value: 2 });
    expect(findings.find(({ ruleId }) => ruleId === "kolumn.lases-inte")?.message.sv).toContain("”Resultat” läses inte");
  });

  it("that claim the same place equally are a fault, told where the second one stands", () => {
    const found = findingsOf(table("Mal", ["Mål-id", "Nivå", "Mål", "Namn", "Måltext", "Nämnd", "Ansvarig nämnd"], [["MÅL-1", "Nämndmål", "Fler"]]));
    expect(told(found)).toContain("kolumn.dubbel Mal!H4");
  });

  it("that are required and missing give one fault, however many rows there are", () => {
    const { contents, findings } = readRegisters(workbook(table("Mal", ["Mål-id", "Mål"], [["MÅL-1", "Fler"], ["MÅL-2", "Färre"]])));
    expect(contents.mal).toBeUndefined();
    expect(findings.filter(({ register }) => register === "Mal").map(({ ruleId, column }) => `${ruleId} ${column}`)).toEqual(["kolumn.saknas Nivå"]);
  });

  it("say where they stand, for those who write in them", () => {
    const { contents } = readRegisters(workbook(table("Mal", ["Eget", "Mål", "Nivå", "Mål-id"], [["", "Fler", "Nämndmål", "MÅL-1"]])));
    expect(contents.mal?.columnAt).toEqual({ mal: 2, niva: 3, id: 4 });
    expect(contents.mal?.headerRow).toBe(3);
  });
});

describe("rows", () => {
  it("with nothing in them are passed over, even when formulas or unticked boxes stand there", () => {
    const { contents, findings } = readRegisters(workbook(table("Utfall", ["Mått-id", "Period", "Status"], [[" ", "\u00A0", { value: "", formula: '=""' }], ["", "", ""]])));
    expect(contents.utfall?.rows).toEqual([]);
    expect(told(findings).filter((text) => !text.startsWith("register."))).toEqual([]);
  });

  it("without something required are left out, with a fault at the cell", () => {
    const { contents, findings } = readRegisters(workbook(goals, matt(["MÅTT-1", "MÅL-2", "", "%", "Öka"])));
    expect(contents.matt?.rows).toEqual([]);
    expect(told(findings)).toContain("cell.saknas Matt!D5");
  });

  it("with the same key are a fault that names both, case and spaces aside", () => {
    const image = utfall(["MÅTT-1", "T1 2019", "OAN", 1], ["MÅTT-1", "T2 2019", "OAN", 1], ["mått-1 ", "Tertial 1 2019", "oan", 2]);
    const found = findingsOf(enheter, goals, measures, image).find(({ ruleId }) => ruleId === "rad.dubblett");
    expect(found?.message.sv).toContain("Rad 5 och rad 7 har samma Mått-id, Period och Enhet");
    expect(found?.severity).toBe("fel");
  });
});

describe("cells", () => {
  it("that cannot be read are told and kept as typed, and are not zero", () => {
    const { contents, findings } = readRegisters(workbook(enheter, goals, measures, utfall(["MÅTT-1", "T1 2019", "", "3 av 4"])));
    const [row] = contents.utfall?.rows ?? [];
    expect(row?.values.utfall).toBeNull();
    expect(row?.cells.utfall?.value).toBe("3 av 4");
    expect(told(findings)).toContain("cell.olasbar Utfall!E5");
  });

  it.each<[string, Typed, string]>([
    ["an error value", "#N/A", "cell.felvarde"],
    ["thousands or decimals", "1.234", "cell.tvetydig"],
    ["an interval backwards", "90–85 %", "cell.utanfor"],
    ["what Excel made a date", { value: 43961, format: "d-mmm" }, "cell.blev-datum"],
    ["a percentage as text", "5,5 %", "cell.text-for-tal"],
  ])("tell %s", (_, typed, rule) => {
    expect(told(findingsOf(enheter, goals, measures, utfall(["MÅTT-1", "T1 2019", "", typed])))).toEqual([`${rule} Utfall!E5`]);
  });

  it("whose key part cannot be read take the row with them: an unreadable unit is not the owner", () => {
    const { contents } = readRegisters(workbook(enheter, goals, measures, utfall(["MÅTT-1", "T1 2019", "#REF!", 5])));
    expect(contents.utfall?.rows).toEqual([]);
  });

  it("outside the list are told with the words allowed, and the near one proposed", () => {
    const found = findingsOf(goals, matt(["MÅTT-1", "MÅL-2", "Andel", "%", "Minskar"])).find(({ ruleId }) => ruleId === "cell.ej-i-listan");
    expect(found?.message.sv).toBe("”Minskar” finns inte i listan för Riktning. Menade du Minska? Välj Öka, Minska, Inom intervall, Ja/Nej eller Följs.");
    expect(found?.fix?.cells).toEqual([{ at: { sheet: "Matt", row: 4, column: 5 }, value: "Minska" }]);
  });

  it("that Excel turned into the first of a month get their month back", () => {
    const found = findingsOf(enheter, goals, measures, utfall(["MÅTT-1", { value: 43556, format: "mmm-yy" }, "", 5])).find(({ ruleId }) => ruleId === "cell.blev-datum");
    expect(found?.fix?.cells[0]).toMatchObject({ value: "April 2019", numberFormat: "@" });
  });

  it("whose text became a formula that Excel cannot make out are told", () => {
    const found = findingsOf(enheter, goals, measures, utfall(["MÅTT-1", "T1 2019", "", { value: 0.05, format: "0%" }, "#NAME?"]));
    expect(told(found)).toEqual(["cell.text-blev-formel Utfall!F5"]);
  });
});

describe("ids and codes", () => {
  it("of units may be written as name or alias, and are read as the code", () => {
    const { contents, findings } = readRegisters(workbook(enheter, goals, measures, utfall(["MÅTT-1", "T1 2019", "omsorgsnämnden", { value: 0.05, format: "0%" }])));
    expect(contents.utfall?.rows[0]?.values.enhet).toBe("OAN");
    const found = findings.find(({ ruleId }) => ruleId === "enhet.ej-kod");
    expect(found?.fix?.cells[0]).toMatchObject({ value: "OAN" });
  });

  it("that are unknown are faults, and stay as typed", () => {
    const { contents, findings } = readRegisters(workbook(enheter, goals, measures, utfall(["MÅTT-9", "T1 2019", "XYZ", 5])));
    expect(told(findings)).toEqual(expect.arrayContaining(["referens.saknas Utfall!B5", "enhet.okand Utfall!D5"]));
    expect(contents.utfall?.rows[0]?.values).toMatchObject({ mattId: "MÅTT-9", enhet: "XYZ" });
  });

  it("are found whatever their case and the spaces around them, and read as they stand where they belong", () => {
    const { contents, findings } = readRegisters(workbook(enheter, goals, measures, utfall([" mått-1", "T1 2019", "", { value: 0.05, format: "0%" }])));
    expect(contents.utfall?.rows[0]?.values.mattId).toBe("MÅTT-1");
    expect(told(findings)).toContain("id.mellanslag Utfall!B5");
  });

  it("are not looked for in a register that is missing, which is told once", () => {
    const { findings } = readRegisters(workbook(utfall(["MÅTT-1", "T1 2019", "OAN", 1], ["MÅTT-2", "T1 2019", "OAN", 1])));
    expect(findings.map(({ ruleId, register, severity }) => `${ruleId} ${register} ${severity}`)).toEqual([
      "register.tabell-saknas Enheter varning",
      "register.tabell-saknas Matt varning",
    ]);
  });

  it("may be used once in all registers together", () => {
    const found = findingsOf(enheter, goals, matt(["mål-2", "MÅL-2", "Andel", "%", "Följs"]));
    expect(told(found)).toEqual(["id.upptaget Matt!B5"]);
    expect(found[0]?.message.sv).toContain("Mått rad 5 och i Mål rad 6");
  });

  it("with wildcard characters or as numbers would be missed by Excel's formulas, which is told", () => {
    const found = findingsOf(mal(["MÅL*1", "Nämndmål", "Fler"], [17, "Nämndmål", "Färre"]), enheter);
    expect(told(found)).toEqual(expect.arrayContaining(["id.jokertecken Mal!B5", "id.tal Mal!B6"]));
  });

  it("as an alias of two units lead nowhere", () => {
    const units = table("Enheter", ["Kod", "Namn", "Typ", "Alias"], [["VN", "Vårdnämnden", "Nämnd", "Nämnden"], ["SN", "Skolnämnden", "Nämnd", "Nämnden"]]);
    const found = findingsOf(units, mal(["MÅL-1", "Nämndmål", "Fler", "", "nämnden"]));
    expect(told(found)).toEqual(expect.arrayContaining(["enhet.alias-delas Enheter!B6", "enhet.tvetydig Mal!F5"]));
  });
});

describe("a code", () => {
  it("goes before the same word as another unit's alias, which is told", () => {
    const units = table("Enheter", ["Kod", "Namn", "Typ", "Alias"], [["VN", "Vårdnämnden", "Nämnd", "SN"], ["SN", "Skolnämnden", "Nämnd"]]);
    const { contents, findings } = readRegisters(workbook(units, mal(["MÅL-1", "Nämndmål", "Fler", "", "sn"])));
    expect(contents.mal?.rows[0]?.values.enhet).toBe("SN");
    expect(told(findings)).toContain("enhet.alias-delas Enheter!B5");
  });
});

describe("a target that is text", () => {
  const fault = (...cells: Typed[]) => findingsOf(goals, enheter, matt(["MÅTT-1", "MÅL-2", "Andel", ...cells]));

  it("gets the number in its place when the direction says the same", () => {
    const [found] = fault("%", "Öka", "Minst 75 %");
    expect(found?.fix?.cells).toEqual([{ at: { sheet: "Matt", row: 4, column: 6 }, value: 0.75, numberFormat: "0%" }]);
    expect(found?.message.sv).not.toContain("Riktning");
  });

  it("is told to disagree with the direction", () => {
    expect(fault("%", "Minska", "Minst 75 %")[0]?.message.sv).toContain("Riktning ska vara Öka, men den är Minska");
  });

  it("proposes the direction when none is given", () => {
    const found = fault("%", "", "Högst 40 %");
    expect(told(found)).toEqual(["cell.saknas Matt!F5", "matt.riktning-i-texten Matt!F5"]);
    expect(found[1]?.fix?.cells).toEqual([{ at: { sheet: "Matt", row: 4, column: 5 }, value: "Minska" }]);
  });

  it("loses its unit only where Måttenhet says the same", () => {
    expect(fault("tkr", "Öka", "2 400 tkr")[0]?.fix?.cells[0]).toMatchObject({ value: 2400, numberFormat: "#,##0" });
    expect(fault("tkr", "Öka", "10,2 mnkr")[0]?.fix).toBeUndefined();
    expect(fault("", "Öka", "2 400 tkr")[0]?.fix).toBeUndefined();
  });

  it("that is an interval is written in two cells", () => {
    expect(fault("%", "Inom intervall", "85–90 %")[0]?.fix?.cells.map(({ value, numberFormat }) => [value, numberFormat])).toEqual([[0.85, "0%"], [0.9, "0%"]]);
    expect(fault("%", "Inom intervall", "85–90 %", { value: 0.95, format: "0%" })[0]?.fix).toBeUndefined();
    expect(fault("%", "Öka", "85–90 %")[0]?.fix).toBeUndefined();
  });

  it("is left to the rule on percent when it says neither % nor what it means", () => {
    expect(fault("%", "Öka", "75")[0]?.fix).toBeUndefined();
  });

  it("or says that there is no value is no fault", () => {
    expect(fault("%", "Öka", "Ej mätt")).toEqual([]);
  });
});

function outsideQuotes(formula: string, change: (text: string) => string): string {
  return formula.split(/("[^"]*")/u).map((piece, index) => (index % 2 === 0 ? change(piece) : piece)).join("");
}

describe("calculated columns", () => {
  const ours = registers.utfall.columns.trend.formula ?? "";
  /** Rows with the column's formula, and what Skrivet för hand says of each. */
  const withFormula = (formula: string, ...overwritten: string[]) =>
    findingsOf(enheter, goals, measures, table("Utfall", ["Mått-id", "Period", "Trend", "Skrivet för hand"], overwritten.map((said, index) => ["MÅTT-1", `${2001 + index}`, { value: "", formula }, said])));

  it("are in order with the register's formula, in any case and spacing and any way of writing this row", () => {
    const shortened = outsideQuotes(ours, (text) => text.replaceAll("Utfall[", "["));
    const thisRow = ours.replace(/\[@([^[\]]+)\]/gu, "Utfall[[#This Row],[$1]]");
    for (const formula of [ours, outsideQuotes(ours, (text) => text.toLowerCase()), outsideQuotes(ours, (text) => text.replaceAll(",", " , ")), thisRow, shortened]) {
      expect(withFormula(formula, "", "")).toEqual([]);
    }
  });

  it("are not judged by a formula that names cells by address, as some programs write it", () => {
    expect(withFormula("=IF(D5>$K$5,1,2)", "", "")).toEqual([]);
  });

  it("are a warning where a formula is gone, with the formula to put back", () => {
    const found = withFormula(ours, "", "Trend ", "Status ", "Status Trend ");
    expect(told(found)).toEqual(["formel.overskriven Utfall!D6", "formel.overskriven Utfall!D8"]);
    expect(found[0]?.fix?.cells).toEqual([{ at: { sheet: "Utfall", row: 5, column: 3 }, value: ours }]);
  });

  it("are one warning when the whole column was changed", () => {
    for (const found of [withFormula("=1+1", "", "", ""), withFormula("", "Trend ", "Trend ", "Trend ")]) {
      expect(told(found)).toEqual(["formel.annan-i-kolumnen Utfall!D4"]);
      expect(found[0]?.fix?.cells).toHaveLength(3);
    }
  });
});
