import { periodLabel } from "../../src/registers/values/period.js";
import type { ColumnValue } from "../../src/registers/schema.js";
import type { Proposal } from "../../src/intake/recognise.js";
import type { Intake, IntakeRow } from "../../src/intake/readProposals.js";
import type { Truth, TrueRow } from "./truth.js";

/** How well an intake went, with every fault as a line of text. */
export interface Figures {
  columns: number;
  columnsRight: number;
  cells: number;
  cellsRight: number;
  silent: number;
  readonly faults: string[];
}

const NAMES: Readonly<Record<string, string>> = { matt: "matt", uppdrag: "uppdrag", aktiviteter: "aktivitet", mal: "mal", kontroller: "risk" };
const LINKS: Readonly<Record<string, string>> = { utfall: "mattId", uppfoljning: "avser", kontrollresultat: "kontrollId" };

export function measured(name: string, truth: Truth, proposals: readonly Proposal[], intake: Intake): Figures {
  const figures: Figures = { columns: 0, columnsRight: 0, cells: 0, cellsRight: 0, silent: 0, faults: [] };
  for (const { sheet, column, headerRow, target } of truth.columns) {
    const proposal = proposals.find((one) => one.sheet === sheet && one.headerTop <= headerRow && headerRow <= one.headerBottom && one.columns.some((own) => own.column === column));
    const found = proposal?.columns.find((own) => own.column === column)?.target;
    const text = found === undefined ? null : `${found.register}.${found.key}${found.period === undefined ? "" : `@${periodLabel(found.period)}`}`;
    figures.columns += 1;
    if (text === target) figures.columnsRight += 1;
    else figures.faults.push(`${name} ${sheet} column ${column}: ${text ?? "none"}, should be ${target ?? "none"}`);
  }
  const names = new Map(intake.rows.map(({ register, values }) => [idOf(values["id"]), values[NAMES[register] ?? ""]]));
  const left = new Set(intake.rows);
  const addressed = new Set(intake.findings.flatMap(({ at }) => (at === undefined ? [] : [`${at.sheet}|${at.row}|${at.column}`])));
  const rowsTold = new Set(intake.findings.flatMap(({ at }) => (at === undefined ? [] : [`${at.sheet}|${at.row}`])));
  const columnsTold = new Set(intake.findings.flatMap(({ at, ruleId }) => (at === undefined || (ruleId !== "inlasning.ar-saknas" && ruleId !== "inlasning.kolumn-okand") ? [] : [`${at.sheet}|${at.column}`])));
  const outside = intake.findings.filter(({ ruleId }) => ruleId === "inlasning.rader-utanfor");
  const isRowTold = (sheet: string, row: number) => rowsTold.has(`${sheet}|${row}`) || outside.some(({ at }) => at?.sheet === sheet && at.row <= row);
  for (const row of truth.rows) {
    const found = [...left].find((own) => isSameRow(row, own));
    if (found !== undefined) left.delete(found);
    for (const [key, { value, source }] of Object.entries(row.values)) {
      figures.cells += 1;
      const own = found?.values[key] ?? null;
      if (found !== undefined && same(own, value)) {
        figures.cellsRight += 1;
        continue;
      }
      const isTold = source !== undefined && (addressed.has(`${row.sheet}|${source.row}|${source.column}`) || columnsTold.has(`${row.sheet}|${source.column}`)) || (found === undefined && isRowTold(row.sheet, row.row));
      fault(`${row.sheet} row ${row.row + 1} ${row.register}.${key}${row.period === undefined ? "" : ` ${row.period}`}: ${JSON.stringify(own)}, should be ${JSON.stringify(value)}`, isTold);
    }
    const extra = Object.keys(found?.values ?? {}).filter((key) => !(key in row.values) && key !== "id" && key !== LINKS[row.register] && key !== "malId" && !(key === "avser") && key !== "nr");
    for (const key of extra) {
      const at = found?.sources[key];
      fault(`${row.sheet} row ${row.row + 1} ${row.register}.${key}: ${JSON.stringify(found?.values[key])}, should not be there`, at !== undefined && addressed.has(`${at.sheet}|${at.row}|${at.column}`));
    }
    const link = LINKS[row.register];
    if (row.about !== undefined && link !== undefined) {
      figures.cells += 1;
      const about = names.get(idOf(found?.values[link]));
      if (same(about ?? null, row.about)) figures.cellsRight += 1;
      else fault(`${row.sheet} row ${row.row + 1} ${row.register} is about ${JSON.stringify(about)}, should be ${row.about}`, found === undefined && isRowTold(row.sheet, row.row));
    }
  }
  for (const row of left) {
    if (row.register === "mal") continue;
    fault(`${row.at.sheet} row ${row.at.row + 1}: a row of ${row.register} too many: ${JSON.stringify(row.values)}`, isRowTold(row.at.sheet, row.at.row));
  }
  return figures;

  function fault(text: string, isTold: boolean) {
    if (!isTold) figures.silent += 1;
    figures.faults.push(`${name} ${isTold ? "" : "SILENT "}${text}`);
  }
}

function idOf(value: ColumnValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function isSameRow(row: TrueRow, own: IntakeRow): boolean {
  if (own.register !== row.register || own.at.sheet !== row.sheet || own.at.row !== row.row) return false;
  if (row.period === undefined) return true;
  const period = own.values["period"];
  return typeof period === "object" && "year" in period && periodLabel(period) === row.period;
}

function same(a: ColumnValue | null, b: ColumnValue | null): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: ColumnValue | null): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
