import type { LocalText } from "../registers/language.js";

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);

/** What is told of the answers in returned sheets: what it is, what it means and what to do. */
export const collectText = {
  fills: (): LocalText => ({ sv: "Fyller en tom cell.", en: "Fills a blank cell." }),
  addsRow: (): LocalText => ({ sv: "Registret får en ny rad för svaret.", en: "The register gets a new row for the answer." }),
  replaces: (): LocalText => ({ sv: "Tar platsen för det som stod när bladet skickades ut.", en: "Takes the place of what stood there when the sheet was sent out." }),
  registerChanged: (): LocalText => ({
    sv: "Registret har ändrats sedan bladet skickades ut. Välj vilket som gäller. Tills dess ändras inget.",
    en: "The register has been changed since the sheet was sent out. Choose which one holds. Until then nothing is changed.",
  }),
  several: (count: number): LocalText => ({
    sv: `Samma cell har fått ${count} olika svar. Välj vilket som gäller. Tills dess ändras inget.`,
    en: `The same cell has been given ${count} different answers. Choose which one holds. Until then nothing is changed.`,
  }),
  emptied: (): LocalText => ({
    sv: "Enheten har tömt cellen. Det som står i registret ligger kvar, om du inte väljer att tömma det.",
    en: "The unit has emptied the cell. What stands in the register remains, unless you choose to empty it.",
  }),
  readyLate: (days: number): LocalText => ({
    sv: `Klarmarkerad ${days} ${days === 1 ? "dag" : "dagar"} efter sista dagen. Dagen skrivs in i Klarmarkering.`,
    en: `Marked ready ${days} ${days === 1 ? "day" : "days"} after the last day. The day is entered in Klarmarkering.`,
  }),
  otherPeriod: (theirs: string, ours: string, count: number): LocalText => ({
    sv: `Bladet gäller ${theirs}, inte ${ours}. ${count === 0 ? "Det har inga svar." : `${count} svar tas inte in. Be om bladet för ${ours}, eller ta emot ${theirs} i stället.`}`,
    en: `The sheet is of ${theirs}, not of ${ours}. ${count === 0 ? "It has no answers." : `${count} ${count === 1 ? "answer" : "answers"} will not be taken in. Ask for the sheet of ${ours}, or take in ${theirs} instead.`}`,
  }),
  otherWorkbook: (count: number): LocalText => ({
    sv: `Bladet är gjort från en annan arbetsbok än den här. ${count === 0 ? "Det har inga svar." : `${count} svar tas inte in. Ta emot det i den arbetsbok som det skickades ut från.`}`,
    en: `The sheet was made from another workbook than this one. ${count === 0 ? "It has no answers." : `${count} ${count === 1 ? "answer" : "answers"} will not be taken in. Take it in in the workbook that it was sent out from.`}`,
  }),
  noId: (count: number): LocalText => ({
    sv: `Bladet bär ett kännetecken som den här arbetsboken saknar. ${count === 0 ? "Det har inga svar." : `${count} svar tas inte in. Ta emot det i den arbetsbok som sparades när bladen skickades ut.`}`,
    en: `The sheet carries an id that this workbook lacks. ${count === 0 ? "It has no answers." : `${count} ${count === 1 ? "answer" : "answers"} will not be taken in. Take it in in the workbook that was saved when the sheets were sent out.`}`,
  }),
  laterVersion: (): LocalText => ({
    sv: "Bladet är gjort av en senare version av Måltavla, och tas inte in. Uppdatera Måltavla och försök igen.",
    en: "The sheet was made by a later version of Måltavla, and is not taken in. Update Måltavla and try again.",
  }),
  noForm: (): LocalText => ({
    sv: "Bladet är inget som har skickats ut från Måltavla, eller så är dess märkning borta. Inget tas in härifrån. Har det svar, ta in det med Ta in blad.",
    en: "The sheet is none that was sent out from Måltavla, or its marks are gone. Nothing is taken in from it. If it has answers, take it in with Take in sheets.",
  }),
  noFormInFile: (): LocalText => ({
    sv: "Filen har inget blad som har skickats ut från Måltavla, eller så är märkningen borta. Inget tas in ur den. Har den svar, ta in den med Ta in blad.",
    en: "The file has no sheet that was sent out from Måltavla, or its marks are gone. Nothing is taken in from it. If it has answers, take it in with Take in sheets.",
  }),
  tooLarge: (): LocalText => ({
    sv: "Bladet har för många celler för att läsas, och tas inte in. Ta bort tomma rader och kolumner med format, spara och försök igen.",
    en: "The sheet has too many cells to be read, and is not taken in. Delete blank rows and columns with formats, save, and try again.",
  }),
  unknownRow: (key: string, sheet: string): LocalText => ({
    sv: `${key} finns inte längre i ${sheet}. Svaret tas inte in. Lägg tillbaka raden i registret om svaret ska med.`,
    en: `${key} is no longer in ${sheet}. The answer is not taken in. Put the row back in the register if the answer is wanted.`,
  }),
  noMark: (): LocalText => ({
    sv: "Texten står på en rad som någon har lagt till i bladet, så det går inte att säga vad den svarar på. Den tas inte in. Skriv in den i registret om den ska med.",
    en: "The text is on a row that somebody has added to the sheet, so there is no telling what it answers. It is not taken in. Enter it in the register if it is wanted.",
  }),
  doubtful: (): LocalText => ({
    sv: "Raden eller kolumnen har flyttats utan sin märkning, så det går inte att säga vad cellen svarar på. Den tas inte in. Skriv in svaret i registret om det ska med.",
    en: "The row or column has been moved without its mark, so there is no telling what the cell answers. It is not taken in. Enter the answer in the register if it is wanted.",
  }),
  unmarked: (): LocalText => ({
    sv: "Bladets dolda märkning av raderna är borta, och rubriken säger inte vilken enhet och period det gäller. Svaret tas inte in. Skriv in det i registret, eller be om ett nytt blad.",
    en: "The sheet's hidden marks of its rows are gone, and its title does not say which unit and period it is of. The answer is not taken in. Enter it in the register, or ask for a new sheet.",
  }),
  outside: (): LocalText => ({
    sv: "Texten står utanför de kolumner som ska fyllas i. Den tas inte in. Skriv in den i registret om den ska med.",
    en: "The text is outside the columns to fill in. It is not taken in. Enter it in the register if it is wanted.",
  }),
  noColumn: (): LocalText => ({ sv: "Registret har ingen sådan kolumn. Svaret tas inte in.", en: "The register has no such column. The answer is not taken in." }),
  formula: (): LocalText => ({ sv: "Svaret är räknat med en formel i bladet. Dess värde tas in.", en: "The answer was calculated by a formula on the sheet. Its value is taken in." }),
  formulaWithoutValue: (): LocalText => ({
    sv: "Formeln i cellen har inget värde i filen. Öppna filen i Excel, låt den räkna om, spara och ta emot den igen.",
    en: "The formula in the cell has no value in the file. Open the file in Excel, let it recalculate, save, and take it in again.",
  }),
  error: (typed: string): LocalText => ({ sv: `Cellen visar ett fel, ${typed}. Be enheten rätta det.`, en: `The cell shows an error, ${typed}. Ask the unit to mend it.` }),
  numberExpected: (typed: string): LocalText => ({ sv: `”${short(typed)}” är inget tal. Be enheten om ett tal.`, en: `“${short(typed)}” is not a number. Ask the unit for a number.` }),
  yesNoExpected: (typed: string): LocalText => ({ sv: `”${short(typed)}” är varken Ja eller Nej. Be enheten välja något av dem.`, en: `“${short(typed)}” is neither Ja nor Nej. Ask the unit to choose one of them.` }),
  absurdShare: (shown: string, likely: string): LocalText => ({
    sv: `Cellen visar ${shown}. Menas ${likely}? Värdet tas inte in. Fråga enheten, och skriv in det i registret.`,
    en: `The cell shows ${shown}. Is ${likely} meant? The value is not taken in. Ask the unit, and enter it in the register.`,
  }),
  absurdDay: (shown: string, typed: string): LocalText => ({
    sv: `Cellen visar dagen ${shown}, för att någon har skrivit ${typed}. Dagen tas inte in. Be enheten skriva datumet som 2019-01-22.`,
    en: `The cell shows the day ${shown}, since somebody has typed ${typed}. The day is not taken in. Ask the unit to write the date as 2019-01-22.`,
  }),
  readyInFuture: (day: string): LocalText => ({ sv: `${day} ligger i framtiden. Dagen tas inte in. Be enheten rätta den.`, en: `${day} is in the future. The day is not taken in. Ask the unit to correct it.` }),
  unreadable: (): LocalText => ({ sv: "Cellen går inte att läsa. Be enheten rätta den.", en: "The cell cannot be read. Ask the unit to mend it." }),
  dropped: (): LocalText => ({
    sv: "Svaret går inte att skriva i registret. Det tas inte in.",
    en: "The answer cannot be written in the register. It is not taken in.",
  }),
} as const;
