import fc from "fast-check";
import { readCell } from "../../src/registers/reading/cells.js";
import { readRegister } from "../../src/registers/readRegister.js";
import { registers } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import { cell, table, type Typed } from "./tables.js";

const { uppfoljning, matt } = registers;

/** What people write in a cell, and what goes wrong there. */
const typed = fc.oneof(
  fc.constantFrom<Typed>(
    "", "  ", "T1 2019", "April 2019", "Genomfört", "● Genomfört", "Öka", "Uppnått", "SAN", "MÅTT-1", "A\u030A-1", "=1+1", "#NAME?", "#N/A", "85–90 %", "1.234", "ca 5", "a*b", "2019-02-30",
    true, false, 2019, 0.055, { value: 43556, format: "yyyy-mm-dd" }, { value: 0.9, format: "0%" }, { value: "=1+1", format: "@" },
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** The same few things again and again, written with more or less care. */
const rowsOf = (columns: number) =>
  fc.array(typed, { minLength: 1, maxLength: 3 }).chain((few) => {
    const one = fc.tuple(fc.constantFrom(...few), fc.constantFrom("", " ", "\u00A0")).map(([value, space]) => (typeof value === "string" && !value.startsWith("#") && value !== "" ? `${value}${space}` : value));
    return fc.array(fc.array(one, { minLength: columns, maxLength: columns }), { maxLength: 5 });
  });

test.each([uppfoljning, matt])("in the register $sheet each cell is read as it would be alone, whatever stands in the rows above", (register) => {
  const columns = Object.entries(register.columns).filter(([, { kind }]) => kind !== "calculated");
  const headers = columns.map(([, { header }]) => header);
  fc.assert(fc.property(rowsOf(headers.length), (rows) => {
    const image = table(register.table, headers, rows);
    const { content, findings } = readRegister(register, image, { settings: defaultSettings });
    const alone = image.values.flatMap((_, body) => columns.flatMap(([key, column], index) => {
      const at = { sheet: image.sheet, row: image.top + 1 + body, column: image.left + index };
      const { [index]: value = "" } = rows[body] ?? [];
      return readCell(column, cell(value), { register: register.table, at }, defaultSettings, key === register.uniqueBy[0] && register.uniqueBy.length === 1).findings;
    }));
    const inUse = new Set([...content?.rows ?? [], ...content?.unusable ?? []].map(({ row: place }) => place));
    // What a row lacks, and rows that are alike, no cell tells of by itself.
    expect(findings.filter(({ ruleId }) => ruleId !== "cell.saknas" && ruleId !== "rad.dubblett")).toEqual(alone.filter(({ at }) => inUse.has(at?.row ?? -1)));
    for (const { row: place, values, cells } of content?.rows ?? []) {
      for (const [index, [key, column]] of columns.entries()) {
        const { [index]: value = "" } = rows[place - image.top - 1] ?? [];
        const at = { sheet: image.sheet, row: place, column: image.left + index };
        expect(cells[key]).toEqual(cell(value));
        expect(Object.entries(values).find(([name]) => name === key)?.[1]).toEqual(readCell(column, cell(value), { register: register.table, at }, defaultSettings, false).value);
      }
    }
  }), { numRuns: 150 });
});
