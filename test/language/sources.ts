import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as ts from "typescript";

const root = join(__dirname, "../..");

/** Every TypeScript file below folders of the project, e.g. "src/taskpane", parsed. */
export function sourcesIn(...folders: readonly string[]): ts.SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => source(relative(root, path), readFileSync(path, "utf8"))),
  );
}

/** A file that is parsed but need not exist: what a test plants a fault in. */
export function source(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** The node and everything in it. */
export function* within(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* within(child);
}

/** Where a node stands, as an editor says it: "src/taskpane/Pane.tsx:12". */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The written-out texts of a node: its string literals, and the pieces of its templates between what is put in. */
export function piecesOf(node: ts.Node): { readonly text: string; readonly node: ts.Node }[] {
  return [...within(node)].flatMap((part) =>
    ts.isStringLiteral(part) || ts.isNoSubstitutionTemplateLiteral(part) || ts.isTemplateHead(part) || ts.isTemplateMiddle(part) || ts.isTemplateTail(part)
      ? [{ text: part.text, node: part }]
      : [],
  );
}
