/**
 * Every way a file or a change to it can fail, each with a message a user may see.
 * The message says what happened and what to do; nothing has been saved when one of these is thrown.
 */
const messages = {
  notZip: "Filen är ingen Excel-arbetsbok (.xlsx). Kontrollera att rätt fil är vald.",
  encrypted: "Arbetsboken är skyddad med lösenord och går inte att läsa. Öppna den i Excel, ta bort lösenordet under Arkiv > Info och spara.",
  oldExcelFormat: "Filen har det gamla Excelformatet (.xls). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
  binaryWorkbook: "Filen har det binära Excelformatet (.xlsb). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
  emptyFile: "Filen är tom. Hämta eller spara den på nytt.",
  truncated: "Filen är avklippt eller skadad: slutet saknas. Hämta den på nytt eller öppna den i Excel och spara.",
  damagedZip: "Filen är skadad: innehållsförteckningen stämmer inte med innehållet. Öppna den i Excel, låt Excel reparera den och spara.",
  checksum: "Filen är skadad: en del av den har fel kontrollsumma. Hämta den på nytt eller öppna den i Excel och spara.",
  unsupportedZip: "Filen är packad på ett sätt som inte går att läsa. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
  tooLarge: "Filen blir för stor när den packas upp och har inte öppnats. Dela upp arbetsboken i flera.",
  suspiciousCompression: "Filen är packad så att den växer orimligt mycket när den öppnas, och har därför inte öppnats. Hämta den från en säker källa.",
  tooManyParts: "Filen består av orimligt många delar och har därför inte öppnats.",
  unsafePath: "Filen innehåller en del med ett otillåtet namn och har därför inte öppnats. Hämta den från en säker källa.",
  duplicatePart: "Filen innehåller samma del två gånger och har därför inte öppnats. Öppna den i Excel, låt Excel reparera den och spara.",
  missingPart: "Filen är ingen fullständig arbetsbok: en del som måste finnas saknas. Öppna den i Excel, låt Excel reparera den och spara.",
  doctype: "Filen innehåller en dokumenttypsdeklaration, vilket inte hör hemma i en arbetsbok, och har därför inte öppnats.",
  badXml: "En del av arbetsboken är skadad och går inte att läsa. Öppna den i Excel, låt Excel reparera den och spara.",
  tooDeep: "En del av arbetsboken är nästlad orimligt djupt och har därför inte lästs.",
  badEncoding: "En del av arbetsboken är skriven med en teckenkodning som inte går att läsa. Öppna den i Excel och spara den på nytt.",
  badReference: "Arbetsboken innehåller en cellreferens som inte finns i Excel. Öppna den i Excel, låt Excel reparera den och spara.",
  tooManyCells: "Arbetsboken har fler celler än vad som går att läsa här. Dela upp den i flera.",
  outsideSheet: "Cellerna ligger utanför bladet, som slutar vid rad 1 048 576 och kolumn XFD.",
  textTooLong: "Texten är för lång för en cell. Excel tar högst 32 767 tecken.",
  formulaTooLong: "Formeln är för lång. Excel tar högst 8 192 tecken.",
  invalidNumber: "Värdet är inte ett tal som Excel kan spara.",
  invalidFormula: "Formeln är tom eller innehåller tecken som inte går att spara.",
  sheetName: "Bladnamnet går inte att använda. Det ska ha 1–31 tecken, inget av tecknen [ ] : * ? / \\ och ingen apostrof först eller sist.",
  sheetExists: "Det finns redan ett blad med det namnet. Välj ett annat namn.",
  lastVisibleSheet: "Arbetsboken måste ha minst ett synligt blad.",
  unknownSheet: "Bladet hör inte till arbetsboken eller har tagits bort.",
  tableName: "Tabellnamnet går inte att använda. Det ska börja med en bokstav, sakna mellanslag och får inte likna en cellreferens.",
  tableExists: "Det finns redan en tabell eller ett namn som heter så. Välj ett annat namn.",
  tableOverlap: "Tabellen skulle hamna ovanpå en annan tabell.",
  tableInTheWay: "Ändringen skulle dela en tabell. Flytta tabellen eller gör ändringen i hela tabellens bredd.",
  tableRange: "Tabellen måste ha en rubrikrad och minst en rad till, och rubrikraden måste ligga kvar.",
  tableColumn: "Kolumnnamnet går inte att använda. Det får inte vara tomt och måste vara unikt i tabellen.",
  unknownTable: "Tabellen hör inte till bladet eller har tagits bort.",
  definedName: "Namnet går inte att använda. Det ska börja med en bokstav, sakna mellanslag och får inte likna en cellreferens.",
  definedNameExists: "Det finns redan ett sådant namn. Välj ett annat.",
  mergeOverlap: "Cellerna är redan delvis sammanfogade. Dela dem först.",
  mergeInTheWay: "Ändringen skulle dela sammanfogade celler. Dela dem först.",
  arrayInTheWay: "Ändringen skulle dela en matrisformel. Ta bort matrisformeln först.",
  cellsWouldFallOff: "Ändringen skulle flytta innehåll utanför bladet. Töm de sista raderna eller kolumnerna först.",
  color: "Färgen går inte att läsa. Skriv den som #RRGGBB.",
  format: "Formatet går inte att använda.",
  validation: "Regeln för inmatning går inte att spara. En lista får ha högst 255 tecken, en rubrik 32 och ett meddelande 255, och regeln måste ha ett villkor.",
  chart: "Diagrammet går inte att ändra så. Ta bort det och gör ett nytt.",
  setting: "Inställningen går inte att spara i arbetsboken.",
} as const;

export type XlsxErrorCode = keyof typeof messages;

/** A file that cannot be read, or a change that the file format does not allow. `detail` (English, for a log) says where. */
export class XlsxError extends Error {
  override readonly name = "XlsxError";

  constructor(readonly code: XlsxErrorCode, readonly detail = "") {
    super(messages[code]);
  }
}
