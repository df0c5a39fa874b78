import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { aidKey, lawInName, namesInNames, printedAid } from "../decisions/aidNames.js";
import { decisionsInOrder, waitsSince } from "../decisions/decisions.js";
import { append } from "../goals/goalTree.js";
import { ruleFinding } from "../messages.js";
import type { DecisionRow } from "../subjects.js";
import { dayOff } from "../decisions/workingDays.js";
import { byId, inBeslut, type CheckContext } from "./context.js";

type DateColumn = "beslutsdatum" | "avbrottsdatum" | "verkstallt" | "avslutat";

const rowsOf = ({ contents }: CheckContext): readonly DecisionRow[] => contents.beslut?.rows ?? [];
const headerOf = (key: keyof DecisionRow["values"]): string => registers.beslut.columns[key].header;

/** A cell that holds something unreadable is not empty; the reader tells of it. */
export function isEmptyCell({ values, cells }: DecisionRow, key: keyof DecisionRow["values"]): boolean {
  const cell = cells[key];
  return values[key] === null && (cell === undefined || isBlank(cell));
}

/** A decision comes before its break, and both before its end. An execution may lie before a break: it was broken off. Source: U4. */
export function decisionDatesAreInOrder(context: CheckContext): Finding[] {
  return rowsOf(context).flatMap((row) => {
    const { id, beslutsdatum, avbrottsdatum, avslutat, verkstallt } = row.values;
    const pairs: readonly (readonly [DateColumn, number | null, DateColumn, number])[] = [
      ["avbrottsdatum", avbrottsdatum, "beslutsdatum", beslutsdatum],
      ["verkstallt", verkstallt, "beslutsdatum", beslutsdatum],
      ["avslutat", avslutat, avbrottsdatum === null ? "beslutsdatum" : "avbrottsdatum", waitsSince(row)],
    ];
    return pairs
      .filter(([, day, , earlier]) => day !== null && day < earlier)
      .map(([column, , before]) => ruleFinding("beslut.datum-i-fel-ordning", { id, column: headerOf(column), before: headerOf(before) }, inBeslut(context, row, column)));
  });
}

/** A decision is carried out or closed, not both. */
export function decisionsEndOnce(context: CheckContext): Finding[] {
  return rowsOf(context)
    .filter((row) => row.values.avslutat !== null && row.values.verkstallt !== null && row.values.verkstallt >= waitsSince(row))
    .map((row) => ruleFinding("beslut.verkstallt-och-avslutat", { id: row.values.id }, inBeslut(context, row, "avslutat")));
}

/** What has been decided, broken off, carried out or closed has happened. Only Planerad verkställighet lies ahead. */
export function decisionDatesHaveCome(context: CheckContext): Finding[] {
  const { today } = context;
  if (today === undefined) return [];
  return rowsOf(context).flatMap((row) =>
    (["beslutsdatum", "avbrottsdatum", "verkstallt", "avslutat"] as const).flatMap((key) => {
      const day = row.values[key];
      if (day === null || day <= today) return [];
      return [ruleFinding("beslut.framtida-datum", { id: row.values.id, column: headerOf(key), day: dayText(day) }, inBeslut(context, row, key))];
    }),
  );
}

/** A decision that is closed without being carried out says why, and names the decision that takes its place. Source: notes on Ale, defect 3. */
export function closedDecisionsSayWhy(context: CheckContext): Finding[] {
  return rowsOf(context).flatMap((row) => {
    const { id, avslutat, avslutsorsak } = row.values;
    if (avslutat === null) return [];
    if (isEmptyCell(row, "avslutsorsak")) return [ruleFinding("beslut.avslutsorsak-saknas", { id }, inBeslut(context, row, "avslutsorsak"))];
    const isReplaced = avslutsorsak !== null && /\bny(?:tt|a)\b.*\bbeslut/u.test(folded(avslutsorsak));
    return isReplaced && isEmptyCell(row, "nyttBeslut") ? [ruleFinding("beslut.nytt-beslut-saknas", { id }, inBeslut(context, row, "nyttBeslut"))] : [];
  });
}

/** The aid's name and Lag name one law. */
export function aidsAreOfTheirLaw(context: CheckContext): Finding[] {
  return rowsOf(context).flatMap((row) => {
    const { id, insats, lag } = row.values;
    const named = lawInName(insats);
    return named === undefined || named === lag ? [] : [ruleFinding("beslut.annan-lag", { id, insats: printedAid(insats), named, lag }, inBeslut(context, row, "lag"))];
  });
}

/** One aid has one name, else it is counted as two. Which names mean the same is a judgement. One finding per longer name. Source: notes on Ale, defect 4. */
export function aidsHaveOneName(context: CheckContext): Finding[] {
  const byName = new Map<string, DecisionRow[]>();
  const names = new Map<DecisionRow["values"]["lag"], Set<string>>();
  for (const row of byId(rowsOf(context), ({ values }) => values.id)) {
    const { lag, insats } = row.values;
    const key = aidKey(insats);
    append(byName, `${lag}|${key}`, row);
    names.set(lag, (names.get(lag) ?? new Set()).add(key));
  }
  return [...names].flatMap(([lag, keys]) =>
    [...namesInNames(keys)].flatMap(([longer, shorter]) => {
      const [row] = byName.get(`${lag}|${longer}`) ?? [];
      const [other] = byName.get(`${lag}|${shorter}`) ?? [];
      if (row === undefined || other === undefined) return [];
      return [ruleFinding("beslut.insats-tva-namn", { insats: printedAid(row.values.insats), other: printedAid(other.values.insats) }, inBeslut(context, row, "insats"))];
    }),
  );
}

/** Decisions are made on working days; another day may be a slip. Source: notes on Ale, defect 5. */
export function decisionsAreMadeOnWorkingDays(context: CheckContext): Finding[] {
  return rowsOf(context).flatMap((row) => {
    const { id, beslutsdatum } = row.values;
    const off = dayOff(beslutsdatum);
    return off === undefined ? [] : [ruleFinding("beslut.ej-arbetsdag", { id, day: dayText(beslutsdatum), off }, inBeslut(context, row, "beslutsdatum"))];
  });
}

/** What the events tell of a decision has its own column: the day of a break, and what is given meanwhile. Source: notes on Ale, defects 1 and 7. */
export function eventsHaveTheirColumns(context: CheckContext): Finding[] {
  return decisionsInOrder(context).flatMap(({ row, events }) => {
    const { id } = row.values;
    const broken = events.find(({ values }) => values.handelse === "Avbrott");
    const meanwhile = events.find(({ values }) => /\btills vidare\b|\bi väntan på\b/u.test(folded(values.text)));
    return [
      ...(broken === undefined || !isEmptyCell(row, "avbrottsdatum") ? [] : [ruleFinding("beslut.avbrott-utan-dag", { id, day: dayText(broken.values.datum) }, inBeslut(context, row, "avbrottsdatum"))]),
      ...(meanwhile === undefined || !isEmptyCell(row, "tillfalligLosning") ? [] : [ruleFinding("beslut.tillfallig-losning-saknas", { id }, inBeslut(context, row, "tillfalligLosning"))]),
    ];
  });
}
