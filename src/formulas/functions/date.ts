import { parseTime } from "numfmt";
import type { Frame } from "../frame.js";
import { datedWithYear } from "../numberText.js";
import { calendarDay, daysInMonth, lastSerial, serialOf, weekdayFromSaturday, type CalendarDay } from "../serialDate.js";
import { errors, isError, type Scalar, type Value } from "../values.js";
import { ArgumentError, type FunctionDefinition, type FunctionTable, matrixOf, numberArgument, ofRanges, ofValues, textArgument, wholeArgument } from "./definition.js";

function serialArgument(value: Value | undefined): number {
  const serial = numberArgument(value);
  if (serial < 0 || serial >= lastSerial + 1) throw new ArgumentError(errors.num);
  return Math.floor(serial);
}

function dayArgument(value: Value | undefined): CalendarDay {
  const day = calendarDay(serialArgument(value));
  if (day === undefined) throw new ArgumentError(errors.num);
  return day;
}

const ofDay = (part: (day: CalendarDay) => number): FunctionDefinition => ofValues(1, 1, ([value]) => part(dayArgument(value)));

/** A part of the time of day, rounded to whole seconds as Excel does. */
const ofTime = (part: (seconds: number) => number): FunctionDefinition =>
  ofValues(1, 1, ([value]) => {
    const serial = numberArgument(value);
    if (serial < 0) return errors.num;
    return part(Math.round((serial - Math.floor(serial)) * 86_400) % 86_400);
  });

/** DATE: a year below 1900 counts from 1900; months and days roll over. */
function date([yearValue, monthValue, dayValue]: readonly Scalar[]): Scalar {
  const given = wholeArgument(yearValue);
  const year = given < 1900 ? given + 1900 : given;
  if (given < 0 || given > 9999) return errors.num;
  return serialOf(year, wholeArgument(monthValue), wholeArgument(dayValue)) ?? errors.num;
}

/** EDATE and EOMONTH. */
function monthsLater(value: Scalar | undefined, months: Scalar | undefined, lastDay: boolean): Scalar {
  const from = dayArgument(value);
  const month = from.month - 1 + wholeArgument(months);
  const year = from.year + Math.floor(month / 12);
  const inYear = ((month % 12) + 12) % 12;
  const last = daysInMonth(year, inYear + 1);
  return serialOf(year, inYear + 1, lastDay ? last : Math.min(from.day, last)) ?? errors.num;
}

/** Day of the week by Excel's numbering kinds: 1 Sunday first, 2 Monday first, 3 Monday as 0, 11–17 the first day is Monday … Sunday. */
function weekday([value, kind]: readonly Scalar[]): Scalar {
  const sundayFirst = (weekdayFromSaturday(serialArgument(value)) + 6) % 7;
  const type = wholeArgument(kind, 1);
  if (type === 1) return sundayFirst + 1;
  if (type === 2) return ((sundayFirst + 6) % 7) + 1;
  if (type === 3) return (sundayFirst + 6) % 7;
  return type >= 11 && type <= 17 ? ((sundayFirst - (type - 10) + 7) % 7) + 1 : errors.num;
}

function isoWeek(serial: number): number {
  const mondayFirst = (weekdayFromSaturday(serial) + 5) % 7;
  const thursday = serial - mondayFirst + 3;
  const year = calendarDay(thursday)?.year ?? 1900;
  const newYear = serialOf(year, 1, 1) ?? 1;
  return Math.floor((thursday - newYear) / 7) + 1;
}

function weekNumber([value, kind]: readonly Scalar[]): Scalar {
  const serial = serialArgument(value);
  const type = wholeArgument(kind, 1);
  if (type === 21) return isoWeek(serial);
  const firstDay = type === 1 || type === 17 ? 0 : type === 2 || type === 11 ? 1 : type >= 12 && type <= 16 ? type - 10 : -1;
  if (firstDay < 0) return errors.num;
  const newYear = serialOf(calendarDay(serial)?.year ?? 1900, 1, 1) ?? 1;
  const before = ((weekdayFromSaturday(newYear) + 6) % 7) - firstDay;
  return Math.floor((serial - newYear + ((before + 7) % 7)) / 7) + 1;
}

/** DATEDIF: whole years, months or days between two dates, or what is left over of them. */
function dateDifference([startValue, endValue, unitValue]: readonly Scalar[]): Scalar {
  const start = serialArgument(startValue);
  const end = serialArgument(endValue);
  if (start > end) return errors.num;
  const from = dayArgument(startValue);
  const to = dayArgument(endValue);
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  switch (textArgument(unitValue).toUpperCase()) {
    case "Y":
      return Math.floor(months / 12);
    case "M":
      return months;
    case "D":
      return end - start;
    case "YM":
      return months % 12;
    case "MD": {
      const day = to.day >= from.day ? to.day - from.day : end - (serialOf(to.year, to.month - 1, from.day) ?? end);
      return day;
    }
    case "YD": {
      const sameYear = serialOf(to.year, from.month, from.day) ?? end;
      return sameYear <= end ? end - sameYear : end - (serialOf(to.year - 1, from.month, from.day) ?? end);
    }
    default:
      return errors.num;
  }
}

function days360([startValue, endValue, european]: readonly Scalar[]): Scalar {
  const from = dayArgument(startValue);
  const to = dayArgument(endValue);
  let first = from.day;
  let last = to.day;
  if (numberArgument(european) !== 0) {
    first = Math.min(first, 30);
    last = Math.min(last, 30);
  } else {
    if (first === daysInMonth(from.year, from.month)) first = 30;
    if (last === 31 && first >= 30) last = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}

function holidays(value: Value | undefined, frame: Frame): Set<number> {
  if (value === undefined) return new Set();
  const matrix = matrixOf(value, frame);
  if (isError(matrix)) throw new ArgumentError(matrix);
  return new Set(matrix.values.filter((each) => each !== null).map((each) => serialArgument(each)));
}

/** Workdays, Monday to Friday, both ends included, holidays left out; negative when the end comes first. */
function networkDays([startValue, endValue, off]: readonly Value[], frame: Frame): Scalar {
  const start = serialArgument(startValue);
  const end = serialArgument(endValue);
  const free = holidays(off, frame);
  const [first, last] = start <= end ? [start, end] : [end, start];
  const wholeWeeks = Math.floor((last - first + 1) / 7);
  let count = wholeWeeks * 5;
  for (let day = first + wholeWeeks * 7; day <= last; day += 1) if (isWorkday(day)) count += 1;
  for (const day of free) if (day >= first && day <= last && isWorkday(day)) count -= 1;
  return start <= end ? count : -count;
}

const isWorkday = (serial: number): boolean => weekdayFromSaturday(serial) > 1;

function workday([startValue, countValue, off]: readonly Value[], frame: Frame): Scalar {
  let day = serialArgument(startValue);
  const count = wholeArgument(countValue);
  const free = holidays(off, frame);
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (day < 0 || day > lastSerial) return errors.num;
    if (isWorkday(day) && !free.has(day)) left -= 1;
  }
  return day;
}

function dateInText(text: string): Scalar {
  const parsed = datedWithYear(text.trim());
  return typeof parsed?.v === "number" ? Math.floor(parsed.v) : errors.value;
}

export const dateFunctions: FunctionTable = {
  DATE: ofValues(3, 3, date),
  DATEVALUE: ofValues(1, 1, ([value = null]) => (typeof value === "string" ? dateInText(value) : errors.value)),
  TIMEVALUE: ofValues(1, 1, ([value]) => {
    const parsed = parseTime(textArgument(value).trim());
    return typeof parsed?.v === "number" ? parsed.v % 1 : errors.value;
  }),
  TIME: ofValues(3, 3, ([hour, minute, second]) => {
    const seconds = wholeArgument(hour) * 3600 + wholeArgument(minute) * 60 + wholeArgument(second);
    return seconds < 0 ? errors.num : (seconds % 86_400) / 86_400;
  }),
  YEAR: ofDay((day) => day.year),
  MONTH: ofDay((day) => day.month),
  DAY: ofDay((day) => day.day),
  HOUR: ofTime((seconds) => Math.floor(seconds / 3600)),
  MINUTE: ofTime((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: ofTime((seconds) => seconds % 60),
  TODAY: { ...ofValues(0, 0, (_, frame) => Math.floor(frame.cells.now())), volatile: true },
  NOW: { ...ofValues(0, 0, (_, frame) => frame.cells.now()), volatile: true },
  EDATE: ofValues(2, 2, ([value, months]) => monthsLater(value, months, false)),
  EOMONTH: ofValues(2, 2, ([value, months]) => monthsLater(value, months, true)),
  WEEKDAY: ofValues(1, 2, weekday),
  WEEKNUM: ofValues(1, 2, weekNumber),
  ISOWEEKNUM: ofValues(1, 1, ([value]) => isoWeek(serialArgument(value))),
  DATEDIF: ofValues(3, 3, dateDifference),
  DAYS: ofValues(2, 2, ([end, start]) => serialArgument(end) - serialArgument(start)),
  DAYS360: ofValues(2, 3, days360),
  NETWORKDAYS: ofRanges("ssv", 2, networkDays),
  WORKDAY: ofRanges("ssv", 2, workday),
};
