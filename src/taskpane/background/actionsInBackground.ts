import { officeWorkbook, type ExcelFacts, type ExcelHost } from "../../excel/officeWorkbook.js";
import type { PaneActions } from "../paneActions.js";
import { openLine, type LineEnd } from "./calls.js";

/**
 * The pane's actions, done in a worker, so that the pane answers while thousands of rows are gone through. Only what is asked of Excel is done here: Office.js needs the
 * page. Rejects when the worker does not start.
 */
export async function actionsInBackground(worker: LineEnd & Pick<Worker, "addEventListener">, excel: ExcelHost, facts?: ExcelFacts): Promise<PaneActions> {
  const port = officeWorkbook(excel, facts);
  const line = openLine(worker, port);
  const names: unknown = await Promise.race([line.call("open", [Object.keys(port)]), whenBroken(worker)]);
  if (!Array.isArray(names)) throw new Error("The worker names no actions.");
  const actions = Object.fromEntries(names.filter((name) => typeof name === "string").map((name) => [name, (...args: readonly unknown[]) => line.call(name, args)]));
  if (!areActions(actions)) throw new Error("The worker lacks actions.");
  return actions;
}

/** A script that cannot be fetched or run. */
function whenBroken(worker: Pick<Worker, "addEventListener">): Promise<never> {
  return new Promise((_resolve, reject) => worker.addEventListener("error", () => reject(new Error("The worker does not start."))));
}

/** The names are those of the worker's own PaneActions. */
function areActions(actions: object): actions is PaneActions {
  return Object.keys(actions).length > 0;
}
