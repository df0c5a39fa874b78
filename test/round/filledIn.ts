import { readColumnMark, readRowMark } from "../../src/round/markText.js";
import { openXlsx, type CellContent } from "../../src/xlsx/index.js";
import { savedOn } from "./sheetOnDesk.js";

/** Answers by the first part of a row's key and the column: { "MÅTT-2.utfall": 12 }. */
export type Answers = Readonly<Record<string, CellContent["value"]>>;

/** A form's file with some cells filled in, as Excel leaves it: everything else stands as it stood. */
export function filledIn(bytes: Uint8Array, answers: Answers, day?: string): Uint8Array {
  const workbook = openXlsx(bytes);
  const sheet = workbook.activeSheet;
  let columns = new Map<number, string>();
  let headRow = -1;
  const left = new Set(Object.keys(answers));
  for (const { row, column, content: { value } } of [...sheet.cells()]) {
    if (typeof value !== "string") continue;
    const head = readColumnMark(value);
    if (head !== undefined) {
      if (row !== headRow) columns = new Map();
      headRow = row;
      columns.set(column, head.column);
    }
    const mark = readRowMark(value);
    for (const [at, key] of mark === undefined ? [] : columns) {
      const name = `${mark?.key[0] ?? ""}.${key}`;
      const answer = answers[name];
      if (answer === undefined) continue;
      sheet.setCell(row, at, { value: answer });
      left.delete(name);
    }
  }
  if (left.size > 0) throw new Error(`Nothing asks for ${[...left].join(", ")}`);
  return day === undefined ? workbook.save() : savedOn(workbook.save(), day);
}
