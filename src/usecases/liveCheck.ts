import type { Changed } from "./changed.js";
import { checkImage, registerTables, registerTablesRequest } from "./checkWorkbook.js";
import { overviewOf, type Overview } from "./overview.js";
import type { ReadRequest, TableInfo, WorkbookImage, WorkbookPort } from "./port.js";
import { MEMORY_SHEET, memoriesIn } from "./reportMemories.js";
import { isSameData } from "./sameData.js";
import { goOn, type Work } from "./work.js";

/** Checks of one workbook, each building on what the ones before it read. */
export interface WorkbookChecks {
  /**
   * Reads and checks the workbook for the pane. One request, and one more for a workbook without registers; writes nothing. `today` is a serial number.
   * @throws WorkbookError when the workbook cannot be read, or the work is stopped
   */
  everything(today: number, work?: Work): Promise<Overview>;
  /**
   * Reads again only the registers on the sheets that have changed, and checks the workbook as it then is. One request; none where no register stands on those
   * sheets; and one more where tables have come, gone, moved to other sheets or got other headers, as everything is then read. Undefined when all that was read
   * says what it said before, as after the add-in's own writes, and before the first check.
   * @throws WorkbookError when the workbook cannot be read: what has changed is then still to be read
   */
  changes(changed: Changed, today: number): Promise<Overview | undefined>;
}

/** @param port The workbook. What the newest reading gave is kept: for a workbook of 10 000 rows, some megabytes. */
export function workbookChecks(port: WorkbookPort): WorkbookChecks {
  let newest: WorkbookImage | undefined;

  /** Keeps what was read; tells whether it is another workbook than the one read before it. */
  function keep(image: WorkbookImage): boolean {
    const isNews = newest === undefined || !isSameData(image, newest);
    newest = image;
    return isNews;
  }

  function read(): Promise<WorkbookImage> {
    return port.read({ ...registerTablesRequest(), sheets: [MEMORY_SHEET], valuesOnly: [MEMORY_SHEET], otherwiseFilledSheets: true });
  }

  async function everything(today: number, work?: Work): Promise<Overview> {
    goOn(work, "reading");
    const image = await read();
    keep(image);
    goOn(work, "checking");
    return overviewFrom(image, today);
  }

  async function changes(changed: Changed, today: number): Promise<Overview | undefined> {
    const request = newest === undefined ? "nothing" : requestFor(changed, newest);
    if (request === "nothing") return undefined;
    const image = request === "everything" ? await read() : await readAgain(request);
    return keep(image) ? overviewFrom(image, today) : undefined;
  }

  async function readAgain(request: ReadRequest): Promise<WorkbookImage> {
    const part = await port.read(request);
    // Compared with the newest there is now: another reading may have been answered in between.
    if (newest === undefined || !isSameData(standing(part.allTables), standing(newest.allTables))) return read();
    const { allTables, sheets, isStructureProtected } = part;
    return { ...newest, allTables, sheets, isStructureProtected, tables: new Map([...newest.tables, ...part.tables]) };
  }

  return { everything, changes };
}

function overviewFrom(image: WorkbookImage, today: number): Overview {
  return overviewOf(checkImage(image, today), memoriesIn(image));
}

function requestFor(changed: Changed, { sheets, allTables, tables }: WorkbookImage): ReadRequest | "everything" | "nothing" {
  if (changed === "anything") return "everything";
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  // A sheet that has come since can hold anything.
  if ([...changed.sheets].some((id) => !nameOf.has(id))) return "everything";
  const changedSheets = new Set([...changed.sheets].map((id) => nameOf.get(id)));
  const again = allTables.filter(({ name, sheet }) => tables.has(name) && changedSheets.has(sheet)).map(({ name }) => name);
  return again.length === 0 && !changed.hasComeOrGone ? "nothing" : { ...registerTablesRequest(), tables: again, sheets: [] };
}

/** What a reading of only some registers takes for granted of all of them. */
function standing(allTables: readonly TableInfo[]): readonly TableInfo[] {
  const ours = new Set(registerTables());
  return allTables.filter(({ name }) => ours.has(name));
}
