import { sheetGrids } from "../../src/files/sheetGrids.js";
import { readProposals } from "../../src/intake/readProposals.js";
import { recognise } from "../../src/intake/recognise.js";
import { createDirectory } from "../../src/registers/reading/directory.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { measured, type Figures } from "./measure.js";
import { kindsOfWorkbook, messyUnits, messyWorkbook } from "./messyWorkbooks.js";

const { directory } = createDirectory(messyUnits.map(({ kod, namn }, row) => ({ id: kod, names: [namn], row })));
export const findUnit = (text: string) => {
  const found = directory.find(text);
  return found === undefined || found === "shared" ? undefined : found.id;
};
const context = { periods: { rapportering: "tertial", delarTill: "augusti" }, findUnit } as const;
const COUNT = Number(process.env["INTAKE_WORKBOOKS"] ?? 70);
const FROM = Number(process.env["INTAKE_FROM"] ?? 0);

function takeIn(seed: number): Figures {
  const { name, workbook, truth } = messyWorkbook(seed);
  const sheets = sheetGrids(openXlsx(workbook.save()));
  const proposals = recognise(sheets, context);
  return measured(name, truth, proposals, readProposals(sheets, proposals, context));
}

describe("the sheets that people have", () => {
  it(`come in: of ${COUNT} made workbooks of ${kindsOfWorkbook} kinds almost all columns and cells, and no wrong read without a finding`, () => {
    const all = Array.from({ length: COUNT }, (_, seed) => takeIn(FROM + seed));
    const sum = (of: (figures: Figures) => number) => all.reduce((total, figures) => total + of(figures), 0);
    const columns = sum((figures) => figures.columnsRight) / sum((figures) => figures.columns);
    const cells = sum((figures) => figures.cellsRight) / sum((figures) => figures.cells);
    const silent = sum((figures) => figures.silent);
    const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
    console.info(`Inläsning av ${COUNT} arbetsböcker: ${percent(columns)} av ${sum((f) => f.columns)} kolumner rätt, ${percent(cells)} av ${sum((f) => f.cells)} celler rätt, ${silent} felläsningar utan anmärkning`);
    if (process.env["INTAKE_FAULTS"] !== undefined) console.info(all.flatMap(({ faults }) => faults).slice(0, 120).join("\n"));
    expect(all.flatMap(({ faults }) => faults.filter((fault) => fault.includes("SILENT")))).toEqual([]);
    expect(columns).toBeGreaterThanOrEqual(0.95);
    expect(cells).toBeGreaterThanOrEqual(0.99);
    expect(silent).toBe(0);
  });
});
