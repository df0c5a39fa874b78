import fc from "fast-check";
import { nearest, parseChoice } from "../../../src/registers/values/choice.js";
import { listText, parseList } from "../../../src/registers/values/list.js";
import { folded } from "../../../src/registers/values/reading.js";
import { parseId, parseText } from "../../../src/registers/values/text.js";
import { cell } from "../tables.js";

const read = (value: unknown, corrected = false) => ({ kind: "read", value, corrected });

describe("a word out of a list", () => {
  const words = ["Öka", "Minska", "Inom intervall", "Ja/Nej", "Följs"] as const;

  it("may be written with other case, spaces and full stop, and is then corrected", () => {
    expect(parseChoice(cell("Minska"), words)).toEqual(read("Minska"));
    for (const typed of ["minska", " MINSKA ", "Minska.", "minska:"]) expect(parseChoice(cell(typed), words)).toEqual(read("Minska", true));
    expect(parseChoice(cell("inom\u00A0 intervall"), words)).toEqual(read("Inom intervall", true));
    expect(parseChoice(cell("Ja / nej"), words)).toEqual(read("Ja/Nej", true));
    expect(parseChoice(cell("O\u0308ka"), words)).toEqual(read("Öka", true));
    expect(parseChoice(cell(true), ["Ja", "Nej"])).toEqual(read("Ja", true));
  });

  it("may be what people write for it, and is then corrected", () => {
    const other = { Ökar: "Öka", "—": "Följs" } as const;
    for (const typed of ["Ökar", "ökar."]) expect(parseChoice(cell(typed), words, other)).toEqual(read("Öka", true));
    for (const typed of ["—", "–"]) expect(parseChoice(cell(typed), words, other)).toEqual(read("Följs", true));
    for (const typed of ["Minskar", "Inomintervall"]) expect(parseChoice(cell(typed), words, other)).toMatchObject({ kind: "unreadable" });
  });

  it("is not guessed, but proposed when only one word is near", () => {
    expect(parseChoice(cell("Minskar"), words)).toMatchObject({ kind: "unreadable", typed: "Minskar" });
    expect(nearest("Minskar", words)).toBe("Minska");
    expect(nearest("Oka", words)).toBe("Öka");
    expect(nearest("uppåt", words)).toBeUndefined();
    expect(nearest("Ja", ["Ja", "Nej"])).toBeUndefined();
  });

  it("is proposed for one changed letter, two in words of five letters and more, none in words of two", () => {
    expect(nearest("Delvis upnått", ["Delvis uppnått", "Ej uppnått"])).toBe("Delvis uppnått");
    expect(nearest("Hlogt", ["Högt", "Lågt"])).toBeUndefined();
    expect(nearest("Hgt", ["Högt", "Lågt"])).toBe("Högt");
    expect(nearest("Ht", ["Högt"])).toBeUndefined();
    expect(nearest("Minskr", ["Minska", "Minskar"])).toBeUndefined();
    expect(nearest("Delvis ppnåt", ["Delvis uppnått", "Ej uppnått"])).toBe("Delvis uppnått");
    expect(nearest("Ht", ["Hat"])).toBeUndefined();
    for (const typed of ["Pågr", "Pågårxx", "Påågår", "Pgåår", "Pågåor", "Xågårx"]) expect(nearest(typed, ["Pågår"])).toBe("Pågår");
    for (const typed of ["Pg", "Pgåx", "Pågåendet", "Xxxår", "Pågårxxx"]) expect(nearest(typed, ["Pågår"])).toBeUndefined();
    expect(nearest("Inte påbörjad", ["Ej påbörjad", "Pågår"])).toBeUndefined();
  });

  it("may have other dashes and spaces about them, and several marks at its end", () => {
    const lists = ["Kvinnor - män", "Ja/Nej", "T1-T2"] as const;
    for (const typed of ["Kvinnor–män", "kvinnor  —  män.", "Kvinnor -män", "Kvinnor- män !!", "Kvinnor‑män"]) expect(parseChoice(cell(typed), lists)).toEqual(read("Kvinnor - män", true));
    for (const typed of ["Ja /Nej", "Ja/ Nej ...", "ja  /  nej;"]) expect(parseChoice(cell(typed), lists)).toEqual(read("Ja/Nej", true));
    for (const typed of ["Kvinnor män", "Kvinnormän", "K v i n n o r - män", "T1T2", "JaNej", "Ja-Nej"]) expect(parseChoice(cell(typed), lists)).toMatchObject({ kind: "unreadable" });
  });

  it("may be its symbol, alone or beside the word it stands for, but not beside another", () => {
    const symbols = { "●": "Uppnått", "◆": "Delvis uppnått" } as const;
    const values = ["Uppnått", "Delvis uppnått", "Ej uppnått"] as const;
    for (const typed of ["●", "•", "● Uppnått", "uppnått •", "●uppnått."]) expect(parseChoice(cell(typed), values, symbols)).toEqual(read("Uppnått", true));
    for (const typed of ["● Delvis uppnått", "◆ Uppnått", "■", "■ Uppnått", "● nästan"]) expect(parseChoice(cell(typed), values, symbols)).toMatchObject({ kind: "unreadable", typed });
  });

  it("is nothing in a blank cell, and an error value is told as one", () => {
    for (const value of ["", " ", "\u00A0"]) expect(parseChoice(cell(value), words)).toBeNull();
    expect(parseChoice({ value: "#N/A", type: "Error", numberFormat: "General" }, ["#N/A"])).toMatchObject({ kind: "unreadable", reason: "error" });
    expect(parseChoice(cell(false), ["Ja", "Nej"])).toEqual(read("Nej", true));
  });
});

describe("a list", () => {
  it("is divided by semicolon or line break, and by comma only without them", () => {
    expect(parseList(cell("4; 10"))).toEqual(read(["4", "10"]));
    expect(parseList(cell("4, 10;"))).toEqual(read(["4, 10"]));
    expect(parseList(cell("4,10"))).toEqual(read(["4", "10"]));
    expect(parseList(cell("Vård, skola och omsorg;Teknik"))).toEqual(read(["Vård, skola och omsorg", "Teknik"]));
    expect(parseList(cell("A\nB"))).toEqual(read(["A", "B"]));
    expect(parseList(cell(4))).toEqual(read(["4"]));
  });

  it("is read as it was written, and a name with a comma stays one", () => {
    expect([[], ["A"], ["Vård, skola"], ["Vård, skola", "B"]].map(listText)).toEqual(["", "A", "Vård, skola;", "Vård, skola; B"]);
    const name = fc.string({ unit: fc.constantFrom("a", "B", "1", ",", " ") }).map((text) => text.trim()).filter((text) => text !== "");
    fc.assert(fc.property(fc.array(name, { minLength: 1 }), (names) => expect(parseList(cell(listText(names)))).toEqual(read(names))));
  });

  it("is none in a blank cell, and a tick, an error and marks alone are told", () => {
    expect(parseList(cell(" "))).toBeNull();
    for (const typed of [true, ";", ", ,"]) expect(parseList(cell(typed))).toMatchObject({ kind: "unreadable", reason: "form" });
    expect(parseList(cell("#N/A"))).toMatchObject({ kind: "unreadable", reason: "error" });
  });

  it("is not read from a number with decimals, which Excel has made of 4,10", () => {
    expect(parseList(cell(4.1))).toMatchObject({ kind: "unreadable", reason: "ambiguous" });
  });
});

describe("ids and texts", () => {
  it("an id may be a number or have spaces around, and should then be corrected", () => {
    expect(parseId(cell("MÅTT-1"))).toEqual(read("MÅTT-1"));
    expect(parseId(cell(" MÅTT-1\u00A0"))).toEqual(read("MÅTT-1", true));
    expect(parseId(cell(17))).toEqual(read("17", true));
    expect(parseId(cell({ value: 43983, format: "d-mmm" }))).toMatchObject({ kind: "unreadable", reason: "date" });
  });

  it("a text is read as it is seen", () => {
    expect(parseText(cell({ value: 43487, format: "yyyy-mm-dd" }))).toEqual(read("2019-01-22"));
    expect(parseText(cell("  rad ett\nrad två "))).toEqual(read("rad ett\nrad två"));
    expect(parseText(cell("\u00A0"))).toBeNull();
    expect(parseText(cell({ value: " rad ", format: "yyyy-mm-dd" }))).toEqual(read("rad"));
    expect(parseText(cell({ value: 5, format: "yyyy-mm-dd" }))).toEqual(read("5"));
    expect([17, true, false].map((value) => parseText(cell(value)))).toEqual(["17", "Ja", "Nej"].map((text) => read(text)));
  });

  it("are none in a blank cell, an error is told, and a tick is no id", () => {
    expect(parseId(cell(" "))).toBeNull();
    for (const parse of [parseId, parseText]) expect(parse(cell("#N/A"))).toMatchObject({ kind: "unreadable", reason: "error" });
    expect(parseId(cell(true))).toMatchObject({ kind: "unreadable", reason: "form" });
  });
});

describe("words are compared", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom("Å", "A", "\u030A", "å", "é", " ", "\u00A0", "\u00AD", "\u200B", "\t", "\n", "-", "1", "ǅ", "ɏ") }));

  it("alike however their letters are put together, with whatever spaces", () => {
    fc.assert(fc.property(text, (one) => {
      expect(folded(one.normalize("NFD"))).toBe(folded(one.normalize("NFC")));
      expect(folded(` ${one.replaceAll(" ", " \u00A0")}\u200B\n`)).toBe(folded(one));
    }));
  });

  it("and an id is read with its letters whole", () => {
    fc.assert(fc.property(text, (one) => {
      const reading = parseId(cell(one));
      if (reading?.kind === "read") expect(reading.value).toBe(reading.value.normalize("NFC"));
    }));
  });
});
