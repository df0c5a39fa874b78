import { createXlsx, type Workbook } from "../../../src/xlsx/index.js";

/** A sheet as somebody keeps it: a title, a blank row, headers of her own, a committee given once, a column of words that nobody else uses, a total last. */
export function messySheet(): Workbook {
  const workbook = createXlsx();
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("a new workbook has a sheet");
  const rows: readonly (readonly (string | number | null)[])[] = [
    ["Uppföljning av uppdrag T2 2021", null, null, null],
    [null, null, null, null],
    ["Nämnd", "Uppdrag i budget", "Prick", "Vad har gjorts"],
    ["BUN", "Utred skolskjutsar i glesbygd", "Genomfört", "Utredningen är lämnad."],
    [null, "Starta elevråd på varje skola", "Delvis genomfört", "Fyra av sex är igång."],
    ["KS", "Se över lokalerna", "tja", "Klart i mars."],
    ["Summa", "3 uppdrag", null, null],
  ];
  rows.forEach((cells, row) => cells.forEach((value, column) => value !== null && sheet.setCell(row, column, { value })));
  return workbook;
}
