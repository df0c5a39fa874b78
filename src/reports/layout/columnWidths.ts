import type { ReportCell, ReportDocument } from "../document.js";
import { printedText } from "../parts/printedText.js";

/** Characters left free beside a number: its indent, and room to keep clear of the rule and of a wider font. */
const AROUND_A_NUMBER = 3;

/** The grid's widths in characters, and more where they are needed: text wraps, but a number that does not fit its column shows as ####. */
export function columnWidths({ grid, blocks }: ReportDocument): readonly number[] {
  const columns = grid.map(() => new WidestCells());
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const ofTable = block.columns.map(({ gridColumn }) => columns[gridColumn]);
    for (const row of block.rows) {
      row.forEach((cell, index) => ofTable[index]?.add(cell));
    }
  }
  return grid.map((width, column) => {
    const printed = columns[column]?.all().map((cell) => printedText(cell).length + AROUND_A_NUMBER) ?? [];
    return printed.reduce((widest, each) => Math.max(widest, each), width);
  });
}

/** What a column's width has to be seen from: of numbers that are printed alike only the largest and, for its minus, the lowest, so that few are printed for this. */
class WidestCells {
  readonly #greatest = new Map<string, NumberCell>();
  readonly #lowest = new Map<string, NumberCell>();
  readonly #others = new Map<string | number, ReportCell>();

  add(cell: ReportCell): void {
    switch (cell.kind) {
      case "number":
      case "percent":
        this.#addNumber(cell, cell.kind === "number" ? `${cell.decimals} ${cell.unit ?? ""}` : `${cell.decimals} %`);
        return;
      case "date":
        this.#others.set(cell.value, cell);
        return;
      case "status":
        this.#others.set(`${cell.scale} ${cell.word}`, cell);
        return;
      case "text":
      case "empty":
        return;
    }
  }

  all(): readonly ReportCell[] {
    return [...this.#greatest.values(), ...this.#lowest.values(), ...this.#others.values()];
  }

  #addNumber(cell: NumberCell, printedAs: string): void {
    const greatest = this.#greatest.get(printedAs);
    if (greatest === undefined || cell.value > greatest.value) this.#greatest.set(printedAs, cell);
    const lowest = this.#lowest.get(printedAs);
    if (lowest === undefined || cell.value < lowest.value) this.#lowest.set(printedAs, cell);
  }
}

type NumberCell = Extract<ReportCell, { kind: "number" | "percent" }>;
