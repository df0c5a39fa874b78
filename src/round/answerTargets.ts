import type { CellAddress } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { readCell } from "../registers/reading/cells.js";
import type { Register } from "../registers/register.js";
import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { folded, isBlank, typedText } from "../registers/values/reading.js";
import type { Workbook } from "../rules/workbook.js";
import { identityOf } from "../updating/identity.js";
import { keyInWords, type Values } from "../updating/rowKey.js";
import { addressIn, meaningIn, type Standing, type StandingRow } from "../updating/standing.js";
import { valueInWords } from "../updating/valueInWords.js";
import type { AskedRow, Forms } from "./form.js";
import { fingerprint } from "./markText.js";
import type { RowMark } from "./marks.js";
import type { Asked } from "./readForms.js";

/** The row of a register that an answer goes to. */
export interface AnswerTarget {
  readonly register: RegisterKey;
  /** Equal for marks of the same row, however its key is written. */
  readonly identity: string;
  /** As people read it. */
  readonly key: string;
  /** What a row that the register lacks begins with; what its key is for one that stands. */
  readonly values: Values;
  /** What the register says in a column. */
  readonly standing: (column: string) => StandingCell;
  readonly isStanding: boolean;
  /** 0-based row of the sheet; rows to be made come last. */
  readonly place: number;
}

export interface StandingCell {
  readonly value: ColumnValue | null;
  /** As people read it, also where it cannot be read as the column's kind; "" for blank. */
  readonly text: string;
  readonly fingerprint: string;
  /** `null` where the row or the column is not there. */
  readonly at: CellAddress | null;
}

/** Where the answers of a round belong. */
export interface AnswerTargets {
  /** `undefined` where the register has no such row, and nobody is asked about it. */
  readonly find: (mark: Pick<RowMark, "register" | "key">) => AnswerTarget | undefined;
  readonly identity: (register: RegisterKey, key: readonly string[]) => string;
  readonly asked: Asked;
}

/** What marks of forms mean in a workbook as it stands: rows of its registers, and rows that a period's forms ask about before they are there. */
export function answerTargets(workbook: Workbook, forms: Forms, workbookId: string, period: string): AnswerTargets {
  const { contents, settings } = workbook;
  const meaning = meaningIn(contents);
  const keyValues = (register: Register, key: readonly string[]): Values =>
    Object.fromEntries(
      register.uniqueBy.map((name, index) => {
        const column = register.columns[name];
        const typed = key[index] ?? "";
        const at = { sheet: register.sheet, row: 0, column: 0 };
        const cell = { value: typed, type: typed === "" ? "Empty" : "String", numberFormat: "@" } as const;
        const value = column === undefined ? null : readCell(column, cell, { register: register.table, at }, settings, false).value;
        // A unit may have got another code since the form was made: the old one is then an alias.
        return [name, name === "enhet" && typeof value === "string" ? meaning.codeOf(value) : value];
      }),
    );
  const identityOfValues = (register: Register, values: Values) => identityOf(register, meaning.withUnit(register, values));
  const identities = new Map<string, string>();
  const identity = (register: RegisterKey, key: readonly string[]): string => {
    const typed = JSON.stringify([register, key]);
    const known = identities.get(typed) ?? identityOfValues(registers[register], keyValues(registers[register], key));
    identities.set(typed, known);
    return known;
  };

  const rows = new Map<RegisterKey, ReadonlyMap<string, StandingRow>>();
  const rowsOf = (key: RegisterKey): ReadonlyMap<string, StandingRow> => {
    const known = rows.get(key);
    if (known !== undefined) return known;
    const found = new Map<string, StandingRow>();
    const content: Standing | undefined = contents[key];
    for (const row of content?.rows ?? []) {
      const id = identityOfValues(registers[key], row.values);
      if (!found.has(id)) found.set(id, row);
    }
    rows.set(key, found);
    return found;
  };
  const toMake = new Map<string, Values>();
  for (const { sections, ready } of forms.forms) {
    for (const { register, key, values } of sections.flatMap((section) => section.rows)) toMake.set(`${register}:${identity(register, key)}`, values);
    for (const { key, deadline } of ready) toMake.set(`klarmarkering:${identity("klarmarkering", key)}`, { ...keyValues(registers.klarmarkering, key), senast: deadline });
  }

  const find = ({ register: name, key }: Pick<RowMark, "register" | "key">): AnswerTarget | undefined => {
    const register: Register = registers[name];
    const id = identity(name, key);
    const row = rowsOf(name).get(id);
    const content: Standing | undefined = contents[name];
    const values = row === undefined ? toMake.get(`${name}:${id}`) : Object.fromEntries(register.uniqueBy.map((part) => [part, row.values[part] ?? null]));
    if (values === undefined) return undefined;
    return {
      register: name, identity: id, values, isStanding: row !== undefined,
      key: keyInWords(register, meaning.withUnit(register, values)),
      standing: (column) => standingCell(register.columns[column], column, row, content),
      place: row?.row ?? Number.MAX_SAFE_INTEGER,
    };
  };
  return { find, identity, asked: asked(contents, forms, workbookId, period, { identity, codeOf: meaning.codeOf }) };
}

function standingCell(column: Column | undefined, key: string, row: StandingRow | undefined, content: Standing | undefined): StandingCell {
  const value = row?.values[key] ?? null;
  const at = row === undefined || content === undefined ? null : (addressIn(content, row, key) ?? null);
  if (column !== undefined && value !== null) return { value, at, text: valueInWords(column, value), fingerprint: fingerprint(value) };
  const cell = row?.cells[key];
  // What could not be read stands there all the same.
  const text = cell === undefined || isBlank(cell) || cell.value === false ? "" : typedText(cell);
  return { value: null, at, text, fingerprint: fingerprint(text) };
}

/** What the rows of forms show, and which of them shows a text. */
function asked({ enheter }: RegisterContents, { forms }: Forms, workbook: string, period: string, { identity, codeOf }: Pick<AnswerTargets, "identity"> & Pick<Asked, "codeOf">): Asked {
  const shown = new Map<string, string>();
  for (const { sections } of forms) {
    for (const { register, key, what } of sections.flatMap((section) => section.rows)) shown.set(`${register}:${identity(register, key)}`, folded(what));
  }
  const shows = ({ register, key }: Pick<RowMark, "register" | "key">): readonly string[] => {
    const what = shown.get(`${register}:${identity(register, key)}`);
    return [folded(key[0] ?? ""), ...(what === undefined ? [] : [what])];
  };
  const names = new Map((enheter?.rows ?? []).map(({ values: { kod, namn } }) => [folded(kod), folded(namn)]));
  return {
    shows,
    codeOf,
    identify: (register, text, title) => {
      const said = ` ${folded(title).replace(/[:,.;()]/gu, " ").replace(/\s+/gu, " ")} `;
      if (!said.includes(` ${folded(period)} `)) return undefined;
      const isOf = (unit: string) => [folded(unit), names.get(folded(unit)) ?? ""].some((name) => name !== "" && said.includes(` ${name.replace(/[:,.;()]/gu, " ").replace(/\s+/gu, " ").trim()} `));
      const found = forms.filter(({ unit }) => isOf(unit)).flatMap(({ unit, sections, ready }): (Pick<AskedRow, "register" | "key"> & { readonly unit: string })[] => [
        ...sections.flatMap((section) => section.rows).map(({ register: of, key }) => ({ unit, register: of, key })),
        ...ready.map(({ key }) => ({ unit, register: "klarmarkering" as const, key })),
      ]);
      // The row that marks a report ready shows its name, and more.
      const isShown = (row: (typeof found)[number]) => shows(row).includes(text) || (register === "klarmarkering" && text.startsWith(folded(row.key[0] ?? "")));
      const [only, ...more] = found.filter((row) => row.register === register && isShown(row));
      return only === undefined || more.length > 0 ? undefined : { version: 1, workbook, unit: only.unit, period, register, key: only.key, issued: {} };
    },
  };
}
