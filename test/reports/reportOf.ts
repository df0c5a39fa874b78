import type { Matt, Uppdrag, Uppfoljning, Utfall } from "../../src/registers/registers.js";
import { defaultSettings, type Settings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import type { Quantity } from "../../src/registers/values/quantity.js";
import type { ReportCell, ReportDocument, ReportTable } from "../../src/reports/document.js";
import { maluppfoljning } from "../../src/reports/maluppfoljning/maluppfoljning.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { aleChoices, aleEnheter, aleMal, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { contentsOf, type Rows } from "./contentsOf.js";

export const tertial1: Period = { kind: "tertial", year: 2019, number: 1 };
export const aleRows: Rows = { enheter: aleEnheter, mal: aleMal, matt: aleMatt, utfall: aleUtfall, uppdrag: aleUppdrag, uppfoljning: aleUppfoljning };

interface Choices {
  readonly settings?: Partial<Settings>;
  readonly unit?: string | null;
  readonly period?: Period;
}

/** Måluppföljning of these rows, by default Ale's for T1 2019 made on 2019-05-02. */
export function reportOf(rows: Rows, choices: Choices = {}): ReportDocument {
  return maluppfoljning.build({
    contents: contentsOf(rows),
    settings: { ...defaultSettings, ...aleChoices, ...choices.settings },
    unit: choices.unit === undefined ? "OAN" : choices.unit,
    period: choices.period ?? tertial1,
    date: 43587,
  });
}

export function tablesOf(document: ReportDocument): readonly ReportTable[] {
  return document.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
}

export function tableNamed(document: ReportDocument, id: string): ReportTable {
  const table = tablesOf(document).find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`No table ${id}`);
  return table;
}

/** The printed texts of the row that starts with `name`, wherever in the report it stands. */
export function printedRow(document: ReportDocument, name: string): readonly string[] {
  return rowNamed(document, name).map(printedText);
}

export function rowNamed(document: ReportDocument, name: string): readonly ReportCell[] {
  const row = tablesOf(document).flatMap(({ rows }) => rows).find(([first]) => first !== undefined && printedText(first) === name);
  if (row === undefined) throw new Error(`No row ${name}`);
  return row;
}

/** The texts of headings, paragraphs and notes, in order. */
export function textsOf(document: ReportDocument): readonly string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === "table" || block.kind === "legend" || block.kind === "chart") return [];
    return [block.kind === "paragraph" && block.label !== undefined ? `${block.label}: ${block.text}` : block.text];
  });
}

export function number(value: number): Quantity {
  return { kind: "number", value, percent: "none", bound: null, unit: null, fromText: false };
}

export function percent(value: number): Quantity {
  return { kind: "number", value, percent: "format", bound: null, unit: null, fromText: false };
}

export function measure(values: Partial<Matt> & Pick<Matt, "id" | "malId">): Matt {
  return {
    matt: `Mått ${values.id}`, mattenhet: "antal", riktning: "Öka", malvarde: null, malvardeTill: null, startvarde: null,
    gransDelvis: null, vikt: null, sammanvagning: null, konsuppdelat: null, kalla: null, kallansId: null, ordning: null, ...values,
  };
}

export function outcome(mattId: string, utfall: Quantity | null, values: Partial<Utfall> = {}): Utfall {
  return { mattId, period: tertial1, enhet: null, utfall, kvinnor: null, man: null, kommentar: null, malvarde: null, ...values };
}

export function assignment(values: Partial<Uppdrag> & Pick<Uppdrag, "id">): Uppdrag {
  return {
    ar: tertial1.year, uppdrag: `Uppdrag ${values.id}`, huvudansvarig: null, ordning: null,
    malId: null, givare: null, fortydligande: null, medansvariga: null, start: null, slut: null, foregaende: null, ...values,
  };
}

export function followUp(values: Partial<Uppfoljning> & Pick<Uppfoljning, "avser">): Uppfoljning {
  return { period: tertial1, enhet: null, status: null, kommentar: null, orsak: null, forra: null, klartSenast: null, ...values };
}
