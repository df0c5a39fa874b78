import type { SignOffState } from "../../../rules/assignments/signOffs.js";
import { dayText, formatPercentSv } from "../../../registers/values/formatting.js";
import type { UnitStanding } from "../../../usecases/round/roundState.js";
import { viewTexts } from "../../language.js";

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");

/** Läget: who has answered, and reminders to those who have not. */
export const standingTexts = viewTexts(
  {
    looking: "Tar reda på vem som har svarat …",
    purpose: "Vem som har svarat, enligt registren och Klarmarkering.",
    nobody: (period: string): string => `Ingen enhet har något att svara på för ${period}.`,
    ready: (ready: number, units: number): string => `${swedish(ready)} av ${swedish(units)} enheter är klara.`,
    share: (share: number): string => `${formatPercentSv(share, 0)} i tid.`,
    noShare: "Ingen sista dag har passerat än.",
    noRows: (count: number): string =>
      `${count === 1 ? "1 enhet har ingen rad" : `${swedish(count)} enheter har ingen rad`} i Klarmarkering för perioden. Lägg till en rad med sista dag, så syns här om svaren kommer i tid.`,
    goToSignOff: "Gå till Klarmarkering",
    left: "Inte klara",
    done: (count: number): string => `Klara (${swedish(count)})`,
    state: (state: SignOffState | null): string => (state === null ? "Ingen sista dag" : { inTime: "Klar i tid", late: "Klar för sent", missing: "Försenad", notDue: "Väntar" }[state]),
    answered: ({ answered, asked, missing }: UnitStanding): string => `${swedish(answered)} av ${swedish(asked)} besvarade${missing === 0 ? "" : `, ${swedish(missing)} saknas`}`,
    deadline: (day: number): string => `senast ${dayText(day)}`,
    readyOn: (day: number): string => `klar ${dayText(day)}`,
    late: (days: number): string => (days === 1 ? "1 dag sent" : `${swedish(days)} dagar sent`),
    copy: "Kopiera påminnelse",
    copyTo: (unit: string): string => `Kopiera påminnelse till ${unit}`,
    copied: (unit: string): string => `Påminnelsen till ${unit} är kopierad. Klistra in den i ett mejl.`,
    notCopied: (unit: string): string => `Excel släpper inte fram urklipp här. Påminnelsen till ${unit} är markerad: kopiera den med Ctrl+C (⌘C på Mac).`,
    reminderTo: (unit: string): string => `Påminnelse till ${unit}`,
  },
  {
    looking: "Finding out who has answered …",
    purpose: "Who has answered, by the registers and Klarmarkering.",
    nobody: (period) => `No unit has anything to answer for ${period}.`,
    ready: (ready, units) => `${english(ready)} of ${english(units)} units are ready.`,
    share: (share) => `${Math.round(share * 100)}% in time.`,
    noShare: "No last day has passed yet.",
    noRows: (count) =>
      `${count === 1 ? "1 unit has no row" : `${english(count)} units have no row`} in Klarmarkering for the period. Add one with its last day, and whether the answers come in time is shown here.`,
    goToSignOff: "Go to Klarmarkering",
    left: "Not ready",
    done: (count) => `Ready (${english(count)})`,
    state: (state) => (state === null ? "No last day" : { inTime: "Ready in time", late: "Ready late", missing: "Overdue", notDue: "Waiting" }[state]),
    answered: ({ answered, asked, missing }) => `${english(answered)} of ${english(asked)} answered${missing === 0 ? "" : `, ${english(missing)} missing`}`,
    deadline: (day) => `by ${dayText(day)}`,
    readyOn: (day) => `ready ${dayText(day)}`,
    late: (days) => (days === 1 ? "1 day late" : `${english(days)} days late`),
    copy: "Copy a reminder",
    copyTo: (unit) => `Copy a reminder to ${unit}`,
    copied: (unit) => `The reminder to ${unit} has been copied, in Swedish. Paste it into an e-mail.`,
    notCopied: (unit) => `Excel does not let the clipboard be used here. The reminder to ${unit} is selected: copy it with Ctrl+C (⌘C on a Mac).`,
    reminderTo: (unit) => `Reminder to ${unit}`,
  },
);
