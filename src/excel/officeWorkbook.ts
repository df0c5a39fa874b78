// Requires ExcelApi 1.9; what each part needs is said at the top of its file.
import type { ReadRequest, ReportWrite, ReportWritten, WorkbookPort } from "../usecases/port.js";
import { readChoice, writeChoice } from "./choices.js";
import { createRegisters } from "./createRegisters.js";
import { toWorkbookError, type Attempt } from "./hostError.js";
import { openCopy } from "./openCopy.js";
import type { KnownSizes } from "./readBlocks.js";
import { readWorkbook } from "./readWorkbook.js";
import { changesVisibility, settleVisibility } from "./reportVisibility.js";
import { showPlace } from "./showPlace.js";
import { appendRows, removeRow } from "./tableRows.js";
import { undoSteps, type Batch } from "./undoSteps.js";
import { watchTables } from "./watchTables.js";
import { writeCells } from "./writeCells.js";
import { writeForms } from "./writeForms.js";
import { writeReport } from "./writeReport.js";

/** The part of Office.js that the add-in starts from: `Excel` itself in a task pane, the embedded client's in tests. */
export type ExcelHost = Pick<typeof Excel, "run" | "createWorkbook">;

/** What the Excel at hand can do, beyond what the add-in asks of every Excel. */
export interface ExcelFacts {
  /** Whether several calls can be one step of the undo list: ExcelApi 1.20. */
  readonly undoGroups: boolean;
}

/**
 * The open workbook behind the use cases' port. Calls are queued: Excel answers one batch at a time, and two writes at once
 * could interleave.
 */
export function officeWorkbook(excel: ExcelHost, facts: ExcelFacts = { undoGroups: false }): WorkbookPort {
  let last: Promise<unknown> = Promise.resolve();
  const sizes: KnownSizes = new Map();
  const inOneStep = undoSteps(excel, facts.undoGroups);

  function inTurn<Result>(attempt: Attempt, work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work).catch((error: unknown) => {
      throw toWorkbookError(error, attempt);
    });
    // A failed call is reported to its own caller; it must not stop those that wait behind it.
    last = turn.catch(() => undefined);
    return turn;
  }

  /** For batches that change nothing in the workbook that a user would want undone. */
  function reading<Result>(attempt: Attempt, batch: Batch<Result>): Promise<Result> {
    return inTurn(attempt, () => excel.run(batch));
  }

  function writing<Result>(attempt: Attempt, batch: Batch<Result>): Promise<Result> {
    return inTurn(attempt, async () => (await inOneStep(batch)).result);
  }

  async function writeInOneStep(write: ReportWrite): Promise<ReportWritten> {
    const rest = facts.undoGroups && changesVisibility(write) ? await excel.run((context) => settleVisibility(context, write)) : write;
    const hasWritten = rest !== write;
    const { result, isOneUndoStep } = await inOneStep((context) => writeReport(context, rest)).catch((error: unknown) => {
      throw toWorkbookError(error, "report", hasWritten);
    });
    return { ...result, isOneUndoStep };
  }

  return {
    read: (request: ReadRequest) => reading("read", (context) => readWorkbook(context, request, sizes)),
    writeReport: (write: ReportWrite) => inTurn("report", () => writeInOneStep(write)),
    createRegisters: (sheets) => writing("registers", (context) => createRegisters(context, sheets)),
    writeCells: (changes, expected) => writing("cells", (context) => writeCells(context, changes, expected)),
    appendRows: (additions, changes, expected) => writing("cells", (context) => appendRows(context, additions, changes, expected)),
    removeRow: (table, row, expected) => writing("cells", (context) => removeRow(context, table, row, expected)),
    writeForms: (forms) => reading("forms", (context) => writeForms(context, forms)),
    show: (place) => reading("read", (context) => showPlace(context, place)),
    readChoice: (name) => reading("read", (context) => readChoice(context, name)),
    writeChoice: (name, value) => reading("choice", (context) => writeChoice(context, name, value)),
    watch: async (onChange) => {
      const stop = await inTurn("read", () => watchTables(excel, onChange));
      return () => inTurn("read", stop);
    },
    // On demand: most who open the pane take in nothing.
    readSheets: (names) => reading("read", async (context) => (await import("./readSheets.js")).readSheets(context, names)),
    openCopy: (file) => inTurn("read", () => openCopy(excel, file)),
  };
}
