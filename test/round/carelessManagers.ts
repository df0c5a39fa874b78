import { layOutForm } from "../../src/round/layOutForm.js";
import type { Form } from "../../src/round/form.js";
import type { RowMark } from "../../src/round/marks.js";
import type { Chance } from "../intake/seeded.js";
import { SheetOnDesk, saved, textOf } from "./sheetOnDesk.js";
import { typedAnswer } from "./typedAnswers.js";

/** What a manager has answered in one cell, whatever has become of the form since. */
export interface Truth {
  readonly file: string;
  readonly mark: RowMark;
  readonly column: string;
  /** The value as `plainly`; "told" where it has to be told of, since nobody can know what it means. */
  readonly means: string;
  /** As it stands in the cell. */
  readonly typed: string;
  /** The form is no answer to what is asked now: what is told is told of the form. */
  readonly isElsewhere: boolean;
}

/** Something that a manager has written where nothing was asked. */
export interface Remark {
  readonly file: string;
  readonly text: string;
}

export interface ReturnedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was done to it. */
  readonly mishaps: readonly string[];
}

export interface Returned {
  readonly files: readonly ReturnedFile[];
  readonly truths: readonly Truth[];
  readonly remarks: readonly Remark[];
}

interface Desk {
  readonly sheet: SheetOnDesk;
  readonly truths: Truth[];
  readonly remarks: Remark[];
  readonly chance: Chance;
  readonly file: string;
}

/** What careless people do to a form. Each says nothing of what was answered, and all that was answered must come out right or be told. */
const mishaps: Readonly<Record<string, (desk: Desk) => void>> = {
  "kolumn flyttad": ({ sheet, chance }) => sheet.moveColumn(5 + chance.below(4), 3 + chance.below(6)),
  "rader infogade": ({ sheet, chance }) => { for (let count = 0; count < 2; count++) sheet.insertRow(2 + chance.below(sheet.cells.length - 3)); },
  "rad med anteckning infogad": ({ sheet, remarks, chance, file }) => {
    const rows = sheet.rows();
    const after = rows[1 + chance.below(rows.length - 2)];
    if (after === undefined) return;
    sheet.insertRow(after.row + 1);
    const text = `Se även mejl ${chance.below(100_000)}`;
    sheet.at(after.row + 1, [...after.places.values()].at(-1) ?? 5).value = text;
    remarks.push({ file, text });
  },
  "text bredvid": ({ sheet, remarks, chance, file }) => {
    const row = chance.pick(sheet.rows()).row;
    const text = `Ring mig om detta ${chance.below(100_000)}`;
    sheet.at(row, sheet.width - 1).value = text;
    remarks.push({ file, text });
  },
  "rad borttagen": (desk) => {
    const { row, mark } = desk.chance.pick(desk.sheet.rows().slice(1));
    desk.sheet.deleteRow(row);
    forget(desk, (truth) => JSON.stringify(truth.mark) === JSON.stringify(mark));
  },
  "rader sorterade": ({ sheet, chance }) => sheet.turnRows(chance.pick(runs(sheet)), 0),
  "rader sorterade utan märkning": ({ sheet, chance }) => sheet.turnRows(chance.pick(runs(sheet)), 2),
  "rad kopierad under": ({ sheet, chance }) => {
    const { row } = chance.pick(sheet.rows().slice(1));
    sheet.cells.splice(row + 1, 0, (sheet.cells[row] ?? []).map((cell) => ({ ...cell })));
  },
  "märkningen först borttagen": ({ sheet }) => sheet.deleteColumn(0),
  "märkningen först flyttad sist": ({ sheet }) => sheet.moveColumn(0, sheet.width - 3),
  "märkraderna borttagna": ({ sheet }) => { for (let row = sheet.cells.length - 1; row >= 0; row--) if (sheet.cells[row]?.some(({ value }) => /^måltavla:[a-z]+\./u.test(textOf(value))) === true) sheet.deleteRow(row); },
  "celler flyttade utan kolumnens märkning": ({ sheet, chance }) => {
    const rows = sheet.rows().filter(({ mark }) => mark.register === "utfall");
    const [a, b] = [rows[0]?.places.get("utfall"), rows[0]?.places.get(chance.pick(["kvinnor", "man", "kommentar"]))];
    const top = (rows[0]?.row ?? 1) - 1;
    if (a === undefined || b === undefined) return;
    for (let row = top; row <= (rows.at(-1)?.row ?? top); row++) {
      const cells = sheet.cells[row] ?? [];
      const [first, second] = [cells[a], cells[b]];
      if (first !== undefined && second !== undefined) [cells[a], cells[b]] = [second, first];
    }
  },
  "bladet döpt om": ({ sheet, chance }) => { sheet.name = `Svar ${chance.below(1000)}`; },
  "tom kolumn infogad": ({ sheet, chance }) => sheet.insertColumn(3 + chance.below(5)),
};

export const mishapNames = Object.keys(mishaps);

/** Rows of one section, below each other. */
function runs(sheet: SheetOnDesk): number[][] {
  const found: number[][] = [];
  for (const { row } of sheet.rows().slice(1)) {
    const last = found.at(-1);
    if (last?.at(-1) === row - 1) last.push(row);
    else found.push([row]);
  }
  return found;
}

function forget({ truths }: Desk, isGone: (truth: Truth) => boolean): void {
  for (let index = truths.length - 1; index >= 0; index--) {
    const truth = truths[index];
    if (truth !== undefined && isGone(truth)) truths.splice(index, 1);
  }
}

/** The forms of a round as careless managers send them back, the same for the same seed. `lastPeriod` are those of the period before, of the same units. */
export function returned(forms: readonly Form[], lastPeriod: readonly Form[], workbook: string, chance: Chance): Returned {
  const files: ReturnedFile[] = [];
  const truths: Truth[] = [];
  const remarks: Remark[] = [];
  const origin = { workbook, kommun: "Provkommun" };
  const keep = (desk: Desk, done: readonly string[], sheets: readonly SheetOnDesk[] = [desk.sheet]): void => {
    files.push({ name: desk.file, bytes: saved(sheets, `2026-09-${10 + chance.below(20)}T10:00:00Z`), mishaps: done });
    truths.push(...desk.truths);
    remarks.push(...desk.remarks);
  };
  let waiting: { readonly desk: Desk; readonly done: readonly string[] } | undefined;
  for (const [index, form] of forms.entries()) {
    const file = `${form.unit} ${chance.below(1_000_000)}.xlsx`;
    const kind = chance.next();
    if (kind < 0.04) {
      const last = lastPeriod[index];
      if (last !== undefined) keep(filledIn(last, origin, file, chance, true), ["förra periodens blad"]);
    } else if (kind < 0.08) {
      keep(filledIn(form, { ...origin, workbook: "en annan" }, file, chance, true), ["en annan arbetsboks blad"]);
    } else if (kind < 0.13) {
      files.push({ name: file, ...broken(chance) });
    } else {
      const desk = filledIn(form, origin, file, chance, false);
      const done = chance.happens(0.25) ? [] : [chance.pick(mishapNames), ...(chance.happens(0.25) ? [chance.pick(mishapNames)] : [])].filter((name, at, all) => all.indexOf(name) === at && fits(name, all));
      for (const name of done) mishaps[name]?.(desk);
      if (waiting !== undefined) {
        // Two units' sheets in one file.
        const both = { ...desk, truths: [...desk.truths, ...waiting.desk.truths.map((truth) => ({ ...truth, file }))], remarks: [...desk.remarks, ...waiting.desk.remarks.map((remark) => ({ ...remark, file }))] };
        if (waiting.desk.sheet.name === desk.sheet.name) waiting.desk.sheet.name = "Det andra bladet";
        keep(both, [...done, ...waiting.done, "två enheters blad i en fil"], [desk.sheet, waiting.desk.sheet]);
        waiting = undefined;
      } else if (chance.happens(0.1)) waiting = { desk, done };
      else {
        keep(desk, done);
        if (chance.happens(0.1)) {
          // The same file once more under another name: nothing more is answered by it.
          files.push({ name: `Kopia av ${file}`, bytes: files.at(-1)?.bytes ?? new Uint8Array(), mishaps: ["samma fil igen"] });
        }
      }
    }
  }
  if (waiting !== undefined) keep(waiting.desk, waiting.done);
  return { files, truths, remarks };
}

/** Mishaps that look for marks come before those that take them away. */
function fits(name: string, all: readonly string[]): boolean {
  const [first] = all;
  return name === first || !(first?.startsWith("märk") === true || name.startsWith("märk") || name.includes("utan") || first?.includes("utan") === true || first === "kolumn flyttad" || first === "tom kolumn infogad" || first === "rader infogade");
}

function filledIn(form: Form, origin: Parameters<typeof layOutForm>[1], file: string, chance: Chance, isElsewhere: boolean): Desk {
  const sheet = new SheetOnDesk(layOutForm(form, origin), `${form.unit} svar`);
  const truths: Truth[] = [];
  for (const { row, mark, places } of sheet.rows()) {
    for (const [column, at] of places) {
      if (!chance.happens(mark.register === "klarmarkering" ? 0.7 : 0.6)) continue;
      const { cell, means } = typedAnswer(mark, column, chance);
      Object.assign(sheet.at(row, at), { formula: undefined, ...cell });
      const typed = textOf(cell.value);
      truths.push({ file, mark, column, means, typed, isElsewhere });
    }
  }
  return { sheet, truths, remarks: [], chance, file };
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function broken(chance: Chance): { readonly bytes: Uint8Array; readonly mishaps: readonly string[] } {
  const noise = Uint8Array.from({ length: 600 }, () => chance.below(256));
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, ...noise]);
  return chance.pick([
    { bytes: new Uint8Array(), mishaps: ["tom fil"] },
    { bytes: noise, mishaps: ["skräp"] },
    { bytes: zip, mishaps: ["avklippt fil"] },
    { bytes: Uint8Array.from([...OLE, ...noise]), mishaps: ["lösenord eller gammalt format"] },
    { bytes: new TextEncoder().encode("namn;svar\n1;2\n"), mishaps: ["textfil"] },
  ]);
}
