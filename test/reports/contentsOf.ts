import type { CellInput } from "../../src/registers/cell.js";
import type { RegisterContent, RegisterRow, RowOf } from "../../src/registers/register.js";
import { registers, type RegisterContents } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import type { Quantity } from "../../src/registers/values/quantity.js";

export type Rows = Omit<RegisterRows, "installningar" | "godtaganden">;

/** Registers as the reader would give them for these rows, one below the other from the sheet's second row. Those that not every workbook has are there when rows are given. */
export function contentsOf(rows: Rows): RegisterContents {
  return {
    enheter: content(registers.enheter, rows.enheter ?? [], noQuantities),
    dokument: content(registers.dokument, rows.dokument ?? [], noQuantities),
    texter: content(registers.texter, rows.texter ?? [], noQuantities),
    mal: content(registers.mal, rows.mal ?? [], noQuantities),
    kriterier: content(registers.kriterier, rows.kriterier ?? [], noQuantities),
    matt: content(registers.matt, rows.matt ?? [], ({ malvarde, malvardeTill, startvarde }) => ({ malvarde, malvardeTill, startvarde })),
    utfall: content(registers.utfall, rows.utfall ?? [], ({ utfall, kvinnor, man, malvarde }) => ({ utfall, kvinnor, man, malvarde })),
    uppdrag: content(registers.uppdrag, rows.uppdrag ?? [], noQuantities),
    aktiviteter: content(registers.aktiviteter, rows.aktiviteter ?? [], noQuantities),
    uppfoljning: content(registers.uppfoljning, rows.uppfoljning ?? [], noQuantities),
    ...(rows.kontroller === undefined ? {} : { kontroller: content(registers.kontroller, rows.kontroller, noQuantities) }),
    ...(rows.kontrollresultat === undefined ? {} : { kontrollresultat: content(registers.kontrollresultat, rows.kontrollresultat, noQuantities) }),
    ...(rows.synpunkter === undefined ? {} : { synpunkter: content(registers.synpunkter, rows.synpunkter, noQuantities) }),
    ...(rows.klarmarkering === undefined ? {} : { klarmarkering: content(registers.klarmarkering, rows.klarmarkering, noQuantities) }),
    resurser: content(registers.resurser, rows.resurser ?? [], noQuantities),
    kontroller: content(registers.kontroller, rows.kontroller ?? [], noQuantities),
  };
}

const noQuantities = () => ({});

function content<R extends { readonly sheet: string; readonly columns: object }>(
  register: R,
  rows: readonly RowOf<R>[],
  quantities: (row: RowOf<R>) => Record<string, Quantity | null>,
): RegisterContent<R> {
  const columnAt = Object.fromEntries(Object.keys(register.columns).map((key, index) => [key, index]));
  const typed = rows.map((values, index): RegisterRow<R> => ({ values, row: index + 1, cells: cellsOf(quantities(values)) }));
  return { register, sheet: register.sheet, rows: typed, columnAt, unusable: [], headerRow: 0 };
}

function cellsOf(quantities: Record<string, Quantity | null>): Record<string, CellInput> {
  return Object.fromEntries(Object.entries(quantities).flatMap(([key, quantity]) => (quantity === null ? [] : [[key, cellOf(quantity)]])));
}

function cellOf(quantity: Quantity): CellInput {
  if (quantity.kind === "number") {
    return { value: quantity.value, type: "Double", numberFormat: quantity.percent === "format" ? "0.0%" : "General" };
  }
  if (quantity.kind === "yesNo") return { value: quantity.value ? "Ja" : "Nej", type: "String", numberFormat: "General" };
  if (quantity.kind === "notMeasured") return { value: quantity.typed, type: "String", numberFormat: "General" };
  return { value: `${quantity.from}–${quantity.to}`, type: "String", numberFormat: "General" };
}
