import { columnLetters } from "../registers/address.js";
import { periodLabel } from "../registers/values/period.js";
import type { Form } from "./form.js";
import { headLines, readyLines, sectionLines, titleOf, type FormLine, type FormOrigin, type LineCell } from "./formLines.js";
import { gridColumns, gridWidths, type GridColumn } from "./formSections.js";
import { formStyles } from "./formStyles.js";
import type { FormArea, FormCell, FormInput, FormLook, FormSheet } from "./formSheet.js";

/** More cells to mark ready than these would leave too little of a small screen to scroll in. */
const MOST_FROZEN = 3;

/** A unit's form on a sheet: what is to be done on top, then its sections under each other. */
export function layOutForm(form: Form, origin: FormOrigin): FormSheet {
  const head = headLines(form, origin);
  const sections = form.sections.flatMap((section) => sectionLines(section, form, origin));
  const ready = readyLines(form, origin, usedColumns(sections).find((column) => gridColumns.indexOf(column) > gridColumns.indexOf("what")) ?? "about");
  const lines = [...head, ...ready, ...sections];
  const columns = usedColumns(lines);
  const at = (column: GridColumn) => columns.indexOf(column);
  return {
    title: titleOf(form),
    cells: lines.map(({ cells }, row) => columns.map((column) => cellOf(cells[column], (each) => columnLetters(at(each)), row + 1))),
    columnWidths: columns.map((column) => gridWidths[column]),
    rowHeights: lines.map(({ cells }) => heightOf(cells)),
    hiddenColumns: [at("mark")],
    hiddenRows: lines.flatMap(({ isHidden }, row) => (isHidden === true ? [row] : [])),
    looks: looksOf(lines, columns),
    open: inputsOf(lines, columns, () => "open").map(({ area }) => area),
    inputs: inputsOf(lines, columns, (input) => JSON.stringify(input)).map(({ area, input }) => ({ area, ...input })),
    frozen: { rows: form.ready.length > MOST_FROZEN ? head.length : head.length + ready.length, columns: at("what") + 1 },
    footer: `${form.unit.replaceAll("&", "&&")} ${periodLabel(form.period)} · Sida &P av &N`,
  };
}

/** Columns where something stands besides headers. */
function usedColumns(lines: readonly FormLine[]): readonly GridColumn[] {
  const isUsed = (column: GridColumn) => lines.some(({ cells }) => {
    const cell = cells[column];
    return cell !== undefined && cell.look !== "header" && cell.look !== "gap" && (cell.value !== "" || cell.input !== undefined);
  });
  return gridColumns.filter(isUsed);
}

function cellOf(cell: LineCell | undefined, letters: (column: GridColumn) => string, row: number): FormCell {
  if (cell === undefined) return { value: "", numberFormat: "General" };
  const { value, numberFormat = "General", formula } = cell;
  return formula === undefined ? { value, numberFormat } : { value, numberFormat, formula: formula(letters, row) };
}

/** What a row needs so that all that stands in it is seen, as Excel itself would make it. Excel has no higher rows than these, and shows the rest where the cell is edited. */
function heightOf(cells: FormLine["cells"]): number {
  const needed = gridColumns.map((column) => {
    const cell = cells[column];
    if (cell?.look === undefined) return LINE;
    const { size, wrap } = formStyles[cell.look];
    const lines = wrap && typeof cell.value === "string" ? linesIn(cell.value, gridWidths[column] * LETTERS_A_DIGIT) : 1;
    // Room for a second line invites to more than a word.
    return Math.max(lines, cell.look === "fillText" ? 2 : 1) * LINE * (size / TEXT_SIZE);
  });
  return Math.min(Math.ceil(Math.max(...needed)), HIGHEST);
}

const LINE = 15;
/** Most letters are narrower than the digit that widths are counted in. */
const LETTERS_A_DIGIT = 1.17;
const TEXT_SIZE = 11;
const HIGHEST = 409;

/** How many lines a text takes in a column some characters wide, broken at spaces. */
function linesIn(text: string, width: number): number {
  return text.split("\n").reduce((lines, paragraph) => {
    let at = 0;
    let needed = 1;
    for (const word of paragraph.split(" ")) {
      if (at > 0 && at + word.length > width) {
        needed += 1;
        at = 0;
      }
      needed += Math.floor(word.length / (width + 1));
      at += word.length + 1;
    }
    return lines + needed;
  }, 0);
}

function looksOf(lines: readonly FormLine[], columns: readonly GridColumn[]): FormSheet["looks"] {
  const areas = new Map<FormLook, FormArea[]>();
  for (const { area, key } of areasOf(lines, columns, ({ look }) => look)) areas.set(key, [...(areas.get(key) ?? []), area]);
  return [...areas].map(([look, of]) => ({ look, areas: of }));
}

function inputsOf(lines: readonly FormLine[], columns: readonly GridColumn[], likeness: (input: Omit<FormInput, "area">) => string) {
  return areasOf(lines, columns, ({ input }) => (input === undefined ? undefined : likeness(input))).flatMap(({ area, cell: { input } }) => (input === undefined ? [] : [{ area, input }]));
}

/** Cells below each other that are alike, as one area; `undefined` for cells that have no part in it. */
function areasOf<Key extends string>(lines: readonly FormLine[], columns: readonly GridColumn[], keyOf: (cell: LineCell) => Key | undefined) {
  const found: { readonly key: Key; readonly cell: LineCell; area: FormArea }[] = [];
  for (const [column, place] of columns.entries()) {
    let open: (typeof found)[number] | undefined;
    for (const [row, { cells }] of lines.entries()) {
      const cell = cells[place];
      const key = cell === undefined ? undefined : keyOf(cell);
      if (cell === undefined || key === undefined) open = undefined;
      else if (open?.key === key) open.area = { ...open.area, rows: open.area.rows + 1 };
      else found.push((open = { key, cell, area: { row, column, rows: 1, columns: 1 } }));
    }
  }
  return found;
}
