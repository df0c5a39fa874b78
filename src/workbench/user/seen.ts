import { entry } from "../../formulas/entry.js";
import type { Sheet } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { cellView } from "./cellView.js";
import { chartView } from "./chartView.js";
import type { CellView, SheetView } from "./session.js";
import { SheetFacts } from "./sheetFacts.js";
import { tableView } from "./tableMenu.js";

/** What has been looked at since the last change: scrolling to and fro draws the same cells again and again. */
export class Seen {
  private revision = -1;
  private selections = -1;
  private bySheet = new Map<Sheet, { readonly facts: SheetFacts; readonly cells: Map<string, CellView> }>();
  private tabs: readonly SheetView[] | undefined;

  constructor(private readonly open: OpenWorkbook) {}

  sheets(): readonly SheetView[] {
    this.refresh();
    this.tabs ??= this.open.workbook.sheets.map((sheet) => sheetView(sheet, this.open));
    return this.tabs;
  }

  activeSheet(): SheetView {
    return this.sheets().find(({ isActive }) => isActive) ?? sheetView(this.open.workbook.activeSheet, this.open);
  }

  facts(sheet: Sheet): SheetFacts {
    return this.of(sheet).facts;
  }

  cell(sheet: Sheet, row: number, column: number): CellView {
    const { facts, cells } = this.of(sheet);
    return entry(cells, `${row}:${column}`, () => cellView(facts, row, column, this.open));
  }

  private of(sheet: Sheet) {
    this.refresh();
    return entry(this.bySheet, sheet, () => ({ facts: new SheetFacts(sheet), cells: new Map<string, CellView>() }));
  }

  /** Forgets what was seen before the last change. */
  private refresh(): void {
    const { revision, selectionRevision } = this.open;
    if (revision !== this.revision) {
      this.open.compute();
      this.revision = revision;
      this.bySheet = new Map();
      this.tabs = undefined;
    }
    if (selectionRevision !== this.selections) {
      this.selections = selectionRevision;
      this.tabs = undefined;
    }
  }
}

function sheetView(sheet: Sheet, open: OpenWorkbook): SheetView {
  const used = sheet.usedRange(false);
  return {
    name: sheet.name,
    isVisible: sheet.visibility === "visible",
    isActive: sheet === open.workbook.activeSheet,
    isProtected: sheet.protection !== undefined,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    used: used === undefined ? { rows: 0, columns: 0 } : { rows: used.row + used.rows, columns: used.column + used.columns },
    merges: sheet.merges,
    freeze: sheet.freezePanes,
    tables: sheet.tables.map((table) => tableView(table, open)),
    charts: sheet.charts.flatMap((chart) => chartView(chart) ?? []),
  };
}
