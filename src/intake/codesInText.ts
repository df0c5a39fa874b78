import type { Finding } from "../registers/finding.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { leadInText, parseLead, type FindUnit } from "../registers/values/lead.js";
import { intakeFinding } from "./messages.js";
import type { Cells } from "./rowBank.js";

/** Takes out of a row's own text what people write into it, as values of their own: its committee, or the code that a source has for it. Tells of each. */
export function takeCodes(register: RegisterKey, cells: Cells, findUnit: FindUnit): readonly Finding[] {
  if (register === "uppdrag") return takeCommittee(cells, findUnit);
  return register === "matt" ? takeSourceCode(cells) : [];
}

/** "(Vård- och omsorgsnämnden) ." above the text, or "(SAN)" after it. A committee that the row has elsewhere is not contradicted. */
function takeCommittee({ values, sources }: Cells, findUnit: FindUnit): readonly Finding[] {
  const text = values.get("uppdrag");
  const at = sources.get("uppdrag");
  if (typeof text !== "string" || at === undefined) return [];
  const bracketed = /^(.*\S)\s*\(([^()]+)\)\s*\.?\s*$/su.exec(text);
  const atEnd = bracketed?.[2] === undefined ? undefined : parseLead(bracketed[2], findUnit);
  const found = leadInText(text, findUnit);
  const lead = found === undefined ? atEnd : { kind: "lead" as const, lead: found.code, others: [] };
  const rest = found?.text ?? bracketed?.[1];
  if (lead === undefined || rest === undefined) return [];
  const own = values.get("huvudansvarig");
  const leader = lead.kind === "lead" ? lead.lead : undefined;
  if (own !== undefined && own !== leader) return [];
  values.set("uppdrag", rest.trim());
  if (leader !== undefined) values.set("huvudansvarig", leader);
  const others = lead.kind === "lead" ? lead.others : lead.units;
  if (others.length > 0) values.set("medansvariga", others);
  return [intakeFinding("inlasning.ansvariga", { typed: found?.typed ?? bracketed?.[2] ?? "", lead: leader, others }, registers.uppdrag.table, at)];
}

/** A code stands within the last characters; a text may have as many spaces as a cell has room for. */
const TAIL = 40;

/** Kolada's code at the end of the measure's name: "(N15419)". */
function takeSourceCode({ values, sources }: Cells): readonly Finding[] {
  const text = values.get("matt");
  const at = sources.get("matt");
  if (typeof text !== "string" || at === undefined || values.has("kallansId")) return [];
  const [whole, code] = /[\s,]*\(?\b([NU]\d{5})\b\)?\s*$/u.exec(text.slice(-TAIL)) ?? [];
  if (whole === undefined || code === undefined || whole.length === text.length) return [];
  values.set("matt", text.slice(0, -whole.length).trim());
  values.set("kallansId", code);
  return [intakeFinding("inlasning.kod-ur-text", { code, header: registers.matt.columns.kallansId.header }, registers.matt.table, at)];
}
