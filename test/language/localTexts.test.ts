import * as ts from "typescript";
import { localTexts, viewTables, type TextPair } from "./localTexts.js";
import { piecesOf, source, sourcesIn, within } from "./sources.js";
import { englishIn, swedishIn } from "./wordsOf.js";

const files = sourcesIn("src");
const local = files.flatMap(localTexts);
const ofViews = files.flatMap(viewTables).flatMap(({ texts }) => texts);

/** The same in Swedish and English. */
const alike = new Set(["Status", "Register", "Period", "Guide", "Version", "Excel", "MIT"]);

describe("texts in two languages", () => {
  it("are found at all", () => {
    expect(local.length).toBeGreaterThan(100);
    expect(ofViews.length).toBeGreaterThan(50);
  });

  it("are Swedish in Swedish and English in English, but for the workbook's own words", () => {
    expect([...local, ...ofViews].flatMap(wrongLanguage)).toEqual([]);
  });

  it("are not the same text twice", () => {
    expect([...local, ...ofViews].flatMap(untranslated)).toEqual([]);
  });

  it("have no exclamation marks", () => {
    const loud = [...local, ...ofViews].flatMap(({ where, sv, en }) => [sv, en].flatMap(sentences).flatMap(({ text }) => (text.includes("!") ? [`${where}: ${text}`] : [])));
    expect(loud).toEqual([]);
  });

  it("tell of the same things in both languages", () => {
    expect(local.flatMap(unequalParts)).toEqual([]);
  });
});

describe("a fault that is planted", () => {
  const planted = (text: string) => localTexts(source("planted.ts", text));

  test("in the words is found", () => {
    expect(planted('x({ sv: "Rad 1 saknas.", en: "Row 1 saknas." });').flatMap(wrongLanguage)).toEqual(["planted.ts:1: ”saknas” in English: Row 1 saknas."]);
    expect(planted("x({ sv: `The row ${n} saknas.`, en: `Row ${n} is missing.` });").flatMap(wrongLanguage)).toEqual(["planted.ts:1: ”The” in Swedish: The row "]);
    expect(planted("x({ sv: () => `Fyll i Mål-id.`, en: () => `Fill in Mål-id, Målet.` });").flatMap(wrongLanguage)).toEqual(["planted.ts:1: ”Målet” in English: Fill in Mål-id, Målet."]);
    expect(planted('x({ sv: "Klart.", en: "Klart." });').flatMap(untranslated)).toEqual(["planted.ts:1: Klart."]);
  });

  test("in what is put into them is found", () => {
    const [difference] = planted("x({ sv: ({ row, table }) => `${row} i ${table}`, en: ({ row }) => `${row} there` });").flatMap(unequalParts);
    expect(difference).toBe("planted.ts:1: row, table in Swedish, row in English");
  });

  test("in a view's table is found", () => {
    const [table] = viewTables(source("texts.ts", 'export const t = viewTexts({ a: "Ett", step: { b: "Läser" } satisfies X }, { a: "One", step: { b: "Läser" } });'));
    expect(table?.keys).toEqual(["a", "step"]);
    expect(table?.texts.flatMap(untranslated)).toEqual(["texts.ts:1 b: Läser"]);
  });
});

function wrongLanguage({ where, sv, en }: TextPair): string[] {
  return [
    ...sentences(sv).flatMap(({ text }) => told(englishIn(text), "Swedish", text)),
    ...sentences(en).flatMap(({ text }) => told(swedishIn(text), "English", text)),
  ].map((fault) => `${where}: ${fault}`);
}

function told(word: string | undefined, language: string, text: string): string[] {
  return word === undefined ? [] : [`”${word}” in ${language}: ${text}`];
}

function untranslated({ where, sv, en }: TextPair): string[] {
  const [swedish = [], english = []] = [sv, en].map((language) => sentences(language).map(({ text }) => text.replace("Måltavla", "").trim()).filter((text) => /\p{L}{2}/u.test(text)));
  return swedish.length > 0 && swedish.every((text) => english.includes(text) && !alike.has(text)) ? [`${where}: ${swedish.join("…")}`] : [];
}

/** What a text says, without the words that only choose between its forms: `case "values"`, `kind === "empty"`. */
function sentences(text: ts.Node): ReturnType<typeof piecesOf> {
  return piecesOf(text).filter(({ node: { parent } }) => !ts.isCaseClause(parent) && !isComparison(parent) && !ts.isElementAccessExpression(parent));
}

/** A text that leaves out what the other language tells of. */
function unequalParts({ where, sv, en }: TextPair): string[] {
  // A text that is only handed on has been looked at where it is written.
  if (sentences(sv).length === 0) return [];
  const [swedish, english] = [sv, en].map((text) => [...new Set([...within(text)].flatMap((node) => (ts.isIdentifier(node) && !["sv", "en"].includes(node.text) && !choosesForm(node) ? [node.text] : [])))].sort().join(", "));
  return swedish === english ? [] : [`${where}: ${swedish ?? ""} in Swedish, ${english ?? ""} in English`];
}

/** Languages differ in forms: "is" or "are" asks for a number that Swedish does not need. */
function choosesForm(node: ts.Node): boolean {
  const { parent } = node;
  return !ts.isSourceFile(node) && ((ts.isConditionalExpression(parent) && parent.condition === node) || (ts.isExpression(parent) && choosesForm(parent)));
}

function isComparison(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(node.operatorToken.kind);
}
