import { findingsByTable, lackedColumns } from "../../../src/taskpane/intake/tableFindings.js";
import type { CellAddress } from "../../../src/registers/cell.js";
import { measures, noDirection, tolv } from "./somePreview.js";

const move = (rows: number, columns: number) => ({ ...measures, id: `${rows},${columns}`, columns: measures.columns.map((column) => ({ ...column, at: { ...column.at, row: column.at.row + rows, column: column.at.column + columns } })) });
const below = move(40, 0);
const beside = move(0, 5);
const saidAt = (row: number, column: number, sheet = measures.sheet) => ({ ...tolv, at: { sheet, row, column } satisfies CellAddress });

test("a finding is its table's: the nearest above it, the one it stands under, and the first for what stands above them all", () => {
  const tableOf = (row: number, column: number, sheet?: string) => [...findingsByTable({ tables: [measures, beside, below], findings: [saidAt(row, column, sheet)] }).keys()];
  expect(tableOf(20, 1)).toEqual([measures.id]);
  expect(tableOf(20, 6)).toEqual([beside.id]);
  expect(tableOf(50, 1)).toEqual([below.id]);
  expect(tableOf(0, 0)).toEqual([measures.id]);
  expect(tableOf(20, 1, "Omslag")).toEqual([""]);
});

test("the most serious finding comes first", () => {
  expect(findingsByTable({ tables: [measures], findings: [noDirection, tolv] }).get(measures.id)).toEqual([tolv, noDirection]);
});

test("what rows lack and no cell can tell is asked for the whole table; ids and periods have ways of their own", () => {
  const lacks = (column: string) => ({ ...noDirection, column });
  expect(lackedColumns([lacks("Riktning"), lacks("Riktning"), lacks("Mått-id"), tolv])).toEqual(["matt.riktning"]);
});
