import type { CellAddress } from "./cell.js";
import type { ColumnKind } from "./column.js";
import type { Finding, ProposedFix, Severity } from "./finding.js";

/** What each rule of the reading tells, and about what. Texts in another language need only another table of this type. */
interface Parameters {
  "register.tabell-saknas": { table: string; sheet: string };
  "register.annat-namn": { table: string; sheet: string; found: string; foundOn: string };
  "register.ingen-tabell": { table: string; sheet: string };
  "register.inga": { sheets: readonly string[] };
  "register.kopia": { table: string; found: string; foundOn: string };
  "kolumn.saknas": { header: string; table: string; aliases: readonly string[] };
  "kolumn.dubbel": { header: string; read: string; ignored: string };
  "kolumn.lases-inte": { header: string; read: string; ignored: string };
  "kolumn.omdopt": { header: string; found: string };
  "rad.under-tabellen": { row: number; table: string };
  "rad.dubblett": { headers: readonly string[]; key: string; rows: readonly [number, number] };
  "id.upptaget": { id: string; here: string; there: string };
  "id.mellanslag": { id: string };
  "id.osynligt-tecken": { id: string };
  "id.tal": { id: string };
  "id.jokertecken": { id: string };
  "id.for-langt": { length: number };
  "cell.saknas": { header: string };
  "cell.felvarde": { header: string; error: string };
  "cell.olasbar": { header: string; typed: string; how: string };
  "cell.tvetydig": { header: string; typed: string; how: string };
  "cell.utanfor": { header: string; typed: string; how: string };
  "cell.blev-datum": { header: string; date: string; how: string };
  "cell.ej-i-listan": { header: string; typed: string; allowed: readonly string[]; nearest: string | undefined };
  "cell.stavning": { typed: string; word: string };
  "cell.text-for-tal": { header: string; typed: string; printed: string; note: string };
  "cell.datum-som-text": { typed: string; printed: string };
  "cell.text-blev-formel": { header: string };
  "cell.likhetstecken": { header: string };
  "matt.riktning-i-texten": { typed: string; direction: string };
  "enhet.okand": { typed: string };
  "enhet.tvetydig": { typed: string };
  "enhet.ej-kod": { typed: string; code: string };
  "enhet.alias-delas": { alias: string; codes: readonly [string, string] };
  "referens.saknas": { header: string; id: string; sheet: string };
  "formel.overskriven": { header: string };
  "formel.annan-i-kolumnen": { header: string };
  "installning.okand": { key: string; known: readonly string[] };
  "installning.olasbar": { key: string; typed: string; how: string; standard: string };
}

export type ReadingRule = keyof Parameters;

type Messages = { readonly [K in ReadingRule]: (about: Parameters[K]) => string };

const severities: Readonly<Record<ReadingRule, Severity>> = {
  "register.tabell-saknas": "upplysning",
  "register.annat-namn": "fel",
  "register.ingen-tabell": "fel",
  "register.inga": "fel",
  "register.kopia": "upplysning",
  "kolumn.saknas": "fel",
  "kolumn.dubbel": "fel",
  "kolumn.lases-inte": "upplysning",
  "kolumn.omdopt": "varning",
  "rad.under-tabellen": "varning",
  "rad.dubblett": "fel",
  "id.upptaget": "fel",
  "id.mellanslag": "upplysning",
  "id.osynligt-tecken": "upplysning",
  "id.tal": "upplysning",
  "id.jokertecken": "varning",
  "id.for-langt": "varning",
  "cell.saknas": "fel",
  "cell.felvarde": "fel",
  "cell.olasbar": "fel",
  "cell.tvetydig": "fel",
  "cell.utanfor": "fel",
  "cell.blev-datum": "fel",
  "cell.ej-i-listan": "fel",
  "cell.stavning": "upplysning",
  "cell.text-for-tal": "varning",
  "cell.datum-som-text": "upplysning",
  "cell.text-blev-formel": "varning",
  "cell.likhetstecken": "upplysning",
  "matt.riktning-i-texten": "upplysning",
  "enhet.okand": "fel",
  "enhet.tvetydig": "fel",
  "enhet.ej-kod": "upplysning",
  "enhet.alias-delas": "varning",
  "referens.saknas": "fel",
  "formel.overskriven": "varning",
  "formel.annan-i-kolumnen": "varning",
  "installning.okand": "upplysning",
  "installning.olasbar": "fel",
};

const swedish: Messages = {
  "register.tabell-saknas": ({ table, sheet }) =>
    `Tabellen ${table} finns inte i arbetsboken, så registret ${sheet} läses som tomt. Skapa registret om du behöver det, eller ge din tabell namnet ${table}.`,
  "register.annat-namn": ({ table, sheet, found, foundOn }) =>
    `Registret ${sheet} läses som tomt, eftersom tabellen på bladet ${foundOn} heter ${found}. Byt tabellens namn till ${table}: klicka i tabellen och skriv namnet längst till vänster under Tabelldesign.`,
  "register.ingen-tabell": ({ table, sheet }) =>
    `Bladet ${sheet} har ingen tabell som heter ${table}, så registret läses som tomt. Markera rubrikerna och raderna, välj Infoga och Tabell, och skriv namnet ${table} längst till vänster under Tabelldesign.`,
  "register.inga": ({ sheets }) =>
    `Här finns inget av Måltavlas register (${listed(sheets, "och")}). Inget har ändrats. Öppna arbetsboken där de finns, eller börja med Måltavlas mall.`,
  "register.kopia": ({ table, found, foundOn }) =>
    `Tabellen ${found} på bladet ${foundOn} ser ut som registret ${table}, men bara tabellen som heter ${table} läses. Du behöver inte göra något om det är en kopia.`,
  "kolumn.saknas": ({ header, table, aliases }) =>
    `Kolumnen ${header} saknas i tabellen ${table}, och utan den kan inga rader läsas. Lägg till kolumnen${aliases.length === 0 ? "" : ` (${listed(aliases, "eller")} går också bra)`}.`,
  "kolumn.dubbel": ({ header, read, ignored }) =>
    `Både ${quoted(read)} och ${quoted(ignored)} kan vara kolumnen ${header}. ${quoted(read)} läses. Byt namn på den kolumn som inte hör hit.`,
  "kolumn.lases-inte": ({ header, read, ignored }) =>
    `Kolumnen ${quoted(ignored)} läses inte, eftersom ${quoted(read)} är kolumnen ${header}. Du behöver inte göra något om det är meningen.`,
  "kolumn.omdopt": ({ header, found }) =>
    `Kolumnen ${quoted(found)} läses inte, och tabellen har ingen kolumn som heter ${header}. Döp om den till ${header} om det är den kolumnen.`,
  "rad.under-tabellen": ({ row, table }) =>
    `Rad ${row} står under tabellen ${table} och läses inte. Dra tabellens nedre högra hörn nedåt, så att raden kommer med.`,
  "rad.dubblett": ({ headers, key, rows }) =>
    `Rad ${rows[0]} och rad ${rows[1]} har samma ${listed(headers, "och")} (${key}). Ändra den ena raden eller ta bort den.`,
  "id.upptaget": ({ id, here, there }) => `${id} finns både i ${here} och i ${there}. Ett id får bara användas en gång i arbetsboken. Ge den ena raden ett nytt id.`,
  "id.mellanslag": ({ id }) => `Det står mellanslag före eller efter ${id}. Det läses ändå, men Excels formler hittar inte raden. Ta bort mellanslagen.`,
  "id.osynligt-tecken": ({ id }) =>
    `${id} innehåller något som inte syns, till exempel ett hårt mellanslag. Det läses utan det, men Excels formler hittar inte raden. Skriv om ${id} från början.`,
  "id.tal": ({ id }) => `${id} är skrivet som ett tal. Det läses ändå, men Excels formler hittar inte raden. Gör om cellen till text.`,
  "id.jokertecken": ({ id }) => `${id} innehåller *, ? eller ~, som Excels formler tolkar som jokertecken. Byt till ett id utan dem.`,
  "id.for-langt": ({ length }) => `Id:t har ${length} tecken. Excels formler klarar högst 255. Välj ett kortare id.`,
  "cell.saknas": ({ header }) => `${header} saknas, så raden kan inte användas. Fyll i ${header}, eller töm hela raden.`,
  "cell.felvarde": ({ header, error }) => `${header} innehåller felet ${error}. Rätta formeln eller skriv ett värde.`,
  "cell.olasbar": ({ header, typed, how }) => `${quoted(typed)} går inte att läsa som ${header}. ${how}`,
  "cell.tvetydig": ({ header, typed, how }) => `${quoted(typed)} i ${header} kan läsas på två sätt, så värdet används inte. ${how}`,
  "cell.utanfor": ({ header, typed, how }) => `${quoted(typed)} är inget möjligt värde i ${header}. ${how}`,
  "cell.blev-datum": ({ header, date, how }) => `Excel har gjort om det som skrevs i ${header} till datumet ${date}. ${how}`,
  "cell.ej-i-listan": ({ header, typed, allowed, nearest }) =>
    `${quoted(typed)} finns inte i listan för ${header}. ${nearest === undefined ? "" : `Menade du ${nearest}? `}Välj ${listed(allowed, "eller")}.`,
  "cell.stavning": ({ typed, word }) => `${quoted(typed)} läses som ${word}. Skriv ${word}, så fungerar även Excels formler och filter.`,
  "cell.text-for-tal": ({ header, typed, printed, note }) =>
    `${quoted(typed)} i ${header} är text. Det läses som ${printed}, men Excels formler räknar inte med det. Skriv talet i stället.${note === "" ? "" : ` ${note}`}`,
  "cell.datum-som-text": ({ typed, printed }) => `${quoted(typed)} är inte sparat som ett datum. Det läses som ${printed}. Skriv datumet i stället, så går det att sortera.`,
  "cell.text-blev-formel": ({ header }) =>
    `Texten i ${header} blev en formel som Excel inte förstår, troligen för att den började med =, + eller -. Skriv om den med en apostrof (') först.`,
  "cell.likhetstecken": ({ header }) => `Texten i ${header} börjar med =. Om någon redigerar cellen gör Excel om den till en formel. Börja texten med något annat.`,
  "matt.riktning-i-texten": ({ typed, direction }) => `${quoted(typed)} betyder att Riktning ska vara ${direction}. Fyll i Riktning, så kan måttet användas.`,
  "enhet.okand": ({ typed }) => `${quoted(typed)} finns inte i registret Enheter. Rätta koden eller lägg till enheten.`,
  "enhet.tvetydig": ({ typed }) => `${quoted(typed)} är namn eller alias för flera enheter. Skriv enhetens kod.`,
  "enhet.ej-kod": ({ typed, code }) => `${quoted(typed)} läses som enheten ${code}. Skriv koden ${code}, så fungerar även Excels formler och filter.`,
  "enhet.alias-delas": ({ alias, codes }) => `${quoted(alias)} är namn eller alias för både ${codes[0]} och ${codes[1]}. Ta bort det från den ena.`,
  "referens.saknas": ({ header, id, sheet }) => `${header} ${id} finns inte i registret ${sheet}. Rätta id:t, eller lägg till raden i ${sheet}.`,
  "formel.overskriven": ({ header }) => `Formeln i ${header} är överskriven. Inget annat har ändrats. Lägg tillbaka formeln, så räknas värdet igen.`,
  "formel.annan-i-kolumnen": ({ header }) => `Hela kolumnen ${header} har en annan formel än Måltavlas. Lägg tillbaka formeln, så stämmer värdena med rapporterna.`,
  "installning.okand": ({ key, known }) => `${quoted(key)} är ingen inställning och läses inte. Inställningarna är ${listed(known, "och")}.`,
  "installning.olasbar": ({ key, typed, how, standard }) =>
    `${quoted(typed)} går inte att läsa som inställningen ${key}, så standardvärdet används (${standard}). ${how}`,
};

/** What to write instead, by kind of column; the end of several messages. */
export const howToWrite: Readonly<Record<ColumnKind, string>> = {
  id: "Skriv id:t som text.",
  unit: "Skriv enhetens kod som text.",
  text: "Skriv text.",
  longText: "Skriv text.",
  choice: "Välj ur listan.",
  list: "Skriv text med semikolon mellan, till exempel 4; 10.",
  integer: "Skriv ett heltal, till exempel 10.",
  number: "Skriv ett tal, till exempel 0,5 eller 90 %.",
  quantity: "Skriv ett tal, till exempel 5,5 % eller 1250. Lämna cellen tom om det inte finns något värde.",
  date: "Skriv datumet som 2019-01-22.",
  period: "Skriv till exempel T1 2019, April 2019 eller 2019.",
  calculated: "Skriv inget här.",
};

/** What more to think of when a text becomes a number. */
export const numberNotes = {
  outcomeIsNumber: "Ett utfall är ett tal: skriv det uppmätta värdet.",
  boundsBelongInMatt: "Skriv intervallets gränser i registret Mått, i Målvärde och Målvärde till.",
  boundsInTwoCells: "Undre gränsen hör hemma i Målvärde och övre gränsen i Målvärde till.",
  boundsAndDirection: "Skriv undre gränsen i Målvärde, övre gränsen i Målvärde till, och välj riktningen Inom intervall.",
  equalCounts: "Utfall lika med målvärdet räknas då som uppnått.",
  unitDiffers: (unit: string, measureUnit: string | null) =>
    measureUnit === null ? `Ange Måttenhet för måttet, så att det syns att talet är i ${unit}.` : `Talet är i ${unit}, men måttet räknas i ${measureUnit}. Räkna om det.`,
  directionDiffers: (direction: string, measureDirection: string) =>
    `Texten betyder att Riktning ska vara ${direction}, men den är ${measureDirection}. Kontrollera vilket som gäller.`,
} as const;

/** A finding of the reading, with its text. Severity as the table says, unless given. */
export function finding<K extends ReadingRule>(
  ruleId: K,
  about: Parameters[K],
  place: { register: string; at?: CellAddress | undefined; column?: string | undefined; fix?: ProposedFix | undefined; severity?: Severity },
): Finding {
  return {
    ruleId,
    severity: place.severity ?? severities[ruleId],
    register: place.register,
    message: { sv: swedish[ruleId](about), en: swedish[ruleId](about) },
    ...(place.at === undefined ? {} : { at: place.at }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(place.fix === undefined ? {} : { fix: place.fix }),
  };
}

/** Every rule of the reading, for documentation and tests. */
export const readingRules: readonly ReadingRule[] = keys(severities);

function keys(table: Readonly<Record<ReadingRule, Severity>>): ReadingRule[] {
  const isRule = (key: string): key is ReadingRule => key in table;
  return Object.keys(table).filter(isRule);
}

/** At most 60 characters of what stands in a cell, in quotation marks. */
function quoted(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return `”${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

function listed(words: readonly string[], last: "och" | "eller"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
