import { message } from "../../registers/message.js";

interface Owed {
  readonly report: string;
  readonly unit: string;
  readonly period: string;
}

/** What is told of the reports that units owe, and when they were marked ready. */
export const signOffMessages = {
  "klarmarkering.for-sent": message<Owed & { days: number; last: string }>("upplysning", {
    sv: ({ report, unit, period, days, last }) => `${unit} klarmarkerade ${report} för ${period} ${days === 1 ? "1 dag" : `${days} dagar`} efter sista dagen, ${last}. Det räknas inte som i tid. Rätta dagen om den är fel.`,
    en: ({ report, unit, period, days, last }) => `${unit} marked ${report} for ${period} ready ${days === 1 ? "1 day" : `${days} days`} after the last day, ${last}. It does not count as in time. Correct the day if it is wrong.`,
  }),
  "klarmarkering.saknas": message<Owed & { days: number; last: string }>("varning", {
    sv: ({ report, unit, period, days, last }) => `${unit} har inte klarmarkerat ${report} för ${period}. Sista dagen var ${last}, för ${days === 1 ? "1 dag" : `${days} dagar`} sedan. Lämna rapporten och skriv dagen i Klarmarkerad.`,
    en: ({ report, unit, period, days, last }) => `${unit} has not marked ${report} for ${period} ready. The last day was ${last}, ${days === 1 ? "1 day" : `${days} days`} ago. Hand in the report and write the day in Klarmarkerad.`,
  }),
  "klarmarkering.framtida-dag": message<Owed & { day: string }>("varning", {
    sv: ({ report, unit, period, day }) => `${unit} har klarmarkerat ${report} för ${period} den ${day}, som inte har kommit än. Rätta dagen.`,
    en: ({ report, unit, period, day }) => `${unit} has marked ${report} for ${period} ready on ${day}, which has not come yet. Correct the day.`,
  }),
  "klarmarkering.fore-perioden": message<Owed & { header: string; day: string }>("varning", {
    sv: ({ report, unit, period, header, day }) => `${header} är ${day} för ${report} (${unit}), innan ${period} har börjat. Kontrollera dagen och perioden.`,
    en: ({ report, unit, period, header, day }) => `${header} is ${day} for ${report} (${unit}), before ${period} has begun. Check the day and the period.`,
  }),
};
