import type { LocalText } from "../registers/language.js";
import type { XlsxErrorCode } from "../xlsx/index.js";

/** Why a file that somebody picked cannot be read. */
export type RefusalReason =
  | "empty" | "csv" | "html" | "xml-spreadsheet" | "open-document" | "pdf" | "not-a-workbook" | "password" | "xls" | "xlsb" | "truncated" | "damaged" | "packing" | "hostile" | "too-large";

export interface FileRefusal {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  readonly text: LocalText;
}

/** What somebody is told of a file that the file model has refused. */
export function refusalOf(code: XlsxErrorCode, name: string, bytes: Uint8Array): FileRefusal {
  const reason = reasonOf(code, name, bytes);
  const { [reason]: text } = texts;
  return { kind: "refused", reason, text: { sv: `${name}: ${text.sv} Inget har lästs in.`, en: `${name}: ${text.en} Nothing has been taken in.` } };
}

function reasonOf(code: XlsxErrorCode, name: string, bytes: Uint8Array): RefusalReason {
  switch (code) {
    case "emptyFile":
      return "empty";
    case "notZip":
    case "missingPart":
      return otherKind(name, bytes) ?? (code === "notZip" ? "not-a-workbook" : "damaged");
    case "encrypted":
      return "password";
    case "oldExcelFormat":
      return "xls";
    case "binaryWorkbook":
      return "xlsb";
    case "truncated":
      return "truncated";
    case "unsupportedZip":
      return "packing";
    case "suspiciousCompression":
    case "tooManyParts":
    case "unsafePath":
    case "doctype":
    case "tooDeep":
      return "hostile";
    case "tooLarge":
    case "tooManyCells":
      return "too-large";
    default:
      return "damaged";
  }
}

/** What other systems save as ".xls" or ".xlsx", told by how it begins; a text file by its name. */
function otherKind(name: string, bytes: Uint8Array): RefusalReason | undefined {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 2_000)).replaceAll("\u0000", "");
  if (beginning.startsWith("%PDF")) return "pdf";
  if (beginning.startsWith("PK")) return beginning.includes("application/vnd.oasis.opendocument") ? "open-document" : undefined;
  if (/<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/u.test(beginning) && !/<html/iu.test(beginning)) return "xml-spreadsheet";
  if (/<(?:!doctype html|html|table|head|body)\b/iu.test(beginning)) return "html";
  return /\.(?:csv|txt|tsv)$/iu.test(name) || isSeparatedText(beginning) ? "csv" : undefined;
}

/** Lines that all have the same mark between their values. */
function isSeparatedText(beginning: string): boolean {
  const lines = beginning.split(/\r?\n/u).slice(0, -1).filter((line) => line !== "");
  return [";", "\t", ","].some((mark) => lines.length > 0 && lines.every((line) => line.includes(mark)));
}

const saveAs = {
  sv: "Öppna den i Excel, spara den som Excel-arbetsbok (.xlsx) och välj den nya filen.",
  en: "Open it in Excel, save it as an Excel workbook (.xlsx), and choose the new file.",
};

const repair = {
  sv: "Öppna den i Excel, låt Excel reparera den, spara och välj filen igen.",
  en: "Open it in Excel, let Excel repair it, save, and choose the file again.",
};

const texts: Readonly<Record<RefusalReason, LocalText>> = {
  empty: { sv: "Filen är tom. Hämta eller spara den på nytt.", en: "The file is empty. Download or save it again." },
  csv: { sv: `Filen är en textfil med värden (csv), ingen Excel-arbetsbok. ${saveAs.sv}`, en: `The file is a text file of values (csv), not an Excel workbook. ${saveAs.en}` },
  html: { sv: `Filen är en webbsida, ingen Excel-arbetsbok, vad den än heter. ${saveAs.sv}`, en: `The file is a web page, not an Excel workbook, whatever it is called. ${saveAs.en}` },
  "xml-spreadsheet": { sv: `Filen har Excels gamla XML-format. ${saveAs.sv}`, en: `The file has Excel's old XML format. ${saveAs.en}` },
  "open-document": { sv: `Filen är ett OpenDocument-kalkylark (.ods). ${saveAs.sv}`, en: `The file is an OpenDocument spreadsheet (.ods). ${saveAs.en}` },
  pdf: { sv: "Filen är en PDF, ingen Excel-arbetsbok. Be om arbetsboken som den gjordes av.", en: "The file is a PDF, not an Excel workbook. Ask for the workbook that it was made from." },
  "not-a-workbook": { sv: "Filen är ingen Excel-arbetsbok. Se efter att rätt fil är vald.", en: "The file is not an Excel workbook. Make sure that the right file is chosen." },
  password: {
    sv: "Arbetsboken är skyddad med lösenord och går inte att läsa. Öppna den i Excel, ta bort lösenordet under Arkiv > Info, spara och välj filen igen.",
    en: "The workbook is protected with a password and cannot be read. Open it in Excel, remove the password under File > Info, save, and choose the file again.",
  },
  xls: { sv: `Filen har det gamla Excelformatet (.xls), vad den än heter. ${saveAs.sv}`, en: `The file has the old Excel format (.xls), whatever it is called. ${saveAs.en}` },
  xlsb: { sv: `Filen har det binära Excelformatet (.xlsb). ${saveAs.sv}`, en: `The file has the binary Excel format (.xlsb). ${saveAs.en}` },
  truncated: { sv: "Filen är avklippt: slutet saknas. Hämta den på nytt.", en: "The file is cut off: its end is missing. Download it again." },
  damaged: { sv: `Filen är skadad och går inte att läsa. ${repair.sv}`, en: `The file is damaged and cannot be read. ${repair.en}` },
  packing: { sv: `Filen är packad på ett sätt som inte går att läsa. ${saveAs.sv}`, en: `The file is packed in a way that cannot be read. ${saveAs.en}` },
  hostile: {
    sv: "Filen är inte gjord som Excel gör arbetsböcker, utan så att den kan skada den som öppnar den, och har därför inte öppnats. Hämta den från en säker källa.",
    en: "The file is not made as Excel makes workbooks, but so that it may harm whoever opens it, and has therefore not been opened. Get it from a safe source.",
  },
  "too-large": { sv: "Filen är för stor för att läsas här. Dela upp arbetsboken, eller ta bort blad som inte behövs, och välj filen igen.", en: "The file is too large to be read here. Split the workbook, or remove sheets that are not needed, and choose the file again." },
};
