import { addressText } from "../../src/registers/address.js";
import { anyRegister } from "../../src/registers/column.js";
import { registerSection } from "../../src/registers/documentation.js";
import { readingMessages } from "../../src/registers/messages.js";
import { headerText } from "../../src/registers/reading/headers.js";
import type { Register } from "../../src/registers/register.js";
import { registers } from "../../src/registers/registers.js";
import { rowSchema } from "../../src/registers/schema.js";
import { folded } from "../../src/registers/values/reading.js";

const all: readonly (readonly [string, Register])[] = Object.entries(registers);

describe.each(all)("the register %s", (key, register) => {
  const columns = Object.entries(register.columns);

  it("is found under its own key, on a sheet and in a table that Excel allows", () => {
    expect(register.key).toBe(key);
    expect(register.table).toMatch(/^[A-Za-z]{2,}$/u);
    expect(register.sheet).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
  });

  it("has no two columns that a header could mean alike", () => {
    const headers = columns.map(([, { header }]) => headerText(header));
    expect(new Set(headers).size).toBe(headers.length);
    const owners = new Map<string, string>();
    for (const [column, { aliases }] of columns) {
      for (const alias of aliases) {
        expect([undefined, column]).toContain(owners.get(headerText(alias)));
        owners.set(headerText(alias), column);
      }
    }
  });

  it("has headers that need no escape in a formula", () => {
    for (const [, { header }] of columns) expect(header).not.toMatch(/[[\]#'@]/u);
  });

  it("refers to registers that exist, lists the words of its choices, and gives its calculated columns a formula", () => {
    for (const [, { kind, refersTo, values, formula }] of columns) {
      if (refersTo !== undefined) expect([...Object.keys(registers), anyRegister]).toContain(refersTo);
      if (kind === "choice") expect(values).not.toHaveLength(0);
      // Any text may be written in a text column; its words are only proposed.
      if (values !== undefined) expect(["choice", "text"]).toContain(kind);
      expect(formula !== undefined).toBe(kind === "calculated");
    }
  });

  it("reads what people write for the words of a list as one of them, and only what is not itself one", () => {
    for (const [, { values = [], alsoWritten = {} }] of columns) {
      const own = new Set(values.flatMap((value) => (typeof value === "string" ? [folded(value)] : [])));
      for (const [written, word] of Object.entries(alsoWritten)) {
        expect(values).toContain(word);
        expect(own.has(folded(written))).toBe(false);
      }
    }
  });

  it("identifies a row by columns it has, the first of which must be filled in; where rows may be alike, by none", () => {
    for (const part of register.uniqueBy) expect(register.columns[part]).toBeDefined();
    const [first] = register.uniqueBy;
    if (first !== undefined) expect(register.columns[first]?.required).toBe(true);
  });

  // A blank part has a meaning of its own: the unit that owns, a section in one piece, whatever value.
  it("has optional parts of its key only where a blank says something", () => {
    const optional = register.uniqueBy.filter((part) => register.columns[part]?.required === false);
    expect(["enhet", "ordning", "varde"]).toEqual(expect.arrayContaining(optional));
  });

  it("is wide enough for its headers", () => {
    for (const [, { header, width, hidden }] of columns) if (hidden !== true) expect(width).toBeGreaterThanOrEqual(header.length);
  });

  it("tells in Swedish what to write in each column", () => {
    for (const [, { help }] of columns) expect(help).toMatch(/^[A-ZÅÄÖ][^!]{8,253}\.$/u);
  });

  it("has a section in the guide with every column", () => {
    const section = registerSection(register);
    for (const [, { header }] of columns) expect(section).toContain(`| ${header}`);
    for (const line of section.split("\n").filter((text) => text.startsWith("|"))) expect(line.replaceAll("\\|", "").split("|").length).toBe(6);
  });
});

describe("the schema of a row", () => {
  const schema = rowSchema(registers.matt);
  const measure = { id: "MÅTT-1", matt: "Andel", riktning: "Öka" };

  it("takes what is left out as empty", () => {
    expect(schema.parse(measure)).toMatchObject({ ...measure, malId: null, malvarde: null, ordning: null });
  });

  it.each<[string, object, string]>([
    ["a required column missing", { id: "MÅTT-1", riktning: "Öka" }, "ska vara text"],
    ["an empty text", { ...measure, id: " " }, "får inte vara tom text"],
    ["a word outside the list", { ...measure, riktning: "Uppåt" }, "ska vara något av Öka, Minska, Inom intervall, Ja/Nej, Följs"],
    ["text where a number belongs", { ...measure, vikt: "2" }, "ska vara ett tal"],
    ["a number that is no quantity", { ...measure, malvarde: 0.75 }, "ska vara ett tal, ett intervall, Ja/Nej eller ej mätt"],
    ["a column it does not have", { ...measure, farg: "blå" }, "okända kolumner: farg"],
  ])("refuses %s, and says so in Swedish", (_, row, message) => {
    const result = schema.safeParse(row);
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it("refuses values for columns that Excel computes", () => {
    expect(rowSchema(registers.utfall).safeParse({ mattId: "MÅTT-1", period: { kind: "year", year: 2019, number: 1 }, status: "Uppnått" }).success).toBe(false);
  });
});

describe("an address", () => {
  it.each<[string, string]>([
    ["Utfall", "Utfall!D7"], ["Mått", "Mått!D7"], ["Mått 2024", "'Mått 2024'!D7"], ["2024", "'2024'!D7"], ["A1", "'A1'!D7"], ["R1C1", "'R1C1'!D7"], ["C", "'C'!D7"],
    ["Ale's mål", "'Ale''s mål'!D7"], ["Mål-uppföljning", "'Mål-uppföljning'!D7"],
  ])("on the sheet %s is %s", (sheet, address) => {
    expect(addressText({ sheet, row: 6, column: 3 })).toBe(address);
  });

  it("counts columns as Excel does", () => {
    expect([25, 26, 701, 702, 16_383].map((column) => addressText({ sheet: "B", row: 0, column }))).toEqual(["B!Z1", "B!AA1", "B!ZZ1", "B!AAA1", "B!XFD1"]);
  });
});

describe("the rules of the reading", () => {
  it("are named by where and what", () => {
    for (const rule of Object.keys(readingMessages)) expect(rule).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/u);
  });
});
