import * as ts from "typescript";
import { placeOf, within } from "./sources.js";

/** One text in both languages, where it is written. */
export interface TextPair {
  /** "src/usecases/work.ts:19", and for a view's text its key: "src/taskpane/shell/texts.ts:7 tabs" */
  readonly where: string;
  readonly sv: ts.Node;
  readonly en: ts.Node;
}

/** Every `{ sv: …, en: … }` that is written out in a file: messages of rules, errors, notes, and texts that a view has outside its table. */
export function localTexts(file: ts.SourceFile): TextPair[] {
  return [...within(file)].flatMap((node) => {
    if (!ts.isObjectLiteralExpression(node)) return [];
    const texts = entries(node);
    const sv = texts.get("sv");
    const en = texts.get("en");
    return sv === undefined || en === undefined ? [] : pairs(placeOf(node), sv, en);
  });
}

/** A table of a view's texts: `export const shellTexts = viewTexts({ … }, { … })`. */
export interface ViewTable {
  readonly name: string;
  readonly file: ts.SourceFile;
  readonly keys: readonly string[];
  readonly texts: readonly TextPair[];
}

export function viewTables(file: ts.SourceFile): ViewTable[] {
  return [...within(file)].flatMap((node) => {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isCallExpression(node.initializer)) return [];
    const { expression, arguments: [sv, en] } = node.initializer;
    if (expression.getText() !== "viewTexts" || sv === undefined || en === undefined) return [];
    return [{ name: node.name.getText(), file, keys: [...entries(sv).keys()], texts: pairs(placeOf(node), sv, en) }];
  });
}

/** Objects are taken apart, key by key; a key that only one language has is told by the compiler. */
function pairs(where: string, sv: ts.Node, en: ts.Node): TextPair[] {
  const english = entries(en);
  const swedish = entries(sv);
  if (swedish.size === 0 || english.size === 0) return [{ where, sv, en }];
  return [...swedish].flatMap(([key, node]) => {
    const other = english.get(key);
    return other === undefined ? [] : pairs(`${where.split(" ")[0] ?? ""} ${key}`, node, other);
  });
}

/** The values of an object that is written out, by key; of nothing else. */
function entries(node: ts.Node): Map<string, ts.Node> {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return entries(node.expression);
  if (!ts.isObjectLiteralExpression(node)) return new Map();
  return new Map(
    node.properties.flatMap((property) => {
      const key = property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : undefined;
      return key !== undefined && ts.isPropertyAssignment(property) ? [[key, property.initializer]] : [];
    }),
  );
}
