import type { Uppfoljning } from "../registers/registers.js";
import { dayText } from "../registers/values/formatting.js";
import { comparePeriods, samePeriod, type Period } from "../registers/values/period.js";
import type { FollowUpRow } from "../rules/assignments/followUps.js";
import { isCarriedOut, statusWordsOf } from "../rules/assignments/statusScale.js";
import type { Subject } from "../rules/subjects.js";
import type { Workbook } from "../rules/workbook.js";
import { askedCells, keyOf, lines, said, shortened, type Asks, type RowToAsk } from "./askedCells.js";
import type { Owned } from "./asked.js";
import type { SectionKind } from "./form.js";

/** The follow-ups of a period: those that the register has a row for, and those that Ny period would add one for. */
export function askedFollowUps(workbook: Workbook, period: Period, added: readonly Uppfoljning[]): readonly Owned[] {
  const { contents, followUps, subjects } = workbook;
  const standing = (contents.uppfoljning?.rows ?? []).filter((row) => samePeriod(row.values.period, period));
  const first = standing.filter((row) => followUps.find(row.values.avser, period, followUps.unitOf(row)) === row);
  return [
    ...first.map((row) => asked(workbook, row, true, followUps.subjectOf(row), followUps.unitOf(row))),
    ...added.map((values) => {
      const subject = subjects.find(values.avser);
      return asked(workbook, { values }, false, subject, values.enhet ?? (subject === undefined ? null : subjects.ownerOf(subject)));
    }),
  ];
}

function asked(workbook: Workbook, row: RowToAsk<Uppfoljning>, isStanding: boolean, subject: Subject | undefined, unit: string | null): Owned {
  const { values } = row;
  return {
    kind: kindOf(subject),
    unit,
    order: subject?.row ?? null,
    row: {
      register: "uppfoljning",
      key: keyOf("uppfoljning", values),
      isStanding,
      values,
      what: subject === undefined ? values.avser : textOf(subject),
      about: subject === undefined ? "" : aboutOf(workbook, subject),
      last: lastSaid(workbook, values, unit),
      answers: askedCells("uppfoljning", row, asks(subject)),
    },
  };
}

function kindOf(subject: Subject | undefined): SectionKind {
  switch (subject?.kind) {
    case "assignment":
      return "assignments";
    case "activity":
      return "activities";
    default:
      return "goals";
  }
}

/** An activity is often its status alone; of an assignment and a goal the words are what is reported. The status of a goal that is reached rather than carried out follows from its measures, unless somebody says otherwise. */
function asks(subject: Subject | undefined): Asks {
  const words = subject === undefined ? undefined : statusWordsOf(subject);
  return {
    ...(words === undefined ? {} : { status: { isNeeded: subject !== undefined && isCarriedOut(subject), words, help: `Välj i listan: ${words.join(", ")}.` } }),
    kommentar: { isNeeded: subject?.kind !== "activity" },
    orsak: { isNeeded: false },
    klartSenast: { isNeeded: false },
  };
}

function textOf(subject: Subject): string {
  switch (subject.kind) {
    case "goal":
      return [subject.row.values.nr, subject.row.values.mal].filter((part) => part !== null).join(" ");
    case "assignment":
      return subject.row.values.uppdrag;
    case "activity":
      return subject.row.values.aktivitet;
    case "measure":
      return subject.row.values.matt;
    case "document":
      return subject.row.values.rubrik ?? subject.row.values.id;
    case "control":
      return subject.row.values.kontrollmoment ?? subject.row.values.risk;
    case "decision":
      return subject.row.values.id;
  }
}

/** Enough of what it belongs to for whoever knows it. */
const NAME = 80;

function aboutOf({ subjects }: Workbook, subject: Subject): string {
  switch (subject.kind) {
    case "goal":
      return subject.row.values.beskrivning ?? "";
    case "assignment": {
      const { fortydligande, slut } = subject.row.values;
      return lines(fortydligande, slut === null ? null : `Ska vara klart ${dayText(slut)}`);
    }
    case "activity": {
      const { avser, ansvarig, tidsram, slut } = subject.row.values;
      const above = subjects.find(avser);
      return lines(
        above === undefined ? null : `Hör till: ${shortened(textOf(above), NAME)}`,
        ansvarig === null ? null : `Ansvarig: ${ansvarig}`,
        tidsram,
        slut === null ? null : `Ska vara klart ${dayText(slut)}`,
      );
    }
    default:
      return "";
  }
}

/** What the unit last said of it: "T1 2021: Pågående", and its comment. A row may carry the comment itself (Förra perioden). */
function lastSaid({ followUps, units }: Workbook, { avser, period, forra }: Uppfoljning, unit: string | null): string {
  const isEarlier = (row: FollowUpRow) => comparePeriods(row.values.period, period) < 0 && units.same(followUps.unitOf(row), unit);
  const last = followUps.of(avser).findLast((row) => isEarlier(row) && (row.values.status ?? row.values.kommentar) !== null);
  if (last === undefined) return shortened(forra) ?? "";
  const { status, kommentar } = last.values;
  return lines(said(last.values.period, status), shortened(kommentar ?? forra));
}
