import type { Finding, Severity } from "../registers/finding.js";
import type { EditedCell } from "../usecases/buildReport.js";

const severities: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fel: ["fel", "fel"],
  varning: ["varning", "varningar"],
  upplysning: ["upplysning", "upplysningar"],
};

/** What a cell shows, or that it shows nothing. */
function cellText(shown: string): string {
  return shown === "" ? "tomt" : `”${shown}”`;
}

/** Every text of the pane, in Swedish. */
export const texts = {
  title: "Måltavla",
  check: "Kontrollera",
  build: "Bygg Måluppföljning",
  checking: "Kontrollerar registren …",
  building: "Bygger Måluppföljning …",
  introduction: "Måltavla kontrollerar dina register och bygger rapporten i den här arbetsboken. Dina egna blad ändras inte.",
  findingsHeading: "Anmärkningar",
  done: "Klart",
  failed: "Det gick inte",
  unexpected: "Något oväntat hände i Måltavla. Försök igen. Om det händer igen, ladda om Måltavla.",
  officeMissing: "Måltavla får ingen kontakt med Microsofts server för Office-tillägg. Kontrollera nätet och ladda om Måltavla.",
  openInExcel: "Måltavla arbetar i Excel. Öppna Måltavla från fliken Start i Excel.",
  tooOld: "Den här versionen av Excel är för gammal för Måltavla. Inget har ändrats. Uppdatera Excel, eller använd Excel på webben.",
  noFindings: "Inga anmärkningar.",
  built: (sheet: string, address: string): string => `Rapporten står på bladet ${sheet} (${address}).`,
  editsTitle: "Rapporten är ändrad för hand",
  editsQuestion: "De här cellerna har ändrats sedan rapporten byggdes. Inget har skrivits. Välj vad som ska gälla.",
  edit: ({ where, address, written, found }: EditedCell): string => `${where} (${address}): ${cellText(written)} har blivit ${cellText(found)}.`,
  keepEdits: "Behåll ändringarna",
  replaceEdits: "Skriv över dem",
  lostEdits: "Ändringar som inte har någon plats i den nya rapporten följde inte med:",
  severity: (severity: Severity): string => severities[severity][0],
  counts: (findings: readonly Finding[]): string =>
    (["fel", "varning", "upplysning"] as const)
      .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
      .filter(({ count }) => count > 0)
      .map(({ severity, count }) => `${count} ${severities[severity][count === 1 ? 0 : 1]}`)
      .join(", "),
  more: (count: number): string => `Och ${count} till. Rätta några av dem och kontrollera igen.`,
  /** Where a finding is, as a person says it: "Utfall rad 7, Målvärde". */
  place: ({ register, at, column }: Finding): string => `${register}${at === undefined ? "" : ` rad ${at.row + 1}`}${column === undefined ? "" : `, ${column}`}`,
};
