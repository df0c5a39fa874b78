import { message } from "../../registers/message.js";
import { quoted } from "../../registers/messages/wording.js";
import type { DayOff } from "../decisions/workingDays.js";

/** What is told of decisions that have not been carried out, and of the events in them. */
export const decisionMessages = {
  "beslut.datum-i-fel-ordning": message<{ id: string; column: string; before: string }>("fel", {
    sv: ({ id, column, before }) => `Beslut ${id} har ${column} före ${before}, så det räknas fel. Rätta det datum som är fel.`,
    en: ({ id, column, before }) => `Decision ${id} has ${column} before ${before}, so it is counted wrongly. Correct the date that is wrong.`,
  }),
  "beslut.verkstallt-och-avslutat": message<{ id: string }>("fel", {
    sv: ({ id }) => `Beslut ${id} är både verkställt och avslutat. Det som hände först räknas. Ta bort det datum som inte gäller.`,
    en: ({ id }) => `Decision ${id} is both carried out and closed. What happened first counts. Remove the date that does not apply.`,
  }),
  "beslut.framtida-datum": message<{ id: string; column: string; day: string }>("varning", {
    sv: ({ id, column, day }) => `${column} för beslut ${id} är ${day}, som inte har varit än. Rätta datumet, eller skriv dagen i Planerad verkställighet.`,
    en: ({ id, column, day }) => `${column} of decision ${id} is ${day}, which is yet to come. Correct the date, or write the day in Planerad verkställighet.`,
  }),
  "beslut.avslutsorsak-saknas": message<{ id: string }>("varning", {
    sv: ({ id }) => `Beslut ${id} är avslutat utan att ha verkställts, men det står inte varför. Fyll i Avslutsorsak.`,
    en: ({ id }) => `Decision ${id} is closed without having been carried out, but nothing says why. Fill in Avslutsorsak.`,
  }),
  "beslut.nytt-beslut-saknas": message<{ id: string }>("varning", {
    sv: ({ id }) => `Beslut ${id} är avslutat på grund av ett nytt beslut, men det nya beslutets nummer saknas. Fyll i Nytt beslut.`,
    en: ({ id }) => `Decision ${id} is closed because of a new decision, but the number of the new one is missing. Fill in Nytt beslut.`,
  }),
  "beslut.annan-lag": message<{ id: string; insats: string; named: string; lag: string }>("varning", {
    sv: ({ id, insats, named, lag }) => `Beslut ${id} gäller ${quoted(insats)}, som är enligt ${named}, men under Lag står ${lag}. Rätta det som är fel.`,
    en: ({ id, insats, named, lag }) => `Decision ${id} is about ${quoted(insats)}, which is by ${named}, but Lag says ${lag}. Correct what is wrong.`,
  }),
  "beslut.insats-tva-namn": message<{ insats: string; other: string }>("upplysning", {
    sv: ({ insats, other }) => `Insatserna ${quoted(insats)} och ${quoted(other)} kan vara samma insats men räknas var för sig. Skriv samma namn överallt om det är en insats.`,
    en: ({ insats, other }) => `The aids ${quoted(insats)} and ${quoted(other)} may be the same but are counted apart. Write the same name everywhere if they are one.`,
  }),
  "beslut.ej-arbetsdag": message<{ id: string; day: string; off: DayOff }>("upplysning", {
    sv: ({ id, day, off }) => `Beslut ${id} är daterat ${day}, som är ${off.sv}. Kontrollera datumet.`,
    en: ({ id, day, off }) => `Decision ${id} is dated ${day}, which is ${off.en}. Check the date.`,
  }),
  "beslut.avbrott-utan-dag": message<{ id: string; day: string }>("varning", {
    sv: ({ id, day }) => `I Händelser står att verkställigheten av beslut ${id} avbröts ${day}, men Avbrottsdatum är tomt. Väntan räknas då från Beslutsdatum. Fyll i Avbrottsdatum, och kontrollera Beslutsdatum.`,
    en: ({ id, day }) => `Händelser says that decision ${id} was broken off on ${day}, but Avbrottsdatum is empty. The wait is then counted from Beslutsdatum. Fill in Avbrottsdatum, and check Beslutsdatum.`,
  }),
  "beslut.tillfallig-losning-saknas": message<{ id: string }>("upplysning", {
    sv: ({ id }) => `En händelse i beslut ${id} tycks säga vad den enskilde får i väntan på insatsen. Skriv det i Tillfällig lösning också, så kommer det med i underlaget till IVO.`,
    en: ({ id }) => `An event of decision ${id} seems to say what the person gets meanwhile. Write that in Tillfällig lösning too, and it goes into the basis for IVO.`,
  }),
  "beslut.rapporterad-for-tidigt": message<{ id: string; written: string; byDate: string; limit: string }>("varning", {
    sv: ({ id, written, byDate, limit }) =>
      `Beslut ${id} ska efter sitt datum rapporteras som nytt ${byDate}, när tre månader har gått (${limit}), men står som rapporterat ${written}. Det som står gäller. Kontrollera Beslutsdatum, som kan vara dagen för ett avbrott.`,
    en: ({ id, written, byDate, limit }) =>
      `By its date, decision ${id} is to be reported as new in ${byDate}, when three months have gone (${limit}), but it says that it was reported in ${written}. What is written holds. Check Beslutsdatum, which may be the day of a break.`,
  }),
  "beslut.rapporterad-for-sent": message<{ id: string; written: string; byDate: string; limit: string }>("varning", {
    sv: ({ id, written, byDate, limit }) =>
      `Tre månader gick ut ${limit} för beslut ${id}, som skulle ha rapporterats ${byDate} men står som rapporterat först ${written}. Det som står gäller. Kontrollera datumet och Först rapporterad.`,
    en: ({ id, written, byDate, limit }) =>
      `Three months ran out on ${limit} for decision ${id}, which should have been reported in ${byDate} but says that it was not until ${written}. What is written holds. Check the date and Först rapporterad.`,
  }),
  "beslut.slutredovisad-avviker": message<{ id: string; kind: "executed" | "closed"; day: string; ended: string; written: string }>("varning", {
    sv: ({ id, kind, day, ended, written }) =>
      `Beslut ${id} ${kind === "executed" ? "verkställdes" : "avslutades"} ${day}, alltså ${ended}, men redovisas ${written}. Det som står gäller. Kontrollera datumet och Slutredovisad.`,
    en: ({ id, kind, day, ended, written }) =>
      `Decision ${id} was ${kind === "executed" ? "carried out" : "closed"} on ${day}, that is in ${ended}, but is told of in ${written}. What is written holds. Check the date and Slutredovisad.`,
  }),
  "beslut.slutredovisad-utan-dag": message<{ id: string; written: string }>("varning", {
    sv: ({ id, written }) => `Beslut ${id} står som slutredovisat ${written} men har varken Verkställt eller Avslutat, så det räknas som ej verkställt. Fyll i dagen, eller töm Slutredovisad.`,
    en: ({ id, written }) => `Decision ${id} says that its end was told of in ${written} but has neither Verkställt nor Avslutat, so it counts as not carried out. Fill in the day, or empty Slutredovisad.`,
  }),
  "beslut.ej-kvartal": message<{ id: string; column: string; period: string }>("varning", {
    sv: ({ id, column, period }) => `${column} för beslut ${id} är ${period}, men ej verkställda beslut rapporteras per kvartal. Datumen gäller i stället. Skriv ett kvartal, till exempel Kvartal 1 2019.`,
    en: ({ id, column, period }) => `${column} of decision ${id} is ${period}, but decisions not carried out are reported by quarter. The dates hold instead. Write a quarter, for example Kvartal 1 2019.`,
  }),
  "beslut.kon-saknas": message<{ id: string; period: string }>("varning", {
    sv: ({ id, period }) => `Beslut ${id} är nytt ${period} men saknar Kön, så kvinnor och män blir inte lika många som besluten. Fyll i Kön.`,
    en: ({ id, period }) => `Decision ${id} is new in ${period} but lacks Kön, so women and men do not add up to the decisions. Fill in Kön.`,
  }),
  "beslut.kon-saknas-for-tidigare": message<{ count: number; of: number; period: string }>("upplysning", {
    sv: ({ count, of, period }) => `${count} av ${of} beslut som rapporterades före ${period} saknar Kön. De räknas som Ej angivet i den publika rapporten. Fyll i Kön om du vet det.`,
    en: ({ count, of, period }) => `${count} of ${of} decisions that were reported before ${period} lack Kön. The public report counts them as Ej angivet. Fill in Kön if you know it.`,
  }),
  "beslut.utan-handelse": message<{ id: string }>("varning", {
    sv: ({ id }) => `Beslut ${id} är inte verkställt, men det finns ingen händelse som säger varför. Skälen för dröjsmålet ska rapporteras. Skriv dem i Händelser.`,
    en: ({ id }) => `Decision ${id} has not been carried out, but no event says why. The reasons for the delay are to be reported. Write them in Händelser.`,
  }),
  "beslut.ingen-ny-handelse": message<{ id: string; latest: string; period: string }>("upplysning", {
    sv: ({ id, latest, period }) => `Den senaste händelsen i beslut ${id} är från ${latest}, och beslutet var inte verkställt när ${period} tog slut. Skriv i Händelser hur läget är nu.`,
    en: ({ id, latest, period }) => `The latest event of decision ${id} is of ${latest}, and it had not been carried out when ${period} ended. Write in Händelser how things stand now.`,
  }),
  "beslut.planerad-passerad": message<{ id: string; day: string }>("varning", {
    sv: ({ id, day }) => `Beslut ${id} skulle verkställas ${day}, men Verkställt är tomt. Fyll i Verkställt, eller en ny dag i Planerad verkställighet.`,
    en: ({ id, day }) => `Decision ${id} was to be carried out on ${day}, but Verkställt is empty. Fill in Verkställt, or a new day in Planerad verkställighet.`,
  }),
  "handelse.fore-beslut": message<{ id: string; day: string }>("varning", {
    sv: ({ id, day }) => `Händelsen ${day} ligger före beslut ${id}, som den hör till. Kontrollera datumen och beslutsnumret.`,
    en: ({ id, day }) => `The event of ${day} lies before decision ${id}, which it belongs to. Check the dates and the number of the decision.`,
  }),
  "handelse.framtida": message<{ id: string; day: string; latest: string; planned: string }>("varning", {
    sv: ({ id, day, latest, planned }) => `Händelsen ${day} i beslut ${id} ligger efter ${latest}, då läget redovisas. Rätta datumet, eller välj ${planned} under Händelse.`,
    en: ({ id, day, latest, planned }) => `The event of ${day} in decision ${id} lies after ${latest}, the day the report is about. Correct the date, or choose ${planned} under Händelse.`,
  }),
  "handelse.ej-arbetsdag": message<{ id: string; day: string; off: DayOff }>("upplysning", {
    sv: ({ id, day, off }) => `Händelsen i beslut ${id} är daterad ${day}, som är ${off.sv}. Kontrollera datumet.`,
    en: ({ id, day, off }) => `The event in decision ${id} is dated ${day}, which is ${off.en}. Check the date.`,
  }),
};
