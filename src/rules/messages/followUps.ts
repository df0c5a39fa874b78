import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of what units report on goals, assignments and activities. */
export const followUpMessages = {
  "uppfoljning.saknas": message<{ assignment: string; unit: string | null; period: string }>("varning", {
    sv: ({ assignment, unit, period }) => `Kommentar för ${period} saknas för uppdraget ${assignment}${unit === null ? "" : ` (${unit})`}. Skriv den i Uppföljning.`,
    en: ({ assignment, unit, period }) => `The comment for ${period} is missing for the assignment ${assignment}${unit === null ? "" : ` (${unit})`}. Write it in Uppföljning.`,
  }),
  "uppfoljning.ingen": message<{ count: number; period: string }>("varning", {
    sv: ({ count, period }) => `Inget är uppföljt för ${period}: ${count} uppdrag gäller, och Uppföljning har inga rader. Lägg till en rad för varje uppdrag.`,
    en: ({ count, period }) => `Nothing is followed up for ${period}: ${count} ${count === 1 ? "assignment is" : "assignments are"} in force, and Uppföljning has no rows. Add a row for each assignment.`,
  }),
  "uppfoljning.utlovat-steg": message<{ assignment: string; unit: string | null; period: string; promise: string; promisedIn: string }>("varning", {
    sv: ({ assignment, unit, period, promise, promisedIn }) =>
      `Kommentaren för ${promisedIn} om uppdraget ${assignment}${unit === null ? "" : ` (${unit})`} utlovade något till ”${promise}”, men kommentar för ${period} saknas. Skriv i Uppföljning hur det gick.`,
    en: ({ assignment, unit, period, promise, promisedIn }) =>
      `The comment for ${promisedIn} on the assignment ${assignment}${unit === null ? "" : ` (${unit})`} promised something for ”${promise}”, but the comment for ${period} is missing. Write in Uppföljning how it went.`,
  }),
  "uppfoljning.status-saknas": message<{ subject: string; period: string }>("fel", {
    sv: ({ subject, period }) => `Status för ${period} saknas för ${subject}. Välj en status.`,
    en: ({ subject, period }) => `The status for ${period} is missing for ${subject}. Choose a status.`,
  }),
  "uppfoljning.status-kommentar": message<{ subject: string; status: string; phrase: string }>("varning", {
    sv: ({ subject, status, phrase }) => `Status för ${subject} är ${status}, men i kommentaren står ”${phrase}”. Kontrollera att status och kommentar säger samma sak.`,
    en: ({ subject, status, phrase }) => `The status of ${subject} is ${status}, but the comment says ”${phrase}”. Check that status and comment say the same.`,
  }),
  "uppfoljning.forsenat-utan-orsak": message<{ subject: string; missing: readonly string[] }>("varning", {
    sv: ({ subject, missing }) => `${subject} är Försenat, men ${listed(missing, "och")} saknas. Fyll i varför det är försenat och när det ska vara klart.`,
    en: ({ subject, missing }) => `${subject} is Försenat, but ${listed(missing, "and")} ${missing.length === 1 ? "is" : "are"} missing. Fill in why it is late and when it is to be done.`,
  }),
  "uppfoljning.samma-mening": message<{ subject: string; other: string; row: number; sentence: string }>("varning", {
    sv: ({ subject, other, row, sentence }) =>
      `Kommentaren om ${subject} har samma mening som den om ${other} på rad ${row}: ${sentence}. Räknas något dubbelt? Låt meningen stå på ett ställe.`,
    en: ({ subject, other, row, sentence }) =>
      `The comment on ${subject} has the same sentence as the one on ${other} in row ${row}: ${sentence}. Is something counted twice? Keep the sentence in one place.`,
  }),
  "uppfoljning.avtal-slutar": message<{ subject: string; year: number }>("upplysning", {
    sv: ({ subject, year }) => `Kommentaren om ${subject} nämner ett avtal eller en överenskommelse som slutar ${year}. Planera i tid om den ska förnyas.`,
    en: ({ subject, year }) => `The comment on ${subject} mentions an agreement that ends in ${year}. Plan in time if it is to be renewed.`,
  }),
  "uppfoljning.fel-skala": message<{ subject: string; status: string; words: readonly string[] }>("fel", {
    sv: ({ subject, status, words }) => `${status} är ingen status för ${subject}, så den kommer inte med i rapporten. Välj ${listed(words, "eller")}.`,
    en: ({ subject, status, words }) => `${status} is no status of ${subject}, so the report leaves it out. Choose ${listed(words, "or")}.`,
  }),
  "uppfoljning.avser-annat": message<{ id: string; what: string }>("varning", {
    sv: ({ id, what }) => `${id} finns i ${what}, och det följs inte upp här. Skriv id för ett mål, ett uppdrag eller en aktivitet i Avser. Ett mått följs upp i Utfall.`,
    en: ({ id, what }) => `${id} is in ${what}, which is not followed up here. Write the id of a goal, an assignment or an activity in Avser. A measure is followed up in Utfall.`,
  }),
  "uppfoljning.annan-enhet": message<{ assignment: string; unit: string }>("varning", {
    sv: ({ assignment, unit }) => `${unit} följer upp uppdraget ${assignment} men är varken huvudansvarig eller medansvarig. Rätta Enhet, eller lägg till ${unit} i Medansvariga.`,
    en: ({ assignment, unit }) => `${unit} follows up the assignment ${assignment} but neither leads it nor takes part in it. Correct Enhet, or add ${unit} to Medansvariga.`,
  }),
  "uppfoljning.fore-start": message<{ assignment: string; period: string; start: string }>("varning", {
    sv: ({ assignment, period, start }) => `Uppdraget ${assignment} börjar ${start} men följs upp för ${period}. Rätta perioden, eller uppdragets Start och År.`,
    en: ({ assignment, period, start }) => `The assignment ${assignment} begins ${start} but is followed up for ${period}. Correct the period, or Start and År of the assignment.`,
  }),
  "uppfoljning.efter-avslut": message<{ assignment: string; period: string; status: string; ended: string }>("varning", {
    sv: ({ assignment, period, status, ended }) => `Uppdraget ${assignment} var ${ended} i en tidigare period men är ${status} ${period}. Rätta den status som är fel.`,
    en: ({ assignment, period, status, ended }) => `The assignment ${assignment} was ${ended} in an earlier period but is ${status} in ${period}. Correct the status that is wrong.`,
  }),
  "uppfoljning.dubblett": message<{ subject: string; period: string; unit: string; rows: readonly number[] }>("fel", {
    sv: ({ subject, period, unit, rows }) =>
      `Rad ${listed(rows.map(String), "och")} följer ${rows.length === 2 ? "båda" : "alla"} upp ${subject} för ${period}, ${unit}. Bara den översta används. Ta bort de andra, eller ändra Enhet eller Period.`,
    en: ({ subject, period, unit, rows }) =>
      `Rows ${listed(rows.map(String), "and")} ${rows.length === 2 ? "both" : "all"} follow up ${subject} for ${period}, ${unit}. Only the uppermost is used. Delete the others, or change Enhet or Period.`,
  }),
  "uppfoljning.period-rytm": message<{ period: string; rhythm: string }>("upplysning", {
    sv: ({ period, rhythm }) =>
      `${period} är en annan sorts period än arbetsboken rapporterar (${rhythm}), så raden kommer inte med i en sådan rapport. Du behöver inte göra något om det är meningen.`,
    en: ({ period, rhythm }) => `${period} is another kind of period than the workbook reports (${rhythm}), so such a report leaves the row out. Nothing needs to be done if that is intended.`,
  }),
  "uppfoljning.framtida-period": message<{ period: string }>("varning", {
    sv: ({ period }) => `${period} har inte börjat än. Kontrollera perioden.`,
    en: ({ period }) => `${period} has not begun yet. Check the period.`,
  }),
  "mal.bedomning-avviker": message<{ goal: string; own: string; proposed: string; period: string }>("varning", {
    sv: ({ goal, own, proposed, period }) => `Målet ${goal} är bedömt som ${own} för ${period}, men måtten ger ${proposed}. Nämndens bedömning gäller i rapporten. Skriv varför i Orsak.`,
    en: ({ goal, own, proposed, period }) => `The goal ${goal} is judged ${own} for ${period}, but its measures give ${proposed}. The committee's own word goes into the report. Write why in Orsak.`,
  }),
  "mal.bedomning-med-orsak": message<{ goal: string; own: string; proposed: string; period: string }>("upplysning", {
    sv: ({ goal, own, proposed, period }) => `Målet ${goal} är bedömt som ${own} för ${period}, men måtten ger ${proposed}. Nämndens bedömning gäller, och orsaken är skriven. Du behöver inte göra något.`,
    en: ({ goal, own, proposed, period }) => `The goal ${goal} is judged ${own} for ${period}, but its measures give ${proposed}. The committee's own word holds, and the reason is written. Nothing needs to be done.`,
  }),
};
