import { activityStatuses, assignmentStatuses } from "../registers/definitions/statusWords.js";
import { NOT_ASSESSED } from "../rules/controls/controls.js";
import type { ReportBlock } from "./document.js";
import type { CellLook } from "./layout/sheetLayout.js";

/** One word of a status scale. Word, symbol and look always go together; the shapes differ, so it reads in black and white too. */
export interface ScaleStep {
  readonly word: string;
  readonly symbol: string;
  readonly look: CellLook;
  /** What the word means, in Swedish, for the legend. */
  readonly meaning: string;
}

/** A list of status words. A scale belongs to a column: the same symbol may mean something else in another list. */
export interface StatusScale {
  readonly name: string;
  /** Heading of the scale's legend. */
  readonly legend: string;
  readonly steps: readonly ScaleStep[];
}

/** Status of a measure, always computed (model.md, Decided). */
export const measureScale: StatusScale = {
  name: "mått",
  legend: "Status för mått",
  steps: [
    { word: "Uppnått", symbol: "●", look: "statusMet", meaning: "Utfallet når målvärdet." },
    { word: "Delvis uppnått", symbol: "◆", look: "statusPartly", meaning: "Utfallet når inte målvärdet, men är nära." },
    { word: "Ej uppnått", symbol: "■", look: "statusMissed", meaning: "Utfallet når inte målvärdet." },
    { word: "Ej mätt", symbol: "–", look: "statusUnknown", meaning: "Det finns inget utfall för perioden." },
    { word: "Mål saknas", symbol: "–", look: "statusUnknown", meaning: "Det finns inget målvärde att jämföra med." },
    { word: "Följs", symbol: "–", look: "statusUnknown", meaning: "Måttet följs utan målvärde." },
  ],
};

/** The word proposed for a goal from its measures. */
export const goalScale: StatusScale = {
  name: "mål",
  legend: "Förslag för mål",
  steps: [
    { word: "Uppnått", symbol: "●", look: "statusMet", meaning: "Alla mått som går att jämföra är uppnådda." },
    { word: "Delvis uppnått", symbol: "◆", look: "statusPartly", meaning: "Något mått är uppnått eller delvis uppnått, men inte alla är uppnådda." },
    { word: "Ej uppnått", symbol: "■", look: "statusMissed", meaning: "Inget mått är uppnått, inte ens delvis." },
    { word: "Ej bedömt", symbol: "–", look: "statusUnknown", meaning: "Inget mått går att jämföra med ett målvärde." },
  ],
};

/** What the goals below propose for a goal of several committees. */
export const goalsBelowScale: StatusScale = {
  name: "mål under",
  legend: "Förslag för mål som flera nämnder har mål under",
  steps: [
    { word: "Uppnått", symbol: "●", look: "statusMet", meaning: "Alla mål under som är bedömda är uppnådda." },
    { word: "Delvis uppnått", symbol: "◆", look: "statusPartly", meaning: "Något mål under är uppnått eller delvis uppnått, men inte alla som är bedömda." },
    { word: "Ej uppnått", symbol: "■", look: "statusMissed", meaning: "Inget mål under är uppnått, inte ens delvis." },
    { word: "Ej bedömt", symbol: "–", look: "statusUnknown", meaning: "Inget mål under är bedömt." },
  ],
};

/** A committee's own word for a goal: it wins over the proposed one, and both are shown. */
export const judgementScale: StatusScale = {
  name: "bedömning",
  legend: "Nämndens bedömning av mål",
  steps: [
    { word: "Uppnått", symbol: "●", look: "statusMet", meaning: "Nämnden bedömer att målet är uppnått." },
    { word: "Delvis uppnått", symbol: "◆", look: "statusPartly", meaning: "Nämnden bedömer att målet delvis är uppnått." },
    { word: "Ej uppnått", symbol: "■", look: "statusMissed", meaning: "Nämnden bedömer att målet inte är uppnått." },
    { word: "Ej bedömt", symbol: "–", look: "statusUnknown", meaning: "Nämnden har inte bedömt målet." },
  ],
};

/** A blank status as it is printed; never written in a register. */
export const NOT_GIVEN = "Ej angivet";

/** Status of an assignment as its lead reports it. Colours are few: an assignment under way is blue, one that needs a look amber. */
export const assignmentScale: StatusScale = {
  name: "uppdrag",
  legend: "Status för uppdrag",
  steps: stepsFor(assignmentStatuses, {
    "Ej påbörjat": { symbol: "○", look: "statusUnknown", meaning: "Arbetet har inte börjat." },
    "Planerat": { symbol: "○", look: "statusUnknown", meaning: "Arbetet är planerat men har inte börjat." },
    "Pågående": { symbol: "►", look: "statusOngoing", meaning: "Arbetet pågår." },
    "Nästan genomfört": { symbol: "►", look: "statusOngoing", meaning: "Bara en liten del återstår." },
    "Försenat": { symbol: "▲", look: "statusPartly", meaning: "Arbetet blir klart senare än planerat." },
    "Delvis genomfört": { symbol: "◆", look: "statusPartly", meaning: "En del av uppdraget är gjord." },
    "Genomfört": { symbol: "●", look: "statusMet", meaning: "Uppdraget är klart." },
    "Ej genomfört": { symbol: "■", look: "statusMissed", meaning: "Uppdraget har inte gjorts." },
    "Avbrutet": { symbol: "■", look: "statusMissed", meaning: "Uppdraget har stoppats innan det blev klart." },
  }),
};

/** Status of an activity. After Ovanåker, Kvalitetsbokslut 2017: Genomfört ●, Delvis genomfört ◆, Ej genomfört ■. */
export const activityScale: StatusScale = {
  name: "aktivitet",
  legend: "Status för aktiviteter",
  steps: stepsFor(activityStatuses, {
    "Genomfört": { symbol: "●", look: "statusMet", meaning: "Aktiviteten är gjord." },
    "Delvis genomfört": { symbol: "◆", look: "statusPartly", meaning: "En del av aktiviteten är gjord." },
    "Ej genomfört": { symbol: "■", look: "statusMissed", meaning: "Aktiviteten har inte gjorts." },
    "Ej aktuellt": { symbol: "–", look: "statusUnknown", meaning: "Aktiviteten behövs inte längre." },
  }),
};

/** Status of a quality initiative and of its activities: the document has one list for both. After Ovanåker, Kvalitetsbokslut 2017. */
export const qualityScale: StatusScale = {
  name: "kvalitetsinsats",
  legend: "Status för kvalitetsinsatser och aktiviteter",
  steps: stepsFor(activityStatuses, {
    "Genomfört": { symbol: "●", look: "statusMet", meaning: "Det som planerades är gjort." },
    "Delvis genomfört": { symbol: "◆", look: "statusPartly", meaning: "En del av det som planerades är gjort." },
    "Ej genomfört": { symbol: "■", look: "statusMissed", meaning: "Det som planerades har inte gjorts." },
    "Ej aktuellt": { symbol: "–", look: "statusUnknown", meaning: "Det behövs inte längre." },
  }),
};

/**
 * What a follow-up of a control showed. After Ovanåker, Kvalitetsbokslut 2017: Ingen avvikelse ●, Mindre ◆, Stor ■, and the dash that it prints for a control that was not made;
 * the same symbols mean other things for activities.
 */
export const controlScale: StatusScale = {
  name: "kontroll",
  legend: "Bedömning av kontroller",
  steps: [
    { word: "Ingen avvikelse", symbol: "●", look: "statusMet", meaning: "Kontrollen visade ingen avvikelse." },
    { word: "Mindre avvikelse", symbol: "◆", look: "statusPartly", meaning: "Kontrollen visade någon mindre avvikelse." },
    { word: "Större avvikelse", symbol: "■", look: "statusMissed", meaning: "Kontrollen visade en större avvikelse." },
    { word: "Ej genomförd", symbol: "–", look: "statusUnknown", meaning: "Kontrollen har inte gjorts." },
    { word: NOT_ASSESSED, symbol: "○", look: "statusUnknown", meaning: "Ingen bedömning är angiven för perioden." },
  ],
};

/** How big a risk is, by Sannolikhet × Konsekvens (rules/controlRisks.ts). */
export const riskScale: StatusScale = {
  name: "risk",
  legend: "Risknivå: sannolikhet × konsekvens",
  steps: [
    { word: "Hög risk", symbol: "■", look: "statusMissed", meaning: "Riskvärde 9 eller högre." },
    { word: "Medelhög risk", symbol: "◆", look: "statusPartly", meaning: "Riskvärde 4 till 8." },
    { word: "Låg risk", symbol: "●", look: "statusMet", meaning: "Riskvärde 1 till 3." },
  ],
};

/** A unit's part in an assignment, in a column of its own. After Östersund 2024, where the lead stands before the brackets: "SAN (TN, VON)". */
export const responsibilityScale: StatusScale = {
  name: "ansvar",
  legend: "Ansvar för uppdrag",
  steps: [
    { word: "A", symbol: "●", look: "statusOngoing", meaning: "Ansvarig: leder uppdraget." },
    { word: "M", symbol: "○", look: "statusUnknown", meaning: "Medansvarig: deltar utan att leda." },
  ],
};

/** The steps of a scale in the order of its words, and last the blank one. */
function stepsFor<Word extends string>(words: readonly Word[], steps: Readonly<Record<Word, Omit<ScaleStep, "word">>>): readonly ScaleStep[] {
  return [
    ...words.map((word) => ({ word, ...steps[word] })),
    { word: NOT_GIVEN, symbol: "–", look: "statusUnknown", meaning: "Ingen status är angiven för perioden." },
  ];
}

const scales: ReadonlyMap<string, StatusScale> = new Map(
  [measureScale, goalScale, goalsBelowScale, judgementScale, assignmentScale, activityScale, qualityScale, controlScale, riskScale, responsibilityScale].map((scale) => [scale.name, scale]),
);

const stepsOf: ReadonlyMap<string, ReadonlyMap<string, ScaleStep>> = new Map([...scales].map(([name, { steps }]) => [name, new Map(steps.map((step) => [step.word, step]))]));

/** The legend of a scale: those of its words that are used, in its order. */
export function legendOf(scale: StatusScale, used: Iterable<string>): ReportBlock {
  const words = new Set(used);
  return { kind: "legend", scale: scale.name, words: scale.steps.map(({ word }) => word).filter((word) => words.has(word)) };
}

/** A document names a scale, or a word of one, that does not exist: a fault in the report's own code. */
export class UnknownScaleError extends Error {
  constructor(scale: string, word: string) {
    super(`Statusen "${word}" finns inte i skalan "${scale}". Inget har skrivits. Det är ett fel i rapporten, inte i din arbetsbok.`);
    this.name = "UnknownScaleError";
  }
}

/** @throws UnknownScaleError when no scale has that name. */
export function scaleNamed(name: string): StatusScale {
  const scale = scales.get(name);
  if (scale === undefined) throw new UnknownScaleError(name, "");
  return scale;
}

/** @throws UnknownScaleError when the scale has no such word. */
export function scaleStep(scale: string, word: string): ScaleStep {
  const step = stepsOf.get(scale)?.get(word);
  if (step === undefined) throw new UnknownScaleError(scale, word);
  return step;
}

/** A status as printed everywhere: "● Uppnått". */
export function statusText(scale: string, word: string): string {
  return statusOf(scaleStep(scale, word));
}

/** The same of a step in hand. */
export function statusOf({ symbol, word }: ScaleStep): string {
  return `${symbol} ${word}`;
}

/**
 * The look of a status that somebody wrote by hand, with or without its symbol: that of the word where the scales agree on it, else the look of
 * what is not known.
 */
export function lookOfWrittenStatus(text: string): CellLook {
  const written = text.trim().toLowerCase();
  const looks = new Set(
    [...scales.values()].flatMap(({ steps }) =>
      steps.flatMap(({ word, symbol, look }) => ([word, `${symbol} ${word}`].some((known) => known.toLowerCase() === written) ? [look] : [])),
    ),
  );
  const [look] = looks;
  return look !== undefined && looks.size === 1 ? look : "statusUnknown";
}
