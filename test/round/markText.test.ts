import fc from "fast-check";
import { registers } from "../../src/registers/registers.js";
import type { Quantity } from "../../src/registers/values/quantity.js";
import { columnMarkText, fingerprint, isLaterMark, readColumnMark, readRowMark, rowMarkText } from "../../src/round/markText.js";
import type { RowMark } from "../../src/round/marks.js";

const mark: RowMark = {
  version: 1, workbook: "a1b2", unit: "SAN", period: "T2 2026", register: "utfall", key: ["MÅTT-1", "T2 2026", ""], issued: { utfall: fingerprint(12), kommentar: "" },
};

test("what a row's mark says is read back, whatever stands in its parts", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(fc.string(), { minLength: 3, maxLength: 3 }), fc.string(), (workbook, unit, key, issued) => {
      const row: RowMark = { ...mark, workbook, unit, key, issued: { kommentar: issued } };
      expect(readRowMark(` ${rowMarkText(row)}\n`)).toEqual(row);
    }),
  );
});

test("every column that can be answered has a mark of its own", () => {
  const texts = Object.values(registers).flatMap(({ key, columns }) => Object.entries(columns).flatMap(([column, { kind }]) => (kind === "calculated" ? [] : [`måltavla:${key}.${column}`])));
  for (const text of texts) {
    const read = readColumnMark(text);
    expect(read === undefined ? undefined : columnMarkText(read)).toBe(text);
  }
});

test("nothing else is a mark, and a later version's is known as that", () => {
  const text = rowMarkText(mark);
  const others = [
    "", "måltavla:", "Måltavla", "måltavla:utfall.status", "måltavla:utfall.toString", "måltavla:okänt.kommentar", "måltavla:{}", "måltavla:[]", text.slice(0, -1), text.replace("utfall", "toString"), text.replace("kommentar", "status"), text.replace("MÅTT-1\",", ""), text.replace("[1,", "[2,"),
    text.slice("måltavla:".length),
  ];
  for (const other of others) {
    expect([other, readRowMark(other)]).toEqual([other, undefined]);
    expect([other, readColumnMark(other)]).toEqual([other, undefined]);
  }
  expect(others.filter(isLaterMark)).toEqual([text.replace("[1,", "[2,")]);
});

test("a fingerprint is of what a cell means: not of its format, its line breaks or the letters' make", () => {
  const percent = (value: number, as: "sign" | "format" | "none"): Quantity => ({ kind: "number", value, percent: as, bound: null, unit: null, fromText: as === "sign" });
  expect(fingerprint(percent(0.1 + 0.2, "sign"))).toBe(fingerprint(percent(0.3, "format")));
  expect(fingerprint("en rad\r\nen till ")).toBe(fingerprint("en rad\nen till"));
  expect(fingerprint("å")).toBe(fingerprint("a\u030A"));
  expect([fingerprint(null), fingerprint("")]).toEqual(["", ""]);
  const apart = [percent(0.3, "sign"), percent(0.3, "none"), percent(0, "none"), 0, "0,3", ["a", "b"], ["b", "a"], "a", "A", "ab", "ba", { kind: "yesNo", value: true }, { kind: "year", year: 2026, number: 1 }] as const;
  expect(new Set(apart.map(fingerprint)).size).toBe(apart.length);
});
