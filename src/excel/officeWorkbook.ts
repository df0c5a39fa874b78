// Requires ExcelApi 1.9; what each part needs is said at the top of its file.
import type { ReadRequest, ReportWrite, WorkbookPort } from "../usecases/port.js";
import { createRegisters } from "./createRegisters.js";
import { toWorkbookError, type Attempt } from "./hostError.js";
import { readWorkbook } from "./readWorkbook.js";
import { writeReport } from "./writeReport.js";

/** The part of Office.js that the add-in starts from: `Excel` itself in a task pane, the embedded client's in tests. */
export type ExcelHost = Pick<typeof Excel, "run">;

/**
 * The open workbook behind the use cases' port. Calls are queued: Excel answers one batch at a time, and two writes at once
 * could interleave.
 */
export function officeWorkbook(excel: ExcelHost): WorkbookPort {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(attempt: Attempt, batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
    const turn = last.then(() => run(attempt, batch));
    // A failed call is reported to its own caller; it must not stop those that wait behind it.
    last = turn.catch(() => undefined);
    return turn;
  }

  async function run<Result>(attempt: Attempt, batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
    try {
      return await excel.run(batch);
    } catch (error) {
      throw toWorkbookError(error, attempt);
    }
  }

  return {
    read: (request: ReadRequest) => inTurn("read", (context) => readWorkbook(context, request)),
    writeReport: (write: ReportWrite) => inTurn("report", (context) => writeReport(context, write)),
    createRegisters: (sheets) => inTurn("registers", (context) => createRegisters(context, sheets)),
  };
}
