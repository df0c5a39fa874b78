import { InvalidFormula } from "../../formulas/index.js";
import { XlsxError } from "../../xlsx/index.js";
import { RichApiError, type RichApiErrorCode } from "../richApi/richApiError.js";
import type { Outcome } from "./session.js";

type Refused = Extract<Outcome, { kind: "refused" }>;

/** What the user wants is not done, for a reason that the user is told. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly title: string,
    message: string,
  ) {
    super(message);
  }
}

const PROTECTED = "Cellen finns på ett skyddat blad och är låst. Inget har ändrats. Ta bort bladets skydd i Excel om du vill ändra den.";

/** Where the workbook refuses an add-in with a code, a user is told in words. */
const MESSAGES: Readonly<Partial<Record<RichApiErrorCode, string>>> = {
  AccessDenied: PROTECTED,
  InsertDeleteConflict: "Ändringen skulle dela en tabell eller sammanfogade celler. Inget har ändrats. Gör ändringen i hela tabellens bredd.",
  UnsupportedOperation: "Tabellen har ett filter av ett slag som arbetsbänken inte kan tillämpa. Inget har ändrats. Ändra filtret i Excel.",
};
const OTHER = "Ändringen går inte att göra här. Inget har ändrats.";

/** A failure as the user is told of it. What is no refusal, but a fault in the workbench, is thrown on. */
export function refusalOf(cause: unknown): Refused {
  if (cause instanceof Refusal) {
    return refused(cause.title, cause.message);
  }
  if (cause instanceof XlsxError || cause instanceof InvalidFormula) {
    return refused("Det gick inte", cause.message);
  }
  if (cause instanceof RichApiError) {
    return refused(cause.code === "AccessDenied" ? "Bladet är skyddat" : "Det gick inte", MESSAGES[cause.code] ?? OTHER);
  }
  throw cause;
}

export function refused(title: string, message: string): Refused {
  return { kind: "refused", title, message };
}
