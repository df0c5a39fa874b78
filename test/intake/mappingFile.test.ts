import fc from "fast-check";
import type { Mapping, TableMapping } from "../../src/intake/mapping.js";
import { MappingError, mappingText, readMapping, readMappingText } from "../../src/intake/mappingFile.js";
import { takenInTo, targetsOf } from "../../src/intake/targets.js";
import { families } from "../../src/intake/families.js";

const targets = families.flatMap((family) => targetsOf(family));
const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "" && !["__proto__", "constructor", "prototype"].includes(text));
const target = fc.constantFrom(...targets);
const period = fc.constantFrom("T1 2019", "Kvartal 2 2024", "2021");
const chosen = fc.record({ to: target, period: fc.option(period, { nil: undefined }) }).map(({ to: { register, key }, period: of }) => ({ register, key, ...(of === undefined ? {} : { period: of }) }));
const table: fc.Arbitrary<TableMapping> = fc.record(
  {
    headers: fc.array(name, { maxLength: 5 }), sheet: name, nth: fc.integer({ min: 2, max: 5 }), register: fc.constantFrom(...takenInTo), columns: fc.dictionary(name, fc.option(chosen)),
    isLeftOut: fc.constant(true as const), period, unit: name, defaults: fc.dictionary(target.map((one) => one.target), name),
  },
  { requiredKeys: ["headers", "sheet", "columns"] },
);
const mappings: fc.Arbitrary<Mapping> = fc.record({ version: fc.constant(1 as const), tables: fc.array(table, { maxLength: 4 }), words: fc.dictionary(name, target.map((one) => one.target)) });

describe("a mapping kept as text", () => {
  it("comes back as it was, and is the same text whatever order it was decided in", () => {
    fc.assert(fc.property(mappings, (mapping) => {
      const text = mappingText(mapping);
      const back = readMappingText(text);
      expect(back.words).toEqual(mapping.words);
      expect(back.tables).toHaveLength(mapping.tables.length);
      expect(back.tables).toEqual(expect.arrayContaining([...mapping.tables]));
      expect(mappingText(back)).toBe(text);
      expect(mappingText({ ...mapping, tables: [...mapping.tables].reverse() })).toBe(text);
    }), { numRuns: 60 });
  });

  it("is refused in words, whatever else it is", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      expect(() => readMapping(json)).toThrow(MappingError);
    }), { numRuns: 60 });
    const good = { version: 1, tables: [{ headers: ["Mått"], sheet: "Blad1", columns: { Mått: { register: "matt", key: "matt" } } }], words: { Prick: "uppfoljning.status" } };
    expect(readMapping(good)).toEqual(good);
    const bad: readonly (readonly [unknown, RegExp])[] = [
      [{ ...good, version: 2 }, /annan version/u],
      [{ ...good, more: 1 }, /fält som inte hör dit: more/u],
      [{ ...good, words: { Prick: "uppfoljning.installningar" } }, /words\.Prick/u],
      [{ ...good, words: { Prick: "toString.status" } }, /words\.Prick/u],
      [{ ...good, tables: [{ ...good.tables[0], columns: { Mått: { register: "matt", key: "toString" } } }] }, /columns\.Mått/u],
      [{ ...good, tables: [{ ...good.tables[0], period: "snart" }] }, /tables\[0\]\.period/u],
      [{ ...good, tables: [{ ...good.tables[0], isLeftOut: false }] }, /isLeftOut/u],
      [JSON.parse('{"version":1,"tables":[],"words":{"__proto__":"matt.matt"}}'), /__proto__/u],
      [JSON.parse('{"version":1,"tables":[{"headers":[],"sheet":"a","columns":{"constructor":null}}],"words":{}}'), /constructor/u],
    ];
    for (const [json, why] of bad) expect(() => readMapping(json)).toThrow(why);
    expect(() => readMappingText("{")).toThrow(/inte JSON/u);
    expect(readMappingText(`\uFEFF${JSON.stringify(good)}`)).toEqual(good);
  });
});
