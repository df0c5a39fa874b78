import * as ts from "typescript";
import { localTexts, viewTables, type ViewTable } from "./localTexts.js";
import { placeOf, source, sourcesIn, within } from "./sources.js";
import { swedishIn } from "./wordsOf.js";

const all = sourcesIn("src");
const files = all.filter(({ fileName }) => /^src\/(?:taskpane|commands)\//u.test(fileName));
const views = files.filter(({ fileName }) => !fileName.endsWith("/texts.ts"));
const tables = files.flatMap(viewTables);

/** Properties of components, and of what is handed to them, that a user sees or hears. */
const shown = new Set(["alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "body", "content", "header", "hint", "label", "message", "placeholder", "subtitle", "text", "title", "validationMessage"]);

const brand = "Måltavla";

describe("the pane and the ribbon", () => {
  it("have no text outside their tables of texts", () => {
    expect(views.flatMap(hardCoded)).toEqual([]);
  });

  it("use every text that their tables have", () => {
    expect(tables.flatMap((table) => unusedIn(table, all))).toEqual([]);
  });

  test("a text that is written in a component is found", () => {
    const planted = source(
      "Planted.tsx",
      `const view = (
        <Card aria-label="Mål" size="small" title={open ? "Visa" : texts.hide} label={kind === "fel" ? texts.a : texts.b}>
          <Text>{texts.heading} Klart</Text>
          {count > 0 && "Inga"}
          Måltavla · {count}
          {texts.place("row")} {local({ sv: "Skriv", en: "Write" })}
        </Card>
      );
      toast("Registren är skapade", { title: done ? "Klart" : "Fel", kind: "toast" });`,
    );
    expect(hardCoded(planted)).toEqual(["Planted.tsx:2: Mål", "Planted.tsx:2: Visa", "Planted.tsx:3: Klart", "Planted.tsx:4: Inga", "Planted.tsx:9: Registren är skapade", "Planted.tsx:9: Klart", "Planted.tsx:9: Fel"]);
  });

  test("a text that nobody uses is found", () => {
    const [table] = viewTables(source("src/taskpane/reports/texts.ts", 'export const reportTexts = viewTexts({ build: "Bygg", gone: "Borta" }, { build: "Build", gone: "Gone" });'));
    const view = source("src/taskpane/reports/Reports.tsx", 'import { reportTexts } from "./texts.js"; const texts = useTexts(reportTexts); const { build } = texts;');
    const other = source("src/taskpane/Other.tsx", "const x = words.gone;");
    expect(table && unusedIn(table, [view, other])).toEqual(["reportTexts.gone"]);
  });
});

/** Texts that a user would see, written where they stand and neither in a table of texts nor beside their translation. */
function hardCoded(file: ts.SourceFile): string[] {
  const translated = new Set(localTexts(file).flatMap(({ sv, en }) => [...within(sv), ...within(en)]));
  const found = [...within(file)].flatMap((node) => {
    if (translated.has(node)) return [];
    if (ts.isJsxText(node)) return texts(node, node.text);
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if (!isText || ts.isImportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent)) return [];
    return isShown(node) || isSwedish(node.text) ? texts(node, node.text) : [];
  });
  return [...new Set(found)];
}

/** A Swedish text wherever it stands, perhaps on its way to the screen; not a word that only looks like one, such as the language "en". */
function isSwedish(text: string): boolean {
  return /\s|[åäö]/iu.test(text) && swedishIn(text) !== undefined;
}

function texts(node: ts.Node, text: string): string[] {
  const words = text.replace(brand, "").trim();
  return /\p{L}/u.test(words) ? [`${placeOf(node)}: ${words}`] : [];
}

/** What is drawn as it stands: a component's child or one of its texts, also as one of two choices. What is compared with or handed to a function is not. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node && shown.has(parent.name.getText());
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isShown(parent) : true;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isShown(parent);
  if (ts.isBinaryExpression(parent)) return parent.right === node && isLogical(parent) && isShown(parent);
  if (ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent) || ts.isParenthesizedExpression(parent)) return isShown(parent);
  return false;
}

function isLogical({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** Texts of a table that no view reads: as `texts.key`, taken apart, or as `texts[name]`, where the name stands somewhere. Only views that name the table are asked. */
function unusedIn({ name, file, keys }: ViewTable, among: readonly ts.SourceFile[]): string[] {
  const others = among.filter(({ fileName }) => fileName !== file.fileName);
  const readers = others.filter(({ text }) => new RegExp(`\\b${name}\\b`, "u").test(text));
  const byKey = readers.some(({ text }) => text.includes(`keyof typeof ${name}`) || /\btexts\[\w+\]/u.test(text));
  const isRead = (key: string) =>
    readers.some(({ text }) => new RegExp(`\\.${key}\\b|\\{[^{}=;]*\\b${key}\\b[^{}=;]*\\} = `, "u").test(text)) || (byKey && others.some(({ text }) => text.includes(`"${key}"`)));
  return keys.filter((key) => !isRead(key)).map((key) => (readers.length === 0 ? `${name}.${key}, read by none (${file.fileName})` : `${name}.${key}`));
}
