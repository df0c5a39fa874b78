import type { Mal, Matt, Uppdrag, Uppfoljning, Utfall } from "../src/registers/registers.js";
import type { RegisterRows } from "../src/registers/template.js";
import type { Quantity } from "../src/registers/values/quantity.js";

const OUTCOMES_PER_MEASURE = 10;
const MEASURES_PER_GOAL = 5;
const DIRECTIONS = ["Öka", "Minska", "Öka", "Följs"] as const;
const STATUSES = ["Pågående", "Genomfört", "Försenat", "Ej påbörjat"] as const;

/** Registers with so many outcomes, over ten tertials, and as many assignments, each followed up: the same every time, with misses, trends and blanks as real ones have. */
export function syntheticRows(outcomes: number): RegisterRows {
  const measures = Math.ceil(outcomes / OUTCOMES_PER_MEASURE);
  const goals = Math.ceil(measures / MEASURES_PER_GOAL);
  return {
    installningar: [
      { nyckel: "kommun", varde: "Provkommun", forklaring: null },
      { nyckel: "period", varde: "T1 2024", forklaring: null },
    ],
    enheter: [{ kod: "KS", namn: "Kommunstyrelsen", typ: "Styrelse", overordnad: null, alias: null, ordning: 1 }],
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

function goal(index: number): Mal {
  return {
    id: `MÅL-${index + 1}`, niva: "Nämndmål", nr: String(index + 1), mal: `Målet om verksamhet ${index + 1} ska nås.`, beskrivning: null, overordnat: null,
    enhet: "KS", agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: index + 1,
  };
}

function measure(index: number): Matt {
  return {
    id: `MÅTT-${index + 1}`, malId: `MÅL-${Math.floor(index / MEASURES_PER_GOAL) + 1}`, matt: `Mått nummer ${index + 1} i verksamheten, andel`, mattenhet: "%",
    riktning: DIRECTIONS[index % DIRECTIONS.length] ?? "Öka", malvarde: percent(0.5 + (index % 40) / 100), malvardeTill: null, startvarde: null, gransDelvis: null,
    vikt: null, sammanvagning: null, konsuppdelat: null, kalla: null, kallansId: null, ordning: index + 1,
  };
}

function outcome(index: number): Utfall {
  const nth = index % OUTCOMES_PER_MEASURE;
  return {
    mattId: `MÅTT-${Math.floor(index / OUTCOMES_PER_MEASURE) + 1}`,
    period: { kind: "tertial", year: 2024 - Math.floor(nth / 3), number: nth === 0 ? 1 : 1 + (nth % 3) },
    enhet: null, utfall: index % 23 === 0 ? null : percent(0.4 + ((index * 7) % 60) / 100), kvinnor: null, man: null,
    kommentar: index % 5 === 0 ? "Arbetet pågår enligt plan och följs upp i nästa tertial." : null, malvarde: null,
  };
}

function assignment(index: number, goals: number): Uppdrag {
  return {
    id: `UPP-${index + 1}`, malId: `MÅL-${(index % goals) + 1}`, givare: "Nämnd", ar: 2024, uppdrag: `Uppdrag nummer ${index + 1} ska utredas och redovisas för nämnden.`,
    fortydligande: null, huvudansvarig: "KS", medansvariga: null, start: null, slut: null, foregaende: null, ordning: index + 1,
  };
}

function followUp(index: number): Uppfoljning {
  return {
    avser: `UPP-${index + 1}`, period: { kind: "tertial", year: 2024, number: 1 }, enhet: null, status: index % 19 === 0 ? null : (STATUSES[index % STATUSES.length] ?? null),
    kommentar: index % 3 === 0 ? `Utredningen för uppdrag ${index + 1} är påbörjad och redovisas enligt plan.` : null, forra: null, orsak: null, klartSenast: null,
  };
}

function percent(value: number): Quantity {
  return { kind: "number", value: Math.round(value * 1000) / 1000, percent: "format", bound: null, unit: null, fromText: false };
}
