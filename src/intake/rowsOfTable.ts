import { isBlank, plainSpaces, typedText } from "../registers/values/reading.js";
import { headerText } from "../registers/reading/headers.js";
import { cellAt, mergeIndex, type SheetGrid } from "./grid.js";
import type { FoundTable } from "./findTables.js";
import { fitOf, type FitContext } from "./fit.js";
import { commonWords, resembles } from "./headerWords.js";

/**
 * What a row under a header is: a row of data; a heading over the rows that follow; or something to leave out, told by what it is. `doubtful` is a row of one text that may
 * be a heading as well.
 */
export type RowKind = "data" | "doubtful" | "heading" | "total" | "note" | "header" | "blank" | "beyond";

export interface ClassifiedRow {
  /** 0-based, on the sheet. */
  readonly row: number;
  readonly kind: RowKind;
  /** What stands in a heading. */
  readonly text?: string;
}

const TOTAL = /^(?:del)?(?:summa|totalt?|s:a|sum|genomsnitt|medel(?:värde|tal)?|snitt|samtliga nämnder|kommunen totalt)\b/iu;
/** What a measure is called, though its name begins like a total: "Totalt antal besök". */
const OF_A_MEASURE = /\b(?:antal|andel|kostnad\p{L}*|\p{L}*tid|per)\b/iu;
const NOTE = /^(?:\*|\d\)|not(?:er|ering)?\b[ .:\d]|källa\b|anm(?:ärkning)?\b[.:]|obs\b|senast uppdaterad|uppdaterad|förklaring|teckenförklaring|kommentar:|fotnot|utskriven|utskrift)/iu;

/** What each row from the header to the table's limit is. The table ends where what follows a blank row cannot be read as its rows. */
export function classifyRows(sheet: SheetGrid, table: FoundTable, context: FitContext): ClassifiedRow[] {
  const { mapping, headerBottom, limit, left, right } = table;
  const mergeAt = mergeIndex(sheet);
  const mapped = mapping.columns.filter(({ target }) => target !== undefined);
  const name = mapped.find(({ target }) => target?.register === mapping.family.primary && target.key === mapping.family.name)?.column;
  const first = Math.min(...mapped.map(({ column }) => column));
  const rows: ClassifiedRow[] = [];
  let afterBlank = false;
  let ended = false;
  for (let row = headerBottom + 1; row < limit; row++) {
    const filled = [];
    for (let column = left; column <= right; column++) {
      const cell = cellAt(sheet, row, column);
      if (!isBlank(cell) && cell.value !== false) filled.push({ column, cell });
    }
    const [only, ...more] = filled;
    // A cell of an area merged downwards is filled, though its value stands above.
    const isCovered = mapped.some(({ column }) => {
      const area = mergeAt(row, column);
      return area !== undefined && area.row < row && area.rows > 1 && area.row > headerBottom;
    });
    if (only === undefined) {
      rows.push({ row, kind: "blank" });
      afterBlank = afterBlank || !isCovered;
      continue;
    }
    const text = plainSpaces(typedText(only.cell)).trim();
    const isAlone = more.length === 0 && !isCovered;
    const kind = ended ? "beyond" : kindOf();
    if (kind === "beyond") ended = true;
    rows.push({ row, kind, ...(kind === "heading" || kind === "doubtful" ? { text } : {}) });
    if (kind !== "note") afterBlank = false;

    function kindOf(): RowKind {
      const area = mergeAt(row, only?.column ?? 0);
      const nameText = name === undefined ? "" : typedText(cellAt(sheet, row, name));
      if (typeof only?.cell.value === "string" && TOTAL.test(text) && !OF_A_MEASURE.test(text) && (name === undefined || nameText === "" || only.column === name) && text.length < 40) return "total";
      if (typeof only?.cell.value === "string" && NOTE.test(text) && (isAlone || afterBlank)) return "note";
      if (isRepeatedHeader(sheet, row, table)) return "header";
      if (isAlone && typeof only?.cell.value === "string") {
        if (only.column > first && only.column === name) return "data";
        const isUnit = context.findUnit(text.replace(/[:.]$/u, "")) !== undefined;
        const isWide = area !== undefined && area.columns > 1;
        if (isUnit || isWide || (text === text.toUpperCase() && /\p{L}{3}/u.test(text)) || /^(?:målområde|prioriterat mål|mål|område|nämnd)\b ?\d*[:.]/iu.test(text)) return text.length > 160 ? "note" : "heading";
        if (afterBlank) return text.length > 80 || followedByNothing(row) ? "note" : "heading";
        return only.column === name ? "doubtful" : "note";
      }
      if (afterBlank && !readsAsRow(row)) return "beyond";
      return "data";
    }
  }
  return rows;

  function followedByNothing(row: number): boolean {
    for (let below = row + 1; below < limit; below++) {
      let count = 0;
      for (let column = left; column <= right; column++) count += isBlank(cellAt(sheet, below, column)) ? 0 : 1;
      if (count > 1) return !readsAsRow(below);
    }
    return true;
  }

  /** True when the row has what every row has, and most of its cells suit their columns: one may be badly written, but not all. */
  function readsAsRow(row: number): boolean {
    // What a row is called has letters in it: a matrix of figures below the table is none of its rows.
    if (name !== undefined && !/\p{L}/u.test(typedText(cellAt(sheet, row, name)))) return false;
    const candidates = commonWords.candidatesOf(mapping.family);
    let [good, bad] = [0, 0];
    for (const { column, target } of mapped) {
      const candidate = candidates.find(({ register, key }) => register === target?.register && key === target.key);
      if (candidate === undefined || candidate.column.kind === "text" || candidate.column.kind === "longText") continue;
      const { readable, filled } = fitOf(candidate, mapping.family.primary, [cellAt(sheet, row, column)], context);
      good += readable;
      bad += filled - readable;
    }
    return bad <= good;
  }
}

/** The header once more, as at the top of every printed page. */
function isRepeatedHeader(sheet: SheetGrid, row: number, { mapping }: FoundTable): boolean {
  const named = mapping.columns.filter(({ header }) => header !== "");
  const same = named.filter(({ column, header }) => {
    const text = typedText(cellAt(sheet, row, column));
    return text !== "" && (headerText(text) === headerText(header) || resembles(headerText(text), headerText(header)));
  });
  return same.length >= 2 && same.length * 2 >= named.length;
}
