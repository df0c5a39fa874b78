import type { CellInput } from "../../registers/cell.js";
import type { ColumnKind } from "../../registers/column.js";
import type { Finding } from "../../registers/finding.js";
import { addressOf, type Register, type RegisterContent, type RegisterRow } from "../../registers/register.js";
import { ruleFinding } from "../messages.js";
import { holdsPersonalNumber } from "../privacy/personalNumbers.js";
import type { CheckContext } from "./context.js";

/** A register's content as all registers have it. */
interface Content {
  readonly register: Pick<Register, "key" | "table" | "columns">;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columnAt: RegisterContent<Register>["columnAt"];
  readonly rows: readonly Pick<RegisterRow<Register>, "row" | "cells">[];
  readonly unusable: Content["rows"];
}

/** What people write freely. An id that refers to a row elsewhere is told of there. */
const FREE: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["text", "longText", "id", "list"]);

/**
 * Registers hold no personnummer: reports are sent on and published. Every column that holds text is looked through as it was typed, but for what has been accepted
 * (Godtaganden repeats what stands elsewhere). A decision's own number has a rule of its own. Source: model.md, Findings; issue 5, Privacy.
 */
export function textsHoldNoPersonalNumbers({ contents }: CheckContext): Finding[] {
  return Object.values<Content>(contents)
    .filter(({ register }) => register.key !== "godtaganden")
    .flatMap((content) => {
      const { register, rows, unusable } = content;
      const columns = Object.entries(register.columns).filter(
        ([key, { kind, refersTo }]) => FREE.has(kind) && !(kind === "id" && refersTo !== undefined) && !(register.key === "beslut" && key === "id"),
      );
      const findings: Finding[] = [];
      for (const row of [...rows, ...unusable]) {
        for (const [key, { header }] of columns) {
          if (!tellsOfSomebody(row.cells[key])) continue;
          const at = addressOf({ ...content, rows: [], unusable: [] }, row, key);
          findings.push(ruleFinding("text.personnummer", { header }, { register: register.table, column: header, at }));
        }
      }
      return findings;
    });
}

function tellsOfSomebody(cell: CellInput | undefined): boolean {
  return cell !== undefined && cell.value !== "" && holdsPersonalNumber(String(cell.value));
}
