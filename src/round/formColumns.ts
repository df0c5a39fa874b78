import { cellAt, rightOf, type SheetGrid } from "../intake/grid.js";
import { keyOfHeader } from "../registers/reading/headers.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { typedText } from "../registers/values/reading.js";
import type { MarkedHead } from "./formMarks.js";

/** What the columns of a section answer, by 0-based column of the sheet. */
export interface SectionColumns {
  readonly keys: ReadonlyMap<number, string>;
  /** Columns whose header says another of the section's columns than their mark: somebody has moved one without the other, and nobody can know which is right. */
  readonly doubtful: ReadonlySet<number>;
  /** 0-based row of the header. */
  readonly headerRow: number;
}

/** How far below its marks a header is looked for: somebody may have put rows between. */
const NEAR = 4;

/** The columns of a section by their marks. Where headers have been moved without the marks, as when cells and not columns were moved, the headers are believed as long as they all fit. */
export function columnsByMark(sheet: SheetGrid, head: MarkedHead, register: RegisterKey): SectionColumns {
  const marked = [...head.columns].flatMap(([column, mark]) => (mark.register === register ? [[column, mark.column] as const] : []));
  const headerRow = headerBelow(sheet, head.row, marked.map(([column]) => column));
  const said = marked.map(([column, key]) => ({ column, key, header: keyOfHeader(registers[register], typedText(cellAt(sheet, headerRow, column))) }));
  const answered = new Set(said.map(({ key }) => key));
  const isMoved = ({ key, header }: (typeof said)[number]) => header !== undefined && header !== key && answered.has(header);
  if (!said.some(isMoved)) return { keys: new Map(marked), doubtful: new Set(), headerRow };
  const byHeader = said.map(({ column, key, header }) => [column, header !== undefined && answered.has(header) ? header : key] as const);
  const fits = new Set(byHeader.map(([, key]) => key)).size === answered.size && byHeader.length === answered.size;
  return fits
    ? { keys: new Map(byHeader), doubtful: new Set(), headerRow }
    : { keys: new Map(marked), doubtful: new Set(said.filter(isMoved).map(({ column }) => column)), headerRow };
}

/** The columns of a section whose row of marks is gone, by the nearest header row above one of its rows. `undefined` where none is to be seen. */
export function columnsByHeader(sheet: SheetGrid, row: number, register: RegisterKey, asked: ReadonlySet<string>): SectionColumns | undefined {
  for (let above = row - 1; above >= sheet.top; above--) {
    const keys = new Map<number, string>();
    for (let column = sheet.left; column < rightOf(sheet); column++) {
      const { value } = cellAt(sheet, above, column);
      const key = typeof value === "string" ? keyOfHeader(registers[register], value) : undefined;
      if (key !== undefined && asked.has(key)) keys.set(column, key);
    }
    // A header is said once: two that say the same leave what they stand over unread.
    const once = [...keys].filter(([, key]) => [...keys.values()].filter((other) => other === key).length === 1);
    if (new Set(keys.values()).size === asked.size) return { keys: new Map(once), doubtful: new Set([...keys.keys()].filter((column) => !once.some(([kept]) => kept === column))), headerRow: above };
  }
  return undefined;
}

/** The row below the marks where most of the marked columns have a text. */
function headerBelow(sheet: SheetGrid, row: number, columns: readonly number[]): number {
  const filled = (at: number) => columns.filter((column) => typedText(cellAt(sheet, at, column)) !== "").length;
  const near = Array.from({ length: NEAR }, (_, index) => row + 1 + index);
  return near.find((at) => filled(at) === columns.length) ?? row + 1;
}
