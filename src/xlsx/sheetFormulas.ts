/** Gives the formulas of a sheet a new text, wherever the sheet keeps them: cells, links within the workbook and extensions. */
import { contains } from "./areas.js";
import type { FormulaRewrite } from "./book.js";
import type { Sheet, Table } from "./model.js";
import type { CellFormula } from "./sheetData.js";
import type { WorksheetPart } from "./worksheetPart.js";
import type { XmlElement } from "./xml.js";

/** Rewrites the formulas of cells and says whether any changed. With `byRow` the new text may depend on the row; otherwise formulas alike are rewritten once. */
export function rewriteCellFormulas(part: WorksheetPart, sheet: Sheet, tables: readonly Table[], rewrite: FormulaRewrite, byRow: boolean): boolean {
  const { data } = part;
  const known = new Map<string, string>();
  const changes = function* (): IterableIterator<{ readonly row: number; readonly column: number; readonly formula: CellFormula; readonly text: string }> {
    for (const row of data.rows()) {
      const inTables = tables.filter((table) => row.index >= table.range.row && row.index < table.range.row + table.range.rows);
      for (const cell of row.cells) {
        const { column, formula } = cell;
        if (formula === undefined || formula.kind === "table") continue;
        const old = data.formula(row.index, cell) ?? "";
        const table = inTables.find((candidate) => contains(candidate.range, row.index, column));
        const key = `${table?.id ?? ""}|${byRow ? row.index : ""}|${old}`;
        const text = known.get(key) ?? rewrite(old, { sheet, row: row.index, column, table });
        known.set(key, text);
        if (text !== old) yield { row: row.index, column, formula, text };
      }
    }
  };
  const changed = [...changes()];
  // One text serves a whole group of shared formulas; each cell gets its own before any changes.
  if (changed.some(({ formula }) => formula.kind === "shared")) data.unshareFormulas();
  for (const { row, column, formula, text } of changed) {
    formula.text = text;
    data.changeCell(row, column, () => 0);
  }
  if (changed.length > 0) part.touchCells();
  return changed.length > 0;
}

export function rewriteLinks(part: WorksheetPart, rewrite: (formula: string) => string): void {
  for (const link of part.element("hyperlinks")?.elements("hyperlink") ?? []) {
    const location = link.attribute("location");
    // With a relationship the place is in another document.
    if (location === undefined || link.prefixedAttribute("id") !== undefined) continue;
    const rewritten = rewrite(location);
    if (rewritten === location) continue;
    link.setAttribute("location", rewritten);
    part.touch();
  }
}

/** Extensions (validations across sheets, sparklines, newer conditional formats) keep their formulas in elements of one name. */
export function rewriteExtensionFormulas(part: WorksheetPart, rewrite: (formula: string) => string): void {
  const visit = (element: XmlElement): void => {
    for (const child of element.elements()) {
      if (child.localName !== "f" || child.elements().length > 0) {
        visit(child);
        continue;
      }
      const formula = child.text;
      const rewritten = rewrite(formula);
      if (rewritten === formula) continue;
      child.text = rewritten;
      part.touch();
    }
  };
  for (const list of part.root.elements("extLst")) visit(list);
}
