import fc from "fast-check";
import { statusWritings, type StatusWriting } from "../../../src/registers/definitions/statusAliases.js";
import { parseStatus } from "../../../src/registers/values/status.js";
import { symbolAndWord } from "../../../src/registers/values/symbolAndWord.js";
import { cell } from "../tables.js";

const scales = Object.entries(statusWritings).flatMap(([scale, writing]) => (writing === undefined ? [] : [[scale, writing] as const]));
const scale = (name: string): StatusWriting => {
  const writing = statusWritings[name];
  if (writing === undefined) throw new Error(`no scale ${name}`);
  return writing;
};
const readAs = (typed: string | boolean | number, name: string) => {
  const reading = parseStatus(cell(typed), scale(name));
  return reading?.kind === "read" ? reading.value : (reading?.kind ?? "blank");
};

describe.each(scales)("the status of what stands in %s", (_, writing) => {
  it("is a word of the scale as it is, and in any case and spacing", () => {
    for (const word of writing.words) {
      expect(parseStatus(cell(word), writing)).toEqual({ kind: "read", value: word, corrected: false });
      expect(parseStatus(cell(` ${word.toUpperCase()}. `), writing)).toEqual({ kind: "read", value: word, corrected: true });
    }
  });

  it("has other words only for its own, and none that is one of them", () => {
    for (const [alias, word] of Object.entries(writing.aliases)) {
      expect(writing.words).toContain(word);
      expect(writing.words.map((own) => own.toLowerCase())).not.toContain(alias);
      expect(parseStatus(cell(alias), writing)).toEqual({ kind: "read", value: word, corrected: true });
    }
  });

  it("has symbols that each mean one word, alone or beside it", () => {
    expect(new Set(Object.values(writing.symbols)).size).toBe(Object.keys(writing.symbols).length);
    for (const [symbol, word] of Object.entries(writing.symbols)) {
      for (const typed of [symbol, `${symbol} ${word}`, `${symbol}${word}`, `${word} ${symbol}`]) {
        expect(parseStatus(cell(typed), writing)).toEqual({ kind: "read", value: word, corrected: true });
      }
    }
  });

  it("is never a word that is not the scale's, and never made of nothing", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom("●", "◆ ", "–", "klart ●", "Uppnått"), fc.double({ noNaN: true }), fc.boolean()), (typed) => {
      const reading = parseStatus(cell(typed), writing);
      if (reading?.kind === "read") expect(writing.words).toContain(reading.value);
      if (reading === null) expect([false, ""]).toContain(typeof typed === "string" ? typed.trim() : typed);
    }));
  });
});

test("the same symbol is another word on another scale, and no word on one without symbols", () => {
  expect(["aktiviteter", "mal", "uppdrag"].map((name) => readAs("●", name))).toEqual(["Genomfört", "Uppnått", "unreadable"]);
  expect(["aktiviteter", "mal", "uppdrag"].map((name) => readAs("–", name))).toEqual(["Ej aktuellt", "Ej bedömt", "unreadable"]);
});

test("a symbol beside another word than its own says two things", () => {
  expect(readAs("● Ej genomfört", "aktiviteter")).toBe("unreadable");
  // An assignment's symbols are only drawn beside the words.
  expect(readAs("● Genomfört", "uppdrag")).toBe("Genomfört");
});

test.each([["●", "●•⬤"], ["◆", "◆♦"], ["■", "■▪◼"], ["–", "–—−-"]])("%s is the same in every shape of %s, before or after its word", (symbol, shapes) => {
  for (const shape of shapes) {
    for (const typed of [`${shape}  Klart `, `${shape}\uFE0FKlart`, `Klart ${shape}`]) expect(symbolAndWord(typed)).toEqual({ symbol, word: "Klart" });
    expect(symbolAndWord(shape)).toEqual({ symbol, word: "" });
  }
  for (const text of ["", "Klart", `Kl${symbol}art`]) expect(symbolAndWord(text)).toEqual({ symbol: undefined, word: text });
});

test("a dash before a word is how lists are written", () => {
  expect(readAs("- pågår", "uppdrag")).toBe("Pågående");
  expect(readAs("– Genomfört", "aktiviteter")).toBe("Genomfört");
});

test("a ticked box is done for an activity only, and an unticked one is nothing", () => {
  expect(["aktiviteter", "mal", "uppdrag"].map((name) => readAs(true, name))).toEqual(["Genomfört", "unreadable", "unreadable"]);
  expect(parseStatus(cell(true), scale("aktiviteter"))).toMatchObject({ corrected: true });
  expect(["aktiviteter", "mal", "uppdrag"].map((name) => readAs(false, name))).toEqual(["blank", "blank", "blank"]);
});

test("an error value is told as one", () => {
  for (const [, writing] of scales) expect(parseStatus(cell("#N/A"), writing)).toMatchObject({ kind: "unreadable", reason: "error" });
});

test.each(["Pågår", "påbörjat", "klart", "ej påbörjad", "försenad", "planerad", "nästan genomförd"])("%s, as it is printed, is a status of an assignment", (typed) => {
  expect(scale("uppdrag").words).toContain(readAs(typed, "uppdrag"));
});

test.each(["avslutat", "fortsätter", "ja", "ok", "50 %", "x"])("%s may mean several things, and is not guessed at", (typed) => {
  for (const [name] of scales) expect(readAs(typed, name)).toBe("unreadable");
});
