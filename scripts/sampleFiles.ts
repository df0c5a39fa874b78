import { createTemplate } from "../src/usecases/createTemplate.js";
import { newWorkbookFile } from "../src/cli/workbookFile.js";
import { registerSection } from "../src/registers/documentation.js";
import { areasOf, registerKeys } from "../src/registers/workAreas.js";
import { registers } from "../src/registers/registers.js";
import type { RegisterRows } from "../src/registers/template.js";
import { rulePage } from "../src/rules/documentation.js";
import { checkWorkbook } from "../src/usecases/checkWorkbook.js";
import { openXlsx } from "../src/xlsx/index.js";
import { ruleSources } from "./ruleSources.js";
import { dateTypedAsText } from "../test/fixtures/ale-beslut/aleBeslut.js";
import { aleFirstQuarterRows } from "../test/fixtures/ale-arenden/aleFirstQuarterRows.js";
import { aleInternkontrollRows } from "../test/fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { aleRows } from "../test/fixtures/ale/aleRows.js";
import { norrkopingRows } from "../test/fixtures/norrkoping/norrkopingRows.js";
import { ostersundMalRows } from "../test/fixtures/ostersund-mal/ostersundMalRows.js";
import { ostersundRows } from "../test/fixtures/ostersund/ostersundRows.js";
import { ovanakerRows } from "../test/fixtures/ovanaker/ovanakerRows.js";

/** Every file that is made from fixtures and definitions, by its path in the project. */
export async function sampleFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const examples = new Map<string, string>();
  const workbookWith = (rows: RegisterRows) => workbookOf(rows, examples);
  return new Map([
    ["samples/ale-maluppfoljning-t1-2019.xlsx", await workbookWith(aleRows)],
    ["samples/ale-ej-verkstallda-beslut-q1-2019.xlsx", asTyped(await workbookWith(aleFirstQuarterRows))],
    ["samples/ale-internkontroll-2019.xlsx", await workbookWith(aleInternkontrollRows)],
    ["samples/ostersund-uppdrag-t2-2021.xlsx", await workbookWith(ostersundRows)],
    ["samples/ostersund-trygghet-och-stod-2024.xlsx", await workbookWith(ostersundMalRows)],
    ["samples/ovanaker-kvalitetsbokslut-2017.xlsx", await workbookWith(ovanakerRows)],
    ["samples/norrkoping-verksamhetsplan-2016.xlsx", await workbookWith(norrkopingRows)],
    ["docs/registers.md", new TextEncoder().encode(registerPage())],
    // After the samples: what is found in them are its examples.
    ["docs/rules.md", new TextEncoder().encode(rulePage(examples, await ruleSources()))],
  ]);
}

/** A template with these rows; the first that each rule says of them is kept as its example. */
async function workbookOf(rows: RegisterRows, examples: Map<string, string>): Promise<Uint8Array> {
  const file = newWorkbookFile();
  await createTemplate(file.port, rows, areasOf(registerKeys.filter((key) => key in rows)));
  const { findings } = await checkWorkbook(file.port);
  for (const { ruleId, message } of findings) if (!examples.has(ruleId)) examples.set(ruleId, message.sv);
  return file.bytes();
}

/** A template writes every date as one; this one is printed with a full stop after it, and typed so. */
function asTyped(bytes: Uint8Array): Uint8Array {
  const workbook = openXlsx(bytes);
  const table = workbook.table(registers.handelser.table);
  const column = table?.columns.findIndex(({ name }) => name === registers.handelser.columns.datum.header) ?? -1;
  if (table === undefined || column < 0) throw new Error("the sample has no dates of events");
  table.sheet.setCell(table.range.row + 1 + dateTypedAsText.row, table.range.column + column, { value: dateTypedAsText.typed });
  return workbook.save();
}

function registerPage(): string {
  const sections = Object.values(registers).map(registerSection);
  return ["# Registren", "Den här sidan görs av registrens definitioner med `npm run samples`.", ...sections].join("\n\n") + "\n";
}
