import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import type { Enhet, Mal, Matt, Uppdrag, Uppfoljning, Utfall } from "../src/registers/registers.js";
import type { RegisterRows } from "../src/registers/template.js";
import type { Quantity } from "../src/registers/values/quantity.js";
import { createTemplate } from "../src/usecases/createTemplate.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { createXlsx } from "../src/xlsx/index.js";
import type { Workbook } from "../src/xlsx/model.js";

const OUTCOMES_PER_MEASURE = 10;
const MEASURES_PER_GOAL = 5;
const UNITS = 20;
const DIRECTIONS = ["Öka", "Minska", "Öka", "Följs"] as const;
/** Serial number of 2024-08-31. */
const END_OF_AUGUST = 45_535;
const STATUSES = ["Pågående", "Genomfört", "Försenat", "Ej påbörjat"] as const;

/** The registers of `syntheticRows`, every live formula computed once. */
export async function excelWith(outcomes: number): Promise<EmbeddedExcel> {
  const excel = excelOn(createXlsx());
  await createTemplate(officeWorkbook(openClient(excel).Excel), syntheticRows(outcomes));
  excel.open.calculateNow();
  return excel;
}

/** Formulas keep the results that they have, as in Excel until somebody writes in a cell: what the embedded Excel takes to compute them says nothing of the add-in. */
export function excelOn(workbook: Workbook): EmbeddedExcel {
  const excel = new EmbeddedExcel(workbook, { limits: DESKTOP_LIMITS });
  excel.open.calculationMode = "Manual";
  return excel;
}

/** Registers with so many outcomes, over ten tertials, and as many assignments of twenty committees, each followed up: the same every time, with misses, trends and blanks as those of a municipality that takes care. */
export function syntheticRows(outcomes: number): RegisterRows {
  const measures = Math.ceil(outcomes / OUTCOMES_PER_MEASURE);
  const goals = Math.ceil(measures / MEASURES_PER_GOAL);
  return {
    installningar: [
      { nyckel: "kommun", varde: "Provkommun", forklaring: null },
      { nyckel: "period", varde: "T1 2024", forklaring: null },
    ],
    enheter: numbered(UNITS, unit),
    mal: numbered(goals, goal),
    matt: numbered(measures, measure),
    utfall: numbered(outcomes, outcome),
    uppdrag: numbered(outcomes, (index) => assignment(index, goals)),
    uppfoljning: numbered(outcomes, followUp),
  };
}

function numbered<Row>(count: number, row: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

function unit(index: number): Enhet {
  return { kod: codeOf(index), namn: index === 0 ? "Kommunstyrelsen" : `Nämnd nummer ${index}`, typ: index === 0 ? "Styrelse" : "Nämnd", overordnad: null, alias: null, ordning: index + 1 };
}

function codeOf(index: number): string {
  return index === 0 ? "KS" : `N${index}`;
}

function goal(index: number): Mal {
  return {
    id: `MÅL-${index + 1}`, niva: "Nämndmål", nr: String(index + 1), mal: `Målet om verksamhet ${index + 1} ska nås.`, beskrivning: null, overordnat: null,
    enhet: codeOf(index % UNITS), agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: index + 1,
  };
}

function measure(index: number): Matt {
  const riktning = DIRECTIONS[index % DIRECTIONS.length] ?? "Öka";
  return {
    id: `MÅTT-${index + 1}`, malId: `MÅL-${Math.floor(index / MEASURES_PER_GOAL) + 1}`, matt: `Mått nummer ${index + 1} i verksamheten, andel`, mattenhet: "%",
    riktning, malvarde: riktning === "Följs" ? null : percent(0.5 + (index % 40) / 100), malvardeTill: null, startvarde: null, gransDelvis: null,
    vikt: null, sammanvagning: null, konsuppdelat: null, kalla: null, kallansId: null, ordning: index + 1,
  };
}

function outcome(index: number): Utfall {
  // The measure's newest first, tertial by tertial back from the report's.
  const tertial = 2024 * 3 - (index % OUTCOMES_PER_MEASURE);
  return {
    mattId: `MÅTT-${Math.floor(index / OUTCOMES_PER_MEASURE) + 1}`,
    period: { kind: "tertial", year: Math.floor(tertial / 3), number: 1 + (tertial % 3) },
    enhet: null, utfall: index % 23 === 0 ? null : percent(0.4 + ((index * 7) % 60) / 100), kvinnor: null, man: null,
    kommentar: index % 5 === 0 ? "Arbetet pågår enligt plan och följs upp i nästa tertial." : null, malvarde: null,
  };
}

function assignment(index: number, goals: number): Uppdrag {
  return {
    id: `UPP-${index + 1}`, malId: `MÅL-${(index % goals) + 1}`, givare: "Nämnd", ar: 2024, uppdrag: `Uppdrag nummer ${index + 1} ska utredas och redovisas för nämnden.`,
    fortydligande: null, huvudansvarig: codeOf(index % UNITS), medansvariga: null, start: null, slut: null, foregaende: null, ordning: index + 1,
  };
}

function followUp(index: number): Uppfoljning {
  const status = index % 19 === 0 ? null : (STATUSES[index % STATUSES.length] ?? null);
  const isExplained = status === "Försenat" && index % 13 !== 0;
  return {
    avser: `UPP-${index + 1}`, period: { kind: "tertial", year: 2024, number: 1 }, enhet: null, status,
    kommentar: index % 11 === 0 ? null : `Utredningen för uppdrag ${index + 1} är påbörjad och redovisas enligt plan.`, forra: null,
    orsak: isExplained ? "Beslut inväntas från regionen." : null, klartSenast: isExplained ? END_OF_AUGUST : null,
  };
}

function percent(value: number): Quantity {
  return { kind: "number", value: Math.round(value * 1000) / 1000, percent: "format", bound: null, unit: null, fromText: false };
}
