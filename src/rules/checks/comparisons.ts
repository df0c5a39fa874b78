import type { Column } from "../../registers/column.js";
import type { Finding } from "../../registers/finding.js";
import { addressOf, type RegisterContent } from "../../registers/register.js";
import { registers, type RegisterKey } from "../../registers/registers.js";
import { registerKeys } from "../../registers/workAreas.js";
import { ruleFinding } from "../messages.js";
import { inMatt, nameOf, type CheckContext } from "./context.js";

/** Where a unit of any type may stand. */
const ANYBODY: ReadonlySet<RegisterKey> = new Set(["utfall"]);

/** Those that measures are only compared with answer for nothing: they own no goal, lead no assignment, report nothing and have nobody below them. Source: issue 6, comparison values. */
export function comparisonsAnswerForNothing(context: CheckContext): Finding[] {
  if (!(context.contents.enheter?.rows ?? []).some(({ values }) => values.typ === "Jämförelse")) return [];
  return registerKeys.filter((key) => !ANYBODY.has(key)).flatMap((key) => answering(context, key));
}

function answering({ contents, units }: CheckContext, key: RegisterKey): Finding[] {
  const content: RegisterContent<unknown> | undefined = contents[key];
  const defined: Readonly<Record<string, Column>> = registers[key].columns;
  const columns = Object.entries(defined).filter(([, column]) => column.refersTo === "enheter");
  if (content === undefined || columns.length === 0) return [];
  return content.rows.flatMap((row) => {
    const values = new Map<string, unknown>(Object.entries(row.values));
    return columns.flatMap(([column, { header }]) =>
      [values.get(column)].flat().flatMap((unit) => {
        if (typeof unit !== "string" || !units.isComparison(unit)) return [];
        return [ruleFinding("enhet.jamforelse-svarar", { unit, header }, { register: registers[key].table, column: header, at: addressOf(content, row, column) })];
      }),
    );
  });
}

/** A comparison says where it is from: a reader can then look it up. */
export function comparisonsHaveSources(context: CheckContext): Finding[] {
  const { contents, outcomes } = context;
  return (contents.matt?.rows ?? []).flatMap((measure) => {
    const [first] = outcomes.comparedWith(measure.values.id);
    if (first === undefined || measure.values.kalla !== null) return [];
    return [ruleFinding("matt.jamforelse-utan-kalla", { measure: nameOf(measure), unit: outcomes.unitOf(first) ?? "" }, inMatt(context, measure, "kalla"))];
  });
}
