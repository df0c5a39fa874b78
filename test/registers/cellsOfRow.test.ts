import fc from "fast-check";
import type { TableImage } from "../../src/registers/tableImage.js";
import { readRegister } from "../../src/registers/readRegister.js";
import { registers } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import { cellsOfRow } from "../../src/registers/writing/cellsOfRow.js";
import { InvalidRowError } from "../../src/registers/writing/rowsToCells.js";
import { rowsFor } from "./rows.js";
import { table } from "./tables.js";

const register = registers.godtaganden;
const own = Object.values(register.columns).map(({ header }) => header);

/** The table after the row has been written: a leading apostrophe marks text. */
function tableWith(headers: readonly string[], row: ReturnType<typeof cellsOfRow>): TableImage {
  const cells = row.map(({ value, numberFormat }) => ({ value: typeof value === "string" ? value.replace(/^'/u, "") : value, format: numberFormat }));
  return table(register.table, headers, [cells]);
}

test("a row is written where the table has its columns, and is read back as it was", () => {
  const headers = fc.shuffledSubarray([...own, "Handläggare", ""], { minLength: own.length + 2 });
  fc.assert(fc.property(headers, rowsFor(register), (order, row) => {
    const cells = cellsOfRow(register, row, order);
    expect(cells).toHaveLength(order.length);
    expect(cells[order.indexOf("Handläggare")]?.value).toBe("");
    const { content } = readRegister(register, tableWith(order, cells), { settings: defaultSettings });
    expect(content?.rows.map(({ values }) => values)).toEqual([row]);
  }));
});

const accepted = { regel: "uppfoljning.status-saknas", avser: "UPP-3, T2 2021, SAN", varde: null, skal: "Rapporteras muntligt.", datum: 44_440 };

test("a column called by another of its names gets its value", () => {
  const [reason] = cellsOfRow(register, accepted, ["Motivering", "Regel", "Avser", "Datum"]);
  expect(reason).toEqual({ value: "Rapporteras muntligt.", numberFormat: "General" });
});

test("what the table has no column for is refused, not dropped", () => {
  const written = () => cellsOfRow(register, { ...accepted, varde: "T2" }, ["Regel", "Avser", "Skäl", "Datum"]);
  expect(written).toThrow(InvalidRowError);
  expect(written).toThrow("kolumnen Värde saknas i tabellen");
});
