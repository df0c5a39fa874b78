import type { Klarmarkering } from "../registers/registers.js";
import { periodTo, samePeriod, type Period } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import { newPeriod, type NewPeriod } from "../rules/assignments/newPeriod.js";
import { append } from "../rules/goals/goalTree.js";
import { measuresInOrder } from "../rules/measures/measureResults.js";
import type { Workbook } from "../rules/workbook.js";
import type { Owned } from "./asked.js";
import { askedCells, keyOf, type RowToAsk } from "./askedCells.js";
import { askedControls } from "./askedControls.js";
import { askedDecisions } from "./askedDecisions.js";
import { askedFollowUps } from "./askedFollowUps.js";
import { askedMeasures } from "./askedMeasures.js";
import { sectionKinds, type Form, type Forms, type ReadyRow } from "./form.js";

/** What a form is called in Klarmarkering where the unit owes no report under a name of its own. */
export const ROUND_REPORT = "Uppföljning";

/**
 * What each unit is asked for a period: what the registers have rows for, and what Ny period would add rows for, so that it is the same whether or not the period has been
 * begun. A unit with nothing to answer has no form. Source: issue 8, Out.
 */
export function formsOf(workbook: Workbook, period: Period): Forms {
  const added = newPeriod(workbook, period, []);
  const asked = inReportOrder(workbook, once([
    ...askedMeasures(workbook, period, added.outcomes),
    ...askedFollowUps(workbook, period, added.followUps),
    ...askedControls(workbook, period, added.controlResults),
    ...askedDecisions(workbook, period),
  ]));
  const units = unitsToAsk(workbook);
  const owned = new Map<string, Owned[]>();
  const ownerless: Owned[] = [];
  for (const each of asked) {
    const unit = each.unit === null ? undefined : units.get(folded(each.unit));
    if (unit === undefined) ownerless.push(each);
    else append(owned, folded(unit.code), each);
  }
  const ready = readyRows(workbook, period, added);
  const forms = [...units].flatMap(([key, { code, name }]): Form[] => {
    const rows = owned.get(key) ?? [];
    const owed = ready.get(key) ?? [];
    return rows.length + owed.length === 0 ? [] : [formOf(code, name, period, rows, owed)];
  });
  return { period, forms: forms.sort((a, b) => workbook.units.byOrder(a.unit, b.unit)), ownerless: ownerless.map(nameOf) };
}

function formOf(unit: string, name: string, period: Period, rows: readonly Owned[], owed: readonly ReadyRow[]): Form {
  const sections = sectionKinds
    .map((kind) => ({ kind, rows: rows.filter((each) => each.kind === kind).map(({ row }) => row) }))
    .filter((section) => section.rows.length > 0);
  const deadlines = owed.flatMap(({ deadline }) => deadline ?? []);
  const ready = owed.length > 0 ? owed : [readyRow({ values: { rapport: ROUND_REPORT, enhet: unit, period, senast: periodTo(period), klarmarkerad: null } }, false, null)];
  return { unit, name, period, sections, ready, deadline: deadlines.length === 0 ? null : Math.min(...deadlines) };
}

/** Every unit that answers for something, by its folded code: what others are only compared with answers for nothing. */
function unitsToAsk({ contents, units }: Workbook): ReadonlyMap<string, { readonly code: string; readonly name: string }> {
  const found = new Map<string, { readonly code: string; readonly name: string }>();
  for (const { values: { kod, namn } } of contents.enheter?.rows ?? []) {
    if (!units.isComparison(kod) && !found.has(folded(kod))) found.set(folded(kod), { code: kod, name: namn });
  }
  return found;
}

/** What stands twice in a register, which is a finding, is asked once: a measure whose id two rows have. A blank Enhet is the owner. */
function once(asked: readonly Owned[]): readonly Owned[] {
  const first = new Map<string, Owned>();
  for (const each of asked) {
    const { register, key } = each.row;
    const parts = register === "utfall" || register === "uppfoljning" ? key.slice(0, 2) : key;
    const identity = JSON.stringify([register, ...parts, each.unit ?? ""].map(folded));
    if (!first.has(identity)) first.set(identity, each);
  }
  return [...first.values()];
}

function inReportOrder(workbook: Workbook, asked: readonly Owned[]): readonly Owned[] {
  const { contents, assignments, activities, tree } = workbook;
  const carriedOut = [...assignments, ...tree.inOrder];
  const ofThem = carriedOut.flatMap(({ values: { id } }) => activities.get(folded(id)) ?? []);
  const subjects: readonly object[] = [...measuresInOrder(workbook), ...carriedOut, ...ofThem, ...(contents.kontroller?.rows ?? [])];
  const place = new Map(subjects.map((subject, index) => [subject, index]));
  const placeOf = ({ order }: Owned) => (order === null ? undefined : place.get(order)) ?? subjects.length;
  return [...asked].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The reports that units owe for the period, by folded unit. */
function readyRows({ contents }: Workbook, period: Period, { signOffs }: NewPeriod): ReadonlyMap<string, readonly ReadyRow[]> {
  const standing = (contents.klarmarkering?.rows ?? []).filter(({ values }) => samePeriod(values.period, period));
  const byUnit = new Map<string, ReadyRow[]>();
  const seen = new Set<string>();
  for (const [row, isStanding] of [...standing.map((row) => [row, true] as const), ...signOffs.map((values) => [{ values }, false] as const)]) {
    const ready = readyRow(row, isStanding, row.values.senast);
    const key = ready.key.map(folded).join("\n");
    if (!seen.has(key)) append(byUnit, folded(row.values.enhet), ready);
    seen.add(key);
  }
  return byUnit;
}

function readyRow(row: RowToAsk<Klarmarkering>, isStanding: boolean, deadline: number | null): ReadyRow {
  const [answer] = askedCells("klarmarkering", row, { klarmarkerad: { isNeeded: false, words: ["Ja"], help: "Välj Ja när allt är ifyllt. Du kan också skriva dagens datum." } });
  if (answer === undefined) throw new Error("Klarmarkering has no column for when it was marked");
  return { register: "klarmarkering", key: keyOf("klarmarkering", row.values), isStanding, report: row.values.rapport, deadline, answer };
}

/** Where nobody owns it, the controller must find it: by id and the beginning of its text. */
function nameOf({ row: { key: [id = ""], what } }: Owned): string {
  const [text = ""] = what.split("\n");
  return what.startsWith(id) ? text : `${id} ${text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text}`;
}
