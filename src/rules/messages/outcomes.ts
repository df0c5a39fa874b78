import type { LocalText } from "../../registers/language.js";
import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";
import type { Matt } from "../../registers/registers.js";

/** What is told of outcomes: missing, doubled, not comparable, or not what else in the row says. */
export const outcomeMessages = {
  /** `unit` is null where the workbook has no units to tell apart. */
  "utfall.saknas": message<{ measure: string; unit: string | null; period: string }>("varning", {
    sv: ({ measure, unit, period }) =>
      `Utfall för ${period} saknas för ${measure}${unit === null ? "" : ` (${unit})`}. Lägg till utfallet i Utfall. Är det inte mätt, skriv Ej mätt.`,
    en: ({ measure, unit, period }) =>
      `The outcome for ${period} is missing for ${measure}${unit === null ? "" : ` (${unit})`}. Add the outcome to Utfall. If it was not measured, write Ej mätt.`,
  }),
  "utfall.ej-jamforbart": message<{ measure: string; outcome: string; target: string }>("fel", {
    sv: ({ measure, outcome, target }) =>
      `Utfallet ${outcome} för ${measure} går inte att jämföra med målvärdet ${target}, så måttet får ingen status. Skriv dem på samma sätt, till exempel båda med procenttecken, och fyll i Måttenhet.`,
    en: ({ measure, outcome, target }) =>
      `The outcome ${outcome} of ${measure} cannot be compared with the target ${target}, so the measure gets no status. Write them in the same way, for example both with a per cent sign, and fill in Måttenhet.`,
  }),
  "utfall.vantar-malvarde": message<{ measure: string; outcome: string; period: string }>("varning", {
    sv: ({ measure, outcome, period }) =>
      `${measure} har utfallet ${outcome} för ${period} men inget målvärde, så måluppfyllelsen går inte att räkna. Fyll i Målvärde i Mått, eller välj riktningen Följs.`,
    en: ({ measure, outcome, period }) =>
      `${measure} has the outcome ${outcome} for ${period} but no target, so attainment cannot be calculated. Fill in Målvärde in Mått, or choose the direction Följs.`,
  }),
  /** `earlierPeriod` is null where the outcome is compared with the starting value. */
  "utfall.fel-hall": message<{ measure: string; outcome: string; period: string; earlier: string; earlierPeriod: string | null; direction: Direction }>("varning", {
    sv: ({ measure, outcome, period, earlier, earlierPeriod, direction }) =>
      `${measure} gick åt fel håll: ${outcome} ${period} mot ${earlier} ${earlierPeriod ?? "från start"}, och måttet ska ${wanted[direction].sv}. Kontrollera siffrorna och skriv orsaken i Kommentar.`,
    en: ({ measure, outcome, period, earlier, earlierPeriod, direction }) =>
      `${measure} moved the wrong way: ${outcome} in ${period} against ${earlier} ${earlierPeriod === null ? "from the start" : `in ${earlierPeriod}`}, and the measure should ${wanted[direction].en}. Check the figures and write the reason in Kommentar.`,
  }),
  /** An outcome that is empty is "" here. */
  "utfall.dubblett": message<{ measure: string; period: string; unit: string; rows: readonly number[]; outcomes: readonly string[] }>("fel", {
    sv: ({ measure, period, unit, rows, outcomes }) =>
      `Rad ${listed(rows.map(String), "och")} är alla utfall för ${measure}, ${period}, ${unit} (${outcomes.map((outcome) => outcome || "tomt").join(" och ")}). Bara den översta används. Ta bort de andra, eller ändra Enhet eller Period.`,
    en: ({ measure, period, unit, rows, outcomes }) =>
      `Rows ${listed(rows.map(String), "and")} are all outcomes of ${measure}, ${period}, ${unit} (${outcomes.map((outcome) => outcome || "empty").join(" and ")}). Only the topmost is used. Delete the others, or change Enhet or Period.`,
  }),
  "utfall.period-rytm": message<{ period: string; rhythm: string }>("upplysning", {
    sv: ({ period, rhythm }) =>
      `${period} är en annan sorts period än arbetsboken rapporterar (${rhythm}), så utfallet kommer inte med i en sådan rapport. Du behöver inte göra något om det är meningen.`,
    en: ({ period, rhythm }) =>
      `${period} is a different kind of period from those that the workbook reports (${rhythm}), so the outcome is left out of such a report. You need not do anything if that is intended.`,
  }),
  "utfall.framtida-period": message<{ period: string }>("varning", {
    sv: ({ period }) => `${period} har inte börjat än. Kontrollera perioden.`,
    en: ({ period }) => `${period} has not begun yet. Check the period.`,
  }),
  "utfall.annat-varde": message<{ header: string; shown: string; counted: string }>("varning", {
    sv: ({ header, shown, counted }) =>
      `${header} visar ${shown}, men ska vara ${counted === "" ? "tom" : counted}. Någon har ändrat formeln, eller så har Excel inte räknat om. Inget annat har ändrats. Lägg tillbaka formeln, så stämmer värdet med rapporterna.`,
    en: ({ header, shown, counted }) =>
      `${header} shows ${shown}, but should be ${counted === "" ? "empty" : counted}. Either somebody has changed the formula, or Excel has not recalculated. Nothing else has changed. Put the formula back, and the value will agree with the reports.`,
  }),
  "utfall.kon-andel": message<{ total: string; women: string; men: string }>("varning", {
    sv: ({ total, women, men }) =>
      `Totalen ${total} ligger inte mellan kvinnor ${women} och män ${men}. En andel för alla måste ligga mellan de två. Kontrollera de tre talen.`,
    en: ({ total, women, men }) =>
      `The total ${total} is not between women ${women} and men ${men}. A share for all must be between the two. Check the three numbers.`,
  }),
  "utfall.kon-summa": message<{ total: string; women: string; men: string; sum: string }>("varning", {
    sv: ({ total, women, men, sum }) => `Kvinnor ${women} och män ${men} blir tillsammans ${sum}, men utfallet är ${total}. Kontrollera de tre talen.`,
    en: ({ total, women, men, sum }) => `Women ${women} and men ${men} add up to ${sum}, but the outcome is ${total}. Check the three numbers.`,
  }),
  /** `missing` is the headers of the empty columns. */
  "utfall.kon-saknas": message<{ measure: string; missing: readonly string[] }>("upplysning", {
    sv: ({ measure, missing }) =>
      `${measure} ska redovisas för kvinnor och män, men ${missing.length > 1 ? "båda" : listed(missing, "och")} saknas. Fyll i det, eller ändra Könsuppdelat i Mått.`,
    en: ({ measure, missing }) =>
      `${measure} should be given for women and men, but ${missing.length > 1 ? "both are" : `${listed(missing, "and")} is`} missing. Fill it in, or change Könsuppdelat in Mått.`,
  }),
};

type Direction = Matt["riktning"];

/** What a measure with each direction should do. */
const wanted: Readonly<Record<Direction, LocalText>> = {
  Öka: { sv: "öka", en: "increase" },
  Minska: { sv: "minska", en: "decrease" },
  "Inom intervall": { sv: "ligga inom sitt intervall", en: "be within its interval" },
  "Ja/Nej": { sv: "nå sitt målvärde", en: "reach its target" },
  Följs: { sv: "bara följas", en: "only be followed" },
};
