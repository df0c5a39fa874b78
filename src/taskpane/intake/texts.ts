import { addressText, columnLetters } from "../../registers/address.js";
import type { CellAddress } from "../../registers/cell.js";
import type { CellUpdate } from "../../updating/updatePlan.js";
import type { TakenIn } from "../../usecases/takeIn/intakePreview.js";
import { viewTexts } from "../language.js";
import type { RowCounts } from "./planCounts.js";

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");
const swedishList = new Intl.ListFormat("sv");
const englishList = new Intl.ListFormat("en-GB");

const rader = (count: number): string => (count === 1 ? "1 rad" : `${swedish(count)} rader`);
const rows = (count: number): string => (count === 1 ? "1 row" : `${english(count)} rows`);
const inWords = (parts: readonly (string | false)[], between = ", "): string => parts.filter((part) => part !== false).join(between);
const hasRows = ({ added, changed, unchanged, missing }: RowCounts): boolean => added + changed + unchanged + missing > 0;

const radslag = ({ added, changed, unchanged, missing }: RowCounts): string =>
  inWords([
    added > 0 && (added === 1 ? "1 ny rad" : `${swedish(added)} nya rader`), changed > 0 && (changed === 1 ? "1 ändrad" : `${swedish(changed)} ändrade`),
    unchanged > 0 && (unchanged === 1 ? "1 oförändrad" : `${swedish(unchanged)} oförändrade`), missing > 0 && `${swedish(missing)} som saknas sedan sist`,
  ]);
const kindsOfRows = ({ added, changed, unchanged, missing }: RowCounts): string =>
  inWords([added > 0 && (added === 1 ? "1 new row" : `${english(added)} new rows`), changed > 0 && `${english(changed)} changed`, unchanged > 0 && `${english(unchanged)} unchanged`, missing > 0 && `${english(missing)} missing since last time`]);

/** How sure a guess is, for the one word it is shown with. */
export type Certainty = "certain" | "fairly" | "uncertain";

interface Found {
  readonly tables: number;
  readonly sheets: number;
  readonly rows: number;
}

/** Ta in blad: what was understood of sheets that people already have, and what taking them in writes. */
export const intakeTexts = viewTexts(
  {
    purpose: "Gör rader i registren av blad som ni redan har. Bladen ändras inte, och inget skrivs förrän du har sett vad det blir.",
    source: "Varifrån?",
    fromWorkbook: "Den här arbetsbokens andra blad",
    fromFile: "Välj en Excelfil …",
    file: "Excelfil att ta in blad från",
    drop: "Du kan också släppa filen här. Den läses utan att öppnas i Excel, och den ändras inte.",
    otherSource: "Välj något annat",
    ofWorkbook: "Den här arbetsbokens blad",
    opening: "Läser filen …",
    looking: "Letar efter tabeller …",
    again: "Försök igen",
    lookAgain: "Läs bladen igen",
    notLooked: "Bladen kunde inte läsas. Inget har skrivits.",
    outOfDate: "Det här visar inte det du senast valde.",

    found: "Det här hittade jag",
    summary: ({ tables, sheets, rows: count }: Found): string => `${tables === 1 ? "1 tabell" : `${swedish(tables)} tabeller`} på ${sheets === 1 ? "1 blad" : `${swedish(sheets)} blad`}, ${rader(count)}.`,
    comesTo: (counts: RowCounts): string => (hasRows(counts) ? `För registren: ${radslag(counts)}.` : "Inga rader kan tas in än."),
    remarks: (count: number): string => (count === 0 ? "Inga anmärkningar." : count === 1 ? "1 anmärkning." : `${swedish(count)} anmärkningar.`),
    otherSheets: (sheets: readonly string[]): string => `Inget att ta in på ${swedishList.format(sheets)}.`,
    noTables: "Jag hittade ingen tabell som går att ta in.",
    noTablesHint: "En tabell behöver en rubrik över varje kolumn och minst en rad under, och rubrikerna ska säga vad raderna är: mått, uppdrag, risk, beslut. Ändra bladet och försök igen, eller välj något annat.",
    everyTable: "Där bladen inte säger det själva",
    period: "Period",
    periodHint: "Till exempel T1 2026, delår 2026 eller 2026.",
    unit: "Nämnd eller enhet",
    unitHint: "Kod eller namn.",

    tableHeading: (sheet: string, registers: readonly string[]): string => `${sheet} → ${swedishList.format(registers)}`,
    rows: rader,
    certainty: { certain: "Säker", fairly: "Ganska säker", uncertain: "Osäker" } satisfies Record<Certainty, string>,
    hiddenSheet: "Dolt blad",
    takeTable: "Ta in tabellen",
    takeTableAt: (id: string): string => `Ta in tabellen vid ${id}`,
    columnsLeftOut: (headers: readonly string[]): string => `Tas inte med: ${swedishList.format(headers)}.`,
    uncertainColumns: (headers: readonly string[]): string => `Se efter: ${swedishList.format(headers)}.`,
    show: "Visa kolumner och rader",
    showAt: (id: string): string => `Visa kolumner och rader i tabellen vid ${id}`,
    register: "Raderna hör till",
    columns: "Kolumner",
    nowhere: "Ta inte med",
    noHeader: (column: number): string => `Kolumn ${columnLetters(column)}, utan rubrik`,
    ofPeriod: (period: string): string => `Gäller ${period}.`,
    periodOf: (header: string): string => `Period för ${header}`,
    rememberWord: (header: string, column: string): string => `Kom ihåg för alla blad att ”${header}” är ${column}`,
    whole: "För hela tabellen",
    lacking: (header: string): string => `${header}, som tabellen saknar`,
    notGiven: "Inget värde",
    firstRows: "Första raderna",
    row: (at: CellAddress, text: string): string => `Rad ${at.row + 1}${text === "" ? "" : `: ${text}`}`,
    notRead: "läses inte in",
    becomes: "blir",
    goTo: (at: CellAddress): string => `Gå till ${addressText(at)}`,
    going: "Går till cellen …",
    moreRows: (shown: number, all: number): string => `De ${swedish(shown)} första av ${rader(all)} visas. Alla tas in.`,
    tableRemarks: (count: number): string => `Anmärkningar (${swedish(count)})`,
    morePlaces: (count: number): string => `och ${swedish(count)} till`,
    otherRemarks: "Andra anmärkningar",
    noUnits: "Registret Enheter har inga nämnder än, så nämnderna på bladen känns inte igen. Ta in nu, fyll i Enheter, och ta in bladen en gång till: då fylls nämnderna i.",
    unitsNamed: "Nämnder som inte står i Enheter",
    unitsNamedHint: "De du väljer blir rader i Enheter, med koden inom parentes, och känns sedan igen på bladen.",
    allUnits: (count: number): string => `Alla ${swedish(count)}`,
    rowsOut: (out: number, all: number, headers: readonly string[]): string =>
      `${swedish(out)} av ${rader(all)} på bladen kommer inte med än, helt eller delvis. ${headers.length === 0 ? "Se anmärkningarna." : `Det som saknas är ${swedishList.format(headers)}. Ange det vid tabellerna.`}`,
    rowsOutShort: (out: number): string => `${rader(out)} på bladen kommer inte med än, helt eller delvis.`,
    showMore: (next: number, left: number): string => (next === left ? `Visa ${swedish(next)} till` : `Visa ${swedish(next)} till av ${swedish(left)}`),

    willWrite: "Det här skrivs",
    registerCounts: (register: string, counts: RowCounts): string => `${register}: ${radslag(counts)}`,
    registersToMake: (sheets: readonly string[]): string => `Registren läggs först till på egna blad: ${swedishList.format(sheets)}.`,
    newRows: (count: number): string => `Nya rader (${swedish(count)})`,
    changedCells: (count: number): string => `Celler som ändras (${swedish(count)})`,
    changedHint: "Registret säger något annat än bladet. Välj vad som ska stå.",
    cell: ({ register: _register, at, header, key }: CellUpdate): string => `${addressText(at)}, ${header}: ${key}`,
    stands: (text: string): string => (text === "" ? "Nu: tomt." : `Nu: ”${text}”.`),
    brought: (text: string): string => (text === "" ? "Bladet: tomt." : `Bladet: ”${text}”.`),
    keep: "Behåll",
    replace: "Skriv över",
    keepAll: "Behåll alla",
    replaceAll: "Skriv över alla",
    missingRows: (count: number): string => `Saknas sedan sist (${swedish(count)})`,
    missingHint: "De kom från samma blad förra gången. De står kvar i registret. Ta bort dem där om de inte gäller längre.",
    nothingToWrite: "Allt står redan i registren. Inget behöver skrivas.",
    nothingUsable: "Ingen rad kan tas in än. Se anmärkningarna ovanför: välj vart kolumnerna hör, ange det som tabellen saknar, eller rätta bladet och försök igen.",
    nothingChosen: "Ingen tabell är vald.",
    take: (count: number): string => `Ta in ${rader(count)}`,
    taking: "Tar in raderna …",
    taken: ({ added, changed, registersMade }: TakenIn): string => inWords([
      added > 0 && (added === 1 ? "1 rad är tillagd." : `${swedish(added)} rader är tillagda.`), changed > 0 && (changed === 1 ? "1 cell är ändrad." : `${swedish(changed)} celler är ändrade.`),
      registersMade.length > 0 && (registersMade.length === 1 ? "1 register är skapat." : `${swedish(registersMade.length)} register är skapade.`),
    ], " "),

    mapping: "Det du har valt",
    mappingPurpose: "Hur bladen läses sparas i arbetsboken när du tar in dem, och gäller nästa gång. För en annan arbetsbok: spara det som en fil här och använd filen där.",
    saveMapping: "Spara som fil",
    mappingFileName: "maltavla-sa-lases-bladen.json",
    savingMapping: "Sparar filen …",
    useMapping: "Använd en fil …",
    mappingFile: "Fil med hur bladen läses",
    readingMapping: "Läser filen …",
    mappingUsed: "Filen används.",
  },
  {
    purpose: "Makes rows in the registers of sheets that you already have. The sheets are not changed, and nothing is written until you have seen what it comes to.",
    source: "From where?",
    fromWorkbook: "The other sheets of this workbook",
    fromFile: "Choose an Excel file …",
    file: "Excel file to take in sheets from",
    drop: "You can also drop the file here. It is read without being opened in Excel, and it is not changed.",
    otherSource: "Choose something else",
    ofWorkbook: "The sheets of this workbook",
    opening: "Reading the file …",
    looking: "Looking for tables …",
    again: "Try again",
    lookAgain: "Read the sheets again",
    notLooked: "The sheets could not be read. Nothing has been written.",
    outOfDate: "This does not show what you chose last.",

    found: "This is what I found",
    summary: ({ tables, sheets, rows: count }) => `${tables === 1 ? "1 table" : `${english(tables)} tables`} on ${sheets === 1 ? "1 sheet" : `${english(sheets)} sheets`}, ${rows(count)}.`,
    comesTo: (counts) => (hasRows(counts) ? `For the registers: ${kindsOfRows(counts)}.` : "No rows can be taken in yet."),
    remarks: (count) => (count === 0 ? "No findings." : count === 1 ? "1 finding." : `${english(count)} findings.`),
    otherSheets: (sheets) => `Nothing to take in on ${englishList.format(sheets)}.`,
    noTables: "I found no table that can be taken in.",
    noTablesHint: "A table needs a header above each column and at least one row below, and the headers should say what the rows are: measures, assignments, risks, decisions. Change the sheet and try again, or choose something else.",
    everyTable: "Where the sheets do not say it themselves",
    period: "Period",
    periodHint: "For example T1 2026, or 2026 for the whole year.",
    unit: "Committee or unit",
    unitHint: "Code or name.",

    tableHeading: (sheet, registers) => `${sheet} → ${englishList.format(registers)}`,
    rows,
    certainty: { certain: "Certain", fairly: "Fairly certain", uncertain: "Uncertain" },
    hiddenSheet: "Hidden sheet",
    takeTable: "Take in the table",
    takeTableAt: (id) => `Take in the table at ${id}`,
    columnsLeftOut: (headers) => `Left out: ${englishList.format(headers)}.`,
    uncertainColumns: (headers) => `Please check: ${englishList.format(headers)}.`,
    show: "Show columns and rows",
    showAt: (id) => `Show columns and rows of the table at ${id}`,
    register: "The rows belong to",
    columns: "Columns",
    nowhere: "Leave out",
    noHeader: (column) => `Column ${columnLetters(column)}, without a header`,
    ofPeriod: (period) => `For ${period}.`,
    periodOf: (header) => `Period of ${header}`,
    rememberWord: (header, column) => `Remember for all sheets that “${header}” is ${column}`,
    whole: "For the whole table",
    lacking: (header) => `${header}, which the table lacks`,
    notGiven: "No value",
    firstRows: "The first rows",
    row: (at, text) => `Row ${at.row + 1}${text === "" ? "" : `: ${text}`}`,
    notRead: "is not taken in",
    becomes: "becomes",
    goTo: (at) => `Go to ${addressText(at)}`,
    going: "Going to the cell …",
    moreRows: (shown, all) => `The first ${english(shown)} of ${rows(all)} are shown. All are taken in.`,
    tableRemarks: (count) => `Findings (${english(count)})`,
    morePlaces: (count) => `and ${english(count)} more`,
    otherRemarks: "Other findings",
    noUnits: "The register Enheter has no committees yet, so those on the sheets are not recognised. Take the sheets in now, fill in Enheter, and take them in once more: the committees are then filled in.",
    unitsNamed: "Committees that are not in Enheter",
    unitsNamedHint: "Those that you choose become rows of Enheter, with the code in brackets, and are then known on the sheets.",
    allUnits: (count) => `All ${english(count)}`,
    rowsOut: (out, all, headers) =>
      `${english(out)} of ${rows(all)} on the sheets ${out === 1 ? "does" : "do"} not come in yet, wholly or in part. ${headers.length === 0 ? "See the findings." : `What is missing is ${englishList.format(headers)}. Give it at the tables.`}`,
    rowsOutShort: (out) => `${rows(out)} on the sheets ${out === 1 ? "does" : "do"} not come in yet, wholly or in part.`,
    showMore: (next, left) => (next === left ? `Show ${english(next)} more` : `Show ${english(next)} more of ${english(left)}`),

    willWrite: "This will be written",
    registerCounts: (register, counts) => `${register}: ${kindsOfRows(counts)}`,
    registersToMake: (sheets) => `The registers are added first, on sheets of their own: ${englishList.format(sheets)}.`,
    newRows: (count) => `New rows (${english(count)})`,
    changedCells: (count) => `Cells that are changed (${english(count)})`,
    changedHint: "The register says something else than the sheet. Choose what should stand there.",
    cell: ({ register: _register, at, header, key }) => `${addressText(at)}, ${header}: ${key}`,
    stands: (text) => (text === "" ? "Now: empty." : `Now: “${text}”.`),
    brought: (text) => (text === "" ? "The sheet: empty." : `The sheet: “${text}”.`),
    keep: "Keep",
    replace: "Overwrite",
    keepAll: "Keep all",
    replaceAll: "Overwrite all",
    missingRows: (count) => `Missing since last time (${english(count)})`,
    missingHint: "They came from the same sheet last time. They remain in the register. Delete them there if they no longer hold.",
    nothingToWrite: "Everything is in the registers already. Nothing needs to be written.",
    nothingUsable: "No row can be taken in yet. See the findings above: choose where the columns belong, give what the table lacks, or correct the sheet and try again.",
    nothingChosen: "No table is chosen.",
    take: (count) => `Take in ${rows(count)}`,
    taking: "Taking in the rows …",
    taken: ({ added, changed, registersMade }) => inWords([added > 0 && `${rows(added)} added.`, changed > 0 && `${changed === 1 ? "1 cell" : `${english(changed)} cells`} changed.`, registersMade.length > 0 && `${registersMade.length === 1 ? "1 register" : `${english(registersMade.length)} registers`} made.`], " "),

    mapping: "What you have chosen",
    mappingPurpose: "How the sheets are read is kept in the workbook when you take them in, and holds next time. For another workbook, save it as a file here and use the file there.",
    saveMapping: "Save as a file",
    mappingFileName: "maltavla-how-sheets-are-read.json",
    savingMapping: "Saving the file …",
    useMapping: "Use a file …",
    mappingFile: "File with how sheets are read",
    readingMapping: "Reading the file …",
    mappingUsed: "The file is in use.",
  },
);
