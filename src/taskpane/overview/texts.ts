import type { Severity } from "../../registers/finding.js";
import type { Progress } from "../../usecases/overview.js";
import { viewTexts } from "../language.js";

/** The first view: what is in the workbook, how far it has come, and what comes next. */
export const overviewTexts = viewTexts(
  {
    next: "Nästa steg",
    createRegisters: "Skapa register",
    createMissing: "Skapa register som saknas",
    choosePeriod: "Välj period",
    fillIn: (sheet: string): string => `Fyll i ${sheet}`,
    mend: (errors: number): string => `Rätta ${errors} fel`,
    build: (title: string): string => `Bygg ${title}`,

    progress: "Ifyllt för perioden",
    done: ({ what, done, of }: Progress): string => (what === "outcomes" ? `${done} av ${of} mått ifyllda` : `${done} av ${of} uppdrag uppföljda`),

    findings: "Anmärkningar",
    counts: (severity: Severity, count: number): string => ({ fel: `${count} fel`, varning: count === 1 ? "1 varning" : `${count} varningar`, upplysning: count === 1 ? "1 upplysning" : `${count} upplysningar` })[severity],
    noFindings: "Inga anmärkningar",
    showFindings: "Visa",
    showFindingsLabel: "Visa anmärkningarna",

    registers: "Register",
    rows: (count: number): string => (count === 1 ? "1 rad" : `${count} rader`),
    goTo: (sheet: string, rows: string): string => `${sheet}, ${rows}. Gå till bladet.`,
    turning: "Går till bladet …",
    missing: "Register som saknas",

    creating: "Skapar register …",
    created: "Registren är skapade. Fyll i dem, eller klistra in det du har.",
    notRead: "Arbetsboken är inte läst än.",
    reading: "Läser arbetsboken …",
    readAgain: "Läs arbetsboken",

    begin: "Börja här",
    beginEmpty: "Arbetsboken är tom.",
    found: (sheets: readonly string[], more: number): string => `Jag hittade innehåll på ${sheets.length === 1 && more === 0 ? "bladet" : "bladen"} ${sheets.join(", ")}${more > 0 ? ` och ${more} till` : ""}, men inga register.`,
    createPurpose: "Lägger tomma register på egna blad i den här arbetsboken, med rubriker, listor och förklaringar.",
    createBeside: "Lägger tomma register på egna blad bredvid dina. Inget av ditt ändras eller flyttas.",
    openExample: "Öppna exempel",
    examplePurpose: "Öppnar en ifylld arbetsbok i ett eget fönster, att se och pröva i. Den här arbetsboken ändras inte.",
    ale: "Ale: mål och mått",
    ostersund: "Östersund: uppdrag",
    opening: "Öppnar exemplet …",
    opened: "Exemplet är öppnat i ett eget fönster.",
  },
  {
    next: "Next step",
    createRegisters: "Create registers",
    createMissing: "Create missing registers",
    choosePeriod: "Choose a period",
    fillIn: (sheet) => `Fill in ${sheet}`,
    mend: (errors) => (errors === 1 ? "Correct 1 error" : `Correct ${errors} errors`),
    build: (title) => `Build ${title}`,

    progress: "Filled in for the period",
    done: ({ what, done, of }) => (what === "outcomes" ? `${done} of ${of} measures filled in` : `${done} of ${of} assignments followed up`),

    findings: "Findings",
    counts: (severity, count) => ({ fel: count === 1 ? "1 error" : `${count} errors`, varning: count === 1 ? "1 warning" : `${count} warnings`, upplysning: count === 1 ? "1 note" : `${count} notes` })[severity],
    noFindings: "No findings",
    showFindings: "Show",
    showFindingsLabel: "Show the findings",

    registers: "Registers",
    rows: (count) => (count === 1 ? "1 row" : `${count} rows`),
    goTo: (sheet, rows) => `${sheet}, ${rows}. Go to the sheet.`,
    turning: "Going to the sheet …",
    missing: "Missing registers",

    creating: "Creating registers …",
    created: "The registers have been created. Fill them in, or paste what you have.",
    notRead: "The workbook has not been read yet.",
    reading: "Reading the workbook …",
    readAgain: "Read the workbook",

    begin: "Start here",
    beginEmpty: "The workbook is empty.",
    found: (sheets, more) => `I found content on the ${sheets.length === 1 && more === 0 ? "sheet" : "sheets"} ${sheets.join(", ")}${more > 0 ? ` and ${more} more` : ""}, but no registers.`,
    createPurpose: "Adds empty registers to this workbook, on sheets of their own, with headers, lists and explanations.",
    createBeside: "Adds empty registers on sheets of their own beside yours. Nothing of yours is changed or moved.",
    openExample: "Open an example",
    examplePurpose: "Opens a filled-in workbook in a window of its own, to look at and try things in. This workbook is not changed.",
    ale: "Ale: goals and measures",
    ostersund: "Östersund: assignments",
    opening: "Opening the example …",
    opened: "The example has been opened in a window of its own.",
  },
);
