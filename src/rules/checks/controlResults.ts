import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { isWithin, periodFrom, periodKey, periodLabel } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { givesPercentages, saysBad, saysGood, saysNotMade, saysVaguelyHowMany } from "../comments/controlsInWords.js";
import { contradictedSeries } from "../comments/monthlySeries.js";
import { repeatedSentences, rowsThatShareSentences } from "../comments/repeatedSentences.js";
import type { ControlResultRow } from "../controls/controls.js";
import { firstById } from "../goals/goalTree.js";
import { named, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { inKontrollresultat, rowNumber, byId, type CheckContext } from "./context.js";
import { controlName } from "./controls.js";

/** The follow-ups of the workbook's period, or all when it has none. */
const resultsInQuestion = onceFor(({ contents, period }: CheckContext): readonly ControlResultRow[] => {
  const rows = contents.kontrollresultat?.rows ?? [];
  return period === undefined ? rows : rows.filter(({ values }) => isWithin(values.period, period));
});

/** What a follow-up is about: its own words, else its control. */
const nameFor = onceFor(({ contents }: CheckContext): ((row: ControlResultRow) => string) => {
  const controls = firstById(contents.kontroller?.rows ?? []);
  return ({ values: { uppfoljande, kontrollId } }) => {
    if (uppfoljande !== null) return named(uppfoljande);
    const control = controls.get(folded(kontrollId));
    return control === undefined ? kontrollId : controlName(control);
  };
});

function isEmpty({ cells }: ControlResultRow, key: keyof typeof registers.kontrollresultat.columns): boolean {
  const cell = cells[key];
  return cell === undefined || isBlank(cell);
}

/** Every follow-up is assessed; where its comment says that no control was made, Ej genomförd is proposed. Source: I1; Ale, defect 11. */
export function followedUpControlsAreAssessed(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context).flatMap((row) => {
    if (!isEmpty(row, "bedomning")) return [];
    const about = { control: nameOf(row), period: periodLabel(row.values.period) };
    const place = inKontrollresultat(context, row, "bedomning");
    const phrase = saysNotMade(row.values.kommentar ?? "");
    if (phrase === undefined) return [ruleFinding("kontrollresultat.bedomning-saknas", about, place)];
    const fix = place.at === undefined ? undefined : { cells: [{ at: place.at, value: "Ej genomförd" }] };
    return [ruleFinding("kontrollresultat.ej-gjord-utan-bedomning", { ...about, phrase }, { ...place, fix })];
  });
}

/** A control that was not made has its reason, and one that was made is not said to be unmade. Source: I1. */
export function unmadeControlsHaveReasons(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context).flatMap((row) => {
    const { bedomning, kommentar, period } = row.values;
    if (bedomning === null) return [];
    if (bedomning === "Ej genomförd") {
      if (!isEmpty(row, "kommentar")) return [];
      return [ruleFinding("kontrollresultat.ej-genomford-utan-orsak", { control: nameOf(row), period: periodLabel(period) }, inKontrollresultat(context, row, "kommentar"))];
    }
    const phrase = saysNotMade(kommentar ?? "");
    if (phrase === undefined) return [];
    return [ruleFinding("kontrollresultat.bedomd-men-ej-gjord", { control: nameOf(row), assessment: bedomning, phrase }, inKontrollresultat(context, row, "bedomning"))];
  });
}

/** A deviation is not called good, and what is wanting is more than a minor one. A matter of judgement: the scale has no criteria. Source: Ale, defect 16. */
export function assessmentsAgreeWithComments(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context).flatMap((row) => {
    const { bedomning, kommentar } = row.values;
    if (bedomning === null || bedomning === "Ej genomförd" || kommentar === null) return [];
    const phrase = bedomning === "Ingen avvikelse" ? saysBad(kommentar) : bedomning === "Mindre avvikelse" ? (saysBad(kommentar) ?? saysGood(kommentar)) : saysGood(kommentar);
    if (phrase === undefined) return [];
    return [ruleFinding("kontrollresultat.bedomning-kommentar", { control: nameOf(row), assessment: bedomning, phrase }, inKontrollresultat(context, row, "bedomning"))];
  });
}

/** Counts come in pairs, at most all that were reviewed deviate, and none does where no deviation was found. Source: I6; model.md (Andel). */
export function reviewedAndDeviatingAgree(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context).flatMap((row) => {
    const { granskade, avvikande, bedomning } = row.values;
    const control = nameOf(row);
    const missing = (["granskade", "avvikande"] as const).filter((key) => isEmpty(row, key));
    const [half] = missing;
    if (half !== undefined) {
      if (missing.length > 1) return [];
      const about = { control, missing: registers.kontrollresultat.columns[half].header };
      return [ruleFinding("kontrollresultat.halv-andel", about, inKontrollresultat(context, row, half))];
    }
    if (granskade === null || avvikande === null) return [];
    const place = inKontrollresultat(context, row, "avvikande");
    if (avvikande > granskade || avvikande < 0) return [ruleFinding("kontrollresultat.antal-orimligt", { control, reviewed: granskade, deviating: avvikande }, place)];
    if (avvikande === 0 || bedomning !== "Ingen avvikelse") return [];
    return [ruleFinding("kontrollresultat.avvikelse-trots-ingen", { control, deviating: avvikande }, inKontrollresultat(context, row, "bedomning"))];
  });
}

/** Shares in percent say of how many. Source: I6; Ale, defect 18. */
export function percentagesHaveCounts(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context)
    .filter((row) => isEmpty(row, "granskade") && givesPercentages(row.values.kommentar ?? ""))
    .map((row) => ruleFinding("kontrollresultat.procent-utan-underlag", { control: nameOf(row) }, inKontrollresultat(context, row, "granskade")));
}

/** What a control showed can be counted: "ett fåtal" is of nobody knows how many. Source: Ovanåker, defect 40 (control without measurable result). */
export function resultsAreCounted(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context).flatMap((row) => {
    const phrase = isEmpty(row, "granskade") ? saysVaguelyHowMany(row.values.kommentar ?? "") : undefined;
    return phrase === undefined ? [] : [ruleFinding("kontrollresultat.mangd-i-ord", { control: nameOf(row), phrase }, inKontrollresultat(context, row, "granskade"))];
  });
}

/** Figures month by month go the way that the words about them say. Source: I5; Ale, defect 12. */
export function seriesAgreeWithWords(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  return resultsInQuestion(context).flatMap((row) => {
    const found = contradictedSeries(row.values.kommentar ?? "");
    return found === undefined ? [] : [ruleFinding("kontrollresultat.serie-emot-ord", { control: nameOf(row), ...found }, inKontrollresultat(context, row, "kommentar"))];
  });
}

/** No two comments of one period have a sentence in common, but for that no control was made. One finding per comment. Source: Ale, defect 15. */
export function controlCommentsDiffer(context: CheckContext): Finding[] {
  const nameOf = nameFor(context);
  const commentOf = ({ values }: ControlResultRow) => ({ text: values.kommentar ?? "", group: periodKey(values.period) });
  const inOrder = byId(rowsThatShareSentences(resultsInQuestion(context), commentOf), ({ values }) => `${values.kontrollId} ${values.nr}`);
  const isNotMade = (sentence: string) => saysNotMade(sentence) !== undefined;
  return repeatedSentences(inOrder, commentOf, isNotMade).map(({ row, first, sentence }) => {
    const about = { control: nameOf(row), other: nameOf(first), row: rowNumber(first), sentence: named(sentence) };
    return ruleFinding("kontrollresultat.samma-mening", about, inKontrollresultat(context, row, "kommentar"));
  });
}

/** Nothing is controlled before its period has begun. */
export function controlledPeriodsHaveBegun(context: CheckContext): Finding[] {
  const { contents, today } = context;
  if (today === undefined) return [];
  return (contents.kontrollresultat?.rows ?? [])
    .filter(({ values }) => (values.bedomning ?? values.kommentar) !== null && periodFrom(values.period) > today)
    .map((row) => ruleFinding("kontrollresultat.framtida-period", { period: periodLabel(row.values.period) }, inKontrollresultat(context, row, "period")));
}
