import type { Form } from "../../src/round/form.js";
import type { FormSheet } from "../../src/round/formSheet.js";
import { formsOf } from "../../src/round/forms.js";
import { layOutForm } from "../../src/round/layOutForm.js";
import { workbookOf } from "../../src/rules/workbook.js";
import { registers, type RegisterKey } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import type { Period } from "../../src/registers/values/period.js";
import { aleBeslutRows } from "../fixtures/ale-beslut/aleBeslutRows.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { read, writtenRows, type WrittenRows } from "../rules/testWorkbook.js";

export interface LaidForm {
  readonly name: string;
  readonly form: Form;
  readonly sheet: FormSheet;
}

const year = (number: number): Period => ({ kind: "year", year: number, number: 1 });
const tertial = (of: number, number: number): Period => ({ kind: "tertial", year: of, number });

const rounds: readonly (readonly [string, RegisterRows, Period])[] = [
  ["Ale, pågående", aleRows, tertial(2019, 1)],
  ["Ale, ny", aleRows, tertial(2019, 2)],
  ["Ale, intern kontroll", aleInternkontrollRows, tertial(2019, 2)],
  ["Ale, beslut", aleBeslutRows, { kind: "quarter", year: 2019, number: 1 }],
  ["Östersund, pågående", ostersundRows, tertial(2021, 2)],
  ["Östersund, ny", ostersundRows, tertial(2021, 3)],
  ["Ovanåker, pågående", ovanakerRows, year(2017)],
  ["Ovanåker, ny", ovanakerRows, year(2018)],
];

/** The forms of the documents' workbooks, as they are read from their registers: with every kind of section, begun and not begun. */
export function allForms(): readonly LaidForm[] {
  return rounds.flatMap(([name, rows, period]) => {
    const { contents, settings } = read(written(rows));
    const { forms } = formsOf(workbookOf(contents, settings), period);
    return forms.map((form) => ({ name: `${name} ${form.unit}`, form, sheet: layOutForm(form, { workbook: "a1b2c3", kommun: settings.kommun }) }));
  });
}

function written(rows: RegisterRows): Readonly<Partial<Record<RegisterKey, WrittenRows>>> {
  return Object.fromEntries((Object.keys(rows) as RegisterKey[]).map((key) => [key, writtenRows(registers[key], (rows[key] ?? []) as never)]));
}
