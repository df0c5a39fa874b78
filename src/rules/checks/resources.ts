import type { Finding } from "../../registers/finding.js";
import { formatNumberSv, formatWithUnitSv } from "../../registers/values/formatting.js";
import { isBlank } from "../../registers/values/reading.js";
import { othersOf } from "../assignments/assignments.js";
import { words } from "../comments/sentences.js";
import { ruleFinding } from "../messages.js";
import { isMoney, resourceOf, type ResourceRow } from "../money/resources.js";
import { sheetOf } from "./activities.js";
import { assignmentName, inResurser, type CheckContext } from "./context.js";

type ResourceColumn = Parameters<typeof inResurser>[2];

function rowsOf({ contents }: CheckContext): readonly ResourceRow[] {
  return contents.resurser?.rows ?? [];
}

/** Nothing stands in the cell; one that could not be read is the reader's finding. */
function isEmpty({ values, cells }: ResourceRow, key: ResourceColumn): boolean {
  const cell = cells[key];
  return values[key] === null && (cell === undefined || isBlank(cell));
}

/** "Ramökning 2024 VON: 350 tkr": enough of a row to know it by. */
export function resourceName({ values: { typ, ar, enhet, belopp, arsarbetare } }: ResourceRow): string {
  const amount = belopp === null ? (arsarbetare === null ? "" : `${formatNumberSv(arsarbetare)} åa`) : formatWithUnitSv(belopp, "tkr");
  const whose = [typ, ...(ar === null ? [] : [String(ar)]), ...(enhet === null ? [] : [enhet])].join(" ");
  return `”${amount === "" ? whose : `${whose}: ${amount}`}”`;
}

/** A resource is of a goal or an assignment: no report has a place for others. Source: model.md, Registers (Resurser). */
export function resourcesBelongToGoalsOrAssignments(context: CheckContext): Finding[] {
  return rowsOf(context).flatMap((row) => {
    const { avser } = row.values;
    const subject = avser === null ? undefined : context.subjects.find(avser);
    if (avser === null || subject === undefined || subject.kind === "goal" || subject.kind === "assignment") return [];
    return [ruleFinding("resurs.avser-annat", { resource: resourceName(row), id: avser, what: sheetOf(subject.kind, context) }, inResurser(context, row, "avser"))];
  });
}

/** Money says what it is for. Posts may be a unit's own (Norrköping, Ekonomi). Source: R16, R17. */
export function moneyIsForSomething(context: CheckContext): Finding[] {
  return rowsOf(context)
    .filter((row) => isMoney(row.values.typ) && isEmpty(row, "avser"))
    .map((row) => ruleFinding("resurs.utan-avser", { resource: resourceName(row) }, inResurser(context, row, "avser")));
}

/** A budget line has an amount, and a post its number of årsarbetare or what it costs. Source: R16, R22. */
export function resourcesHaveAmounts(context: CheckContext): Finding[] {
  return rowsOf(context).flatMap((row) => {
    const key = isMoney(row.values.typ) ? "belopp" : "arsarbetare";
    if (!isEmpty(row, key) || (key === "arsarbetare" && !isEmpty(row, "belopp"))) return [];
    const place = inResurser(context, row, key);
    return [ruleFinding("resurs.utan-belopp", { resource: resourceName(row), header: place.column }, place)];
  });
}

/** Every resource is some unit's: its own Enhet, or who leads the assignment or owns the goal. Source: R17, R22. */
export function resourcesHaveUnits(context: CheckContext): Finding[] {
  return rowsOf(context)
    .filter((row) => isEmpty(row, "enhet") && resourceOf(context, row).unit === null)
    .map((row) => ruleFinding("resurs.utan-enhet", { resource: resourceName(row) }, inResurser(context, row, "enhet")));
}

/** Who gets money or posts for an assignment leads it or takes part in it, or lies below one that does. Source: R17. */
export function resourcesGoToThoseResponsible(context: CheckContext): Finding[] {
  const { subjects, units } = context;
  return rowsOf(context).flatMap((row) => {
    const { avser, enhet } = row.values;
    const assignment = subjects.assignment(avser);
    if (assignment === undefined || enhet === null || !units.isKnown(enhet)) return [];
    const responsible = [subjects.leadOf(assignment), ...othersOf(context, assignment)].filter((unit) => unit !== null);
    if (responsible.length === 0 || responsible.some((unit) => units.isWithin(enhet, unit))) return [];
    const about = { resource: resourceName(row), unit: enhet, assignment: assignmentName(assignment), responsible };
    return [ruleFinding("resurs.annan-enhet", about, inResurser(context, row, "enhet"))];
  });
}

/** Money says which year it is given from; posts are those of the plan. Source: R19. */
export function moneyHasYears(context: CheckContext): Finding[] {
  return rowsOf(context)
    .filter((row) => isMoney(row.values.typ) && isEmpty(row, "ar"))
    .map((row) => ruleFinding("resurs.utan-ar", { resource: resourceName(row) }, inResurser(context, row, "ar")));
}

const HOW_LONG = words("(?:varaktig|permanent|bestående|tillfällig|årlig|ettårig|tvåårig|treårig)\\p{L}*|engångs\\p{L}*|tills ?vidare|till och med|t\\.? ?o\\.? ?m|endast|bara");

/** "Ramökning" alone does not say whether it lasts. A judgement. Source: R19. */
export function increasesSayHowLong(context: CheckContext): Finding[] {
  return rowsOf(context)
    .filter(({ values }) => values.typ === "Ramökning" && values.belopp !== null && !HOW_LONG.test(values.beskrivning ?? ""))
    .map((row) => ruleFinding("resurs.varaktighet", { resource: resourceName(row) }, inResurser(context, row, "beskrivning")));
}
