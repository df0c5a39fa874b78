import type { AskedRow, SectionKind } from "./form.js";

/** A row to answer, and who is to answer it; `null` where nobody can be told. */
export interface Owned {
  readonly kind: SectionKind;
  readonly unit: string | null;
  readonly row: AskedRow;
  /** The row of the register that it is about: its place in reports is the asked row's place in the form. */
  readonly order: object | null;
}
