import type { Kontrollresultat } from "../registers/registers.js";
import { comparePeriods, samePeriod, type Period } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import { createDirectory } from "../registers/reading/directory.js";
import type { ControlRow } from "../rules/subjects.js";
import type { Workbook } from "../rules/workbook.js";
import { askedCells, keyOf, lines, said, shortened, type RowToAsk } from "./askedCells.js";
import type { Owned } from "./asked.js";

const asks = {
  bedomning: { isNeeded: true }, beskrivning: { isNeeded: false }, granskade: { isNeeded: false }, avvikande: { isNeeded: false }, metod: { isNeeded: false }, kommentar: { isNeeded: false },
} as const;

/**
 * The follow-ups of controls of a period: those that the register has a row for, and those that Ny period would add one for. A control names a role, not a unit: it goes to
 * the unit whose code, name or alias Ansvarig is, else to the unit that the workbook is of.
 */
export function askedControls(workbook: Workbook, period: Period, added: readonly Kontrollresultat[]): readonly Owned[] {
  const { contents } = workbook;
  const standing = (contents.kontrollresultat?.rows ?? []).filter((row) => samePeriod(row.values.period, period));
  const unitOf = unitsInCharge(workbook);
  return [...standing.map((row) => [row, true] as const), ...added.map((values) => [{ values }, false] as const)].map(([row, isStanding]) => {
    const subject = workbook.subjects.find(row.values.kontrollId);
    const control = subject?.kind === "control" ? subject.row : undefined;
    return asked(workbook, row, isStanding, control, control === undefined ? null : unitOf(control));
  });
}

function asked({ contents }: Workbook, row: RowToAsk<Kontrollresultat>, isStanding: boolean, control: ControlRow | undefined, unit: string | null): Owned {
  const { values } = row;
  return {
    kind: "controls",
    unit,
    order: control ?? null,
    row: {
      register: "kontrollresultat",
      key: keyOf("kontrollresultat", values),
      isStanding,
      values,
      what: control === undefined ? values.kontrollId : (control.values.kontrollmoment ?? control.values.risk),
      about: control === undefined ? "" : aboutOf(control, values),
      last: lastSaid(contents.kontrollresultat?.rows ?? [], values),
      answers: askedCells("kontrollresultat", row, asks),
    },
  };
}

/** Where it belongs, the risk that it meets, and what this very follow-up of it is, where that is not what the control itself is called. */
function aboutOf({ values: { omrade, kontrollmoment, risk, vad } }: ControlRow, { uppfoljande }: Kontrollresultat): string {
  const isSame = folded(uppfoljande ?? "") === folded(kontrollmoment ?? risk);
  return lines(omrade, kontrollmoment === null ? null : `Risk: ${risk}`, isSame ? null : uppfoljande, vad);
}

/** The assessment of the period before that is nearest, and its comment. */
function lastSaid(rows: readonly { readonly values: Kontrollresultat }[], { kontrollId, period, nr }: Kontrollresultat): string {
  const earlier = rows.map(({ values }) => values).filter((other) => folded(other.kontrollId) === folded(kontrollId) && other.nr === nr && comparePeriods(other.period, period) < 0);
  const last = earlier.filter(({ bedomning, kommentar }) => (bedomning ?? kommentar) !== null).sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  return last === undefined ? "" : lines(said(last.period, last.bedomning), shortened(last.kommentar));
}

function unitsInCharge({ contents, settings }: Workbook): (control: ControlRow) => string | null {
  const units = (contents.enheter?.rows ?? []).map(({ row, values: { kod, namn, alias } }) => ({ id: kod, names: [namn, ...(alias ?? [])], row }));
  const { directory } = createDirectory(units);
  const own = settings.enhet === "" ? (units.length === 1 ? (units[0]?.id ?? null) : null) : settings.enhet;
  return ({ values: { ansvarig } }) => {
    const found = ansvarig === null ? undefined : directory.find(ansvarig);
    return found === undefined || found === "shared" ? own : found.id;
  };
}
