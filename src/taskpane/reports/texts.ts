import type { Severity } from "../../registers/finding.js";
import type { EditedCell } from "../../usecases/buildReport.js";
import type { Lack } from "../../usecases/overview.js";
import type { ReportPreview } from "../../usecases/previewReport.js";
import { viewTexts } from "../language.js";

/** The cell of an address without its sheet, which the report's title has told: "'Måluppföljning T1 2019'!B31" → "B31". */
const cellOf = ({ address }: EditedCell): string => address.slice(address.lastIndexOf("!") + 1);

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");

const swedishList = new Intl.ListFormat("sv");
const englishList = new Intl.ListFormat("en-GB");

/** What a cell shows, or that it shows nothing. */
function shown(value: string, [open, close]: readonly [open: string, close: string], empty: string): string {
  return value === "" ? empty : `${open}${value}${close}`;
}

const inSwedish = (value: string): string => shown(value, ["”", "”"], "tomt");
const inEnglish = (value: string): string => shown(value, ["“", "”"], "empty");

/** Seconds with one decimal; what takes less is not worth a number. */
function seconds(milliseconds: number): string | undefined {
  return milliseconds < 100 ? undefined : (milliseconds / 1000).toFixed(1);
}

/** A count with its word: "1 cell", "1 200 celler". */
const counter = (written: (count: number) => string) => (count: number, one: string, several: string): string => `${written(count)} ${count === 1 ? one : several}`;
const swedishCount = counter(swedish);
const englishCount = counter(english);

type Counts = Readonly<Record<Severity, number>>;

/** Every text of Rapporter. */
export const reportsTexts = viewTexts(
  {
    heading: "Rapporter",
    notRead: "Arbetsboken är inte läst än.",
    read: "Läs arbetsboken",
    choose: "Välj",
    chooseReport: (title: string): string => `Välj ${title}`,
    showSheet: "Gå till bladet",
    showSheetOf: (title: string): string => `Gå till bladet med ${title}`,
    notBuilt: "Inte byggd än.",
    builtOn: (sheet: string): string => `Finns på bladet ${sheet}.`,
    contentChanged: (day: string, sheet: string): string => `Innehållet ändrades ${day}. Finns på bladet ${sheet}.`,
    missing: (sheets: readonly string[]): string => `${sheets.length === 1 ? "Registret" : "Registren"} ${swedishList.format(sheets)} saknas.`,
    missingAny: (sheets: readonly string[]): string => `Minst ett av registren ${swedishList.format(sheets)} behövs.`,
    lacking: (lacks: readonly Lack[]): string => {
      const empty = lacks.flatMap((lack) => (lack.kind === "noRows" ? [lack.sheet] : []));
      const unanswered = lacks.flatMap((lack) => (lack.kind === "noneOfPeriod" ? [`Inget är ifyllt för ${lack.period} på bladet ${lack.sheet} än.`] : []));
      return [...(empty.length === 0 ? [] : [`${empty.length === 1 ? "Bladet" : "Bladen"} ${swedishList.format(empty)} har inga rader än.`]), ...unanswered].join(" ");
    },
    needMore: "Behöver fler register",
    createMissing: "Skapa register",
    createMissingFor: (title: string): string => `Skapa register för ${title}`,
    creating: "Skapar register …",
    created: "Registren är skapade.",
    back: "Tillbaka",
    unit: "Nämnd",
    allUnits: "Alla nämnder",
    period: "Period",
    choosePeriod: "Välj period",
    otherPeriod: "Annan period …",
    otherPeriodLabel: "Skriv perioden",
    otherPeriodHint: "Till exempel T1 2024, April 2024 eller 2024.",
    previewing: "Tar reda på vad som skrivs …",
    preview: "Visa vad som skrivs",
    willWrite: "Det här skrivs",
    forWhom: ({ unitName, periodLabel }: ReportPreview): string => [unitName, periodLabel].filter((part) => part !== "").join(", "),
    changes: ({ sheetExists, changedCells }: ReportPreview): string => {
      if (!sheetExists) return "Rapporten byggs på ett nytt blad.";
      return changedCells === 0 ? "Inget har ändrats sedan sist." : `${swedishCount(changedCells, "cell", "celler")} får nytt innehåll.`;
    },
    sheetTerm: "Blad",
    sheet: ({ sheet, sheetExists }: ReportPreview): string => `${sheet} (${sheetExists ? "byggs om på sin plats" : "nytt"})`,
    areaTerm: "Område",
    contentTerm: "Innehåll",
    content: ({ tables, rows }: ReportPreview): string => `${swedishCount(tables, "tabell", "tabeller")} med ${swedishCount(rows, "rad", "rader")}`,
    errorsTitle: (count: number): string => `${swedish(count)} fel i Kontroll.`,
    errorsMeaning: "Rapporten kan byggas ändå, men det som felen gäller kan bli tomt eller missvisande.",
    showFindings: "Visa i Kontroll",
    editsTitle: "Ändrat för hand",
    editsQuestion: "De här cellerna har ändrats sedan rapporten byggdes. Välj vad som ska stå kvar.",
    editedAgain: "Cellerna i rapporten har ändrats igen. Inget har skrivits. Gå igenom dem och bygg sedan.",
    editPlace: (edit: EditedCell): string => `${edit.where} (${cellOf(edit)})`,
    edit: ({ written, found }: EditedCell): string => `${inSwedish(written)} har blivit ${inSwedish(found)}.`,
    keep: "Behåll",
    replace: "Skriv över",
    keepAll: "Behåll alla",
    replaceAll: "Skriv över alla",
    showMore: (next: number, left: number): string => `Visa ${swedish(next)} till (av ${swedish(left)})`,
    build: "Bygg",
    building: "Bygger rapporten …",
    built: (title: string): string => `Rapporten ${title} är byggd`,
    where: (sheet: string, address: string): string => `Rapporten står på bladet ${sheet} (${address}).`,
    took: (milliseconds: number): string => {
      const time = seconds(milliseconds);
      return time === undefined ? "" : `Det tog ${time.replace(".", ",")} s.`;
    },
    undo: "Ångra med Ctrl+Z.",
    noUndo: "Den här versionen av Excel kan inte ångra rapporten i ett steg.",
    goToReport: "Gå till rapporten",
    goingTo: (sheet: string): string => `Går till ${sheet} …`,
    toReports: "Till rapporterna",
    kept: "Behållet från dina ändringar",
    lost: "Utan plats i den nya rapporten",
    lostMeaning: "De här ändringarna hör till rader eller kolumner som inte längre finns. De står som anteckningar under rapporten.",
    editAt: ({ where, found }: EditedCell): string => `${where}: ${inSwedish(found)}`,
    findings: (counts: Counts): string => {
      const parts = [swedishCount(counts.fel, "fel", "fel"), swedishCount(counts.varning, "varning", "varningar"), swedishCount(counts.upplysning, "upplysning", "upplysningar")];
      return `I Kontroll finns ${swedishList.format(parts.filter((part) => !part.startsWith("0 ")))}.`;
    },
    noFindings: "Kontrollen har inga anmärkningar.",
  },
  {
    heading: "Reports",
    notRead: "The workbook has not been read yet.",
    read: "Read the workbook",
    choose: "Choose",
    chooseReport: (title) => `Choose ${title}`,
    showSheet: "Go to the sheet",
    showSheetOf: (title) => `Go to the sheet of ${title}`,
    notBuilt: "Not built yet.",
    builtOn: (sheet) => `On the sheet ${sheet}.`,
    contentChanged: (day, sheet) => `Its content changed ${day}. On the sheet ${sheet}.`,
    missing: (sheets) => `The ${sheets.length === 1 ? "register" : "registers"} ${englishList.format(sheets)} ${sheets.length === 1 ? "is" : "are"} missing.`,
    missingAny: (sheets) => `At least one of the registers ${englishList.format(sheets)} is needed.`,
    lacking: (lacks) => {
      const empty = lacks.flatMap((lack) => (lack.kind === "noRows" ? [lack.sheet] : []));
      const unanswered = lacks.flatMap((lack) => (lack.kind === "noneOfPeriod" ? [`Nothing has been filled in for ${lack.period} on the sheet ${lack.sheet} yet.`] : []));
      return [...(empty.length === 0 ? [] : [`The ${empty.length === 1 ? "sheet" : "sheets"} ${englishList.format(empty)} ${empty.length === 1 ? "has" : "have"} no rows yet.`]), ...unanswered].join(" ");
    },
    needMore: "Need more registers",
    createMissing: "Create registers",
    createMissingFor: (title) => `Create registers for ${title}`,
    creating: "Creating registers …",
    created: "The registers are created.",
    back: "Back",
    unit: "Committee",
    allUnits: "All committees",
    period: "Period",
    choosePeriod: "Choose a period",
    otherPeriod: "Another period …",
    otherPeriodLabel: "Write the period",
    otherPeriodHint: "For example T1 2024, April 2024 or 2024.",
    previewing: "Finding out what will be written …",
    preview: "Show what will be written",
    willWrite: "This will be written",
    forWhom: ({ unitName, periodLabel }) => [unitName, periodLabel].filter((part) => part !== "").join(", "),
    changes: ({ sheetExists, changedCells }) => {
      if (!sheetExists) return "The report is built on a new sheet.";
      return changedCells === 0 ? "Nothing has changed since last time." : `${englishCount(changedCells, "cell gets", "cells get")} new content.`;
    },
    sheetTerm: "Sheet",
    sheet: ({ sheet, sheetExists }) => `${sheet} (${sheetExists ? "rebuilt in place" : "new"})`,
    areaTerm: "Area",
    contentTerm: "Content",
    content: ({ tables, rows }) => `${englishCount(tables, "table", "tables")} with ${englishCount(rows, "row", "rows")}`,
    errorsTitle: (count) => `${englishCount(count, "error", "errors")} in Check.`,
    errorsMeaning: "The report can be built all the same, but what the errors are about may be empty or misleading.",
    showFindings: "Show in Check",
    editsTitle: "Changed by hand",
    editsQuestion: "These cells have been changed since the report was built. Choose what is to remain.",
    editedAgain: "Cells of the report have been changed again. Nothing has been written. Go through them, and then build.",
    editPlace: (edit) => `${edit.where} (${cellOf(edit)})`,
    edit: ({ written, found }) => `${inEnglish(written)} has become ${inEnglish(found)}.`,
    keep: "Keep",
    replace: "Overwrite",
    keepAll: "Keep all",
    replaceAll: "Overwrite all",
    showMore: (next, left) => `Show ${english(next)} more (of ${english(left)})`,
    build: "Build",
    building: "Building the report …",
    built: (title) => `The report ${title} is built`,
    where: (sheet, address) => `The report is on the sheet ${sheet} (${address}).`,
    took: (milliseconds) => {
      const time = seconds(milliseconds);
      return time === undefined ? "" : `It took ${time} s.`;
    },
    undo: "Undo with Ctrl+Z.",
    noUndo: "This version of Excel cannot undo the report in one step.",
    goToReport: "Go to the report",
    goingTo: (sheet) => `Going to ${sheet} …`,
    toReports: "To the reports",
    kept: "Kept from your changes",
    lost: "Without a place in the new report",
    lostMeaning: "These changes belong to rows or columns that are no longer there. They stand as notes below the report.",
    editAt: ({ where, found }) => `${where}: ${inEnglish(found)}`,
    findings: (counts) => {
      const parts = [englishCount(counts.fel, "error", "errors"), englishCount(counts.varning, "warning", "warnings"), englishCount(counts.upplysning, "note", "notes")];
      return `Check has ${englishList.format(parts.filter((part) => !part.startsWith("0 ")))}.`;
    },
    noFindings: "Check has nothing to remark on.",
  },
);
