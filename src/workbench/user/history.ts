// Undo and redo. Nothing is undone piece by piece: the workbook is opened again as it was before the first step, and the other steps are done anew. So whatever a step did,
// in however many places of the file, no trace of it is left.
import { openXlsx } from "../../xlsx/index.js";
import type { EmbeddedExcel } from "../embeddedExcel.js";
import type { Edit } from "../events.js";
import type { OpenWorkbook } from "../openWorkbook.js";

/** Something the user did. */
export interface Step {
  /** Name of the sheet that it was done on. */
  readonly sheet: string;
  /** Finds its sheet and table by name, for the workbook may have been opened again since. */
  readonly act: (open: OpenWorkbook) => void;
}

/** A step with what handlers are told of it. */
interface Done {
  readonly step: Step;
  readonly edits: readonly Edit[];
}

export class History {
  private before: Uint8Array | undefined;
  private done: readonly Done[] = [];
  private undone: readonly Done[] = [];
  /** The workbook's revision after the last thing that was done here; another one means that the add-in has written. */
  private revision: number;
  /** The revision that the first step was done on. */
  private start: number;
  private saved: Step | number;

  /** @param opened The file that the workbook was opened from; without it a save is made before the first step. */
  constructor(
    private readonly excel: EmbeddedExcel,
    opened: Uint8Array | undefined,
  ) {
    this.before = opened;
    this.revision = excel.open.revision;
    this.start = this.revision;
    this.saved = this.start;
  }

  get canUndo(): boolean {
    return this.isOwn && this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.isOwn && this.undone.length > 0;
  }

  /** Whether the workbook is another than the one saved last (or opened). */
  get isDirty(): boolean {
    return this.state !== this.saved;
  }

  /** To be called when the workbook has been saved. */
  markSaved(): void {
    this.saved = this.state;
  }

  /** Does a step; one that throws leaves the workbook as it was. */
  perform(step: Step): void {
    if (!this.isOwn) {
      this.forget();
    }
    this.before ??= this.excel.save();
    this.attempt(step);
    this.done = [...this.done, { step, edits: this.excel.open.events.edits }];
    this.undone = [];
  }

  /** Gives the step that was undone; undefined when there is none. */
  undo(): Step | undefined {
    const last = this.canUndo ? this.done.at(-1) : undefined;
    if (last !== undefined) {
      this.goBackTo(this.done.slice(0, -1));
      this.excel.open.events.replaceBy(last.edits, "undone");
      this.undone = [last, ...this.undone];
    }
    return last?.step;
  }

  /** Gives the step that was done again; undefined when there is none. */
  redo(): Step | undefined {
    const [next, ...later] = this.canRedo ? this.undone : [];
    if (next !== undefined) {
      this.attempt(next.step);
      this.excel.open.events.replaceBy(next.edits, "again");
      this.done = [...this.done, next];
      this.undone = later;
    }
    return next?.step;
  }

  private get isOwn(): boolean {
    return this.excel.open.revision === this.revision;
  }

  /** Two states are the same when the same step came last, or none since the same write by the add-in. */
  private get state(): Step | number {
    return this.isOwn ? (this.done.at(-1)?.step ?? this.start) : this.excel.open.revision;
  }

  private forget(): void {
    const { revision } = this.excel.open;
    this.before = undefined;
    this.done = [];
    this.undone = [];
    this.revision = revision;
    this.start = revision;
  }

  private attempt(step: Step): void {
    const { open } = this.excel;
    try {
      step.act(open);
    } catch (cause) {
      if (open.revision !== this.revision) {
        this.goBackTo(this.done);
      }
      throw cause;
    } finally {
      this.revision = open.revision;
    }
  }

  private goBackTo(steps: readonly Done[]): void {
    const { open } = this.excel;
    if (this.before !== undefined) {
      open.restore(openXlsx(this.before));
      for (const { step } of steps) {
        step.act(open);
      }
      open.events.replaceBy([], "again");
    }
    this.done = steps;
    this.revision = open.revision;
  }
}
