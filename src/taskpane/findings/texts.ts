import type { Finding, Severity } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { viewTexts } from "../language.js";
import type { FixWords } from "./fixes.js";

type Counts = Readonly<Record<Severity, number>>;

/** A Swedish clock in Swedish text (14.05), an English one in English (14:05). */
const clock = (time: Date, between: string): string => [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, "0")).join(between);

const checkedInSwedish = (time: Date | undefined): string => (time === undefined ? "" : ` Kontrollerat kl. ${clock(time, ".")}.`);
const checkedInEnglish = (time: Date | undefined): string => (time === undefined ? "" : ` Checked at ${clock(time, ":")}.`);

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");

const swedishList = new Intl.ListFormat("sv");
const englishList = new Intl.ListFormat("en-GB");

/** The sheet's name where the finding has one, else the one that the template gives the register. */
function sheetOf({ at, register }: Finding): string {
  return at?.sheet ?? Object.values(registers).find(({ table }) => table === register)?.sheet ?? register;
}

function placed(finding: Finding, row: string): string {
  const { at, column } = finding;
  return `${sheetOf(finding)}${at === undefined ? "" : ` ${row} ${at.row + 1}`}${column === undefined ? "" : `, ${column}`}`;
}

const swedishCounts: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fel: ["fel", "fel"],
  varning: ["varning", "varningar"],
  upplysning: ["upplysning", "upplysningar"],
};

const englishCounts: typeof swedishCounts = {
  fel: ["error", "errors"],
  varning: ["warning", "warnings"],
  upplysning: ["note", "notes"],
};

function counted(counts: Counts, words: typeof swedishCounts, written: (count: number) => string): string[] {
  return (["fel", "varning", "upplysning"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${written(counts[severity])} ${words[severity][counts[severity] === 1 ? 0 : 1]}`);
}

/** Every text of Kontroll. */
export const findingsTexts = viewTexts(
  {
    heading: "Kontroll",
    notChecked: "Arbetsboken är inte kontrollerad än.",
    check: "Kontrollera",
    checkAgain: "Kontrollera igen",
    clean: (time: Date | undefined): string => `Inga anmärkningar.${checkedInSwedish(time)}`,
    counts: (counts: Counts, time: Date | undefined): string => `${swedishList.format(counted(counts, swedishCounts, swedish))}.${checkedInSwedish(time)}`,
    severity: (severity: Severity): string => swedishCounts[severity][0],
    place: (finding: Finding): string => placed(finding, "rad"),
    sheet: sheetOf,
    counted: (what: string, count: number): string => `${what} (${swedish(count)})`,
    otherRule: "Liknande anmärkningar",
    goTo: "Gå till",
    goToPlace: (place: string): string => `Gå till ${place}`,
    fix: (words: FixWords): string => {
      switch (words.kind) {
        case "formulas":
          return words.cells === 1 ? "Lägg tillbaka formeln" : `Lägg tillbaka formeln i ${swedish(words.cells)} celler`;
        case "empty":
          return "Rätta: töm cellen";
        case "value":
          return `Rätta till ${words.value}`;
        case "values":
          return `Rätta ${swedish(words.cells.length)} celler`;
      }
    },
    fixedTo: (cell: string, value: string): string => (value === "" ? `${cell} töms` : `${cell} blir ${value}`),
    atPlace: (action: string, place: string): string => `${action}, ${place}`,
    fixAll: (count: number): string => `Rätta alla säkra (${swedish(count)})`,
    fixAllOf: (count: number, what: string): string => `Rätta alla säkra (${swedish(count)}): ${what}`,
    fixing: "Rättar …",
    fixed: (count: number): string => (count === 1 ? "Rättat." : `${swedish(count)} anmärkningar är rättade.`),
    accept: "Godta",
    acceptLabel: (place: string): string => `Godta anmärkningen, ${place}`,
    acceptHint: "Anmärkningen döljs så länge det som står i cellen är detsamma. Skälet sparas i Godtaganden.",
    reason: "Skäl",
    reasonMissing: "Skriv ett skäl, så vet andra varför anmärkningen är godtagen.",
    cancel: "Avbryt",
    accepting: "Godtar anmärkningen …",
    accepted: "Anmärkningen är godtagen.",
    switchOff: "Stäng av",
    switchOffAt: (what: string): string => `Stäng av regeln: ${what}`,
    switchingOff: "Stänger av regeln …",
    switchedOff: "Regeln är avstängd.",
    switchOn: "Slå på",
    switchOnAgain: (ruleId: string): string => `Slå på regeln ${ruleId}`,
    switchingOn: "Slår på regeln …",
    switchedOn: "Regeln är på igen.",
    rulesOff: (count: number): string => (count === 1 ? "1 regel är avstängd i Inställningar." : `${swedish(count)} regler är avstängda i Inställningar.`),
    acceptedHeading: (count: number): string => `Godtagna (${swedish(count)})`,
    acceptedBecause: (reason: string, day: string): string => `Godtagen ${day}: ${reason}`,
    takeBack: "Ta tillbaka",
    takeBackAt: (place: string): string => `Ta tillbaka godtagandet, ${place}`,
    takingBack: "Tar tillbaka godtagandet …",
    takenBack: "Godtagandet är tillbakataget.",
    search: "Sök bland anmärkningarna",
    filterSeverity: "Visa",
    filterRegister: "Register",
    all: "Alla",
    allRegisters: "Alla register",
    noneMatch: "Inga anmärkningar passar sökningen.",
    clearFilter: "Visa alla",
    clearSearch: "Töm sökningen",
    moreAccepted: (count: number): string => `Och ${swedish(count)} till, i registret Godtaganden.`,
    matching: (count: number): string => (count === 1 ? "1 anmärkning passar." : `${swedish(count)} anmärkningar passar.`),
    showMore: (next: number, left: number): string => `Visa ${swedish(next)} till (av ${swedish(left)})`,
    goingTo: (sheet: string): string => `Går till ${sheet} …`,
  },
  {
    heading: "Check",
    notChecked: "The workbook has not been checked yet.",
    check: "Check",
    checkAgain: "Check again",
    clean: (time) => `Nothing to remark on.${checkedInEnglish(time)}`,
    counts: (counts, time) => `${englishList.format(counted(counts, englishCounts, english))}.${checkedInEnglish(time)}`,
    severity: (severity) => englishCounts[severity][0],
    place: (finding) => placed(finding, "row"),
    sheet: sheetOf,
    counted: (what, count) => `${what} (${english(count)})`,
    otherRule: "Similar findings",
    goTo: "Go to",
    goToPlace: (place) => `Go to ${place}`,
    fix: (words) => {
      switch (words.kind) {
        case "formulas":
          return words.cells === 1 ? "Put the formula back" : `Put the formula back in ${english(words.cells)} cells`;
        case "empty":
          return "Fix: empty the cell";
        case "value":
          return `Change to ${words.value}`;
        case "values":
          return `Fix ${english(words.cells.length)} cells`;
      }
    },
    fixedTo: (cell, value) => (value === "" ? `${cell} is emptied` : `${cell} becomes ${value}`),
    atPlace: (action, place) => `${action}, ${place}`,
    fixAll: (count) => `Fix all safe ones (${english(count)})`,
    fixAllOf: (count, what) => `Fix all safe ones (${english(count)}): ${what}`,
    fixing: "Fixing …",
    fixed: (count) => (count === 1 ? "Fixed." : `${english(count)} findings are fixed.`),
    accept: "Accept",
    acceptLabel: (place) => `Accept the finding, ${place}`,
    acceptHint: "The finding is hidden for as long as the cell holds the same value. The reason is kept in Godtaganden.",
    reason: "Reason",
    reasonMissing: "Write a reason, so that others know why the finding is accepted.",
    cancel: "Cancel",
    accepting: "Accepting the finding …",
    accepted: "The finding is accepted.",
    switchOff: "Switch off",
    switchOffAt: (what) => `Switch off the rule: ${what}`,
    switchingOff: "Switching off the rule …",
    switchedOff: "The rule is switched off.",
    switchOn: "Switch on",
    switchOnAgain: (ruleId) => `Switch on the rule ${ruleId}`,
    switchingOn: "Switching on the rule …",
    switchedOn: "The rule is on again.",
    rulesOff: (count) => (count === 1 ? "1 rule is switched off in Inställningar." : `${english(count)} rules are switched off in Inställningar.`),
    acceptedHeading: (count) => `Accepted (${english(count)})`,
    acceptedBecause: (reason, day) => `Accepted ${day}: ${reason}`,
    takeBack: "Take back",
    takeBackAt: (place) => `Take back the acceptance, ${place}`,
    takingBack: "Taking back the acceptance …",
    takenBack: "The acceptance is taken back.",
    search: "Search the findings",
    filterSeverity: "Show",
    filterRegister: "Register",
    all: "All",
    allRegisters: "All registers",
    noneMatch: "No findings match the search.",
    clearFilter: "Show all",
    clearSearch: "Clear the search",
    moreAccepted: (count) => `And ${english(count)} more, in the register Godtaganden.`,
    matching: (count) => (count === 1 ? "1 finding matches." : `${english(count)} findings match.`),
    showMore: (next, left) => `Show ${english(next)} more (of ${english(left)})`,
    goingTo: (sheet) => `Going to ${sheet} …`,
  },
);
