import fc from "fast-check";
import { leadInText, parseLead } from "../../../src/registers/values/lead.js";

const NAMES: ReadonlyMap<string, string> = new Map([
  ...["SAN", "TN", "VON", "KS", "MSN", "BUN"].map((code) => [code.toLowerCase(), code] as const),
  ["vård- och omsorgsnämnden", "VON"], ["social- och arbetsmarknadsnämnden", "SAN"], ["teknik & miljö", "TN"], ["kultur, fritid", "KFN"],
]);
const find = (text: string) => NAMES.get(text.toLowerCase());
const codes = fc.uniqueArray(fc.constantFrom("SAN", "TN", "VON", "KS", "MSN", "BUN"), { minLength: 2, maxLength: 6 });

describe("who leads an assignment, written in one cell", () => {
  it.each<[string, ReturnType<typeof parseLead>]>([
    ["SAN (TN, VON, KS, MSN)", { kind: "lead", lead: "SAN", others: ["TN", "VON", "KS", "MSN"] }],
    ["san(tn;von).", { kind: "lead", lead: "SAN", others: ["TN", "VON"] }],
    ["VON, SAN, BUN", { kind: "several", units: ["VON", "SAN", "BUN"] }],
    ["KS/MSN", { kind: "several", units: ["KS", "MSN"] }],
    ["KS\nMSN", { kind: "several", units: ["KS", "MSN"] }],
    ["TN och VON", { kind: "several", units: ["TN", "VON"] }],
    ["Vård- och omsorgsnämnden, SAN", { kind: "several", units: ["VON", "SAN"] }],
    ["Vård- och omsorgsnämnden (VON)", { kind: "lead", lead: "VON", others: [] }],
    ["Social- och arbetsmarknadsnämnden (Vård- och omsorgsnämnden)", { kind: "lead", lead: "SAN", others: ["VON"] }],
    [" Kultur, fritid\u00A0", { kind: "lead", lead: "KFN", others: [] }],
    ["SAN (TN) .", { kind: "lead", lead: "SAN", others: ["TN"] }],
    ["VON, , SAN;", { kind: "several", units: ["VON", "SAN"] }],
    ["SAN, SAN", { kind: "lead", lead: "SAN", others: [] }],
    ["teknik & miljö", { kind: "lead", lead: "TN", others: [] }],
  ])("%j", (typed, expected) => {
    expect(parseLead(typed, find)).toEqual(expected);
  });

  it.each(["SAN (TN, XYZ)", "XYZ (TN)", "VON, XYZ", "SAN (TN) VON", "SAN ()", "SAN ( )", "(XYZ) SAN (TN)", "", "alla nämnder"])("%j holds something that is no unit, so nothing is known", (typed) => {
    expect(parseLead(typed, find)).toBeUndefined();
  });

  it("is the first before brackets, and the others in them, whatever the spaces and separators", () => {
    fc.assert(fc.property(codes, fc.constantFrom(", ", ",", "; ", " / ", " och "), fc.constantFrom(" ", "", "\u00A0"), ([lead = "", ...others], separator, space) => {
      expect(parseLead(`${lead}${space}(${others.join(separator)})`, find)).toEqual({ kind: "lead", lead, others });
    }));
  });

  it("is nobody where several stand side by side: their order says nothing", () => {
    fc.assert(fc.property(codes, fc.constantFrom(", ", ";", " och "), (units, separator) => {
      expect(parseLead(units.join(separator), find)).toEqual({ kind: "several", units });
    }));
  });
});

describe("a committee in brackets in an assignment's text", () => {
  it.each([
    ["(Vård- och omsorgsnämnden) .\nUtveckla enkäterna", "(Vård- och omsorgsnämnden)"],
    ["(von) Utveckla enkäterna", "(von)"],
    [" (VON)Utveckla enkäterna", "(VON)"],
    ["( VON ): Utveckla enkäterna", "( VON )"],
    ["Utveckla enkäterna  \n  (VON) . ", "(VON)"],
    ["Utveckla enkäterna\n(Vård- och omsorgsnämnden)", "(Vård- och omsorgsnämnden)"],
    ["Utveckla enkäterna\r\n(VON).", "(VON)"],
  ])("%j leads it", (text, typed) => {
    expect(leadInText(text, find)).toEqual({ typed, code: "VON", text: "Utveckla enkäterna" });
  });

  it.each(["Utveckla enkäterna (VON)", "(i alla verksamheter) Utveckla enkäterna", "(VON) .", "(VON", "Utveckla\n(VON)\nenkäterna", "Utveckla (VON) enkäterna", ""])("%j says nothing of who leads", (text) => {
    expect(leadInText(text, find)).toBeUndefined();
  });

  it("takes nothing else out of the text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const text = typed.trim();
      fc.pre(text !== "" && !/^[.:(]/u.test(text) && !text.endsWith(")") && !/\)\s*\.$/u.test(text));
      expect(leadInText(`(VON) .\n${text}`, find)?.text).toBe(text);
      expect(leadInText(text, find)).toBeUndefined();
    }));
  });
});
