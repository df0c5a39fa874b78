import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { periodFrom, periodTo } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { words } from "../comments/sentences.js";
import { criteriaOf } from "../goals/criteria.js";
import { isInForce } from "../goals/goalsInForce.js";
import type { GoalRow } from "../goals/goalTree.js";
import { named, ruleFinding, type Place } from "../messages.js";
import type { ActivityRow } from "../subjects.js";
import { saysWhenOrHowMuch } from "../goals/targetsInWords.js";
import { parseTimeFrame } from "../assignments/timeFrame.js";
import { activityName, goalName, inAktiviteter, inKontroller, inMal, type CheckContext } from "./context.js";
import { inKriterier } from "./criteria.js";
import { goalsWithoutMeasure } from "./goals.js";

/** What the register Dokument calls an operational plan. */
const PLAN = "Verksamhetsplan";

/** A goal that is told in criteria alone has one that says by when or by how much. Source: R25; Norrköping, seven goals of fourteen without a target. */
export function criteriaSayWhenOrHowMuch(context: CheckContext): Finding[] {
  const criteria = criteriaOf(context.contents);
  return goalsWithoutMeasure(context).flatMap((goal) => {
    const own = criteria(goal.values.id);
    if (own.length === 0 || own.some(({ row }) => saysWhenOrHowMuch(row.values.kriterium))) return [];
    return [ruleFinding("mal.kriterier-omatbara", { goal: goalName(goal) }, inMal(context, goal, "mal"))];
  });
}

/**
 * Where goals of a level and unit have activities, each of them has: its own, or one of a goal above or below it, or of an assignment in one of those.
 * Source: R29.
 */
export function goalsHaveActivities(context: CheckContext): Finding[] {
  const { tree } = context;
  const active = goalsWithActivities(context);
  if (active.size === 0) return [];
  const below = new Set<GoalRow>();
  for (const goal of active) {
    for (let at = tree.parent(goal); at !== undefined && !below.has(at); at = tree.parent(at)) below.add(at);
  }
  const covered = new Set([...active, ...below]);
  // Parents come first in the tree's order.
  const above = new Set<GoalRow>();
  for (const goal of tree.inOrder) {
    const parent = tree.parent(goal);
    if (parent !== undefined && (active.has(parent) || above.has(parent))) above.add(goal);
  }
  const kindOf = (goal: GoalRow) => JSON.stringify([goal.values.niva, folded(tree.ownerOfGoal(goal) ?? "")]);
  const kinds = new Set([...active].map(kindOf));
  return tree.inOrder
    .filter((goal) => kinds.has(kindOf(goal)) && !covered.has(goal) && !above.has(goal) && isFollowed(context, goal))
    .map((goal) => ruleFinding("mal.utan-aktivitet", { goal: goalName(goal) }, inMal(context, goal, "mal")));
}

function goalsWithActivities({ contents, subjects, tree }: CheckContext): ReadonlySet<GoalRow> {
  const goals = (contents.aktiviteter?.rows ?? []).map(({ values }) => {
    const subject = subjects.find(values.avser);
    return subject?.kind === "assignment" ? tree.goal(subject.row.values.malId) : subject?.kind === "goal" ? subject.row : undefined;
  });
  return new Set(goals.filter((goal) => goal !== undefined));
}

function isFollowed({ period, tree }: CheckContext, goal: GoalRow): boolean {
  return period === undefined || isInForce(goal, period, tree);
}

/** In an operational plan a committee's goal stands under its goal area. Source: R48; Norrköping prints the label Målområde three times without a value. */
export function committeeGoalsHaveAreas(context: CheckContext): Finding[] {
  const { tree } = context;
  if (!hasPlan(context)) return [];
  return tree.inOrder
    .filter((goal) => goal.values.niva === "Nämndmål" && goal.values.overordnat === null && isFollowed(context, goal))
    .map((goal) => ruleFinding("mal.utan-malomrade", { goal: goalName(goal) }, inMal(context, goal, "overordnat")));
}

/** A self-check of an operational plan says what is done, by whom and when. Source: Norrköping, defects of egenkontroll 1–3 (frequency open, no actions, nobody named). */
export function selfChecksArePlanned(context: CheckContext): Finding[] {
  const { contents } = context;
  if (!hasPlan(context)) return [];
  return (contents.kontroller?.rows ?? []).flatMap((control) => {
    const { sort, kontrollmoment, ansvarig, nar, minstPerAr, omrade, risk } = control.values;
    if (sort !== "Egenkontroll") return [];
    const missing = ([["kontrollmoment", kontrollmoment], ["ansvarig", ansvarig], ["nar", nar ?? minstPerAr]] as const).flatMap(([key, value]) => (value === null ? [key] : []));
    const [first] = missing;
    if (first === undefined) return [];
    const about = { control: named(omrade ?? risk), missing: missing.map((key) => registers.kontroller.columns[key].header) };
    return [ruleFinding("kontroll.egenkontroll-oplanerad", about, inKontroller(context, control, first))];
  });
}

function hasPlan({ contents }: CheckContext): boolean {
  return (contents.dokument?.rows ?? []).some(({ values }) => folded(values.typ) === folded(PLAN));
}

const UP = words("öka|ökar|ökas|ökad|ökat|ökade|höja|höjs|höjas|fler");
const DOWN = words("minska|minskar|minskas|minskad|minskat|sänka|sänks|sänkas|korta|kortas|kortare|färre");

/** The word that says which way; undefined where there is none, or words of both. */
function directionWord(text: string): { readonly way: "up" | "down"; readonly word: string } | undefined {
  const up = UP.exec(text)?.[0];
  const down = DOWN.exec(text)?.[0];
  if ((up === undefined) === (down === undefined)) return undefined;
  return up === undefined ? { way: "down", word: down ?? "" } : { way: "up", word: up };
}

/**
 * A goal and its criteria go the same way. Measures are not asked: of a goal that safety is to grow, the share of those afraid may well be to fall.
 * Source: R31; Norrköping's goal 15, "öka" and "korta tiden".
 */
export function directionsOfGoalsAgree(context: CheckContext): Finding[] {
  const { tree, contents } = context;
  const criteria = criteriaOf(contents);
  return tree.inOrder.flatMap((goal) => {
    const own = directionWord(goal.values.mal);
    if (own === undefined) return [];
    return criteria(goal.values.id).flatMap(({ row }) => {
      const other = directionWord(row.values.kriterium);
      if (other === undefined || other.way === own.way) return [];
      const about = { goal: goalName(goal), word: own.word.toLowerCase(), number: row.values.nr, other: other.word.toLowerCase() };
      return [ruleFinding("mal.riktning-kriterium", about, inKriterier(context, row, "kriterium"))];
    });
  });
}

const OUT_OF_REACH = words("(?:inte|ej) möjlig[at]? att (?:nå|uppnå)|kan (?:inte|ej) (?:nås|uppnås)|(?:nås|uppnås) (?:inte|ej)");

/** No text of a goal says that it will not be reached. Source: R47; Norrköping, "är inte möjlig att nå 2016". */
export function goalsAreWithinReach(context: CheckContext): Finding[] {
  const { tree, contents, subjects } = context;
  const criteria = criteriaOf(contents);
  const told = (goal: GoalRow, text: string | null, place: Place): Finding[] => {
    const found = text === null ? null : OUT_OF_REACH.exec(text);
    return found === null ? [] : [ruleFinding("mal.nas-inte", { goal: goalName(goal), words: found[0] }, place)];
  };
  const ofGoals = tree.inOrder.flatMap((goal) => [
    ...told(goal, goal.values.beskrivning, inMal(context, goal, "beskrivning")),
    ...criteria(goal.values.id).flatMap(({ row }) => told(goal, row.values.kriterium, inKriterier(context, row, "kriterium"))),
  ]);
  const ofActivities = (contents.aktiviteter?.rows ?? []).flatMap((activity) => {
    const subject = subjects.find(activity.values.avser);
    return subject?.kind === "goal" ? told(subject.row, activity.values.aktivitet, inAktiviteter(context, activity, "aktivitet")) : [];
  });
  return [...ofGoals, ...ofActivities];
}

/** Where activities name who is responsible, each does; one that does not has the owner of its goal or the lead of its assignment. Source: R34. */
export function activitiesNameWhoIsResponsible(context: CheckContext): Finding[] {
  const activities = context.contents.aktiviteter?.rows ?? [];
  if (activities.every(({ values }) => values.ansvarig === null)) return [];
  return activities.flatMap((activity) => {
    const owner = context.subjects.ownerOf({ kind: "activity", row: activity });
    if (activity.values.ansvarig !== null || owner === null) return [];
    return [ruleFinding("aktivitet.ansvarig-arvd", { activity: activityName(activity), owner }, inAktiviteter(context, activity, "ansvarig"))];
  });
}

/** Every activity says when. That is one thing to say, however many do not: in a plan they may be most. Source: R34. */
export function activitiesSayWhen({ contents }: CheckContext): Finding[] {
  const all = contents.aktiviteter?.rows ?? [];
  const without = all.filter(({ values }) => values.tidsram === null && values.slut === null);
  const column = contents.aktiviteter?.columnAt["tidsram"];
  if (without.length === 0 || contents.aktiviteter === undefined) return [];
  const at = column === undefined ? undefined : { sheet: contents.aktiviteter.sheet, row: contents.aktiviteter.headerRow, column };
  const { table, columns } = registers.aktiviteter;
  return [ruleFinding("aktivitet.utan-tid", { without: without.length, all: all.length }, { register: table, column: columns.tidsram.header, at })];
}

const INTENTIONS = ["försöker", "försöka", "behöver titta över", "behöver se över", "eventuellt", "om möjligt", "någon gång", "i mån av tid"].map(
  (text) => [text, words(text)] as const,
);

/** An activity says what is done, not what somebody hopes or may do. Source: R35. */
export function activitiesAreCommitments(context: CheckContext): Finding[] {
  return (context.contents.aktiviteter?.rows ?? []).flatMap((activity) => {
    const found = INTENTIONS.filter(([, pattern]) => pattern.test(activity.values.aktivitet)).map(([text]) => text);
    return found.length === 0 ? [] : [ruleFinding("aktivitet.avsikt", { activity: activityName(activity), words: found }, inAktiviteter(context, activity, "aktivitet"))];
  });
}

/** What an operational plan plans comes after its decision: an activity of its period that has a day, to begin or to end on. Source: R38. */
export function activitiesComeAfterTheDecision(context: CheckContext): Finding[] {
  const plans = (context.contents.dokument?.rows ?? []).flatMap(({ values: { typ, period, datum } }) =>
    folded(typ) === folded(PLAN) && period !== null && datum !== null ? [{ from: periodFrom(period), to: periodTo(period), datum }] : [],
  );
  if (plans.length === 0) return [];
  return (context.contents.aktiviteter?.rows ?? []).flatMap((activity) => {
    const planned = plannedDay(activity);
    if (planned === undefined) return [];
    // Of several plans for one period the day may belong to any.
    const decisions = plans.filter(({ from, to }) => from <= planned && planned <= to).map(({ datum }) => datum);
    const decided = Math.min(...decisions);
    if (decisions.length === 0 || planned >= decided) return [];
    const about = { activity: activityName(activity), day: dayText(planned), decided: dayText(decided) };
    return [ruleFinding("aktivitet.fore-beslutet", about, inAktiviteter(context, activity, activity.values.slut === null ? "tidsram" : "slut"))];
  });
}

function plannedDay({ values: { slut, tidsram } }: ActivityRow): number | undefined {
  if (slut !== null) return slut;
  const frame = tidsram === null ? null : parseTimeFrame(tidsram);
  return frame?.kind === "from" || frame?.kind === "byDate" ? frame.day : undefined;
}
