import type { CellContent, Rect } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, Areas } from "../subjects.js";
import { isError } from "./errorValues.js";
import { intersection } from "./rectangles.js";

type Kind = "Errors" | "Logical" | "Numbers" | "Text";
const KINDS: readonly Kind[] = ["Errors", "Logical", "Numbers", "Text"];

/**
 * Range.getSpecialCells: cells with "Constants" or "Formulas" (of some value types: "All", "Text", "LogicalText" ...), "Blanks" or "Visible" ones, as blocks.
 * Only the used range is searched. Undefined when there are none.
 */
export function specialCells({ sheet, rect }: Area, cellType: string, valueType: string, host: OpenWorkbook): Areas | undefined {
  const matches = matcher(cellType, valueType);
  host.compute();
  const used = sheet.usedRange(false);
  const searched = used && intersection(used, rect);
  if (searched === undefined) {
    return undefined;
  }
  const isHidden = (row: number, column: number) => sheet.rowHidden(row) || sheet.columnHidden(column);
  const [first, ...rest] = blocks(searched, (row, column) => matches(sheet.cell(row, column), () => isHidden(row, column)));
  return first && [{ sheet, rect: first }, ...rest.map((block) => ({ sheet, rect: block }))];
}

function matcher(cellType: string, valueType: string): (content: CellContent | undefined, isHidden: () => boolean) => boolean {
  const kinds = valueType === "All" ? KINDS : KINDS.filter((kind) => valueType.includes(kind));
  if (kinds.length === 0) {
    throw new RichApiError("InvalidArgument");
  }
  switch (cellType) {
    case "Constants":
      return (content) => content !== undefined && content.formula === undefined && content.value !== null && kinds.includes(kindOf(content));
    case "Formulas":
      return (content) => content?.formula !== undefined && kinds.includes(kindOf(content));
    case "Blanks":
      return (content) => content === undefined || (content.value === null && content.formula === undefined);
    case "Visible":
      return (_content, isHidden) => !isHidden();
    default:
      throw new RichApiError("ApiNotFound", `SpecialCellType ${cellType} is not implemented in the embedded Excel.`);
  }
}

function kindOf({ value }: CellContent): Kind {
  return isError(value) ? "Errors" : typeof value === "boolean" ? "Logical" : typeof value === "number" ? "Numbers" : "Text";
}

/** The cells that match, as runs along a row; equal runs beneath one another are one block. */
function blocks(rect: Rect, matches: (row: number, column: number) => boolean): readonly Rect[] {
  const done: Rect[] = [];
  let open = new Map<string, Rect>();
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    const next = new Map<string, Rect>();
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const start = column;
      while (column < rect.column + rect.columns && matches(row, column)) {
        column += 1;
      }
      if (column > start) {
        const key = `${start}:${column}`;
        const above = open.get(key);
        open.delete(key);
        next.set(key, above === undefined ? { row, column: start, rows: 1, columns: column - start } : { ...above, rows: above.rows + 1 });
      }
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
