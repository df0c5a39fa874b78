import type { Sheet, Table, Workbook } from "../../src/xlsx/index.js";

/** All that a sheet says and looks like. */
export interface SheetState {
  /** By "row:column"; cells that say nothing and have no format of their own are left out. */
  readonly contents: ReadonlyMap<string, string>;
  readonly looks: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
  /** The rest: what may be typed where, what is hidden, protected, printed. */
  readonly setUp: string;
}

/** A workbook at one moment, to be compared with itself at another. */
export interface WorkbookState {
  readonly sheets: ReadonlyMap<string, SheetState>;
  readonly names: ReadonlyMap<string, string>;
  readonly settings: string;
}

export function stateOf(workbook: Workbook): WorkbookState {
  return {
    sheets: new Map(workbook.sheets.map((sheet) => [sheet.name, sheetState(sheet)])),
    names: new Map(workbook.names.map(({ name, scope, formula, hidden }) => [scope === undefined ? name : `${scope.name}!${name}`, `${hidden} ${formula}`])),
    settings: JSON.stringify([...workbook.settings].sort()),
  };
}

function sheetState(sheet: Sheet): SheetState {
  const contents = new Map<string, string>();
  const looks = new Map<string, string>();
  const used = sheet.usedRange(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  for (let row = used.row; row < used.row + used.rows; row += 1) {
    for (let column = used.column; column < used.column + used.columns; column += 1) {
      const content = sheet.cell(row, column);
      const at = `${row}:${column}`;
      if (content !== undefined && (content.value !== null || content.formula !== undefined)) contents.set(at, content.formula === undefined ? JSON.stringify(content.value) : `=${content.formula}`);
      looks.set(at, JSON.stringify(sheet.format(row, column)));
    }
  }
  const widths = Array.from({ length: used.columns }, (_, column) => [sheet.columnWidth(used.column + column), sheet.columnHidden(used.column + column)]);
  const { visibility, tabColor, protection, freezePanes, showGridlines, pageLayout, dataValidations, conditionalFormats, merges, charts } = sheet;
  const chartNames = charts.map(({ name, title, kind }) => [name, title, kind]);
  return { contents, looks, tables: new Map(sheet.tables.map((table) => [table.name, tableState(table)])), setUp: JSON.stringify([visibility, tabColor, protection, freezePanes, showGridlines, pageLayout, dataValidations, conditionalFormats, merges, chartNames, widths]) };
}

function tableState({ range, columns, style, totalsRow, filterColumns }: Table): string {
  return JSON.stringify([range, columns.map(({ name, calculatedFormula }) => [name, calculatedFormula]), style, totalsRow, filterColumns]);
}

/** The rows that somebody or something has filled in, table by table, in no order: formulas and blank rows are left out. */
export function filledRows(workbook: Workbook): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    workbook.sheets.flatMap(({ tables }) => tables).map(({ name, sheet, range }) => {
      const rows = Array.from({ length: range.rows - 1 }, (_, row) =>
        Array.from({ length: range.columns }, (_cell, column) => {
          const content = sheet.cell(range.row + 1 + row, range.column + column);
          return content?.formula === undefined ? (content?.value ?? null) : null;
        }),
      );
      return [name, rows.filter((cells) => cells.some((value) => value !== null)).map((cells) => JSON.stringify(cells)).sort()];
    }),
  );
}

export function sameSheet(one: SheetState | undefined, other: SheetState | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return sameMap(one.contents, other.contents) && sameMap(one.looks, other.looks) && sameMap(one.tables, other.tables) && one.setUp === other.setUp;
}

export function sameMap(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

export function sameState(one: WorkbookState, other: WorkbookState): boolean {
  return one.settings === other.settings && sameMap(one.names, other.names) && one.sheets.size === other.sheets.size && [...one.sheets].every(([name, sheet]) => sameSheet(sheet, other.sheets.get(name)));
}

/**
 * The cells that say or look like neither what they did before nor what they will when all is done: on a sheet that was there, nothing may.
 * @returns e.g. "Utfall 3:2"
 */
export function strayCells(before: WorkbookState, now: WorkbookState, after: WorkbookState): readonly string[] {
  return [...before.sheets].flatMap(([name, old]) => {
    const sheet = now.sheets.get(name);
    const done = after.sheets.get(name);
    if (sheet === undefined || done === undefined) return [`${name} is gone`];
    if (sameSheet(sheet, old) || sameSheet(sheet, done)) return [];
    if (sameSheet(old, done)) return [`${name} is not to be touched`];
    const cells = new Set([...old.contents.keys(), ...sheet.contents.keys()]);
    const wrong = [...cells].filter((at) => ![old.contents.get(at), done.contents.get(at)].includes(sheet.contents.get(at)));
    // A cell that had a format keeps it or gets the one it is to have; a new row's may be on its way.
    const dressed = [...old.looks.keys()].filter((at) => ![old.looks.get(at), done.looks.get(at)].includes(sheet.looks.get(at)));
    const tables = [...old.tables].filter(([table, facts]) => ![facts, done.tables.get(table)].includes(sheet.tables.get(table) ?? "")).map(([table]) => `table ${table}`);
    return [...wrong.map((at) => `${name} ${at}: ${sheet.contents.get(at)}`), ...dressed.map((at) => `${name} ${at} looks ${sheet.looks.get(at)}`), ...tables];
  });
}
