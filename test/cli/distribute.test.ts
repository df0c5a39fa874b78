import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { readRowMark } from "../../src/round/markText.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { openWorkbookFile } from "../../src/cli/workbookFile.js";
import { maltavla } from "./maltavla.js";

const SAMPLE = "samples/ostersund-uppdrag-t2-2021.xlsx";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "maltavla-ut-"));
});
afterEach(() => rm(folder, { recursive: true }));

const marksIn = (bytes: Uint8Array) => openXlsx(bytes).sheets.flatMap((sheet) => [...sheet.cells()].flatMap(({ content }) => (typeof content.value === "string" ? (readRowMark(content.value) ?? []) : [])));

test("each unit gets a file, in a folder that is made; the workbook is left as it is", async () => {
  const before = await readFile(SAMPLE);
  const to = join(folder, "ut", "T3");
  const { code, out, error } = await maltavla("distribute", SAMPLE, "--period", "T3 2021", "--out-dir", to);
  expect([code, error]).toEqual([0, []]);
  expect((await readdir(to)).map((name) => name.normalize("NFC")).sort()).toEqual([
    "T3 2021 GÖN Gemensam överförmyndarnämnd.xlsx", "T3 2021 SAN Social- och arbetsmarknadsnämnden.xlsx", "T3 2021 VON Vård- och omsorgsnämnden.xlsx",
  ]);
  expect(out).toContain("SAN    14 celler kvar att fylla i");
  expect(out).toContain("3 filer för T3 2021.");
  expect((await readFile(SAMPLE)).equals(before)).toBe(true);
});

test("a file that may be filled in is never written over, and then no file is written", async () => {
  const there = join(folder, "T3 2021 SAN Social- och arbetsmarknadsnämnden.xlsx");
  await writeFile(there, "svar");
  const { code, error } = await maltavla("distribute", SAMPLE, "--period", "T3 2021", "--out-dir", folder);
  expect(code).toBe(2);
  expect(error).toEqual([expect.stringMatching(/finns redan i .* Inget har skrivits\./u)]);
  expect(await readdir(folder)).toHaveLength(1);
  expect(await readFile(there, "utf8")).toBe("svar");
});

test("with --out the workbook gets an id, which its forms carry; without, they carry none", async () => {
  const out = join(folder, "register.xlsx");
  expect((await maltavla("distribute", SAMPLE, "--unit", "SAN, gemensam överförmyndarnämnd", "--out-dir", join(folder, "med"), "--out", out)).code).toBe(0);
  const { settings } = await checkWorkbook((await openWorkbookFile(out)).port);
  expect(settings.arbetsboksId).toMatch(/^[0-9a-f-]{36}$/u);
  const files = await readdir(join(folder, "med"));
  expect(files).toHaveLength(2);
  for (const name of files) {
    const marks = marksIn(await readFile(join(folder, "med", name)));
    expect(new Set(marks.map(({ workbook }) => workbook))).toEqual(new Set([settings.arbetsboksId]));
  }
  expect((await maltavla("distribute", SAMPLE, "--unit", "SAN", "--out-dir", join(folder, "utan"))).code).toBe(0);
  const [file = ""] = await readdir(join(folder, "utan"));
  expect(new Set(marksIn(await readFile(join(folder, "utan", file))).map(({ workbook, unit, period }) => `${workbook}|${unit}|${period}`))).toEqual(new Set(["|SAN|T2 2021"]));
});

test("--json says what each unit is asked and where its file is; what nobody owns is told", async () => {
  const { code, out } = await maltavla("distribute", "samples/ostersund-trygghet-och-stod-2024.xlsx", "--out-dir", folder, "--json");
  expect(code).toBe(0);
  const told = JSON.parse(out) as { readonly units: readonly unknown[]; readonly files: readonly { readonly path: string }[]; readonly ownerless: readonly string[] };
  expect(told).toMatchObject({ period: "2024", units: expect.arrayContaining([expect.objectContaining({ unit: "SAN", assignments: 5, asked: 10, answered: 0 })]) });
  expect(told.ownerless).toHaveLength(3);
  for (const { path } of told.files) expect(marksIn(await readFile(path)).length).toBeGreaterThan(0);
});

test.each([
  [["distribute"], /^Skriv filen med registren/u],
  [["distribute", SAMPLE], /--out-dir/u],
  [["distribute", SAMPLE, "--out-dir", ".", "--unit", "XYZ"], /XYZ finns inte i registret Enheter/u],
  [["distribute", SAMPLE, "--out-dir", ".", "--period", "våren"], /^Perioden våren går inte att tolka/u],
])("%p is refused in one line, and nothing is written", async (args, text) => {
  const { code, error } = await maltavla(...args);
  expect([code, error]).toEqual([2, [expect.stringMatching(text)]]);
});

test("--deadline stands in the files, and with --out in Klarmarkering; what is no day, or has been, is refused", async () => {
  const out = join(folder, "register.xlsx");
  const { code } = await maltavla("distribute", SAMPLE, "--period", "T3 2021", "--deadline", "2031-01-14", "--out-dir", join(folder, "med"), "--out", out);
  expect(code).toBe(0);
  const { contents } = await checkWorkbook((await openWorkbookFile(out)).port);
  expect(contents.klarmarkering?.rows.filter(({ values }) => values.senast === 47_862).map(({ values }) => values.enhet)).toEqual(["VON", "SAN", "GÖN"]);
  expect((await maltavla("distribute", SAMPLE, "--deadline", "2031-01-14", "--out-dir", join(folder, "utan"))).out).toContain("Med --out skrivs den också in i Klarmarkering");
  for (const [day, said] of [["nyår", /inget datum/u], ["2001-01-14", /har redan varit/u]] as const) {
    const refused = await maltavla("distribute", SAMPLE, "--deadline", day, "--out-dir", join(folder, "nej"));
    expect([refused.code, refused.error.join(" ")]).toEqual([2, expect.stringMatching(said)]);
  }
});
