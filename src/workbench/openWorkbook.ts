import { createXlsx, openXlsx } from "../xlsx/index.js";
import type { Rect, Sheet, Table, Workbook } from "../xlsx/model.js";
import { Calculation } from "./calculation.js";
import { formatSample } from "./cells/formatSample.js";
import { FormulaForms } from "./cells/formulaForms.js";
import { ConditionalFormatHandles } from "./conditionalFormatHandles.js";
import { type Culture, CULTURES, type CultureName } from "./culture.js";
import type { Limits } from "./limits.js";
import { WorkbookEvents } from "./events.js";
import { References } from "./references.js";
import { RichApiError } from "./richApi/richApiError.js";
import type { Area, HostObject } from "./subjects.js";

export interface OpenWorkbookOptions {
  readonly culture: CultureName;
  /** Serial number of now, for TODAY and for dates typed without a year. */
  readonly now: number;
  readonly limits: Limits;
}

/** One of the columns that rows are sorted by. */
export interface SortKey {
  /** 0-based, from the first of the block. */
  readonly column: number;
  readonly ascending: boolean;
}

/** A workbook as Excel has it open: the file, and what only lives while it is open (selection, references, calculation mode). */
export class OpenWorkbook {
  readonly culture: Culture;
  readonly now: number;
  readonly limits: Limits;
  readonly references = new References();
  readonly events = new WorkbookEvents();
  readonly conditionalFormats = new ConditionalFormatHandles();
  formulas: FormulaForms;
  /** What each table was last sorted by. */
  readonly sortedBy = new WeakMap<Table, readonly SortKey[]>();
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  /** The workbook was opened for reading only: every write is refused. */
  isReadOnly = false;
  /** Called before each write but those past everything here. */
  beforeWrite: () => void = () => undefined;
  private calculation: Calculation;
  /** What is selected on each sheet that something has been selected on. */
  private selections = new Map<Sheet, Rect>();
  private writes = 0;
  private selectionCount = 0;
  private readonly copies: Uint8Array[] = [];

  constructor(
    private file: Workbook,
    options: OpenWorkbookOptions,
  ) {
    this.culture = CULTURES[options.culture];
    this.now = options.now;
    this.limits = options.limits;
    this.calculation = new Calculation(file, options.now);
    this.formulas = new FormulaForms(file);
  }

  get workbook(): Workbook {
    return this.file;
  }

  /** Another number after each write, whoever wrote and whatever it was. */
  get revision(): number {
    return this.writes;
  }

  /** To be called when something has been written past everything here. */
  writtenElsewhere(): void {
    this.writes += 1;
    this.changed();
  }

  /** Another number after each selection. */
  get selectionRevision(): number {
    return this.selectionCount;
  }

  /** Takes the workbook back to how it was in a file of its own; what the client holds on to is found again by the ids of the sheets. */
  restore(file: Workbook): void {
    const now = (sheet: Sheet) => file.sheets.find(({ id }) => id === sheet.id);
    this.file = file;
    this.calculation = new Calculation(file, this.now);
    this.formulas = new FormulaForms(file);
    this.references.moveTo(now);
    this.selections = new Map([...this.selections].flatMap(([before, rect]) => {
      const sheet = now(before);
      return sheet === undefined ? [] : [[sheet, rect]];
    }));
    this.writes += 1;
  }

  /** To be called after each change that a formula could see: with the cells, or without when it is more than content (places, tables, names). */
  changed(area?: Area): void {
    if (area === undefined) {
      this.calculation.structureChanged();
      this.formulas.structureChanged();
    } else {
      this.calculation.cellsChanged(area.sheet, area.rect);
    }
  }

  /** To be called before a computed value is read. */
  compute(): void {
    if (this.calculationMode !== "Manual") {
      this.calculation.refresh();
    }
  }

  calculateNow(): void {
    this.calculation.refresh();
  }

  get selected(): Area {
    const { activeSheet: sheet } = this.workbook;
    return { sheet, rect: this.selections.get(sheet) ?? { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** Throws InvalidOperation on a hidden sheet. */
  select(area: Area): void {
    if (area.sheet.visibility !== "visible") {
      throw new RichApiError("InvalidOperation", "A range on a hidden worksheet cannot be selected.");
    }
    this.activate(area.sheet);
    this.events.selected(area.sheet, area.rect, this.selections.get(area.sheet));
    this.selections.set(area.sheet, area.rect);
    this.selectionCount += 1;
  }

  /** Shows a sheet's tab; what was selected there is selected still, and to begin with its first cell. */
  activate(sheet: Sheet): void {
    const { activeSheet } = this.workbook;
    if (activeSheet !== sheet) {
      this.workbook.activeSheet = sheet;
      this.selectionCount += 1;
      this.events.activated(sheet, activeSheet);
    }
  }

  /** Workbooks that were opened beside this one, as files, in the order they were opened. */
  get openedCopies(): readonly Uint8Array[] {
    return this.copies;
  }

  openCopy(base64: string | undefined): void {
    this.copies.push(base64 === undefined ? createXlsx().save() : workbookFrom(base64));
  }

  /** Throws ItemNotFound when the object, or the sheet or table it stands on, has been deleted. */
  ensureExists(object: HostObject): void {
    const sheet = sheetOf(object);
    if (sheet !== undefined && !this.workbook.sheets.includes(sheet)) {
      throw new RichApiError("ItemNotFound");
    }
    if (object.kind === "Chart" && !object.target.sheet.charts.includes(object.target.chart)) {
      throw new RichApiError("ItemNotFound");
    }
    if (object.kind === "Table" && !object.target.sheet.tables.includes(object.target)) {
      throw new RichApiError("ItemNotFound");
    }
  }

  /** To be called before each write. */
  ensureWritable(): void {
    this.refuseWhenReadOnly();
    this.aboutToWrite();
  }

  private aboutToWrite(): void {
    this.beforeWrite();
    this.writes += 1;
  }

  private refuseWhenReadOnly(): void {
    if (this.isReadOnly) {
      throw new RichApiError("AccessDenied");
    }
  }

  /** Content may be changed where no protection is, and on a protected sheet in cells that are not locked. Throws AccessDenied. */
  ensureCellsWritable({ sheet, rect }: Area): void {
    this.refuseWhenReadOnly();
    if (sheet.protection !== undefined && hasLockedCell(sheet, rect)) {
      throw new RichApiError("AccessDenied", `The cell or chart you're trying to change is on a protected sheet. ${new RichApiError("AccessDenied").message}`);
    }
    this.aboutToWrite();
  }

  /** What needs the whole sheet to be unprotected, unless protection allows it by name. Throws AccessDenied. */
  ensureUnprotected(sheet: Sheet, isAllowed = false): void {
    this.refuseWhenReadOnly();
    if (sheet.protection !== undefined && !isAllowed) {
      throw new RichApiError("AccessDenied");
    }
    this.aboutToWrite();
  }

  /** Throws RangeExceedsLimit for a read of more cells than Excel gives at a time. */
  ensureReadable(rect: Rect): void {
    if (rect.rows * rect.columns > this.limits.cellsPerRead) {
      throw new RichApiError("RangeExceedsLimit");
    }
  }
}

/** The file itself, once it has been seen to be one. Throws InvalidArgument. */
function workbookFrom(base64: string): Uint8Array {
  try {
    const file = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    openXlsx(file);
    return file;
  } catch {
    throw new RichApiError("InvalidArgument", "The file is not a workbook.");
  }
}

function sheetOf(object: HostObject): Sheet | undefined {
  switch (object.kind) {
    case "Worksheet":
    case "ChartCollection":
    case "PageLayout":
    case "WorksheetFreezePanes":
    case "WorksheetProtection":
    case "HeaderFooter":
    case "HeaderFooterGroup":
      return object.target;
    case "Range":
    case "Chart":
    case "Table":
      return object.target.sheet;
    case "RangeAreas":
    case "RangeFormat":
      return object.target[0].sheet;
    case "RangeView":
      return object.target.area.sheet;
    case "RangeViewCollection":
      return object.target.sheet;
    default:
      return undefined;
  }
}

function hasLockedCell(sheet: Sheet, rect: Rect): boolean {
  const sample = formatSample(sheet, rect);
  for (let row = sample.row; row < sample.row + sample.rows; row += 1) {
    for (let column = sample.column; column < sample.column + sample.columns; column += 1) {
      if (sheet.format(row, column).locked) {
        return true;
      }
    }
  }
  return false;
}
