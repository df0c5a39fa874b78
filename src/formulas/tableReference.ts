import type { TableShape } from "./source.js";

/** A structured reference taken apart. */
export interface TableReference {
  /** Empty where the formula leaves the table out, inside the table itself. */
  readonly table: string;
  /** One column, or the first and last of a span; none means all columns. */
  readonly columns: readonly string[];
  /** Lower case, as the formula parser gives them: "all", "data", "headers", "totals", "this row". */
  readonly sections: readonly string[];
}

export interface TableRectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The table that covers a cell. */
export function tableAt(tables: readonly TableShape[], sheet: string, row: number, column: number): TableShape | undefined {
  return tables.find(
    (table) => table.sheet === sheet && row >= table.row && row < table.row + table.rows && column >= table.column && column < table.column + table.columns,
  );
}

export function tableNamed(tables: readonly TableShape[], name: string): TableShape | undefined {
  const lower = name.toLowerCase();
  return tables.find((table) => table.name.toLowerCase() === lower);
}

/** First data row and number of data rows. */
export function dataRows(table: TableShape): { readonly first: number; readonly count: number } {
  const first = table.row + (table.headerRow ? 1 : 0);
  return { first, count: table.row + table.rows - (table.totalsRow ? 1 : 0) - first };
}

function columnSpan(table: TableShape, columns: readonly string[]): { readonly first: number; readonly count: number } | undefined {
  if (columns.length === 0) return { first: 0, count: table.columns };
  const found = columns.map((name) => {
    const lower = name.toLowerCase();
    return table.columnNames.findIndex((own) => own.toLowerCase() === lower);
  });
  if (found.includes(-1)) return undefined;
  const first = Math.min(...found);
  return { first, count: Math.max(...found) - first + 1 };
}

/**
 * The rectangle a structured reference means for a formula in the given row. "value" (#VALUE!) when it asks for its own row
 * and stands outside the table's rows; "ref" (#REF!) when a column or the totals row is missing.
 */
export function tableRectangle(table: TableShape, reference: TableReference, row: number): TableRectangle | "value" | "ref" {
  const span = columnSpan(table, reference.columns);
  if (span === undefined) return "ref";
  const column = table.column + span.first;
  const data = dataRows(table);
  const at = (first: number, rows: number): TableRectangle | "ref" => (rows > 0 ? { row: first, column, rows, columns: span.count } : "ref");
  const sections = new Set(reference.sections);
  if (sections.has("this row")) {
    return row >= data.first && row < data.first + data.count ? { row, column, rows: 1, columns: span.count } : "value";
  }
  if (sections.has("all")) return at(table.row, table.rows);
  const headers = sections.has("headers");
  const totals = sections.has("totals");
  const wantsData = sections.has("data") || sections.size === 0;
  if (headers && !table.headerRow && !wantsData) return "ref";
  if (totals && !table.totalsRow && !wantsData) return "ref";
  const first = headers && table.headerRow ? table.row : wantsData ? data.first : data.first + data.count;
  const end = totals && table.totalsRow ? table.row + table.rows : wantsData ? data.first + data.count : data.first;
  return at(first, end - first);
}
