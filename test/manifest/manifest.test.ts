import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestProblems, type ManifestFacts } from "../../scripts/manifestChecks.js";
import { schemaProblems } from "../../scripts/manifestSchema.js";
import { projectFacts } from "../../scripts/siteFacts.js";

const root = join(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const facts = projectFacts(root);

test("the manifest is true to the package, the code and the site", () => {
  expect(manifestProblems(manifest, facts)).toEqual([]);
});

/** One fault for each kind of check: what is changed in the manifest or in what it is held against, and what is said of it. */
const faults: readonly (readonly [fault: string, change: (text: string) => string, facts: Partial<ManifestFacts>, told: RegExp])[] = [
  ["an older version", (text) => text, { version: "9.9.9" }, /Version is .* write 9\.9\.9\.0/],
  ["an id that is no GUID", (text) => text.replace(/<Id>[^<]*/, "<Id>maltavla"), {}, /not a GUID/],
  ["another default language", (text) => text.replace("<DefaultLocale>sv-SE", "<DefaultLocale>en-US"), {}, /not sv-SE/],
  ["a requirement set that the code has outgrown", (text) => text, { requirementSets: { ExcelApi: "1.14", SharedRuntime: "1.1" } }, /ExcelApi: the manifest asks for 1\.13, the code needs 1\.14/],
  ["a requirement set that the code does not ask for", (text) => text, { requirementSets: { ExcelApi: "1.13" } }, /SharedRuntime: the manifest asks for 1\.1, the code needs none/],
  ["more rights than needed", (text) => text.replace("ReadWriteDocument", "ReadWriteMailbox"), {}, /Permissions is ReadWriteMailbox/],
  ["another host", (text) => text.replace('Host Name="Workbook"', 'Host Name="Document"'), {}, /not Workbook/],
  ["a resource that is not there", (text) => text.replace('resid="Check.Tip"', 'resid="Chek.Tip"'), {}, /Chek\.Tip is named but does not exist/],
  ["a resource that nobody names", (text) => text.replace('resid="Check.Tip"', 'resid="Open.Tip"'), {}, /Check\.Tip is not named/],
  ["a resource twice", (text) => text.replace('bt:String id="Check.Tip"', 'bt:String id="Open.Tip"'), {}, /Open\.Tip stands twice/],
  ["a control id twice", (text) => text.replace('id="Maltavla.Guide"', 'id="Maltavla.Check"'), {}, /Maltavla\.Check stands twice/],
  ["a resource id too long", (text) => text.replaceAll("Check.Tip", `Check.${"x".repeat(30)}`), {}, /longer than 32/],
  ["a text too long", (text) => text.replace('DefaultValue="Kontrollera"', `DefaultValue="${"Kontroll".repeat(20)}"`), {}, /longer than 125/],
  ["a text without English", (text) => text.replace(/<bt:Override Locale="en-US" Value="Check"\/>/, ""), {}, /No English text \(en-US\) for: Kontrollera/],
  ["a button that does nothing", (text) => text.replace("<FunctionName>check<", "<FunctionName>chek<"), {}, /chek is named but nothing answers/],
  ["a command without a button", (text) => text, { commands: [...facts.commands, "lastPeriod"] }, /lastPeriod has no button/],
  ["a label of three words", (text) => text.replace('DefaultValue="Öppna Måltavla"', 'DefaultValue="Öppna Måltavla nu"'), {}, /more than two words/],
  ["a button without a supertip", (text) => text.replace(/<Supertip>[\s\S]*?<\/Supertip>/, ""), {}, /has no Supertip/],
  ["commands on a page of their own", (text) => text.replace('FunctionFile resid="Taskpane.Url"', 'FunctionFile resid="Support.Url"'), {}, /must name one page/],
  ["a runtime that ends with each command", (text) => text.replace('lifetime="long"', 'lifetime="short"'), {}, /must name one page/],
  ["an address elsewhere", (text) => text.replace("https://localhost:3000/support.html", "https://contoso.com/support.html"), {}, /contoso\.com\/support\.html is not at/],
  ["a page that is not made", (text) => text.replaceAll("/taskpane.html", "/pane.html"), {}, /pane\.html is not made/],
  ["an icon of another size", (text) => text.replace("assets/check-16.png", "assets/check-32.png"), {}, /check-32\.png should be a PNG of 16 × 16/],
  ["an icon size left out", (text) => text.replace('<bt:Image size="80" resid="Check.80"/>', ""), {}, /lacks one of the sizes/],
];

test.each(faults)("%s is found", (_fault, change, changedFacts, told) => {
  const changed = change(manifest);
  // A fault that was not planted would prove nothing.
  if (Object.keys(changedFacts).length === 0) expect(changed).not.toBe(manifest);
  expect(manifestProblems(changed, { ...facts, ...changedFacts }).filter((problem) => told.test(problem))).not.toEqual([]);
});

test.each([16, 32, 64, 80, 128])("the add-in's own icon is drawn at %d pixels", (size) => {
  expect(facts.imageSize(`assets/icon-${size}.png`)).toEqual([size, size]);
});

const schemas = join(root, "../shared/manifest-xsd");
// Microsoft's schemas are not ours to carry; where they are, they are asked.
(existsSync(schemas) ? describe : describe.skip)("by Microsoft's schemas", () => {
  test("it is valid", async () => {
    expect(await schemaProblems(manifest, schemas)).toEqual([]);
  });

  test("elements in another order are found, at their own line", async () => {
    const id = /\s*<Id>[^<]*<\/Id>/.exec(manifest)?.[0] ?? "";
    const problems = await schemaProblems(manifest.replace(id, "").replace("</Permissions>", `</Permissions>${id}`), schemas);
    expect(problems[0]).toMatch(/^line \d+: .*Version/);
  });
});
