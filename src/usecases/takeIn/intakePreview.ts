import type { CellAddress } from "../../registers/cell.js";
import type { Finding } from "../../registers/finding.js";
import type { LocalText } from "../../registers/language.js";
import type { RegisterKey } from "../../registers/registers.js";
import type { Mapping } from "../../intake/mapping.js";
import type { NamedUnit } from "../../intake/unitsNamed.js";
import type { UpdatePlan } from "../../updating/updatePlan.js";

/** Where sheets are taken from: the workbook that is open, or a file that somebody has picked (read without being opened in Excel). */
export type IntakeSource = { readonly kind: "workbook" } | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array };

/** What the user has said so far. A preview depends on the workbook, the source and this alone. */
export interface IntakeChoices {
  /** Left out, the one that the workbook remembers. */
  readonly mapping?: Mapping;
  /** For what no sheet says; as people write them. Left out, the workbook's own. */
  readonly period?: string;
  readonly unit?: string;
  /** Names of those of `unitsNamed` that are to become rows of Enheter. */
  readonly unitsAdded?: readonly string[];
  /** Rows to leave out: addresses of their first cell, "Blad1!A7". */
  readonly rowsLeftOut?: readonly string[];
  /** Cells of registers that are to be left as they are, though the sheet says something else: "Utfall!D7". */
  readonly cellsKept?: readonly string[];
  /** `fingerprint` of the preview that somebody has said yes to: what is taken in must come to the same. Left out where nobody has looked. */
  readonly seen?: string;
}

/** One cell of the source and what it became. */
export interface PreviewCell {
  readonly at: CellAddress;
  /** As it stands in the source. */
  readonly typed: string;
  /** The typed value as the register will show it; `null` where nothing could be read, or nothing is. */
  readonly value: string | null;
}

export interface PreviewRow {
  /** Its first cell, as in IntakeChoices.rowsLeftOut. */
  readonly id: string;
  readonly at: CellAddress;
  readonly isLeftOut: boolean;
  /** One for each of the table's columns, in their order. */
  readonly cells: readonly PreviewCell[];
}

export interface PreviewColumn {
  /** "" where there is none. */
  readonly header: string;
  readonly at: CellAddress;
  /** "register.key", as `targets` has it; `null` where no register has such a column, or it is left out. */
  readonly target: string | null;
  /** As printed, where the header names one. */
  readonly period: string | null;
  /** 0 to 1; 1 where the user has said. */
  readonly confidence: number;
  readonly reason: LocalText;
}

/** A table or plain range that was found. */
export interface PreviewTable {
  /** Its first header cell, "Blad1!A5". */
  readonly id: string;
  readonly sheet: string;
  readonly isHidden: boolean;
  /** The register that its rows are first of all, and those that they bring with them. */
  readonly register: RegisterKey;
  readonly registers: readonly RegisterKey[];
  readonly confidence: number;
  readonly isLeftOut: boolean;
  readonly columns: readonly PreviewColumn[];
  /** The first of its rows, and how many it has. */
  readonly rows: readonly PreviewRow[];
  readonly rowCount: number;
  /** Where its columns can go. */
  readonly targets: readonly { readonly target: string; readonly register: string; readonly header: string }[];
  /** What the sheet itself says of them, else what holds for the whole intake; as printed. */
  readonly period: string | null;
  readonly unit: string | null;
}

/** What taking in the sheets comes to, before anything is written. */
export interface IntakePreview {
  /** The file's name; "" for the open workbook. */
  readonly file: string;
  readonly tables: readonly PreviewTable[];
  /** Sheets where no table was found, the registers' and reports' own left out. */
  readonly otherSheets: readonly string[];
  /** Committees that the sheets name and Enheter lacks, whether they are to become rows of it (`unitsAdded`) or not. */
  readonly unitsNamed: readonly NamedUnit[];
  /** Registers that have to be made first. */
  readonly registersToMake: readonly RegisterKey[];
  readonly plan: UpdatePlan;
  /** Of the source: each with the address of its cell there. */
  readonly findings: readonly Finding[];
  /** The mapping that was used: what is remembered when it is taken in. */
  readonly mapping: Mapping;
  /** The same as long as taking in the sheets would come to the same rows and cells. */
  readonly fingerprint: string;
}

/** What was taken in. */
export interface TakenIn {
  readonly added: number;
  readonly changed: number;
  readonly registersMade: readonly RegisterKey[];
}
