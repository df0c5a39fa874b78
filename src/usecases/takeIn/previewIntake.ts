import { intakeFinding } from "../../intake/messages.js";
import type { Finding } from "../../registers/finding.js";
import { registers, type RegisterKey } from "../../registers/registers.js";
import { areasOf, registerKeys, registersOfAreas } from "../../registers/workAreas.js";
import { fingerprint } from "../../round/markText.js";
import type { UpdatePlan } from "../../updating/updatePlan.js";
import type { WorkbookImage, WorkbookPort } from "../port.js";
import { sheetNamed } from "../reportSheets.js";
import { tablesOfOthers } from "../tablesOfOthers.js";
import { sheetNamesOf, unfinishedIn } from "../templateStanding.js";
import { registersWrittenTo } from "../updating/writeUpdate.js";
import type { Work } from "../work.js";
import type { IntakeChoices, IntakePreview, IntakeSource } from "./intakePreview.js";
import { lookAtSheets, type LookedAt } from "./lookAtSheets.js";
import { planIntake } from "./planIntake.js";
import { previewTables } from "./previewTables.js";

/**
 * What taking in the sheets of a source comes to: every table, cell and finding, and what becomes of the registers. Writes nothing. Two requests for a file, five or more
 * for the workbook's own sheets (see `lookAtSheets`).
 * @throws WorkbookError `file-refused`, `period-unreadable`, `unit-unknown`, or when the workbook cannot be read, or the work is stopped
 */
export async function previewIntake(port: WorkbookPort, source: IntakeSource, choices: IntakeChoices, _today: number, work?: Work): Promise<IntakePreview> {
  const looked = await lookAtSheets(port, source, choices, work);
  return previewOf(looked, source);
}

/** The preview of what has been looked at. */
export function previewOf(looked: LookedAt, source: IntakeSource): IntakePreview {
  const { standing, brought, mapping, sheets, proposals } = looked;
  const plan = planIntake(standing, brought);
  const registersToMake = missingRegisters(standing.image, plan);
  const withTable = new Set(proposals.map(({ sheet }) => sheet));
  return {
    file: source.kind === "file" ? source.name : "",
    tables: [...looked.registerTables, ...previewTables(looked)],
    otherSheets: sheets.filter(({ name, cells, cellsTooMany }) => !withTable.has(name) && (cells.length > 0 || cellsTooMany !== undefined)).map(({ name }) => name),
    unitsNamed: looked.unitsNamed, registersToMake, plan,
    findings: [...tablesInTheWay(standing.image, plan), ...sheetsWithOtherNames(standing.image, registersToMake), ...looked.findings, ...looked.intake.findings, ...plan.findings],
    mapping,
    fingerprint: fingerprint(JSON.stringify([registersToMake, plan.added, plan.changed])),
  };
}

/** Tables of somebody's own that are called as registers that the plan needs: nothing can be taken in before they have other names. */
function tablesInTheWay(image: WorkbookImage, plan: UpdatePlan): readonly Finding[] {
  return tablesOfOthers(image, registersWrittenTo(plan)).map(({ name, sheet }) => intakeFinding("inlasning.tabellnamn-upptaget", { table: name, sheet }, name, { sheet, row: 0, column: 0 }));
}

/** Sheets of somebody's own that are called as registers that are made: the registers come on sheets with other names. */
function sheetsWithOtherNames(image: WorkbookImage, registersToMake: readonly RegisterKey[]): readonly Finding[] {
  const unfinished = unfinishedIn(image);
  return registersToMake.flatMap((key) => {
    const sheet = sheetNamed(image, registers[key].sheet);
    if (sheet === undefined || unfinished.includes(sheet.name)) return [];
    const about = { sheet: sheet.name, register: sheetNamesOf(image, unfinished).get(registers[key].sheet) ?? registers[key].sheet };
    return [intakeFinding("inlasning.annat-bladnamn", about, registers[key].table, { sheet: sheet.name, row: 0, column: 0 })];
  });
}

/** The registers that have to be made before the plan can be written. A workbook without any gets those that belong to the same work. */
function missingRegisters(image: WorkbookImage, plan: UpdatePlan): readonly RegisterKey[] {
  const written = registersWrittenTo(plan);
  if (written.length === 0) return [];
  const hasRegister = (key: RegisterKey) => image.allTables.some(({ name }) => name.toLowerCase() === registers[key].table.toLowerCase());
  const wanted = new Set([...written, ...registersOfAreas(registerKeys.some(hasRegister) ? [] : areasOf(written))]);
  return registerKeys.filter((key) => wanted.has(key) && !hasRegister(key));
}
