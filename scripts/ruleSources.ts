import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

/** Where rules across registers stand, and the reader's own, cell by cell. */
const FOLDERS = ["src/rules/checks", "src/registers/reading"];

/**
 * The numbers that each rule has in the notes on the source documents ("R06", "F5"), by slug: those that the comment of the function which tells of it gives after "Source:".
 * A rule without such a number is not there.
 */
export async function ruleSources(): Promise<ReadonlyMap<string, readonly string[]>> {
  const sources = new Map<string, Set<string>>();
  for (const folder of FOLDERS) {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort()) {
      const text = await readFile(join(folder, file), "utf8");
      for (const [slug, numbers] of sourcesIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))) {
        sources.set(slug, new Set([...(sources.get(slug) ?? []), ...numbers]));
      }
    }
  }
  return new Map([...sources].map(([slug, numbers]) => [slug, [...numbers].sort(inOrder)]));
}

const inOrder = new Intl.Collator("sv", { numeric: true }).compare;

function sourcesIn(file: ts.SourceFile): readonly (readonly [slug: string, numbers: readonly string[]])[] {
  return file.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const comment = file.text.slice(declaration.getFullStart(), declaration.getStart(file));
    const [, after = ""] = /Source:([\s\S]*)/u.exec(comment) ?? [];
    const numbers = after.match(/\b[RFIUDO]\d{1,2}\b/gu) ?? [];
    const slugs = declaration.getText(file).match(/"[a-z]+\.[a-z-]+"/gu) ?? [];
    return numbers.length === 0 ? [] : slugs.map((quoted) => [quoted.slice(1, -1), numbers] as const);
  });
}
