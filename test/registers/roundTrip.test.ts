import fc from "fast-check";
import { readRegisters } from "../../src/registers/readRegisters.js";
import { readRegister } from "../../src/registers/readRegister.js";
import type { Register, RowOf } from "../../src/registers/register.js";
import { registers } from "../../src/registers/registers.js";
import { rowSchema } from "../../src/registers/schema.js";
import { defaultSettings } from "../../src/registers/settings.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { InvalidRowError, rowsToCells } from "../../src/registers/writing/rowsToCells.js";
import { rowsFor, tableOf } from "./rows.js";
import { table, workbook } from "./tables.js";

const context = { settings: defaultSettings };

function valuesOf<R extends Register>(register: R, image: TableImage): RowOf<R>[] {
  return (readRegister(register, image, context).content?.rows ?? []).map(({ values }) => values);
}

/** The same table with its columns in another order. */
function shuffled(image: TableImage, order: readonly number[]): TableImage {
  const turn = <T>(row: readonly T[]): T[] => order.flatMap((index) => row.slice(index, index + 1));
  return {
    ...image,
    headers: turn(image.headers),
    values: image.values.map(turn),
    columnFormulas: turn(image.columnFormulas),
    numberFormats: image.numberFormats.map(turn),
    types: image.types.map(turn),
  };
}

function withColumn(image: TableImage, header: string, value: string): TableImage {
  const add = <T>(rows: readonly (readonly T[])[], cell: T): T[][] => rows.map((row) => [cell, ...row]);
  return {
    ...image,
    headers: [header, ...image.headers],
    values: add(image.values, value),
    columnFormulas: ["", ...image.columnFormulas],
    numberFormats: add(image.numberFormats, "General"),
    types: add(image.types, "String"),
  };
}

function withBlankRows(image: TableImage, places: readonly number[]): TableImage {
  const put = <T>(rows: readonly (readonly T[])[], cell: T): (readonly T[])[] => {
    const result = [...rows];
    for (const place of places) result.splice(place % (result.length + 1), 0, image.headers.map(() => cell));
    return result;
  };
  return {
    ...image,
    values: put(image.values, " "),
    numberFormats: put(image.numberFormats, "General"),
    types: put(image.types, "String"),
  };
}

function holdsFor<R extends Register>(register: R): void {
  const rows = fc.array(rowsFor(register), { maxLength: 6 });

  it("reads what was written", () => {
    fc.assert(fc.property(rows, (written) => {
      expect(valuesOf(register, tableOf(register, written))).toEqual(written);
    }));
  });

  it("reads the same whatever the order of the columns, with unknown columns and blank rows among them", () => {
    const count = Object.keys(register.columns).length;
    const order = fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count });
    fc.assert(fc.property(rows, order, fc.array(fc.nat(), { maxLength: 4 }), (written, places, blanks) => {
      const image = withBlankRows(withColumn(shuffled(tableOf(register, written), places), "Egen kolumn", ""), blanks);
      expect(valuesOf(register, image)).toEqual(written);
    }));
  });

  it("reads the same rows in another order when rows change places", () => {
    fc.assert(fc.property(rows, (written) => {
      expect(valuesOf(register, tableOf(register, [...written].reverse()))).toEqual([...written].reverse());
    }));
  });

  it("finds nothing unreadable in what was written", () => {
    fc.assert(fc.property(rows, (written) => {
      const { findings } = readRegister(register, tableOf(register, written), context);
      const rules = findings.map(({ ruleId }) => ruleId).filter((rule) => /^(?:cell\.(?!likhetstecken)|kolumn\.|formel\.)/u.test(rule));
      expect(rules).toEqual([]);
    }));
  });
}

describe.each(Object.values(registers).map((register) => [register.table, register] as const))("%s", (_, register) => {
  holdsFor<Register>(register);
});

describe("any tables at all", () => {
  const headers = Object.values(registers).flatMap(({ columns }: Register) => Object.values(columns).map(({ header }) => header));
  const anyCell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom("", " ", "MÅL-1", "OAN", "#N/A", "#NAME?", "T1 2019", "Minst 5 %", "Öka", "Nämnd", "Nämndmål", "nämndmål", 2019, "%", "=1", "-", "2019-01-01", "4;10", "\u200B", "\u2028", "●", "– Pågår", "OAN (OAN, %)", "OAN, MÅL-1", "(OAN) .\nText"),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -5, max: 50_000 }),
    fc.boolean(),
  );
  const format = fc.constantFrom("General", "0%", "yyyy-mm-dd", "@", "", ";;;", '"', "\\");
  const anyTable = ({ table: name, columns: own }: Register) =>
    fc.tuple(
      fc.oneof(
        fc.constant(Object.values(own).map(({ header }) => header)),
        fc.uniqueArray(fc.oneof(fc.constantFrom(...headers), fc.string({ maxLength: 4 })), { maxLength: 14 }),
      ),
      fc.nat({ max: 5 }),
    ).chain(([columns, count]) =>
      fc
        .array(fc.array(fc.record({ value: anyCell, format, formula: fc.constantFrom("", "=1+1", "=-x") }), { minLength: columns.length, maxLength: columns.length }), {
          minLength: count, maxLength: count,
        })
        .map((rows) => table(name, columns, rows)),
    );

  it("are read or told of, and never stop the reading", () => {
    const tables = fc.tuple(...Object.values(registers).map((register) => anyTable(register)));
    fc.assert(fc.property(tables, (images) => {
      const { contents, findings } = readRegisters(workbook(...images));
      for (const [key, register] of Object.entries(registers)) {
        const content = Object.entries(contents).find(([name]) => name === key)?.[1];
        const image = images.find(({ name }) => name === register.table);
        expect(content?.rows.length ?? 0).toBeLessThanOrEqual(image?.values.length ?? 0);
        const schema = rowSchema<Register>(register);
        for (const row of content?.rows ?? []) expect(schema.safeParse(row.values).error).toBeUndefined();
      }
      for (const text of findings.flatMap(({ message }) => Object.values(message))) expect(text).toMatch(/[.\p{L}\p{N}…”)]/u);
    }));
  });
});

describe("a row that does not fit its register", () => {
  it("is refused in Swedish before anything is written", () => {
    const bad = () => rowsToCells<Register>(registers.mal, [{ id: "MÅL-1", niva: "Nämndmål" }]);
    expect(bad).toThrow(InvalidRowError);
    expect(bad).toThrow("Rad 1 till registret Mal kan inte skrivas: Mål ska vara text. Inget har skrivits.");
  });
});
