import type { CellPosition, Rect, Sheet } from "../../xlsx/model.js";
import { addressOf, MAX_COLUMNS, MAX_ROWS } from "../cells/address.js";
import { clear } from "../cells/clear.js";
import { intersection } from "../cells/rectangles.js";
import { resolveAddress } from "../cells/resolveAddress.js";
import { yearOf } from "../cells/serialDates.js";
import { columnPoints, rowPoints } from "../cells/sizes.js";
import { addRows, deleteRows } from "../cells/tableRows.js";
import type { EmbeddedExcel } from "../embeddedExcel.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import { type Captured, captured, copied } from "./copying.js";
import { fitColumns, setColumnWidth } from "./columnWidths.js";
import { textToEdit } from "./editText.js";
import { type Deed, History, type Step } from "./history.js";
import { pasteArea, pasteCells, pasteTexts, touchesHeader } from "./pasting.js";
import { Refusal, refusalOf, refused } from "./refusals.js";
import { cellsOf } from "./separatedText.js";
import type { CellView, Copied, Direction, FilterChoice, InputPrompt, Outcome, SheetView, Summary, UserSession } from "./session.js";
import { Seen } from "./seen.js";
import type { SheetFacts } from "./sheetFacts.js";
import { summaryOf } from "./summary.js";
import { choicesOf, filterTable, sortTable, tableNamed } from "./tableMenu.js";
import { growthAt, readInto, typeInto } from "./typing.js";
import { judge, wordsOf } from "./validation.js";
import { visibleEdge } from "./visibleEdge.js";

const DONE: Outcome = { kind: "done" };
const PIXELS_PER_POINT = 4 / 3;

/** The user at an embedded Excel. What is seen is remembered until the next change. */
export class WorkbookSession implements UserSession {
  private readonly history: History;
  private readonly listeners = new Set<() => void>();
  private saves = 0;
  private readonly seen: Seen;
  /** What was copied here last: pasted by its text, it comes with all that the text does not say. */
  private clipboard: { readonly text: string; readonly captured: Captured } | undefined;

  /** @param opened The file that the workbook was just opened from, when it was: undo goes back to it. */
  constructor(
    readonly excel: EmbeddedExcel,
    opened?: Uint8Array,
  ) {
    this.history = new History(excel, opened);
    this.seen = new Seen(excel.open);
    excel.onChanged(() => {
      this.history.addInAnswered();
      this.tell();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly version = (): number => this.open.revision + this.open.selectionRevision + this.saves;

  get sheets(): readonly SheetView[] {
    return this.seen.sheets();
  }

  get activeSheet(): SheetView {
    return this.seen.activeSheet();
  }

  get selection(): { readonly sheet: string } & Rect {
    return this.excel.selection;
  }

  get jumps(): number {
    return this.excel.jumps;
  }

  view(sheet: string, row: number, column: number): CellView {
    return this.seen.cell(this.sheet(sheet), row, column);
  }

  editText(sheetName: string, row: number, column: number): string {
    const { open } = this;
    open.compute();
    const sheet = this.sheet(sheetName);
    const content = sheet.cell(row, column);
    return content?.formula === undefined
      ? textToEdit(content?.value ?? null, sheet.numberFormat(row, column), open.culture, yearOf(open.now))
      : open.formulas.shown(content.formula, sheet, row, column);
  }

  columnWidthPx(sheet: string, column: number): number {
    return Math.round(columnPoints(this.sheet(sheet), column) * PIXELS_PER_POINT);
  }

  rowHeightPx(sheet: string, row: number): number {
    return Math.round(rowPoints(this.sheet(sheet), row) * PIXELS_PER_POINT);
  }

  prompt(sheet: string, row: number, column: number): InputPrompt | undefined {
    const rule = this.seen.facts(this.sheet(sheet)).validationAt(row, column);
    const { promptTitle: title = "", promptMessage: message = "", showInputPrompt = false } = rule ?? {};
    return showInputPrompt && `${title}${message}` !== "" ? { title, message } : undefined;
  }

  choices(sheet: string, row: number, column: number): readonly string[] | undefined {
    const facts = this.seen.facts(this.sheet(sheet));
    return wordsOf(facts.validationAt(row, column), facts.sheet, this.open);
  }

  edge(sheet: string, row: number, column: number, direction: Direction): CellPosition {
    return visibleEdge(this.sheet(sheet), { row, column }, direction);
  }

  summary(sheet: string, rect: Rect): Summary {
    return summaryOf(this.sheet(sheet), rect, this.open);
  }

  address(rect: Rect): string {
    return addressOf(rect);
  }

  find(text: string): ({ readonly sheet: string } & Rect) | undefined {
    const { workbook } = this.open;
    try {
      const { sheet, rect } = resolveAddress(text, workbook.activeSheet, workbook);
      return { sheet: sheet.name, ...rect };
    } catch (cause) {
      if (cause instanceof RichApiError) {
        return undefined;
      }
      throw cause;
    }
  }

  activate(sheet: string): Outcome {
    return this.attempt(() => this.open.activate(this.visibleSheet(sheet)));
  }

  select(sheet: string, rect: Rect): Outcome {
    return this.attempt(() => this.open.select({ sheet: this.visibleSheet(sheet), rect }));
  }

  type(sheetName: string, row: number, column: number, text: string): Outcome {
    const position = { row, column };
    const write = () => this.change(sheetName, (open) => typeInto(sheetIn(open, sheetName), position, text, open));
    try {
      const { open } = this;
      const sheet = this.sheet(sheetName);
      const facts = this.seen.facts(sheet);
      ensureUnlocked(facts, position);
      // What is typed right below a table meets its validation only once it is part of it: so does Excel.
      const isTakenIn = text !== "" && growthAt(sheet, position) !== undefined;
      const verdict = isTakenIn ? undefined : judge(readInto(sheet, position, text, open), facts.validationAt(row, column), sheet, position, open);
      if (verdict === undefined || verdict.kind === "allowed") {
        return write();
      }
      const { title, message } = verdict;
      return verdict.kind === "stop" ? refused(title, message) : { kind: "ask", style: verdict.kind, title, message, accept: write };
    } catch (cause) {
      return refusalOf(cause);
    }
  }

  clear(sheetName: string, rect: Rect): Outcome {
    return this.change(sheetName, (open) => clear([{ sheet: sheetIn(open, sheetName), rect }], "Contents", open));
  }

  copy(sheetName: string, rect: Rect): Copied {
    const sheet = this.sheet(sheetName);
    const area = withinUse(sheet, rect);
    const cells = copied(sheet, area, this.open);
    const rows = Array.from({ length: area.rows }, (_row, index) => area.row + index);
    this.clipboard = rows.some((row) => sheet.rowHidden(row)) ? undefined : { text: cells.text, captured: captured(sheet, area) };
    return cells;
  }

  paste(sheetName: string, rect: Rect, text: string): Outcome {
    const own = this.clipboard !== undefined && isSameText(this.clipboard.text, text) ? this.clipboard.captured : undefined;
    const cells = cellsOf(text);
    const block = own?.rect ?? { rows: cells.length, columns: cells[0]?.length ?? 1 };
    return this.change(sheetName, (open) => {
      const sheet = sheetIn(open, sheetName);
      const area = pasteArea(rect, block);
      if (own !== undefined && !touchesHeader(sheet, area)) {
        pasteCells(sheet, area, own, open);
      } else {
        pasteTexts(sheet, area, cells, open);
      }
    });
  }

  setColumnWidth(sheetName: string, column: number, columns: number, pixels: number): Outcome {
    return this.change(sheetName, (open) => setColumnWidth(sheetIn(open, sheetName), column, columns, pixels, open));
  }

  fitColumns(sheetName: string, column: number, columns: number): Outcome {
    return this.change(sheetName, (open) => fitColumns(sheetIn(open, sheetName), column, columns, open));
  }

  insertTableRow(table: string, at: number): Outcome {
    return this.changeTable(table, (open) => addRows(tableNamed(table, open), at, 1, open));
  }

  deleteTableRow(table: string, at: number): Outcome {
    return this.changeTable(table, (open) => deleteRows(tableNamed(table, open), at, 1, open));
  }

  sort(table: string, columnIndex: number, order: "ascending" | "descending"): Outcome {
    return this.changeTable(table, (open) => sortTable(tableNamed(table, open), columnIndex, order === "ascending", open));
  }

  filterChoices(table: string, columnIndex: number): readonly FilterChoice[] {
    const found = this.open.workbook.table(table);
    return found === undefined ? [] : choicesOf(found, columnIndex, this.open);
  }

  filter(table: string, columnIndex: number, texts: readonly string[] | undefined): Outcome {
    return this.changeTable(table, (open) => filterTable(tableNamed(table, open), columnIndex, texts, open));
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  undo(): Outcome {
    return this.attempt(() => this.goThrough(() => this.history.undo()));
  }

  redo(): Outcome {
    return this.attempt(() => this.goThrough(() => this.history.redo()));
  }

  offerUndoOfAddIn(isOffered: boolean): void {
    this.history.offerUndoOfAddIn(isOffered);
  }

  askAddIn(): void {
    this.history.newTurn();
    this.excel.traffic.reset();
  }

  editCell(isEdited: boolean): void {
    this.excel.isCellEdited = isEdited;
  }

  get isDirty(): boolean {
    return this.history.isDirty;
  }

  save(): Uint8Array {
    const file = this.excel.save();
    this.history.markSaved();
    this.saves += 1;
    this.tell();
    return file;
  }

  private get open(): OpenWorkbook {
    return this.excel.open;
  }

  private sheet(name: string): Sheet {
    return sheetIn(this.open, name);
  }

  private visibleSheet(name: string): Sheet {
    const sheet = this.sheet(name);
    if (sheet.visibility !== "visible") {
      throw new Refusal("Bladet är dolt", `Bladet ${name} är dolt och kan inte visas.`);
    }
    return sheet;
  }

  private change(sheet: string, act: Step["act"]): Outcome {
    return this.attempt(() => {
      this.ensureWritable();
      this.history.perform({ sheet, act });
    });
  }

  private changeTable(table: string, act: Step["act"]): Outcome {
    const found = this.open.workbook.table(table);
    return found === undefined ? this.attempt(() => tableNamed(table, this.open)) : this.change(found.sheet.name, act);
  }

  /** The fault that the developer has switched on goes for the user too. */
  private ensureWritable(): void {
    this.open.isReadOnly = this.excel.faults.isReadOnly;
    if (this.open.isReadOnly) {
      throw new Refusal("Arbetsboken är skrivskyddad", "Arbetsboken är öppnad för läsning. Inget har ändrats. Slå av Skrivskyddad arbetsbok i värdpanelen om du vill skriva.");
    }
  }

  /** The user sees where something was undone or done again; what the add-in did may be on any sheet, so the user is left where that can be. */
  private goThrough(act: () => Deed | undefined): void {
    const { sheet: here } = this.selection;
    const deed = act();
    const sheet = this.open.workbook.sheet(deed?.by === "user" ? deed.step.sheet : here);
    if (sheet?.visibility === "visible") {
      this.open.activate(sheet);
    }
  }

  private attempt(act: () => void): Outcome {
    try {
      act();
      return DONE;
    } catch (cause) {
      return refusalOf(cause);
    } finally {
      this.excel.tellEvents();
      this.tell();
    }
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** Throws Refusal when the sheet is not there any more. */
function sheetIn(open: OpenWorkbook, name: string): Sheet {
  const sheet = open.workbook.sheet(name);
  if (sheet === undefined) {
    throw new Refusal("Bladet finns inte", `Det finns inget blad som heter ${name} i arbetsboken längre.`);
  }
  return sheet;
}

/** Told before anything else is asked of what has been typed. */
function ensureUnlocked({ isProtected, sheet }: SheetFacts, { row, column }: CellPosition): void {
  if (isProtected && sheet.format(row, column).locked) {
    throw new RichApiError("AccessDenied");
  }
}

/** Systems end lines in their own ways on the clipboard, also within a cell. */
function isSameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}

/** Of whole rows and columns, the cells up to the last one in use. */
function withinUse(sheet: Sheet, rect: Rect): Rect {
  const isWhole = rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS;
  const used = sheet.usedRange(false);
  const first = { row: rect.row, column: rect.column, rows: 1, columns: 1 };
  return isWhole ? ((used && intersection({ row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns }, rect)) ?? first) : rect;
}
