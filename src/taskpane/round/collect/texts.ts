import { addressText, columnLetters } from "../../../registers/address.js";
import { registers } from "../../../registers/registers.js";
import { dayText } from "../../../registers/values/formatting.js";
import type { AnswerKind, AnswerLine, AnswerPlace, Collected, UnitAnswers } from "../../../usecases/round/collectPreview.js";
import { viewTexts } from "../../language.js";

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");

/** A comment may be of thousands of signs. */
const LONGEST = 300;

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

const inSwedish = (text: string): string => (text === "" ? "tomt" : `”${clipped(text)}”`);
const inEnglish = (text: string): string => (text === "" ? "empty" : `“${clipped(text)}”`);

/** Register cell as its sheet, key and header: "Utfall · MÅTT-3 · Kommentar"; a line that goes nowhere has none. */
function placeOf({ to }: AnswerLine): string {
  return to === undefined ? "" : [to.at?.sheet ?? registers[to.register].sheet, to.key, to.header].filter((part) => part !== "").join(" · ");
}

const cellOf = ({ row, column }: AnswerPlace["at"]): string => `${columnLetters(column)}${row + 1}`;

const swedishKinds: Readonly<Record<AnswerKind, readonly [one: string, many: string]>> = {
  new: ["nytt svar", "nya svar"],
  changed: ["ändrat svar", "ändrade svar"],
  conflict: ["krock", "krockar"],
  unreadable: ["oläsligt", "oläsliga"],
  unknownRow: ["okänd rad", "okända rader"],
  otherPeriod: ["annan period", "från en annan period"],
  notOurs: ["inte vårt", "inte våra"],
  lateReady: ["sent klar", "sent klara"],
};

const englishKinds: typeof swedishKinds = {
  new: ["new answer", "new answers"],
  changed: ["changed answer", "changed answers"],
  conflict: ["conflict", "conflicts"],
  unreadable: ["unreadable", "unreadable"],
  unknownRow: ["unknown row", "unknown rows"],
  otherPeriod: ["another period", "from another period"],
  notOurs: ["not ours", "not ours"],
  lateReady: ["ready late", "ready late"],
};

const capital = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase("sv")}${text.slice(1)}`;

/** Ta emot: the returned files and sheets, what they come to, and the one step that writes it. */
export const collectTexts = viewTexts(
  {
    purpose: "Välj filerna som enheterna har skickat tillbaka, hur många som helst. De läses här och skickas ingenstans. Du ser vad de innehåller innan något skrivs.",
    pick: "Välj filer …",
    drop: "Eller släpp filerna här.",
    takeSheets: "Ta bladen i arbetsboken",
    reading: (files: number): string => (files === 0 ? "Läser bladen …" : files === 1 ? "Läser filen …" : `Läser ${swedish(files)} filer …`),
    found: "Det här har kommit in",
    summary: (files: number, units: number, hasSheets: boolean): string =>
      `${[...(files === 0 ? [] : [files === 1 ? "1 fil" : `${swedish(files)} filer`]), ...(hasSheets ? ["bladen i arbetsboken"] : [])].join(" och ")}, ${units === 1 ? "1 enhet" : `${swedish(units)} enheter`}.`,
    counted: (kind: AnswerKind, count: number): string => `${swedish(count)} ${swedishKinds[kind][count === 1 ? 0 : 1]}`,
    kind: (kind: AnswerKind): string => capital(swedishKinds[kind][0]),
    rule: (count: number): string => `${count === 1 ? "1 krock" : `${swedish(count)} krockar`}: vad ska gälla?`,
    ruleEach: "Avgör var och en för sig",
    ruleNewest: "Ta det nyaste svaret",
    ruleExisting: "Behåll det som står i registret",
    undecided: (count: number): string => `${count === 1 ? "1 krock är inte avgjord och lämnas" : `${swedish(count)} krockar är inte avgjorda och lämnas`} som registret står.`,
    write: (count: number): string => `Skriv ${count === 1 ? "1 svar" : `${swedish(count)} svar`}`,
    nothing: "Det finns inget nytt att skriva.",
    writing: "Skriver svaren …",
    startOver: "Börja om",
    more: "Lägg till fler filer …",
    strays: (count: number): string => `Hör inte till någon enhet (${swedish(count)})`,
    attention: (count: number): string => `Behöver ses över (${swedish(count)})`,
    fine: (count: number): string => `Utan anmärkning (${swedish(count)})`,
    silent: (count: number): string => `Har inte svarat (${swedish(count)})`,
    unit: ({ answered, asked, missing }: UnitAnswers): string => `${swedish(answered)} av ${swedish(asked)} besvarade${missing === 0 ? "" : `, ${swedish(missing)} saknas`}`,
    ready: (day: number): string => `klar ${dayText(day)}`,
    late: (days: number): string => (days === 1 ? "1 dag sent" : `${swedish(days)} dagar sent`),
    notReady: "inte markerad klar",
    from: (sources: readonly string[]): string => `Från ${sources.join(", ")}`,
    place: placeOf,
    standing: (text: string): string => `I registret: ${inSwedish(text)}`,
    becomes: (standing: string, answer: string): string => (standing === "" ? inSwedish(answer) : `${inSwedish(standing)} blir ${inSwedish(answer)}`),
    answer: inSwedish,
    source: ({ file, at }: AnswerPlace): string => {
      if (at.sheet === "") return file === "" ? "Arbetsboken" : file;
      return file === "" ? `Arbetsboken, ${addressText(at)}` : `${file}, bladet ${at.sheet}, ${cellOf(at)}`;
    },
    decide: (place: string): string => `Vad ska gälla för ${place}?`,
    keep: (standing: string): string => `Behåll ${inSwedish(standing)}`,
    take: (answer: string, source: string): string => `Ta ${inSwedish(answer)} (${source})`,
    goTo: "Gå till",
    goToCell: (cell: string): string => `Gå till ${cell}`,
    written: ({ written, kept, undecided }: Collected): string =>
      [
        written === 0 ? "Inget behövde skrivas." : `${written === 1 ? "1 svar är skrivet" : `${swedish(written)} svar är skrivna`} i registren.`,
        ...(kept === 0 ? [] : [`${kept === 1 ? "1 cell behöll" : `${swedish(kept)} celler behöll`} det som stod.`]),
        ...(undecided === 0 ? [] : [`${undecided === 1 ? "1 krock väntar" : `${swedish(undecided)} krockar väntar`} på att avgöras: ta emot filerna igen för att göra det.`]),
      ].join(" "),
    origin: "Var varje svar kommer ifrån står i registret Ursprung.",
    undo: "I nyare Excel ångrar Ctrl+Z allt i ett steg.",
    toStanding: "Visa läget",
    takeMore: "Ta emot fler",
    showMore: (next: number, left: number): string => `Visa ${swedish(next)} till (av ${swedish(left)})`,
  },
  {
    purpose: "Choose the files that the units have sent back, any number of them. They are read here and sent nowhere. You see what they hold before anything is written.",
    pick: "Choose files …",
    drop: "Or drop the files here.",
    takeSheets: "Take the sheets of the workbook",
    reading: (files) => (files === 0 ? "Reading the sheets …" : files === 1 ? "Reading the file …" : `Reading ${english(files)} files …`),
    found: "This has come in",
    summary: (files, units, hasSheets) =>
      `${[...(files === 0 ? [] : [files === 1 ? "1 file" : `${english(files)} files`]), ...(hasSheets ? ["the sheets of the workbook"] : [])].join(" and ")}, ${units === 1 ? "1 unit" : `${english(units)} units`}.`,
    counted: (kind, count) => `${english(count)} ${englishKinds[kind][count === 1 ? 0 : 1]}`,
    kind: (kind) => capital(englishKinds[kind][0]),
    rule: (count) => `${count === 1 ? "1 conflict" : `${english(count)} conflicts`}: what is to hold?`,
    ruleEach: "Decide each",
    ruleNewest: "Take the newest answer",
    ruleExisting: "Keep what the register says",
    undecided: (count) => `${count === 1 ? "1 conflict is undecided and left" : `${english(count)} conflicts are undecided and left`} as the register stands.`,
    write: (count) => `Write ${count === 1 ? "1 answer" : `${english(count)} answers`}`,
    nothing: "There is nothing new to write.",
    writing: "Writing the answers …",
    startOver: "Start over",
    more: "Add more files …",
    strays: (count) => `Of no unit (${english(count)})`,
    attention: (count) => `To look over (${english(count)})`,
    fine: (count) => `Nothing to remark on (${english(count)})`,
    silent: (count) => `Have not answered (${english(count)})`,
    unit: ({ answered, asked, missing }) => `${english(answered)} of ${english(asked)} answered${missing === 0 ? "" : `, ${english(missing)} missing`}`,
    ready: (day) => `ready ${dayText(day)}`,
    late: (days) => (days === 1 ? "1 day late" : `${english(days)} days late`),
    notReady: "not marked ready",
    from: (sources) => `From ${sources.join(", ")}`,
    place: placeOf,
    standing: (text) => `In the register: ${inEnglish(text)}`,
    becomes: (standing, answer) => (standing === "" ? inEnglish(answer) : `${inEnglish(standing)} becomes ${inEnglish(answer)}`),
    answer: inEnglish,
    source: ({ file, at }) => {
      if (at.sheet === "") return file === "" ? "The workbook" : file;
      return file === "" ? `The workbook, ${addressText(at)}` : `${file}, sheet ${at.sheet}, ${cellOf(at)}`;
    },
    decide: (place) => `What is to hold for ${place}?`,
    keep: (standing) => `Keep ${inEnglish(standing)}`,
    take: (answer, source) => `Take ${inEnglish(answer)} (${source})`,
    goTo: "Go to",
    goToCell: (cell) => `Go to ${cell}`,
    written: ({ written, kept, undecided }) =>
      [
        written === 0 ? "Nothing had to be written." : `${written === 1 ? "1 answer has" : `${english(written)} answers have`} been written to the registers.`,
        ...(kept === 0 ? [] : [`${kept === 1 ? "1 cell" : `${english(kept)} cells`} kept what stood there.`]),
        ...(undecided === 0 ? [] : [`${undecided === 1 ? "1 conflict waits" : `${english(undecided)} conflicts wait`} for a decision: take the files in again to make it.`]),
      ].join(" "),
    origin: "Where each answer comes from stands in the register Ursprung.",
    undo: "In newer Excel, Ctrl+Z takes all of it back in one step.",
    toStanding: "Show progress",
    takeMore: "Take in more",
    showMore: (next, left) => `Show ${english(next)} more (of ${english(left)})`,
  },
);
