import type { Period } from "./values/period.js";
import type { Quantity } from "./values/quantity.js";

/**
 * The kinds of column a register can have, with the type a cell of that kind is read into. A cell that is empty, or that
 * could not be read, becomes `null`; what could not be read is kept as typed in the row's readings, with a finding.
 */
export interface ValueOfKind {
  /** An id in the one namespace of all registers: any text; a number typed in its place is read as its digits. */
  id: string;
  /** A line of text. */
  text: string;
  /** Text with line breaks, wrapped. */
  longText: string;
  /** One word out of a closed list. */
  choice: string;
  /** A code in Enheter[Kod]; aliases and full names are resolved to the code. */
  unit: string;
  /** Several ids, codes or numbers separated by semicolon or comma. */
  list: readonly string[];
  /** A whole number such as Ordning. */
  integer: number;
  /** A plain number such as Vikt or Gräns delvis; a percentage is read as Excel stores it (0.9). */
  number: number;
  /** An outcome or target: number, percentage, bound or interval, or Ja/Nej, as typed; given meaning by the measure's unit. */
  quantity: Quantity;
  /** A calendar day as Excel's serial number (1900 date system). */
  date: number;
  /** A period as people write it. */
  period: Period;
  /** Written by Excel from the column's own formula; never read back as input. */
  calculated: never;
}

export type ColumnKind = keyof ValueOfKind;

/** One column of a register. `header` is what stands in the sheet; `aliases` are other headers people give the same column. */
export interface Column<K extends ColumnKind = ColumnKind, V = ValueOfKind[K], Required extends boolean = boolean> {
  readonly kind: K;
  readonly header: string;
  readonly aliases: readonly string[];
  readonly required: Required;
  /** The words of the drop-down, in its order: all that a `choice` (or `list`) column may hold, and suggestions for a `text` column. */
  readonly values?: readonly V[];
  /** What people write for a word of the list, and that word: plurals, short forms, symbols. Only such as can mean nothing else in this column. */
  readonly alsoWritten?: Readonly<Record<string, string>>;
  /** What one of each unit that people write after a `number` is worth in the column's own: {"tkr": 1, "mnkr": 1000}. */
  readonly countedIn?: Readonly<Record<string, number>>;
  /** The register (by key) whose ids or codes this column holds; `anyRegister` for an id of any register that owns ids. */
  readonly refersTo?: string;
  /** The live formula of a calculated column: English, structured references, one for the whole column. */
  readonly formula?: string;
  /** Width in characters of the default font, as Excel's column width. */
  readonly width: number;
  /** English number format; "General" where the cell's own format carries meaning (an outcome's percent sign). */
  readonly numberFormat: string;
  /** True for a column that only the workbook's own formulas need: the template hides it. */
  readonly hidden?: true;
  /** One or two Swedish sentences: what to write here. Shown as the header's note and in the user guide. */
  readonly help: string;
}

/** For `refersTo`: the column holds an id out of the one namespace of all registers. */
export const anyRegister = "*";

interface ColumnOptions<V> {
  readonly help: string;
  readonly aliases?: readonly string[];
  readonly width?: number;
  readonly numberFormat?: string;
  readonly refersTo?: string;
  readonly values?: readonly V[];
  readonly alsoWritten?: Readonly<Record<string, NoInfer<V> & string>>;
  readonly countedIn?: Readonly<Record<string, number>>;
  readonly formula?: string;
  readonly hidden?: true;
}

const WIDTHS: Record<ColumnKind, number> = {
  id: 12, text: 30, longText: 60, choice: 16, unit: 12, list: 16, integer: 9, number: 11,
  quantity: 12, date: 12, period: 14, calculated: 14,
};

const FORMATS: Record<ColumnKind, string> = {
  id: "@", text: "General", longText: "General", choice: "General", unit: "@", list: "@", integer: "0", number: "General",
  quantity: "General", date: "yyyy-mm-dd", period: "@", calculated: "General",
};

/** A column that a row may leave empty. */
export function optional<K extends ColumnKind, V extends ValueOfKind[K] = ValueOfKind[K]>(
  kind: K, header: string, options: ColumnOptions<V>,
): Column<K, V, false> {
  return { ...complete(kind, header, options), required: false };
}

/** A column without which the row cannot be used. */
export function required<K extends ColumnKind, V extends ValueOfKind[K] = ValueOfKind[K]>(
  kind: K, header: string, options: ColumnOptions<V>,
): Column<K, V, true> {
  return { ...complete(kind, header, options), required: true };
}

function complete<K extends ColumnKind, V>(kind: K, header: string, options: ColumnOptions<V>) {
  return {
    kind,
    header,
    aliases: options.aliases ?? [],
    width: options.width ?? WIDTHS[kind],
    numberFormat: options.numberFormat ?? FORMATS[kind],
    help: options.help,
    ...(options.values === undefined ? {} : { values: options.values }),
    ...(options.alsoWritten === undefined ? {} : { alsoWritten: options.alsoWritten }),
    ...(options.countedIn === undefined ? {} : { countedIn: options.countedIn }),
    ...(options.refersTo === undefined ? {} : { refersTo: options.refersTo }),
    ...(options.formula === undefined ? {} : { formula: options.formula }),
    ...(options.hidden === undefined ? {} : { hidden: options.hidden }),
  };
}

/** A column that holds a part of the register's live formulas, so that they stay short. */
export function partOfFormulas(header: string, formula: string, what: string): Column<"calculated", never, false> {
  return optional("calculated", header, { formula, hidden: true, help: `Hjälpkolumn för formlerna: ${what}. Skriv inget här.` });
}
