import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import { message, told, type Abouts, type Messages } from "../registers/message.js";

const quoted = (text: string) => `”${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;

/** What is told of what was taken in, besides what reading any cell tells. */
const table = {
  "inlasning.formel": message<{ header: string; count: number }>("upplysning", {
    sv: ({ header, count }) => `${header} räknades av formler (${count} st). Deras värden är inlästa, inte formlerna.`,
    en: ({ header, count }) => `${header} was calculated by formulas (${count}). Their values have been taken in, not the formulas.`,
  }),
  "inlasning.formel-utan-varde": message<{ header: string }>("varning", {
    sv: ({ header }) => `Formeln i ${header} har inget värde i filen. Öppna filen i Excel, låt den räkna om och spara den.`,
    en: ({ header }) => `The formula in ${header} has no value in the file. Open the file in Excel, let it recalculate, and save it.`,
  }),
  "inlasning.fran-ovan": message<{ header: string; typed: string }>("upplysning", {
    sv: ({ header, typed }) => `${header} är tomt och läses som raden ovanför: ${quoted(typed)}. Stämmer det inte, fyll i cellen och läs in igen.`,
    en: ({ header, typed }) => `${header} is empty and is read as the row above: ${quoted(typed)}. If that is wrong, fill in the cell and take it in again.`,
  }),
  "inlasning.fran-rubrik": message<{ header: string; typed: string; value: string }>("upplysning", {
    sv: ({ header, typed, value }) => `${header} står inte på raderna utan hämtas ur ${quoted(typed)}: ${value}.`,
    en: ({ header, typed, value }) => `${header} is not on the rows. It is taken from ${quoted(typed)}: ${value}.`,
  }),
  "inlasning.valt": message<{ header: string; value: string }>("upplysning", {
    sv: ({ header, value }) => `${header} står inte på raderna. Du har valt ${value} för tabellen.`,
    en: ({ header, value }) => `${header} is not on the rows. You have chosen ${value} for the table.`,
  }),
  "inlasning.val-olasligt": message<{ header: string; typed: string }>("varning", {
    sv: ({ header, typed }) => `${quoted(typed)}, som du har valt, går inte att läsa som ${header}. Valet används inte. Välj på nytt.`,
    en: ({ header, typed }) => `${quoted(typed)}, which you have chosen, cannot be read as ${header}. The choice is not used. Choose again.`,
  }),
  "inlasning.saknas": message<{ header: string; count: number }>("varning", {
    sv: ({ header, count }) => `${header} går inte att läsa ut för ${count === 1 ? "raden, som inte läses in" : `${count} rader, som inte läses in`}. Ange ett värde för hela bladet, eller fyll i det på ${count === 1 ? "raden" : "raderna"}.`,
    en: ({ header, count }) => `${header} cannot be told for ${count === 1 ? "the row, which is not taken in" : `${count} rows, which are not taken in`}. Give one value for the whole sheet, or fill it in on the ${count === 1 ? "row" : "rows"}.`,
  }),
  "inlasning.kolumn-okand": message<{ header: string }>("upplysning", {
    sv: ({ header }) => `Kolumnen ${quoted(header)} läses inte in. Välj vart den hör om den ska med.`,
    en: ({ header }) => `The column ${quoted(header)} is not taken in. Choose where it belongs if it should be.`,
  }),
  "inlasning.ar-saknas": message<{ header: string }>("varning", {
    sv: ({ header }) => `${quoted(header)} säger vilken del av året, men inte vilket år. Kolumnen läses inte in förrän året är angivet.`,
    en: ({ header }) => `${quoted(header)} says which part of the year, but not which year. The column is not taken in until the year is given.`,
  }),
  "inlasning.rader-utanfor": message<{ first: number; last: number }>("upplysning", {
    sv: ({ first, last }) => first === last ? `Rad ${first} läses inte in: den ser inte ut att höra till tabellen.` : `Raderna ${first}–${last} läses inte in: de ser inte ut att höra till tabellen.`,
    en: ({ first, last }) => first === last ? `Row ${first} is not taken in: it does not seem to belong to the table.` : `Rows ${first}–${last} are not taken in: they do not seem to belong to the table.`,
  }),
  "inlasning.rad-utelamnad": message<{ row: number; text: string; why: "total" | "note" | "header" }>("upplysning", {
    sv: ({ row, text, why }) => `Rad ${row} läses inte in: ${quoted(text)} ser ut som ${why === "total" ? "en summa" : why === "note" ? "en anteckning" : "rubrikraden en gång till"}.`,
    en: ({ row, text, why }) => `Row ${row} is not taken in: ${quoted(text)} seems to be ${why === "total" ? "a total" : why === "note" ? "a note" : "the header row once more"}.`,
  }),
  "inlasning.rad-utan-namn": message<{ row: number; header: string }>("varning", {
    sv: ({ row, header }) => `Rad ${row} läses inte in: ${header} är tomt eller går inte att läsa. Fyll i cellen och läs in igen om raden ska med.`,
    en: ({ row, header }) => `Row ${row} is not taken in: ${header} is empty or cannot be read. Fill in the cell and take it in again if the row should be.`,
  }),
  "inlasning.kolumn-utan-rubrik": message<{ column: string }>("upplysning", {
    sv: ({ column }) => `Kolumn ${column} har ingen rubrik och läses inte in. Välj vart den hör om den ska med.`,
    en: ({ column }) => `Column ${column} has no header and is not taken in. Choose where it belongs if it should be.`,
  }),
  "inlasning.bredvid": message<{ count: number }>("upplysning", {
    sv: ({ count }) => `${count === 1 ? "En cell" : `${count} celler`} bredvid tabellen läses inte in. Den första är den här.`,
    en: ({ count }) => `${count === 1 ? "One cell" : `${count} cells`} beside the table ${count === 1 ? "is" : "are"} not taken in. This is the first.`,
  }),
  "inlasning.ingen-tabell": message<{ sheet: string }>("upplysning", {
    sv: ({ sheet }) => `På ${quoted(sheet)} finns ingen tabell med rubriker som registren känner igen, så inget därifrån läses in. Lägg till ord för rubrikerna om den ska med.`,
    en: ({ sheet }) => `On ${quoted(sheet)} there is no table with headers that the registers know, so nothing of it is taken in. Add words for its headers if it should be.`,
  }),
  "inlasning.liggande-tabell": message<{ sheet: string }>("varning", {
    sv: ({ sheet }) => `Tabellen på ${quoted(sheet)} ligger ner: rubrikerna eller perioderna står under varandra. Den läses inte in. Kopiera den, välj Klistra in special och Transponera, och läs in igen.`,
    en: ({ sheet }) => `The table on ${quoted(sheet)} is turned: its headers or periods stand below each other. It is not taken in. Copy it, choose Paste Special and Transpose, and take it in again.`,
  }),
  "inlasning.tom": message<{ row: number }>("varning", {
    sv: ({ row }) => `Under rubrikerna på rad ${row} finns inga rader som går att läsa. Se efter att rubrikraden är den rätta.`,
    en: ({ row }) => `There are no rows that can be read under the headers on row ${row}. Make sure that the header row is the right one.`,
  }),
  "inlasning.osaker-rad": message<{ text: string }>("upplysning", {
    sv: ({ text }) => `${quoted(text)} står ensam på sin rad. Den läses som en rad utan värden. Är den en rubrik, hoppa över raden.`,
    en: ({ text }) => `${quoted(text)} stands alone on its row. It is read as a row without values. If it is a heading, skip the row.`,
  }),
  "inlasning.mellanrubrik": message<{ text: string }>("varning", {
    sv: ({ text }) => `${quoted(text)} läses som en rubrik över raderna under. Den är varken en känd enhet eller ett mål som raderna kan höra till, så den läses inte in.`,
    en: ({ text }) => `${quoted(text)} is read as a heading over the rows below. It is neither a known unit nor a goal that the rows can belong to, so it is not taken in.`,
  }),
  "inlasning.mal-ur-rubrik": message<{ text: string }>("upplysning", {
    sv: ({ text }) => `${quoted(text)} läses som målet som raderna under hör till.`,
    en: ({ text }) => `${quoted(text)} is read as the goal that the rows below belong to.`,
  }),
  "inlasning.procent-utan-tecken": message<{ typed: string; printed: string }>("upplysning", {
    sv: ({ typed, printed }) => `${quoted(typed)} läses som ${printed}, eftersom måttet räknas i procent.`,
    en: ({ typed, printed }) => `${quoted(typed)} is read as ${printed}, since the measure is counted in per cent.`,
  }),
  "inlasning.procent-tvetydig": message<{ typed: string }>("varning", {
    sv: ({ typed }) => `${quoted(typed)} kan vara både en andel och procent, så värdet läses inte in. Skriv det med procenttecken.`,
    en: ({ typed }) => `${quoted(typed)} may be both a fraction and per cent, so the value is not taken in. Enter it with a percent sign.`,
  }),
  "inlasning.annan-sort": message<{ typed: string; unit: string }>("varning", {
    sv: ({ typed, unit }) => `${quoted(typed)} är inte i ${unit} som måttet. Värdet läses inte in. Räkna om det, eller ändra måttets sort.`,
    en: ({ typed, unit }) => `${quoted(typed)} is not in ${unit} as the measure is. The value is not taken in. Convert it, or change the measure's unit.`,
  }),
  "inlasning.riktning-ur-text": message<{ typed: string; direction: string }>("upplysning", {
    sv: ({ typed, direction }) => `${quoted(typed)} säger också åt vilket håll: Riktning blir ${direction}.`,
    en: ({ typed, direction }) => `${quoted(typed)} also says which way: Riktning becomes ${direction}.`,
  }),
  "inlasning.riktning-emot": message<{ typed: string; direction: string }>("varning", {
    sv: ({ typed, direction }) => `${quoted(typed)} säger emot Riktning, som är ${direction}. Målvärdet läses inte in. Rätta det som är fel.`,
    en: ({ typed, direction }) => `${quoted(typed)} contradicts Riktning, which is ${direction}. The target is not taken in. Correct what is wrong.`,
  }),
  "inlasning.grans-i-utfall": message<{ typed: string }>("varning", {
    sv: ({ typed }) => `${quoted(typed)} är en gräns eller ett intervall, inte ett utfall. Värdet läses inte in. Skriv det som har mätts.`,
    en: ({ typed }) => `${quoted(typed)} is a bound or an interval, not an outcome. The value is not taken in. Enter what was measured.`,
  }),
  "inlasning.tecken": message<{ typed: string; word: string; byLegend: boolean }>("upplysning", {
    sv: ({ typed, word, byLegend }) => `${quoted(typed)} läses som ${word}${byLegend ? ", som bladets teckenförklaring säger" : ""}.`,
    en: ({ typed, word, byLegend }) => `${quoted(typed)} is read as ${word}${byLegend ? ", as the sheet's legend says" : ""}.`,
  }),
  "inlasning.kod-ur-text": message<{ code: string; header: string }>("upplysning", {
    sv: ({ code, header }) => `${quoted(code)} i texten läses som ${header}.`,
    en: ({ code, header }) => `${quoted(code)} in the text is read as ${header}.`,
  }),
  "inlasning.ansvariga": message<{ typed: string; lead: string | undefined; others: readonly string[] }>("upplysning", {
    sv: ({ typed, lead, others }) => `${quoted(typed)} läses som ${lead === undefined ? "flera ansvariga, där ingen leder" : `${lead} som leder`}${others.length === 0 ? "" : ` och ${others.join(", ")} som deltar`}.`,
    en: ({ typed, lead, others }) => `${quoted(typed)} is read as ${lead === undefined ? "several responsible, none of whom leads" : `${lead} leading`}${others.length === 0 ? "" : ` and ${others.join(", ")} taking part`}.`,
  }),
  "inlasning.enhet-okand": message<{ typed: string }>("varning", {
    sv: ({ typed }) => `${quoted(typed)} är ingen enhet i Enheter, så den läses inte in. Lägg till den där, eller som alias på en som finns.`,
    en: ({ typed }) => `${quoted(typed)} is not a unit in Enheter, so it is not taken in. Add it there, or as an alias of one that exists.`,
  }),
  "inlasning.olika": message<{ header: string; kept: string; other: string }>("varning", {
    sv: ({ header, kept, other }) => `${header} är ${quoted(other)} här men ${quoted(kept)} på ett annat ställe för samma rad. Den första är kvar. Rätta det som är fel.`,
    en: ({ header, kept, other }) => `${header} is ${quoted(other)} here but ${quoted(kept)} elsewhere for the same row. The first is kept. Correct what is wrong.`,
  }),
  "inlasning.ovre-grans": message<{ typed: string }>("varning", {
    sv: ({ typed }) => `${quoted(typed)} har en övre gräns, som måttet bara kan ha en av. Den nedre läses in. Kontrollera Målvärde till för måttet.`,
    en: ({ typed }) => `${quoted(typed)} has an upper limit, of which the measure can have only one. The lower one is taken in. Check Målvärde till of the measure.`,
  }),
  "inlasning.liknar": message<{ typed: string; standing: string; id: string }>("varning", {
    sv: ({ typed, standing, id }) => `${quoted(typed)} läses som ${id}, ${quoted(standing)}, som redan finns. Är det något annat, hoppa över raden eller skriv om texten.`,
    en: ({ typed, standing, id }) => `${quoted(typed)} is read as ${id}, ${quoted(standing)}, which is there already. If it is something else, skip the row or reword it.`,
  }),
  "inlasning.annat-ar": message<{ typed: string; id: string }>("upplysning", {
    sv: ({ typed, id }) => `${quoted(typed)} finns redan som ${id}, från ett annat år. Raden läses som det uppdraget. Är det ett nytt, lägg till en kolumn med år.`,
    en: ({ typed, id }) => `${quoted(typed)} is there already as ${id}, of another year. The row is read as that assignment. If it is a new one, add a column with the year.`,
  }),
  "inlasning.en-av-flera": message<{ typed: string; id: string }>("varning", {
    sv: ({ typed, id }) => `${quoted(typed)} finns på flera ställen. Raden läses som ${id}. Lägg till en kolumn som skiljer dem åt om det är fel.`,
    en: ({ typed, id }) => `${quoted(typed)} stands in several places. The row is read as ${id}. Add a column that tells them apart if that is wrong.`,
  }),
  "inlasning.period-utan-ar": message<{ typed: string; printed: string }>("upplysning", {
    sv: ({ typed, printed }) => `${quoted(typed)} läses som ${printed}, med året från bladet.`,
    en: ({ typed, printed }) => `${quoted(typed)} is read as ${printed}, with the year from the sheet.`,
  }),
  "inlasning.dolda": message<{ what: "sheet" | "rows" }>("upplysning", {
    sv: ({ what }) => (what === "sheet" ? "Bladet är dolt. Det läses in ändå." : "Dolda rader läses in som de andra."),
    en: ({ what }) => (what === "sheet" ? "The sheet is hidden. It is taken in all the same." : "Hidden rows are taken in like the others."),
  }),
  "inlasning.ej-i-listan": message<{ header: string; typed: string }>("fel", {
    sv: ({ header, typed }) => `${quoted(typed)} är inget ord som ${header} kan ha, så det läses inte in.`,
    en: ({ header, typed }) => `${quoted(typed)} is not a word that ${header} can have, so it is not taken in.`,
  }),
  "inlasning.annat-bladnamn": message<{ sheet: string; register: string }>("upplysning", {
    sv: ({ sheet, register }) => `Bladet ${sheet} är ditt eget och blir kvar som det är. Registret med samma namn hamnar på ett nytt blad, ${register}.`,
    en: ({ sheet, register }) => `The sheet ${sheet} is your own and stays as it is. The register of the same name goes on a new sheet, ${register}.`,
  }),
  "inlasning.tabellnamn-upptaget": message<{ table: string; sheet: string }>("fel", {
    sv: ({ table, sheet }) =>
      `Tabellen på bladet ${sheet} heter ${table}, som ett register måste heta, så inget kan läsas in. Ge den ett annat namn: klicka i tabellen och skriv namnet längst till vänster under Tabelldesign.`,
    en: ({ table, sheet }) =>
      `The table on the sheet ${sheet} is called ${table}, as a register must be, so nothing can be taken in. Give it another name: click in the table and type the name at the far left of the Table Design tab.`,
  }),
  "inlasning.blad-for-stort": message<{ cells: number }>("varning", {
    sv: ({ cells }) => `Bladet har ${cells} celler i bruk och läses inte in. Ta bort tomma formaterade rader och kolumner.`,
    en: ({ cells }) => `The sheet has ${cells} cells in use and is not taken in. Remove empty formatted rows and columns.`,
  }),
};

type IntakeAbouts = Abouts<typeof table>;
export type IntakeRule = keyof IntakeAbouts;
export const intakeMessages: Messages<IntakeAbouts> = table;

/** A finding of the intake, at a cell of the sheet that was taken in; `register` is the table the value goes to. */
export function intakeFinding<K extends IntakeRule>(ruleId: K, about: IntakeAbouts[K], register: string, at?: CellAddress, column?: string): Finding {
  const { [ruleId]: said } = intakeMessages;
  return { ruleId, severity: said.severity, register, message: told(said, about), ...(at === undefined ? {} : { at }), ...(column === undefined ? {} : { column }) };
}
