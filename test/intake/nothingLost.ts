import { columnLetters } from "../../src/registers/address.js";
import { isBlank } from "../../src/registers/values/reading.js";
import { cellAt, type SheetGrid } from "../../src/intake/grid.js";
import { cellRead, type Intake } from "../../src/intake/readProposals.js";
import type { Proposal } from "../../src/intake/recognise.js";

/** Told of for a whole row, at a cell of it; the first and all rows below; a whole column, at its header. */
const OF_ROW = new Set(["inlasning.rad-utelamnad", "inlasning.rad-utan-namn", "inlasning.mellanrubrik", "inlasning.mal-ur-rubrik"]);
const OF_COLUMN = new Set(["inlasning.kolumn-okand", "inlasning.kolumn-utan-rubrik", "inlasning.ar-saknas"]);

/** The filled cells of tables that were neither read nor told of: what somebody had written, and would not find again. */
export function lostCells(sheets: readonly SheetGrid[], proposals: readonly Proposal[], { findings, read }: Intake, findUnit: (text: string) => string | undefined): string[] {
  const cells = new Set(findings.flatMap(({ at }) => (at === undefined ? [] : [`${at.sheet}|${at.row}|${at.column}`])));
  const rows = new Set(findings.flatMap(({ ruleId, at }) => (at !== undefined && OF_ROW.has(ruleId) ? [`${at.sheet}|${at.row}`] : [])));
  const columns = new Set(findings.flatMap(({ ruleId, at }) => (at !== undefined && OF_COLUMN.has(ruleId) ? [`${at.sheet}|${at.row}|${at.column}`] : [])));
  const outside = findings.flatMap(({ ruleId, at }) => (at !== undefined && ruleId === "inlasning.rader-utanfor" ? [at] : []));
  return proposals.filter(({ isLeftOut }) => !isLeftOut).flatMap(({ sheet: name, columns: proposed, rows: classified, headerBottom }) => {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet === undefined) return [name];
    return classified.flatMap(({ row, kind, text = "" }) => proposed.flatMap(({ column, header, target }) => {
      const cell = cellAt(sheet, row, column);
      if (isBlank(cell) || cell.value === false) return [];
      const isTold = cells.has(`${name}|${row}|${column}`) || rows.has(`${name}|${row}`) || columns.has(`${name}|${headerBottom}|${column}`)
        || outside.some((at) => at.sheet === name && at.row <= row && kind === "beyond");
      const isRead = target !== undefined && read.has(cellRead({ sheet: name, row, column }, `${target.register}.${target.key}`));
      const isUnitHeading = kind === "heading" && findUnit(text.replace(/[\s.:]+$/u, "")) !== undefined;
      const isHeaderAgain = kind === "header" && String(cell.value) === header;
      return isTold || isRead || isUnitHeading || isHeaderAgain ? [] : [`${name}!${columnLetters(column)}${row + 1} (${kind}) ${target === undefined ? "-" : `${target.register}.${target.key}`}: ${JSON.stringify(cell.value).slice(0, 80)}`];
    }));
  });
}
