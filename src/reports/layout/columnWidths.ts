import type { ReportCell, ReportDocument } from "../document.js";
import { printedText } from "../parts/printedText.js";

/** Characters left free beside a number: its indent, and room to keep clear of the rule and of a wider font. */
const AROUND_A_NUMBER = 3;

/** The grid's widths in characters, and more where they are needed: text wraps, but a number that does not fit its column shows as ####. */
export function columnWidths({ grid, blocks }: ReportDocument): readonly number[] {
  const columns = grid.map((width) => new ColumnWidth(width));
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const ofTable = block.columns.map(({ gridColumn }) => columns[gridColumn]);
    for (const row of block.rows) row.forEach((cell, index) => ofTable[index]?.seeTo(cell));
  }
  return columns.map((column) => column.width);
}

class ColumnWidth {
  #width: number;
  /** Numbers printed with as many decimals and the same unit: the widest of them is the largest or, for its minus, the lowest, and no other need be printed for this. */
  readonly #alike = new Map<string, { greatest: NumberCell; lowest: NumberCell }>();

  constructor(width: number) {
    this.#width = width;
  }

  seeTo(cell: ReportCell): void {
    switch (cell.kind) {
      case "number":
      case "percent":
        this.#seeToNumber(cell);
        return;
      case "date":
      case "status":
        this.#makeRoomFor(cell);
        return;
      case "text":
      case "empty":
        return;
    }
  }

  get width(): number {
    for (const { greatest, lowest } of this.#alike.values()) {
      this.#makeRoomFor(greatest);
      this.#makeRoomFor(lowest);
    }
    return this.#width;
  }

  #seeToNumber(cell: NumberCell): void {
    const printedAs = cell.kind === "percent" ? `${cell.decimals} %` : `${cell.decimals} ${cell.unit ?? ""}`;
    const alike = this.#alike.get(printedAs);
    if (alike === undefined) this.#alike.set(printedAs, { greatest: cell, lowest: cell });
    else if (cell.value > alike.greatest.value) alike.greatest = cell;
    else if (cell.value < alike.lowest.value) alike.lowest = cell;
  }

  #makeRoomFor(cell: ReportCell): void {
    this.#width = Math.max(this.#width, printedText(cell).length + AROUND_A_NUMBER);
  }
}

type NumberCell = Extract<ReportCell, { kind: "number" | "percent" }>;
