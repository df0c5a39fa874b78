// Texts that a spreadsheet takes for formulas, and names that JavaScript has something under, by every way into the workbook: stored and shown as the texts they are.
import { readMappingText } from "../../src/intake/mappingFile.js";
import { registers } from "../../src/registers/registers.js";
import { readColumnMark, readRowMark } from "../../src/round/markText.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { makeFiles, makeSheets } from "../../src/usecases/round/makeForms.js";
import { takeIn } from "../../src/usecases/takeIn/takeIn.js";
import { previewIntake } from "../../src/usecases/takeIn/previewIntake.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { laidOut, type Laid } from "../intake/takenIn.js";
import { FORMULA_TEXTS, PROTOTYPE_TEXTS } from "../setup/naughtyTexts.js";
import { built, registersInExcel } from "./inExcel.js";

jest.setTimeout(120_000);

/** Texts are kept without the spaces around them. */
const TEXTS = [...FORMULA_TEXTS, ...PROTOTYPE_TEXTS].filter((text) => text.trim() === text);
const FORMULAS: ReadonlySet<string> = new Set(FORMULA_TEXTS.map((text) => text.trim().replace(/^[=']+/u, "")));
const TODAY = 43_605;
const NAME = "=Kommunstyrelsen";

const cellsOf = ({ sheets }: Workbook) => sheets.flatMap((sheet) => [...sheet.cells()].map(({ content }) => ({ sheet: sheet.name, value: content.value, formula: content.formula })));
/** Formulas that a text has become. */
const madeFormulas = (workbook: Workbook) => cellsOf(workbook).filter(({ formula }) => formula !== undefined && FORMULAS.has(formula));
const textsOn = (workbook: Workbook) => new Set(cellsOf(workbook).map(({ value }) => value));

const T1 = { kind: "tertial", year: 2019, number: 1 } as const;
const none = { beskrivning: null, overordnat: null, agenda2030: null, giltigtFran: null, giltigtTill: null };

function opened() {
  return registersInExcel({
    installningar: [{ nyckel: "period", varde: "T1 2019", forklaring: null }, { nyckel: "__proto__", varde: "=1+1", forklaring: null }, { nyckel: "constructor", varde: "x", forklaring: null }],
    enheter: [{ kod: "KS", namn: NAME, typ: "Styrelse", overordnad: null, alias: null, ordning: 1 }, { kod: "__proto__", namn: "constructor", typ: "Nämnd", overordnad: null, alias: ["+46"], ordning: 2 }],
    mal: TEXTS.map((text, index) => ({ id: text, niva: "Nämndmål", nr: null, mal: text, enhet: index % 2 === 0 ? "KS" : "__proto__", ordning: index, ...none })),
    matt: TEXTS.map((text, index) => ({
      id: `M-${index}`, malId: text, matt: text, mattenhet: null, riktning: "Öka", malvarde: null, malvardeTill: null, startvarde: null, gransDelvis: null, vikt: null, sammanvagning: null, konsuppdelat: null, kalla: text, kallansId: null, ordning: index,
    })),
    utfall: TEXTS.map((text, index) => ({ mattId: `M-${index}`, period: T1, enhet: "KS", utfall: null, kvinnor: null, man: null, kommentar: text, malvarde: null })),
    uppdrag: TEXTS.map((text, index) => ({ id: `U-${index}`, malId: text, givare: "Nämnd", ar: 2019, uppdrag: text, fortydligande: null, huvudansvarig: "KS", medansvariga: null, start: null, slut: null, foregaende: null, ordning: index })),
    uppfoljning: TEXTS.map((text, index) => ({ avser: `U-${index}`, period: T1, enhet: "KS", status: "Pågående", kommentar: text, forra: null, orsak: null, klartSenast: null })),
  });
}

test("registers, reports, forms, files, fixes and what is taken in hold them as texts, and no cell becomes a formula of them", async () => {
  const { workbook, port, excel } = await opened();
  expect(madeFormulas(workbook)).toEqual([]);
  expect(TEXTS.filter((text) => !textsOn(workbook).has(text))).toEqual([]);
  const { contents } = await checkWorkbook(port, TODAY);
  expect(contents.mal?.rows.map(({ values }) => values.id)).toEqual(TEXTS);
  expect(contents.uppfoljning?.rows.map(({ values }) => values.kommentar)).toEqual(TEXTS);

  const { written } = await built(port, { unit: "" });
  const report = [...(workbook.sheet(written.sheet)?.cells() ?? [])];
  expect(report.filter(({ content }) => content.formula !== undefined)).toEqual([]);
  const shown = report.map(({ content: { value } }) => (typeof value === "object" ? "" : value)).join("\n");
  expect(TEXTS.filter((text) => !shown.includes(text))).toEqual([]);

  const { sheets } = await makeSheets(port, { period: "T1 2019", today: TODAY, newId: "prov" });
  expect(sheets.length).toBeGreaterThan(0);
  for (const { bytes } of await makeFiles(port, { period: "T1 2019", today: TODAY, newId: "prov" })) expect(madeFormulas(openXlsx(bytes))).toEqual([]);

  await port.writeCells(TEXTS.map((value, row) => ({ at: { sheet: registers.mal.sheet, row: 400 + row, column: 3 }, value })));
  const rows = TEXTS.map((text, index): Laid[] => [`Andel nöjda ${index}`, "Minst 75 %", `${60 + index} %`, text]);
  const source = { kind: "file", name: "=cmd.xlsx", bytes: laidOut({ "=Blad": [["Mått", "Målvärde", "Utfall T1 2019", "Kommentar", "__proto__", "constructor"], ...rows] }).save() } as const;
  expect((await previewIntake(port, source, {}, TODAY)).plan.added.length).toBeGreaterThan(TEXTS.length);
  await takeIn(port, source, {}, TODAY);
  expect(textsOn(workbook).has("=cmd.xlsx")).toBe(true);
  expect(madeFormulas(openXlsx(excel.save()))).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test.each(PROTOTYPE_TEXTS)("a mapping, and marks, that say %s make nothing of it", (text) => {
  const json = JSON.stringify(text);
  for (const mapping of [`{"version":1,"tables":[],"words":{${json}:"matt.matt"}}`, `{"version":1,"tables":[{"headers":[${json}],"sheet":${json},"columns":{${json}:null},"defaults":{${json}:"1"}}],"words":{}}`, `{${json}:{"polluted":1},"version":1,"tables":[],"words":{}}`]) {
    try {
      readMappingText(mapping);
    } catch (error) {
      expect(error).toMatchObject({ name: "MappingError" });
    }
  }
  expect(readRowMark(text)).toBeUndefined();
  expect(readColumnMark(text)).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
