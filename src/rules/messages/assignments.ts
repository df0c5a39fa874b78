import { message } from "../../registers/message.js";

/** What is told of assignments and their activities. */
export const assignmentMessages = {
  "uppdrag.utan-ansvarig": message<{ assignment: string }>("varning", {
    sv: ({ assignment }) => `Uppdraget ${assignment} har ingen som leder det, och det hör inte till ett mål som någon äger. Fyll i Huvudansvarig.`,
    en: ({ assignment }) => `The assignment ${assignment} has nobody who leads it, and belongs to no goal with an owner. Fill in Huvudansvarig.`,
  }),
  "uppdrag.medansvarig-dubbelt": message<{ assignment: string; units: string }>("varning", {
    sv: ({ assignment, units }) => `${units} står mer än en gång som ansvarig för uppdraget ${assignment}. Låt varje enhet stå en gång: den som leder i Huvudansvarig, de andra i Medansvariga.`,
    en: ({ assignment, units }) => `${units} is named more than once as responsible for the assignment ${assignment}. Name each unit once: the one that leads in Huvudansvarig, the others in Medansvariga.`,
  }),
  "uppdrag.utan-slut": message<{ assignment: string }>("upplysning", {
    sv: ({ assignment }) => `Uppdraget ${assignment} har inget Slut, så det går inte att se om det blir försenat. Fyll i Slut om uppdraget ska vara klart en viss dag.`,
    en: ({ assignment }) => `The assignment ${assignment} has no Slut, so nobody can see whether it is late. Fill in Slut if it is to be done by a certain day.`,
  }),
  "uppdrag.inget-slut": message<{ count: number }>("upplysning", {
    sv: ({ count }) => `${count === 1 ? "Uppdraget har inget Slut" : `Inget av de ${count} uppdragen har Slut`}, så det går inte att se om något blir försenat. Fyll i Slut om uppdragen ska vara klara en viss dag.`,
    en: ({ count }) => `${count === 1 ? "The assignment has no Slut" : `None of the ${count} assignments has Slut`}, so nobody can see whether anything is late. Fill in Slut if they are to be done by a certain day.`,
  }),
  "uppdrag.slut-passerat": message<{ assignment: string; end: string; status: string | null }>("varning", {
    sv: ({ assignment, end, status }) =>
      `Uppdraget ${assignment} skulle vara klart ${end}, men ${status === null ? "har ingen status som säger att det är avslutat" : `har status ${status}`}. Uppdatera Status, eller skriv en ny dag i Klart senast.`,
    en: ({ assignment, end, status }) =>
      `The assignment ${assignment} was to be done by ${end}, but ${status === null ? "has no status saying that it has ended" : `has the status ${status}`}. Update Status, or write a new day in Klart senast.`,
  }),
  "uppdrag.datum-omvanda": message<{ assignment: string; start: string; end: string }>("fel", {
    sv: ({ assignment, start, end }) => `Uppdraget ${assignment} börjar ${start} men slutar ${end}. Rätta ett av datumen.`,
    en: ({ assignment, start, end }) => `The assignment ${assignment} begins on ${start} but ends on ${end}. Correct one of the dates.`,
  }),
  "uppdrag.efter-malet": message<{ assignment: string; end: string; until: string }>("upplysning", {
    sv: ({ assignment, end, until }) => `Uppdraget ${assignment} slutar ${end}, men målet gäller bara till ${until}. Rätta Slut, eller ändra målets Giltigt till.`,
    en: ({ assignment, end, until }) => `The assignment ${assignment} ends on ${end}, but its goal is valid only until ${until}. Correct Slut, or change the goal's Giltigt till.`,
  }),
  "uppdrag.ar-orimligt": message<{ assignment: string; year: number }>("fel", {
    sv: ({ assignment, year }) => `Uppdraget ${assignment} har året ${year}, så det kommer inte med i någon period. Skriv året med fyra siffror, till exempel 2021.`,
    en: ({ assignment, year }) => `The assignment ${assignment} has the year ${year}, so it belongs to no period. Write the year with four digits, for example 2021.`,
  }),
  "uppdrag.ej-vidare": message<{ assignment: string; year: number; now: number; status: string | null }>("varning", {
    sv: ({ assignment, year, now, status }) =>
      `Uppdraget ${assignment} från ${year} är inte avslutat${status === null ? "" : ` (${status})`} och följs inte upp ${now}. Avsluta det med en status i Uppföljning, följ upp det, eller ange det som Föregående uppdrag för det uppdrag som fortsätter.`,
    en: ({ assignment, year, now, status }) =>
      `The assignment ${assignment} from ${year} has not ended${status === null ? "" : ` (${status})`} and is not followed up in ${now}. End it with a status in Uppföljning, follow it up, or name it as Föregående uppdrag of the assignment that continues it.`,
  }),
  "uppdrag.foregaende-cykel": message<{ assignment: string }>("fel", {
    sv: ({ assignment }) => `Föregående uppdrag för ${assignment} leder tillbaka till uppdraget självt. Ändra Föregående uppdrag, så att kedjan har en början.`,
    en: ({ assignment }) => `Föregående uppdrag of ${assignment} leads back to the assignment itself. Change Föregående uppdrag so that the chain has a beginning.`,
  }),
  "uppdrag.foregaende-senare": message<{ assignment: string; year: number; earlier: string; earlierYear: number }>("varning", {
    sv: ({ assignment, year, earlier, earlierYear }) =>
      `Uppdraget ${assignment} är från ${year}, men dess Föregående uppdrag ${earlier} är från ${earlierYear}. Rätta Föregående uppdrag eller ett av åren.`,
    en: ({ assignment, year, earlier, earlierYear }) =>
      `The assignment ${assignment} is from ${year}, but its Föregående uppdrag ${earlier} is from ${earlierYear}. Correct Föregående uppdrag or one of the years.`,
  }),
  "uppdrag.samma-text": message<{ assignment: string; other: string; row: number }>("varning", {
    sv: ({ assignment, other, row }) => `Uppdraget ${assignment} har samma text, år och ansvarig som ${other} på rad ${row}. Ta bort det ena, eller gör texterna olika.`,
    en: ({ assignment, other, row }) => `The assignment ${assignment} has the same text, year and lead as ${other} in row ${row}. Delete one of them, or make the texts differ.`,
  }),
  "aktivitet.avser-annat": message<{ activity: string; id: string; what: string }>("fel", {
    sv: ({ activity, id, what }) => `Aktiviteten ${activity} avser ${id}, som finns i ${what}, så den kommer inte med i någon rapport. Skriv id för ett mål eller ett uppdrag i Avser.`,
    en: ({ activity, id, what }) => `The activity ${activity} refers to ${id}, which is in ${what}, so no report shows it. Write the id of a goal or an assignment in Avser.`,
  }),
  "aktivitet.slut-passerat": message<{ activity: string; end: string; status: string | null }>("varning", {
    sv: ({ activity, end, status }) =>
      `Aktiviteten ${activity} skulle vara klar ${end}, men ${status === null ? "har ingen status i Uppföljning" : `har status ${status}`}. Uppdatera Status i Uppföljning, eller ändra Slut.`,
    en: ({ activity, end, status }) =>
      `The activity ${activity} was to be done by ${end}, but ${status === null ? "has no status in Uppföljning" : `has the status ${status}`}. Update Status in Uppföljning, or change Slut.`,
  }),
  "aktivitet.slut-tidsram": message<{ activity: string; end: string; frame: string }>("varning", {
    sv: ({ activity, end, frame }) => `Aktiviteten ${activity} har Slut ${end}, men Tidsram säger ${frame}. Rätta den ena, så att de säger samma sak.`,
    en: ({ activity, end, frame }) => `The activity ${activity} has Slut ${end}, but Tidsram says ${frame}. Correct one of them so that they say the same.`,
  }),
  "aktivitet.utan-ansvarig": message<{ activity: string }>("varning", {
    sv: ({ activity }) => `Aktiviteten ${activity} har ingen ansvarig. Fyll i Ansvarig.`,
    en: ({ activity }) => `The activity ${activity} has nobody responsible. Fill in Ansvarig.`,
  }),
  "aktivitet.samma-text": message<{ activity: string; other: string; row: number }>("varning", {
    sv: ({ activity, other, row }) => `Aktiviteten ${activity} har samma text som ${other} på rad ${row}, och båda avser samma sak. Ta bort den ena, eller gör texterna olika.`,
    en: ({ activity, other, row }) => `The activity ${activity} has the same text as ${other} in row ${row}, and both refer to the same. Delete one of them, or make the texts differ.`,
  }),
};
