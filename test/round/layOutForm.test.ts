// A form's sheet: what is to be filled in is open and helped, all else is locked, and every row says hidden what it is about.
import { registers } from "../../src/registers/registers.js";
import { folded } from "../../src/registers/values/reading.js";
import { answered, isFilled, type Form } from "../../src/round/form.js";
import type { FormArea, FormSheet } from "../../src/round/formSheet.js";
import { formStyles } from "../../src/round/formStyles.js";
import { readColumnMark, readRowMark } from "../../src/round/markText.js";
import { allForms, type LaidForm } from "./allForms.js";

let forms: readonly LaidForm[];
beforeAll(() => {
  forms = allForms();
});

const cellsIn = ({ row, column, rows, columns }: FormArea) => Array.from({ length: rows * columns }, (_, index) => `${row + Math.floor(index / columns)}:${column + (index % columns)}`);
const openCells = ({ open }: FormSheet) => open.flatMap(cellsIn).sort();
const rowsOf = ({ sections }: Form) => sections.flatMap(({ rows }) => rows);

/** The cells that the marks say are to be answered: each row's asked columns, under the mark of that column nearest above. */
function markedCells({ cells }: FormSheet): readonly { readonly at: string; readonly register: string; readonly column: string; readonly row: number }[] {
  let columns = new Map<number, { readonly register: string; readonly column: string }>();
  return cells.flatMap((line, row) => {
    const marks = line.flatMap(({ value }, column) => {
      const mark = typeof value === "string" ? readColumnMark(value) : undefined;
      return mark === undefined ? [] : [[column, mark] as const];
    });
    if (marks.length > 0) columns = new Map(marks);
    const mark = readRowMark(String(line[0]?.value ?? ""));
    if (mark === undefined) return [];
    return [...columns].flatMap(([column, { register, column: key }]) => (register === mark.register && key in mark.issued ? [{ at: `${row}:${column}`, register, column: key, row }] : []));
  });
}

test("the documents' workbooks give forms of every kind", () => {
  expect(forms.length).toBeGreaterThan(8);
  expect(new Set(forms.flatMap(({ form }) => form.sections.map(({ kind }) => kind)))).toEqual(new Set(["measures", "assignments", "activities", "goals", "controls", "decisions"]));
});

test("cells to fill in are those that are asked for: open, with help, and no others", () => {
  for (const { name, form, sheet } of forms) {
    const asked = rowsOf(form).reduce((sum, { answers }) => sum + answers.length, 0) + form.ready.length;
    const marked = markedCells(sheet).map(({ at }) => at).sort();
    expect([name, marked.length]).toEqual([name, asked]);
    expect([name, openCells(sheet)]).toEqual([name, marked]);
    expect([name, sheet.inputs.flatMap(({ area }) => cellsIn(area)).sort()]).toEqual([name, marked]);
    const looksFilled = sheet.looks.flatMap(({ look, areas }) => (look === "fill" || look === "fillText" ? areas.flatMap(cellsIn) : [])).sort();
    expect([name, looksFilled]).toEqual([name, marked]);
  }
});

test("each row carries the mark of its own row of the register, for its unit, period and workbook, in a hidden column", () => {
  for (const { form, sheet } of forms) {
    expect(sheet.hiddenColumns).toEqual([0]);
    const marks = sheet.cells.flatMap(([first]) => readRowMark(String(first?.value ?? "")) ?? []);
    expect(marks.map(({ register, key }) => [register, key])).toEqual([...form.ready, ...rowsOf(form)].map(({ register, key }) => [register, key]));
    expect(new Set(marks.map(({ workbook, unit }) => `${workbook} ${unit}`))).toEqual(new Set([`a1b2c3 ${form.unit}`]));
    const columnMarkRows = sheet.cells.flatMap((line, row) => (line.some(({ value }) => readColumnMark(String(value)) !== undefined) ? [row] : []));
    expect(sheet.hiddenRows).toEqual(columnMarkRows);
  }
});

test("a column is headed as its register heads it, so that the form is understood without its marks too", () => {
  for (const { sheet } of forms) {
    for (const { at, register, column } of markedCells(sheet)) {
      const [row, place] = at.split(":").map(Number) as [number, number];
      const { header } = (registers[register as "utfall"].columns as Record<string, { header: string }>)[column]!;
      expect(sheet.cells.slice(0, row).some((line) => line[place]?.value === header)).toBe(true);
    }
  }
});

test("help and lists are as long as Excel takes, and lists are words that a comma does not split", () => {
  for (const { inputs } of forms.flatMap(({ sheet }) => sheet)) {
    for (const { prompt, dropDown } of inputs) {
      expect(prompt.title.length).toBeLessThanOrEqual(32);
      expect(prompt.message).toMatch(/^[^!]+\.$/u);
      expect(prompt.message.length).toBeLessThanOrEqual(255);
      if (dropDown === undefined) continue;
      expect(dropDown.words.join(",").length).toBeLessThanOrEqual(255);
      for (const word of dropDown.words) expect(word).not.toMatch(/[,"]/u);
    }
  }
});

test("what is left is counted row by row, and on top", () => {
  for (const { name, form, sheet } of forms) {
    const left = rowsOf(form).flatMap(({ answers }) => answers.filter((answer) => answer.isNeeded && !isFilled(answer))).length;
    const { asked, answered: done } = answered(form);
    expect([name, left]).toEqual([name, asked - done]);
    const counted = sheet.cells.flatMap((line) => line.filter(({ numberFormat, formula }) => numberFormat.includes("✓") && formula !== undefined).map(({ value }) => Number(value)));
    expect([name, counted.reduce((sum, each) => sum + each, 0)]).toEqual([name, left]);
    const top = sheet.cells.slice(0, 6).flat().map(({ value }) => String(value));
    const said = asked === 0 ? "Fyll i det som har ändrats." : left === 0 ? "Allt är ifyllt." : `Kvar att fylla i: ${left} ${left === 1 ? "cell" : "celler"}`;
    expect(top.some((text) => text.startsWith(said))).toBe(true);
  }
});

test("words stay words and numbers keep their format: a comment may begin with a hyphen, a share is in percent", () => {
  for (const { sheet } of forms) {
    for (const { at, register, column } of markedCells(sheet)) {
      const [row, place] = at.split(":").map(Number) as [number, number];
      const kind = (registers[register as "utfall"].columns as Record<string, { kind: string }>)[column]?.kind;
      const { numberFormat } = sheet.cells[row]![place]!;
      if (kind === "longText" || kind === "text" || kind === "choice") expect(numberFormat).toBe("@");
      if (kind === "date") expect(numberFormat).toBe("yyyy-mm-dd");
    }
  }
  const ale = forms.find(({ name }) => name === "Ale, ny OAN")!;
  expect(ale.sheet.cells.flat().filter(({ numberFormat }) => numberFormat === "0.0%").length).toBeGreaterThan(0);
});

test("text stands out against its fill, and what is to be filled in has an edge of its own", () => {
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  for (const { color, fill } of Object.values(formStyles)) expect(contrast(color, fill ?? "#FFFFFF")).toBeGreaterThanOrEqual(4.5);
  for (const { border } of [formStyles.fill, formStyles.fillText, formStyles.legend]) expect(contrast(border ?? "#FFFFFF", "#FFFFFF")).toBeGreaterThanOrEqual(3);
});

test("no text is told that another unit owns", () => {
  const ostersund = forms.filter(({ name }) => name.startsWith("Östersund, ny"));
  const own = (form: Form) => new Set(rowsOf(form).map(({ what }) => folded(what)));
  for (const { form, sheet } of ostersund) {
    const others = new Set(ostersund.filter((other) => other.form !== form).flatMap((other) => [...own(other.form)]).filter((text) => !own(form).has(text)));
    expect(others.size).toBeGreaterThan(0);
    expect(sheet.cells.flat().filter(({ value }) => others.has(folded(String(value))))).toEqual([]);
  }
});
