import { dayText } from "../../../registers/values/formatting.js";
import type { UnitToAsk } from "../../../usecases/round/roundPlan.js";
import { viewTexts } from "../../language.js";

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");

type Counted = readonly [count: number, one: string, several: string];

/** "3 mått, 1 uppdrag"; what there is none of is left out. */
function listed(counts: readonly Counted[], written: (count: number) => string): string {
  return counts.flatMap(([count, one, several]) => (count === 0 ? [] : [`${written(count)} ${count === 1 ? one : several}`])).join(", ");
}

/** Skicka ut: what each unit is asked, and its form as a sheet or a file. */
export const sendTexts = viewTexts(
  {
    planning: "Tar reda på vad varje enhet ska svara på …",
    purpose: "Varje enhet får ett blad med det den ska fylla i, och inget annat.",
    nothing: (period: string): string => `Det finns inget att fråga om för ${period}. Ny period lägger till raderna som ska fyllas i.`,
    newPeriod: "Ny period …",
    summary: (units: number, left: number): string => `${units === 1 ? "1 enhet" : `${swedish(units)} enheter`}, ${left === 1 ? "1 svar" : `${swedish(left)} svar`} kvar att lämna.`,
    ownerless: (count: number): string => `Utan enhet att fråga (${swedish(count)})`,
    ownerlessHint: "De här raderna har ingen enhet som ansvarar, så ingen får frågan. Skriv enheten i registret och läs igen.",
    moreOwnerless: (count: number): string => `Och ${swedish(count)} till.`,
    units: "Enheter att fråga",
    all: "Välj alla",
    none: "Välj inga",
    done: (count: number): string => `Redan ifyllt (${swedish(count)})`,
    rows: ({ measures, assignments, controls, decisions }: UnitToAsk): string =>
      listed([[measures, "mått", "mått"], [assignments, "uppdrag", "uppdrag"], [controls, "kontroll", "kontroller"], [decisions, "beslut", "beslut"]], swedish),
    answered: ({ answered, asked }: UnitToAsk): string => `${swedish(answered)} av ${swedish(asked)} ifyllda`,
    deadline: (deadline: number | null): string => (deadline === null ? "ingen sista dag" : `senast ${dayText(deadline)}`),
    hasSheet: (sheet: string, notInSheet: number): string =>
      notInSheet === 0 ? `har bladet ${sheet}` : `har bladet ${sheet}, som saknar ${notInSheet === 1 ? "1 ny rad" : `${swedish(notInSheet)} nya rader`}: ta emot svaren, ta bort bladet och gör ett nytt`,
    lastDay: "Svara senast",
    lastDayHint: "Enheter som redan har en sista dag i Klarmarkering behåller den. De andra får en rad där när bladen eller filerna görs. De som är gjorda sedan tidigare behåller dagen som står i dem.",
    dayUnread: "Det är ingen hel dag. Skriv år, månad och dag, eller töm fältet.",
    makeSheets: (count: number): string => `Gör ${count === 1 ? "1 blad" : `${swedish(count)} blad`} i arbetsboken`,
    makeFiles: (count: number): string => `Ladda ner ${count === 1 ? "1 fil" : `${swedish(count)} filer`}`,
    noneChosen: "Välj minst en enhet.",
    sheetsHint: "Blad passar när alla arbetar i samma arbetsbok. Filer skickas till var och en. Svaren tas emot på samma sätt.",
    manySheets: (count: number): string => `${swedish(count)} nya blad gör arbetsboken svår att hitta i. Filer är lättare att hantera när enheterna är många.`,
    makingSheets: "Gör bladen …",
    makingFiles: "Gör filerna …",
    sheetsMade: (count: number): string => `${count === 1 ? "1 blad är gjort" : `${swedish(count)} blad är gjorda`} i arbetsboken. När enheten har svarat: Ta emot, och sedan Ta bladen i arbetsboken. Det går inte att ångra med Ctrl+Z: ${count === 1 ? "ett blad som inte" : "blad som inte"} behövs tar du bort för hand.`,
    noSheets: "Inga nya blad behövdes.",
    sheets: "Blad som är gjorda",
    goToSheet: (sheet: string): string => `Gå till ${sheet}`,
    zipName: (period: string): string => `Inlämning ${period}.zip`,
    fileMade: (name: string): string => `Filen ${name} ligger bland dina nedladdade filer. Skicka den till enheten.`,
    zipMade: (count: number, name: string): string => `${swedish(count)} filer ligger i ${name} bland dina nedladdade filer. Packa upp den och skicka filerna till enheterna.`,
    noFile: "Kom ingen fil?",
    noFileHint: "Excel för Mac hämtar inga filer från tillägg, och en organisation kan ha stängt av det. Öppna då filerna här, en i taget, och spara dem i Excel. Eller gör blad i arbetsboken.",
    downloadAgain: "Ladda ner igen",
    open: (name: string): string => `Öppna ${name}`,
    files: "Filer som är gjorda",
    opening: "Öppnar filen …",
    opened: "Filen är öppnad i ett eget fönster. Spara den därifrån.",
  },
  {
    planning: "Finding out what each unit is to answer …",
    purpose: "Each unit gets a sheet with what it is to fill in, and nothing else.",
    nothing: (period) => `There is nothing to ask about for ${period}. New period adds the rows that are to be filled in.`,
    newPeriod: "New period …",
    summary: (units, left) => `${units === 1 ? "1 unit" : `${english(units)} units`}, ${left === 1 ? "1 answer" : `${english(left)} answers`} still to come.`,
    ownerless: (count) => `Without a unit to ask (${english(count)})`,
    ownerlessHint: "No unit is responsible for these rows, so nobody is asked. Write the unit in the register, and read again.",
    moreOwnerless: (count) => `And ${english(count)} more.`,
    units: "Units to ask",
    all: "Choose all",
    none: "Choose none",
    done: (count) => `Filled in already (${english(count)})`,
    rows: ({ measures, assignments, controls, decisions }) =>
      listed([[measures, "measure", "measures"], [assignments, "assignment", "assignments"], [controls, "control", "controls"], [decisions, "decision", "decisions"]], english),
    answered: ({ answered, asked }) => `${english(answered)} of ${english(asked)} filled in`,
    deadline: (deadline) => (deadline === null ? "no last day" : `by ${dayText(deadline)}`),
    hasSheet: (sheet, notInSheet) =>
      notInSheet === 0 ? `has the sheet ${sheet}` : `has the sheet ${sheet}, which lacks ${notInSheet === 1 ? "1 new row" : `${english(notInSheet)} new rows`}: take in the answers, delete the sheet, and make a new one`,
    lastDay: "Answer by",
    lastDayHint: "Units that already have a last day in Klarmarkering keep it. The others get a row there when the sheets or files are made. Those made before keep the day that stands in them.",
    dayUnread: "That is no whole day. Write year, month and day, or empty the field.",
    makeSheets: (count) => `Make ${count === 1 ? "1 sheet" : `${english(count)} sheets`} in the workbook`,
    makeFiles: (count) => `Download ${count === 1 ? "1 file" : `${english(count)} files`}`,
    noneChosen: "Choose at least one unit.",
    sheetsHint: "Sheets suit when everybody works in the same workbook. Files are sent to each. The answers are taken in the same way.",
    manySheets: (count) => `${english(count)} new sheets make it hard to find your way in the workbook. Files are easier to deal with when the units are many.`,
    makingSheets: "Making the sheets …",
    makingFiles: "Making the files …",
    sheetsMade: (count) => `${count === 1 ? "1 sheet has" : `${english(count)} sheets have`} been made in the workbook. When the unit has answered: Take in, and then Take the sheets of the workbook. This cannot be undone with Ctrl+Z: delete ${count === 1 ? "a sheet that is" : "sheets that are"} not needed by hand.`,
    noSheets: "No new sheets were needed.",
    sheets: "Sheets that have been made",
    goToSheet: (sheet) => `Go to ${sheet}`,
    zipName: (period) => `Hand-in ${period}.zip`,
    fileMade: (name) => `The file ${name} is among your downloaded files. Send it to the unit.`,
    zipMade: (count, name) => `${english(count)} files are in ${name} among your downloaded files. Unpack it and send the files to the units.`,
    noFile: "Did no file come?",
    noFileHint: "Excel for Mac downloads no files from add-ins, and an organisation may have switched it off. Open the files here instead, one at a time, and save them in Excel. Or make sheets in the workbook.",
    downloadAgain: "Download again",
    open: (name) => `Open ${name}`,
    files: "Files that have been made",
    opening: "Opening the file …",
    opened: "The file has been opened in a window of its own. Save it from there.",
  },
);
