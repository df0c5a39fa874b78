import type { Finding } from "../../src/registers/finding.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleAfter, put, told } from "../messy/findingsOf.js";
import { inExcel } from "../usecases/inExcel.js";

/** Writes every proposed fix in the file, as Excel takes what is written: an apostrophe marks text. */
function mend(workbook: Workbook, findings: readonly Finding[]): void {
  for (const { at, value, numberFormat } of findings.flatMap(({ fix }) => fix?.cells ?? [])) {
    const sheet = workbook.sheet(at.sheet);
    if (sheet === undefined) throw new Error(`no sheet ${at.sheet}`);
    sheet.setCell(at.row, at.column, { value: typeof value === "string" ? value.replace(/^'/u, "") : value });
    if (numberFormat !== undefined) sheet.applyFormat({ row: at.row, column: at.column, rows: 1, columns: 1 }, { numberFormat });
  }
}

test("the fixes of a file, written with the file model, leave what Ale's own file has to say", async () => {
  const own = told((await checkWorkbook((await aleAfter(() => undefined)).port)).findings);
  const { workbook, port, excel } = await aleAfter((faulty) => {
    put(faulty, "Installningar", 0, "Värde", "Ale kommun");
    put(faulty, "Matt", 0, "Målvärde", "5,5 %");
    put(faulty, "Matt", 0, "Gräns delvis", 90);
    put(faulty, "Matt", 1, "Riktning", "minska");
    put(faulty, "Utfall", 1, "Utfall", "5,5");
    put(faulty, "Utfall", 2, "Utfall", "14,8 procent");
    put(faulty, "Utfall", 2, "Enhet", "Omsorgs- och arbetsmarknadsnämnden");
  });
  const { findings } = await checkWorkbook(port);
  expect(told(findings).filter((finding) => !own.includes(finding)).length).toBeGreaterThanOrEqual(6);
  mend(workbook, findings);
  const after = await checkWorkbook(inExcel(openXlsx(excel.save())).port);
  expect(told(after.findings)).toEqual(own);
});
