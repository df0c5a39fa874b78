import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { officeWorkbook } from "../src/excel/officeWorkbook.js";
import { createTemplate } from "../src/usecases/createTemplate.js";
import { makeFiles } from "../src/usecases/round/makeForms.js";
import { readColumnMark, readRowMark } from "../src/round/markText.js";
import type { RegisterRows } from "../src/registers/template.js";
import { openClient } from "../src/workbench/client.js";
import { EmbeddedExcel } from "../src/workbench/embeddedExcel.js";
import { DESKTOP_LIMITS } from "../src/workbench/limits.js";
import { createXlsx, openXlsx } from "../src/xlsx/index.js";

/** 2026-09-15, and the last day to answer. */
export const TODAY = 46_280;
const DEADLINE = 46_295;
const T2 = { kind: "tertial", year: 2026, number: 2 } as const;
/** Of each of the two kinds: forty rows a form. */
const ROWS = 20;
const STATUSES = ["Pågående", "Genomfört", "Försenat", "Planerat"] as const;

/** A workbook with the registers of a municipality, and the form that each of its units gets. */
export interface RoundSent {
  readonly registers: Uint8Array;
  readonly forms: readonly Uint8Array[];
}

/** Sends out a round to so many units, each with twenty measures and twenty assignments. */
export async function sendOut(units: number): Promise<RoundSent> {
  const excel = new EmbeddedExcel(createXlsx(), { limits: DESKTOP_LIMITS });
  const port = officeWorkbook(openClient(excel).Excel);
  await createTemplate(port, rowsOf(units));
  const files = await makeFiles(port, { period: "T2 2026", today: TODAY, newId: "bench", deadline: DEADLINE });
  return { registers: excel.save(), forms: files.map(({ bytes }) => bytes) };
}

function rowsOf(units: number): RegisterRows {
  const codes = Array.from({ length: units }, (_, index) => `E${index + 1}`);
  const numbers = Array.from({ length: ROWS }, (_, index) => index + 1);
  return {
    installningar: [{ nyckel: "kommun", varde: "Provkommun", forklaring: null }, { nyckel: "period", varde: "T2 2026", forklaring: null }],
    enheter: codes.map((kod, index) => ({ kod, namn: `Enheten ${index + 1}`, typ: "Enhet" as const, overordnad: null, alias: null, ordning: index + 1 })),
    mal: [{ id: "MÅL-1", niva: "Nämndmål", nr: null, mal: "Nöjda invånare", beskrivning: null, overordnat: null, enhet: null, agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: 1 }],
    matt: numbers.map((number) => ({
      id: `MÅTT-${number}`, malId: "MÅL-1", matt: `Mått nummer ${number} i verksamheten`, mattenhet: "antal", riktning: "Öka" as const, malvarde: null, malvardeTill: null, startvarde: null, gransDelvis: null, vikt: null,
      sammanvagning: null, konsuppdelat: null, kalla: null, kallansId: null, ordning: number,
    })),
    utfall: codes.flatMap((enhet) => numbers.map((number) => ({ mattId: `MÅTT-${number}`, period: T2, enhet, utfall: null, kvinnor: null, man: null, kommentar: null, malvarde: null }))),
    uppdrag: codes.flatMap((kod, unit) => numbers.map((number) => ({
      id: `UPP-${unit * ROWS + number}`, malId: null, givare: null, ar: 2026, uppdrag: `Uppdrag ${number} till enheten ${unit + 1} ska utredas och redovisas.`, fortydligande: null, huvudansvarig: kod, medansvariga: null, start: null,
      slut: null, foregaende: null, ordning: unit * ROWS + number,
    }))),
    uppfoljning: codes.flatMap((_, unit) => numbers.map((number) => ({ avser: `UPP-${unit * ROWS + number}`, period: T2, enhet: null, status: null, kommentar: null, forra: null, orsak: null, klartSenast: null }))),
  };
}

/** Returned forms as files in a folder: of each form so many, each with its share of the rows answered. */
export function answeredFiles(folder: string, forms: readonly Uint8Array[], parts: number): { readonly paths: readonly string[]; readonly answers: number } {
  const files = forms.flatMap((form) => Array.from({ length: parts }, (_, part) => answered(form, (row) => row % parts === part)));
  const paths = files.map(({ bytes }, index) => {
    const path = join(folder, `svar-${String(index + 1).padStart(4, "0")}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  return { paths, answers: files.reduce((sum, file) => sum + file.answers, 0) };
}

/** A form as it comes back, with some of its rows answered: every row with a figure or a status, and a comment. `isAnswered` takes the row's number on the form, from 0. */
function answered(form: Uint8Array, isAnswered: (row: number) => boolean): { readonly bytes: Uint8Array; readonly answers: number } {
  const workbook = openXlsx(form);
  const sheet = workbook.activeSheet;
  let columns = new Map<number, string>();
  let headRow = -1;
  let rows = 0;
  let answers = 0;
  for (const { row, column, content: { value } } of [...sheet.cells()]) {
    if (typeof value !== "string") continue;
    const head = readColumnMark(value);
    if (head !== undefined) {
      if (row !== headRow) columns = new Map();
      headRow = row;
      columns.set(column, head.column);
    }
    const mark = readRowMark(value);
    if (mark === undefined || mark.register === "klarmarkering" || !isAnswered(rows++)) continue;
    for (const [at, key] of columns) {
      const said = answerTo(key, row);
      if (said === undefined) continue;
      sheet.setCell(row, at, { value: said });
      answers += 1;
    }
  }
  return { bytes: workbook.save(), answers };
}

function answerTo(column: string, row: number): string | number | undefined {
  if (column === "utfall") return 100 + row;
  if (column === "status") return STATUSES[row % STATUSES.length];
  return column === "kommentar" ? `Arbetet löper enligt plan och följs upp i nästa tertial, punkt ${row}.` : undefined;
}
