import type { Finding, ProposedFix } from "../finding.js";
import { finding } from "../messages.js";
import { registers } from "../registers.js";
import type { ColumnValue } from "../schema.js";
import { leadInText, parseLead, type FindUnit } from "../values/lead.js";
import { listText } from "../values/list.js";
import { isBlank } from "../values/reading.js";
import { TEXT_FORMAT } from "../writing/cellFormats.js";
import type { Directory } from "./directory.js";
import type { Draft, DraftRow } from "./draft.js";
import { addressIn, isTextList } from "./lookUps.js";

const { huvudansvarig, medansvariga, uppdrag } = registers.uppdrag.columns;
const REGISTER = registers.uppdrag.table;

interface LeadReading {
  readonly values: Readonly<Record<string, ColumnValue | null>>;
  readonly findings: readonly Finding[];
}

/**
 * The assignments with their committees where they belong: "SAN (TN, VON)" in Huvudansvarig is a lead and others, several without brackets take part and none of them
 * leads, and a committee in brackets in the assignment's text leads it where Huvudansvarig is blank. Units are looked up, so that no other text is taken for one.
 */
export function readLeads(draft: Draft, units: Directory): Draft {
  const find: FindUnit = (text) => {
    const match = units.find(text);
    return match === undefined || match === "shared" ? undefined : match.id;
  };
  const findings = [...draft.findings];
  const rows = draft.rows.map((row) => {
    const lead = leadInItsCell(draft, row, find);
    const text = leadFromText(draft, row, lead === NOTHING ? row.values : { ...row.values, ...lead.values }, find);
    if (lead === NOTHING && text === NOTHING) return row;
    for (const found of [...lead.findings, ...text.findings]) findings.push(found);
    return { ...row, values: { ...row.values, ...lead.values, ...text.values } };
  });
  return { ...draft, rows, findings };
}

const NOTHING: LeadReading = { values: {}, findings: [] };

function leadInItsCell(draft: Draft, row: DraftRow, find: FindUnit): LeadReading {
  const typed = row.values["huvudansvarig"];
  // A unit as it should be is left to the look-up of references, with what it says of names and aliases.
  if (typeof typed !== "string" || find(typed) !== undefined) return NOTHING;
  const at = addressIn(draft, row, "huvudansvarig");
  if (at === undefined) return NOTHING;
  const place = { register: REGISTER, at, column: huvudansvarig.header };
  const parsed = parseLead(typed, find);
  if (parsed === undefined) {
    const unknown = unknownAmong(typed, find);
    if (unknown.length === 0) return NOTHING;
    return { values: { huvudansvarig: null }, findings: unknown.map((part) => finding("enhet.okand", { typed: part }, place)) };
  }
  if (parsed.kind === "several") {
    const about = { typed, header: huvudansvarig.header, others: medansvariga.header };
    const all = [...new Set([...(ownOthers(row, find) ?? []), ...parsed.units])];
    return { values: { huvudansvarig: null, medansvariga: all }, findings: [finding("enhet.flera", about, place)] };
  }
  const { lead, others } = parsed;
  const leadCell = { at, value: lead, numberFormat: TEXT_FORMAT };
  if (others.length === 0) {
    return { values: { huvudansvarig: lead }, findings: [finding("enhet.ej-kod", { typed, code: lead }, { ...place, fix: { cells: [leadCell] } })] };
  }

  const own = ownOthers(row, find);
  const differs = own !== undefined && !isSame(own, others);
  const othersAt = addressIn(draft, row, "medansvariga");
  const fix: ProposedFix | undefined =
    differs || othersAt === undefined ? undefined : { cells: [leadCell, { at: othersAt, value: listText(others), numberFormat: TEXT_FORMAT }] };
  const all = [...new Set([...(own ?? []), ...others])];
  return { values: { huvudansvarig: lead, medansvariga: all }, findings: [finding("uppdrag.ansvariga-i-en-cell", { typed, lead, others, differs }, { ...place, fix })] };
}

/** Of a cell that names units and something else, what is no unit: told by itself, since the cell as a whole is not what has to be put right. */
function unknownAmong(typed: string, find: FindUnit): readonly string[] {
  const parts = typed.split(/[(),;/\r\n]+/u).map((part) => part.trim()).filter((part) => part !== "" && part !== ".");
  const unknown = parts.filter((part) => find(part) === undefined);
  return unknown.length < parts.length ? unknown : [];
}

/** What stands in Medansvariga, as codes where they are known; `undefined` when nothing does. */
function ownOthers(row: DraftRow, find: FindUnit): readonly string[] | undefined {
  const cell = row.cells["medansvariga"];
  if (cell === undefined || isBlank(cell)) return undefined;
  const typed = row.values["medansvariga"];
  return isTextList(typed) ? typed.map((item) => find(item) ?? item) : [];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return new Set(some).size === known.size && some.every((code) => known.has(code));
}

function leadFromText(draft: Draft, row: DraftRow, values: DraftRow["values"], find: FindUnit): LeadReading {
  const text = row.values["uppdrag"];
  const found = typeof text === "string" ? leadInText(text, find) : undefined;
  const at = found === undefined ? undefined : addressIn(draft, row, "uppdrag");
  if (found === undefined || at === undefined) return NOTHING;
  const { typed, code } = found;
  const say = (lead: string | undefined, fix?: ProposedFix): readonly Finding[] => [
    finding("uppdrag.ansvarig-i-texten", { typed, code, lead }, { register: REGISTER, at, column: uppdrag.header, fix }),
  ];
  const textCell = { at, value: found.text };
  const cell = row.cells["huvudansvarig"];
  if (cell === undefined || isBlank(cell)) {
    const leadAt = addressIn(draft, row, "huvudansvarig");
    const fix = leadAt === undefined ? undefined : { cells: [{ at: leadAt, value: code, numberFormat: TEXT_FORMAT }, textCell] };
    return { values: { huvudansvarig: code, uppdrag: found.text }, findings: say(undefined, fix) };
  }
  const lead = values["huvudansvarig"];
  if (typeof lead === "string" && (find(lead) ?? lead) === code) return { values: { uppdrag: found.text }, findings: say(undefined, { cells: [textCell] }) };
  return { values: {}, findings: say(String(cell.value)) };
}
