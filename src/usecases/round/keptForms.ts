import type { AnsweredSheets } from "../../round/answersIn.js";

/** Together some 100 MiB at most; several hundred forms come nowhere near. What there is no room for is read again. */
const MOST_KEPT_CELLS = 1_000_000;

/** What has been read of picked files, from the list that the user looks at to the step that takes in what stands on it: what is taken in is what was listed, and a file is opened once. */
export class KeptForms {
  #kept = new Map<string, AnsweredSheets>();
  #cells = 0;

  constructor(private readonly most = MOST_KEPT_CELLS) {}

  find(id: string): AnsweredSheets | undefined {
    return this.#kept.get(id);
  }

  keep(id: string, sheets: AnsweredSheets): void {
    const cells = cellsOf(sheets);
    if (this.#kept.has(id) || this.#cells + cells > this.most) return;
    this.#kept.set(id, sheets);
    this.#cells += cells;
  }

  /** Lets go of every other file. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const [id, sheets] of this.#kept) {
      if (ids.has(id)) continue;
      this.#kept.delete(id);
      this.#cells -= cellsOf(sheets);
    }
  }
}

function cellsOf({ grids }: AnsweredSheets): number {
  return grids.reduce((sum, { cells }) => sum + cells.length * (cells[0]?.length ?? 0), 0);
}
