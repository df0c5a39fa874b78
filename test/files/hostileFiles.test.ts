// Hostile files by the ways that files come in: picked for taking in, and returned by managers. Each is refused in words, or read for the cells it has; nothing is fetched, and the others are read.
import { openSheets } from "../../src/files/openSheets.js";
import { lookAtAnswers } from "../../src/usecases/round/collect.js";
import { previewIntake } from "../../src/usecases/takeIn/previewIntake.js";
import { inExcel, registersInExcel } from "../usecases/inExcel.js";
import { createXlsx } from "../../src/xlsx/index.js";
import { excelDialectParts, zipParts } from "../xlsx/excelDialect.js";

jest.setTimeout(60_000);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const withPart = (name: string, content: string | Uint8Array): Uint8Array => zipParts({ ...excelDialectParts(), [name]: content });
const sheet = (rows: string, before = "") => withPart("xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData></worksheet>`);
const rels = (...relations: string[]) => `<Relationships xmlns="${RELATIONS}">${relations.join("")}</Relationships>`;
const part = (name: string) => String(excelDialectParts()[name]);

const hostile: readonly (readonly [string, "refused" | "sheets", () => Uint8Array])[] = [
  ["an entity that is a file of the machine", "refused", () => withPart("xl/sharedStrings.xml", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst xmlns="${MAIN}"><si><t>&x;</t></si></sst>`)],
  ["a document type fetched from elsewhere", "refused", () => withPart("xl/styles.xml", `<!DOCTYPE a SYSTEM "http://exempel.se/a.dtd"><styleSheet xmlns="${MAIN}"/>`)],
  ["entities that multiply a billion times", "refused", () => withPart("xl/sharedStrings.xml", `<!DOCTYPE l [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("")}]><sst xmlns="${MAIN}"><si><t>&l9;</t></si></sst>`)],
  ["a part that grows a thousand times", "refused", () => withPart("xl/media/bild.bin", new Uint8Array(30_000_000))],
  ["a million references to one text", "refused", () => sheet(Array.from({ length: 1_000 }, (_, row) => `<row r="${row + 1}">${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`).join(""))],
  ["a path out of the file", "refused", () => zipParts({ ...excelDialectParts(), "xl/../../../utanför.xml": "<a/>" })],
  ["a sheet that is another machine's", "refused", () => withPart("xl/_rels/workbook.xml.rels", part("xl/_rels/workbook.xml.rels").replace(/Target="worksheets\/sheet1\.xml"/u, 'Target="http://exempel.se/sheet1.xml" TargetMode="External"'))],
  ["a sheet that is the workbook itself", "refused", () => withPart("xl/_rels/workbook.xml.rels", part("xl/_rels/workbook.xml.rels").replace("worksheets/sheet1.xml", "workbook.xml"))],
  ["a sheet whose table is the sheet", "refused", () => withPart("xl/worksheets/_rels/sheet1.xml.rels", rels(...["rId1", "rId2", "rId3"].map((id) => `<Relationship Id="${id}" Type="${OFFICE}/table" Target="sheet1.xml"/>`)))],
  ["a sheet that says it is as large as can be", "sheets", () => sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<dimension ref="A1:XFD1048576"/>')],
  ["a sheet with its last cell filled", "sheets", () => sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
  ["columns said to be formatted to the edge", "sheets", () => sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<cols><col min="1" max="16384" width="9"/></cols>')],
];

test.each(hostile)("%s: %s", async (_what, expected, make) => {
  const bytes = make();
  const opened = openSheets("svar.xlsx", bytes);
  expect(opened.kind).toBe(expected);
  if (opened.kind === "sheets") expect(opened.grids.reduce((cells, grid) => cells + grid.cells.length * (grid.cells[0]?.length ?? 0), 0)).toBeLessThan(10_000);
  const { port } = inExcel(createXlsx());
  const looking = previewIntake(port, { kind: "file", name: "svar.xlsx", bytes }, {}, 43_605);
  if (expected === "refused") await expect(looking).rejects.toMatchObject({ name: "WorkbookError" });
  else await looking.catch((error: unknown) => expect(error).toMatchObject({ name: "WorkbookError" }));
});

test("among returned files they are told of, one by one, and the others are looked at", async () => {
  const { port } = await registersInExcel({ enheter: [{ kod: "KS", namn: "Kommunstyrelsen", typ: "Styrelse", overordnad: null, alias: null, ordning: 1 }], utfall: [], uppfoljning: [] });
  const sources = hostile.map(([what, , make], index) => ({ kind: "file", name: `${index} ${what}.xlsx`, read: () => Promise.resolve(make()) }) as const);
  const preview = await lookAtAnswers(port, sources, { today: 43_605, period: "T1 2019" }, {});
  const told = JSON.stringify(preview);
  expect(hostile.filter(([what]) => !told.includes(what)).map(([what]) => what)).toEqual([]);
  expect(new Set(preview.lines.map(({ kind }) => kind))).toEqual(new Set(["unreadable", "notOurs"]));
});
