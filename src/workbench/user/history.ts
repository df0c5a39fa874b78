// Undo and redo. Nothing is undone piece by piece: the workbook is opened again as it was before the first step, and the other steps are done anew. So whatever a step did,
// in however many places of the file, no trace of it is left. What the add-in wrote cannot be done anew, so the workbook that it left is kept as a file.
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

/** Something that was done, with what handlers are told of it. */
export type Deed = { readonly by: "user"; readonly step: Step; readonly edits: readonly Edit[] } | { readonly by: "addIn"; readonly edits: readonly Edit[] };

export class History {
  /** How the workbook was before everything in `done`: as it was opened, or as the add-in left it. */
  private base: Deed = { by: "addIn", edits: [] };
  private done: readonly Deed[] = [];
  private undone: readonly Deed[] = [];
  /** What the add-in left, as files; made when something else is about to be done. */
  private readonly files = new WeakMap<Deed, Uint8Array>();
  /** The workbook's revision after the last deed; another one means that the add-in has written. */
  private revision: number;
  private saved = this.base;
  /** The user is writing, and not the add-in. */
  private isActing = false;
  /** What the add-in writes goes with what it has written already: nobody has done or asked for anything in between. */
  private isSameTurn = false;
  /** What the add-in writes can be taken back: the workbook as it was before is a file, or can be brought back from one. */
  private isKept = false;
  private undoesAddIn = true;

  /** @param opened The file that the workbook was opened from; without it a save is made before the first step. */
  constructor(
    private readonly excel: EmbeddedExcel,
    opened: Uint8Array | undefined,
  ) {
    if (opened !== undefined) {
      this.files.set(this.base, opened);
    }
    this.revision = excel.open.revision;
    excel.open.beforeWrite = () => this.aboutToWrite();
  }

  get canUndo(): boolean {
    return this.isOwn && this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.isOwn && this.undone.length > 0;
  }

  /** Whether the workbook is another than the one saved last (or opened). */
  get isDirty(): boolean {
    return !this.isOwn || this.last !== this.saved;
  }

  /** To be called when the workbook has been saved. */
  markSaved(): void {
    this.saved = this.last;
  }

  /** Whether what the add-in writes can be undone, as from ExcelApi 1.20 on; otherwise it ends the list. */
  offerUndoOfAddIn(isOffered: boolean): void {
    this.undoesAddIn = isOffered;
  }

  /** To be called when the user asks the add-in for something: what it writes for that is a step of its own, in however many requests. */
  newTurn(): void {
    this.isSameTurn = false;
  }

  /** To be called after each request of the add-in. */
  addInAnswered(): void {
    if (this.isOwn) {
      return;
    }
    const { edits } = this.excel.open.events;
    if (!this.isKept) {
      this.base = { by: "addIn", edits: [] };
      this.done = [];
    } else if (this.joins) {
      this.done = [...this.done.slice(0, -1), { by: "addIn", edits: [...this.last.edits, ...edits] }];
    } else {
      this.done = [...this.done, { by: "addIn", edits }];
    }
    this.undone = [];
    this.isKept = false;
    this.isSameTurn = true;
    this.revision = this.excel.open.revision;
  }

  /** Does a step; one that throws leaves the workbook as it was. */
  perform(step: Step): void {
    this.keepFile();
    this.attempt(step);
    this.done = [...this.done, { by: "user", step, edits: this.excel.open.events.edits }];
    this.undone = [];
  }

  /** Gives what was undone; undefined when there is nothing to undo. */
  undo(): Deed | undefined {
    const last = this.canUndo ? this.done.at(-1) : undefined;
    if (last !== undefined) {
      this.keepFile();
      this.goTo(this.done.slice(0, -1));
      this.excel.open.events.replaceBy(last.edits, "undone");
      this.undone = [last, ...this.undone];
      this.newTurn();
    }
    return last;
  }

  /** Gives what was done again; undefined when there is nothing. */
  redo(): Deed | undefined {
    const [next, ...later] = this.canRedo ? this.undone : [];
    if (next !== undefined) {
      if (next.by === "user") {
        this.attempt(next.step);
        this.done = [...this.done, next];
      } else {
        this.goTo([...this.done, next]);
      }
      this.excel.open.events.replaceBy(next.edits, "again");
      this.undone = later;
      this.newTurn();
    }
    return next;
  }

  private get isOwn(): boolean {
    return this.excel.open.revision === this.revision;
  }

  private get last(): Deed {
    return this.done.at(-1) ?? this.base;
  }

  /** Whether what the add-in writes now is part of the last deed. */
  private get joins(): boolean {
    return this.isSameTurn && this.done.at(-1)?.by === "addIn";
  }

  /** Before each write, whoever writes: the first one of the add-in's request finds the workbook as it is to be again. */
  private aboutToWrite(): void {
    if (!this.isActing && this.isOwn && this.undoesAddIn) {
      if (!this.joins) {
        this.keepFile();
      }
      this.isKept = true;
    }
  }

  /** Keeps the workbook as it is, where the user's steps cannot bring it back. */
  private keepFile(): void {
    if (this.last.by === "addIn" && !this.files.has(this.last)) {
      this.files.set(this.last, this.excel.save());
    }
  }

  private attempt(step: Step): void {
    const { open } = this.excel;
    try {
      this.asUser(() => step.act(open));
    } catch (cause) {
      if (open.revision !== this.revision) {
        this.goTo(this.done);
      }
      throw cause;
    } finally {
      this.revision = open.revision;
    }
  }

  /** Brings the workbook to where these deeds had been done and no others. */
  private goTo(deeds: readonly Deed[]): void {
    const { open } = this.excel;
    const steps = deeds.slice(deeds.findLastIndex(({ by }) => by === "addIn") + 1);
    const file = this.files.get(deeds.at(-1 - steps.length) ?? this.base);
    if (file !== undefined) {
      this.asUser(() => {
        open.restore(openXlsx(file));
        for (const deed of steps) {
          if (deed.by === "user") {
            deed.step.act(open);
          }
        }
      });
      open.events.replaceBy([], "again");
    }
    this.done = deeds;
    this.revision = open.revision;
  }

  private asUser(act: () => void): void {
    this.isActing = true;
    try {
      act();
    } finally {
      this.isActing = false;
    }
  }
}
