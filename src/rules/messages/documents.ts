import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of documents and of the letters that administrations write to their committees. */
export const documentMessages = {
  "dokument.uppgift-saknas": message<{ document: string; headers: readonly string[] }>("varning", {
    sv: ({ document, headers }) => `${listed(headers, "och")} saknas för tjänsteutlåtandet ${document}. Fyll i det som brevets huvud ska ha.`,
    en: ({ document, headers }) => `${listed(headers, "and")} ${headers.length === 1 ? "is" : "are"} missing for the letter ${document}. Fill in what its head is to have.`,
  }),
  "dokument.diarienummer-form": message<{ number: string }>("upplysning", {
    sv: ({ number }) => `Diarienumret ${number} har inte både år och löpnummer. Kontrollera att hela numret är med, till exempel OAN.2019.17.`,
    en: ({ number }) => `The reference number ${number} does not have both a year and a running number. Check that all of it is there, for example OAN.2019.17.`,
  }),
  "dokument.samma-diarienummer": message<{ number: string; document: string; other: string }>("varning", {
    sv: ({ number, document, other }) => `${document} och ${other} är av samma typ och har båda diarienummer ${number}. Rätta det ena numret, eller ge dem samma rubrik om det är ett ärende.`,
    en: ({ number, document, other }) => `${document} and ${other} are of the same type and both have the reference number ${number}. Correct one of them, or give them one heading if they are one matter.`,
  }),
  "dokument.roller-olika": message<{ number: string; role: string; other: string; id: string }>("upplysning", {
    sv: ({ number, role, other, id }) => `Ärendet ${number} har ansvarig roll ${role} här men ${other} i ${id}. Är det samma person? Använd i så fall samma titel.`,
    en: ({ number, role, other, id }) => `The matter ${number} has the role ${role} here but ${other} in ${id}. Is it the same person? If so, use one title.`,
  }),
  "dokument.roll-undertecknar-inte": message<{ document: string; role: string; roles: readonly string[] }>("upplysning", {
    sv: ({ document, role, roles }) => `${role} ansvarar för ${document}, men den undertecknas av ${listed(roles, "och")}. Är det samma person? Använd i så fall samma titel.`,
    en: ({ document, role, roles }) => `${role} is responsible for ${document}, but it is signed by ${listed(roles, "and")}. Is it the same person? If so, use one title.`,
  }),
  "dokument.bilaga-diarienummer": message<{ annex: string; letter: string; number: string; own: string }>("varning", {
    sv: ({ annex, letter, number, own }) => `${annex} har diarienummer ${number}, men är underlag till ${letter} som har ${own}. Ge dem samma nummer om de hör till samma ärende.`,
    en: ({ annex, letter, number, own }) => `${annex} has the reference number ${number}, but is the basis of ${letter}, which has ${own}. Give them one number if they belong to one matter.`,
  }),
  "text.okant-avsnitt": message<{ section: string; meant: string | undefined }>("upplysning", {
    sv: ({ section, meant }) =>
      meant === undefined ? `Ingen rapport känner till avsnittet ${section}, så texten kommer inte med. Välj ett avsnitt i listan.` : `Avsnittet ${section} finns inte. Skriv ${meant} om det är det du menar.`,
    en: ({ section, meant }) =>
      meant === undefined ? `No report knows the section ${section}, so the text is left out. Choose a section from the list.` : `There is no section ${section}. Write ${meant} if that is what you mean.`,
  }),
  "text.avsnitt-saknas": message<{ letter: string; sections: readonly string[] }>("varning", {
    sv: ({ letter, sections }) => `Tjänsteutlåtandet ${letter} saknar ${listed(sections, "och")}. Skriv ${sections.length === 1 ? "avsnittet" : "avsnitten"} i Texter.`,
    en: ({ letter, sections }) => `The letter ${letter} lacks ${listed(sections, "and")}. Write ${sections.length === 1 ? "the section" : "the sections"} in Texter.`,
  }),
  "text.okand-platshallare": message<{ name: string; meant: string | undefined; known: readonly string[] }>("varning", {
    sv: ({ name, meant, known }) =>
      `I texten står ${braced(name)}, som inte fylls i utan skrivs ut som det står. ${meant === undefined ? `Det som kan fyllas i är ${listed(known.map(braced), "och")}.` : `Skriv ${braced(meant)} om det är det du menar.`}`,
    en: ({ name, meant, known }) =>
      `The text has ${braced(name)}, which is not filled in but printed as it stands. ${meant === undefined ? `What can be filled in is ${listed(known.map(braced), "and")}.` : `Write ${braced(meant)} if that is what you mean.`}`,
  }),
  "text.antal-stammer-inte": message<{ words: string; count: string; placeholder: string }>("varning", {
    sv: ({ words, count, placeholder }) => `I texten står ”${words}”, men enligt registret Beslut är antalet ${count}. Rätta texten, eller skriv ${placeholder} så fylls antalet i.`,
    en: ({ words, count, placeholder }) => `The text says ”${words}”, but by the register Beslut the number is ${count}. Correct the text, or write ${placeholder} and the number is filled in.`,
  }),
  "text.underlag-efter-brevet": message<{ line: string; letter: string; day: string }>("varning", {
    sv: ({ line, letter, day }) => `Underlaget ${line} är senare än tjänsteutlåtandet ${letter} (${day}). Rätta det datum som är fel.`,
    en: ({ line, letter, day }) => `The basis ${line} is later than the letter ${letter} (${day}). Correct the date that is wrong.`,
  }),
  "text.underlag-annat-datum": message<{ line: string; annex: string; day: string }>("varning", {
    sv: ({ line, annex, day }) => `I underlaget står ${line}, men ${annex} har datum ${day} i Dokument. Rätta det datum som är fel.`,
    en: ({ line, annex, day }) => `The basis says ${line}, but ${annex} is dated ${day} in Dokument. Correct the date that is wrong.`,
  }),
  "text.inkommen-fore-ansokan": message<{ received: string; dated: string }>("varning", {
    sv: ({ received, dated }) => `Ansökan sägs ha kommit in ${received}, men är daterad ${dated}. Rätta det datum som är fel.`,
    en: ({ received, dated }) => `The application is said to have come in on ${received}, but is dated ${dated}. Correct the date that is wrong.`,
  }),
  "text.inkommen-efter-brevet": message<{ received: string; day: string }>("varning", {
    sv: ({ received, day }) => `Ansökan sägs ha kommit in ${received}, efter tjänsteutlåtandets datum ${day}. Rätta det datum som är fel.`,
    en: ({ received, day }) => `The application is said to have come in on ${received}, after the date of the letter, ${day}. Correct the date that is wrong.`,
  }),
  "text.belopp-over-ansokt": message<{ granted: string; applied: string }>("varning", {
    sv: ({ granted, applied }) => `Förslaget beviljar ${granted}, men ansökan gäller ${applied}. Kontrollera beloppen.`,
    en: ({ granted, applied }) => `The proposal grants ${granted}, but the application is for ${applied}. Check the sums.`,
  }),
  "text.mottagare-saknas": message<{ letter: string; bodies: readonly string[] }>("varning", {
    sv: ({ letter, bodies }) => `Enligt förslaget i ${letter} ska beslutet till ${listed(bodies, "och")}, men ${bodies.length === 1 ? "den mottagaren" : "de mottagarna"} saknas i Expedieras till. Lägg till, eller ändra förslaget.`,
    en: ({ letter, bodies }) => `By the proposal in ${letter} the decision goes to ${listed(bodies, "and")}, not listed in Expedieras till. Add what is missing, or change the proposal.`,
  }),
  "text.bilaga-saknas": message<{ letter: string }>("upplysning", {
    sv: ({ letter }) => `Texten nämner bilagor, men ingen står i Beslutsunderlag till ${letter}. Lägg till bilagorna, eller ändra texten.`,
    en: ({ letter }) => `The text speaks of annexes, but none is listed in Beslutsunderlag of ${letter}. Add the annexes, or change the text.`,
  }),
  "text.tva-stavningar": message<{ usual: string; other: string }>("upplysning", {
    sv: ({ usual, other }) => `”${other}” skrivs på andra ställen i dokumentet ”${usual}”. Använd samma stavning om det är samma namn.`,
    en: ({ usual, other }) => `”${other}” is written ”${usual}” elsewhere in the document. Use one spelling if it is one name.`,
  }),
  "text.belopp-flera-namn": message<{ sum: string; words: readonly string[] }>("upplysning", {
    sv: ({ sum, words }) => `${sum} kallas ${listed(words, "och")} i samma ärende. Använd det ord som säger vad beloppet är.`,
    en: ({ sum, words }) => `${sum} is called ${listed(words, "and")} in one matter. Use the word that says what the sum is.`,
  }),
  "text.ekonomi-utan-belopp": message<{ sum: string }>("upplysning", {
    sv: ({ sum }) => `Förslaget beviljar ${sum}, men den ekonomiska bedömningen nämner varken belopp eller konto. Skriv vad det kostar och vilken budget det belastar.`,
    en: ({ sum }) => `The proposal grants ${sum}, but the section on economy names neither sum nor account. Write what it costs and which budget pays.`,
  }),
};

function braced(name: string): string {
  return `{${name}}`;
}
