import { recogniseWith } from "../../intake/applyMapping.js";
import type { SheetGrid } from "../../intake/grid.js";
import type { Mapping } from "../../intake/mapping.js";
import { intakeFinding } from "../../intake/messages.js";
import { readProposals, type Intake, type IntakeOptions, type IntakeRow } from "../../intake/readProposals.js";
import type { Proposal } from "../../intake/recognise.js";
import { rowsOfUnits, unitsNamed, type NamedUnit } from "../../intake/unitsNamed.js";
import type { Finding } from "../../registers/finding.js";
import { readRegisters } from "../../registers/readRegisters.js";
import type { RegisterContents } from "../../registers/registers.js";
import type { Settings } from "../../registers/settings.js";
import { parsePeriod } from "../../registers/values/period.js";
import type { BroughtRow } from "../../updating/broughtRow.js";
import { registerTablesRequest } from "../checkWorkbook.js";
import type { WorkbookImage, WorkbookPort } from "../port.js";
import { period as periodAsked, unitCode } from "../reportChoice.js";
import { MEMORY_SHEET } from "../reportMemories.js";
import { goOn, type Work } from "../work.js";
import type { IntakeChoices, IntakeSource, PreviewTable } from "./intakePreview.js";
import { rememberedMapping } from "./rememberedMapping.js";
import { sheetsOfFile, sheetsOfWorkbook } from "./sourceSheets.js";
import { unitsKnown } from "./unitsKnown.js";

/** The registers as they stand. */
export interface Standing {
  readonly image: WorkbookImage;
  readonly contents: RegisterContents;
  readonly settings: Settings;
}

/** The sheets of a source, what they were taken for, and the typed rows that they give. */
export interface LookedAt {
  readonly standing: Standing;
  readonly mapping: Mapping;
  readonly sheets: readonly SheetGrid[];
  readonly proposals: readonly Proposal[];
  readonly intake: Intake;
  readonly options: IntakeOptions;
  /** Tables that needed no recognising: registers of another workbook. */
  readonly registerTables: readonly PreviewTable[];
  readonly brought: readonly BroughtRow[];
  /** Committees that the sheets name and that neither Enheter nor a table of the sheets has. */
  readonly unitsNamed: readonly NamedUnit[];
  /** Of sheets that could not be looked at, and of such registers. */
  readonly findings: readonly Finding[];
}

/** One request. */
export async function readStanding(port: WorkbookPort): Promise<Standing> {
  const image = await port.read({ ...registerTablesRequest(), sheets: [MEMORY_SHEET], valuesOnly: [MEMORY_SHEET], names: true });
  const { contents, settings } = readRegisters(image.tables, { sheets: image.sheets, tables: image.allTables });
  return { image, contents, settings };
}

/**
 * Reads the source and the registers; writes nothing. One request for the registers and one for what is remembered, and for the open workbook's own sheets what
 * WorkbookPort.readSheets costs.
 * @throws WorkbookError `file-refused`, `period-unreadable`, `unit-unknown`, or when the workbook cannot be read, or the work is stopped
 */
export async function lookAtSheets(port: WorkbookPort, source: IntakeSource, choices: IntakeChoices, work?: Work): Promise<LookedAt> {
  goOn(work, "reading");
  const picked = source.kind === "file" ? await sheetsOfFile(source.name, source.bytes) : undefined;
  const mapping = choices.mapping ?? (await rememberedMapping(port));
  const standing = await readStanding(port);
  const sheets = picked?.sheets ?? (await sheetsOfWorkbook(port, standing.image));
  goOn(work, "checking");
  const { proposals, options, unitsNamed } = recognised(sheets, standing, mapping, choices);
  const intake = readProposals(sheets, proposals, options);
  const file = source.kind === "file" ? source.name : "";
  const own = picked?.registers?.(new Set(choices.rowsLeftOut));
  const rows = [...unitsAdded(unitsNamed, choices), ...intake.rows];
  const brought = own?.brought ?? rows.map(({ register, values, sources, at }): BroughtRow => ({ register, values, sources, origin: { file, at } }));
  return { standing, mapping, sheets, proposals, intake, options, brought, unitsNamed, registerTables: own?.tables ?? [], findings: [...(own?.findings ?? []), ...sheets.flatMap(tooLarge)] };
}

/** Units that come in with the same sheets are known when the rest is read. */
function recognised(sheets: readonly SheetGrid[], { contents, settings }: Standing, mapping: Mapping, choices: IntakeChoices): Pick<LookedAt, "proposals" | "options" | "unitsNamed"> {
  const period = choices.period === undefined ? (parsePeriod(settings.period, settings) ?? undefined) : periodAsked(choices.period, settings);
  const known = optionsWith(unitsKnown(contents));
  const first = recogniseWith(sheets, known, mapping);
  const ofUnits = first.filter(({ family }) => family.primary === "enheter");
  const rows = ofUnits.length === 0 ? [] : readProposals(sheets, ofUnits, known).rows;
  const named = unitsNamed(sheets, unitsKnown(contents, rows));
  const coming = [...rows, ...unitsAdded(named, choices)];
  if (coming.length === 0) return { proposals: first, options: withUnit(known), unitsNamed: named };
  const options = optionsWith(unitsKnown(contents, coming));
  return { proposals: recogniseWith(sheets, options, mapping), options: withUnit(options), unitsNamed: named };

  function optionsWith(findUnit: IntakeOptions["findUnit"]): IntakeOptions {
    return { periods: settings, findUnit, contents, rowsLeftOut: new Set(choices.rowsLeftOut), ...(period === undefined ? {} : { period, year: period.year }) };
  }

  function withUnit(options: IntakeOptions): IntakeOptions {
    const typed = choices.unit ?? settings.enhet;
    const unit = options.findUnit(typed) ?? (choices.unit === undefined ? null : unitCode(typed, contents));
    return unit === null ? options : { ...options, unit };
  }
}

function unitsAdded(named: readonly NamedUnit[], { unitsAdded: added = [] }: IntakeChoices): readonly IntakeRow[] {
  return rowsOfUnits(named.filter(({ namn }) => added.includes(namn)));
}

function tooLarge({ name, cellsTooMany }: SheetGrid): readonly Finding[] {
  return cellsTooMany === undefined ? [] : [intakeFinding("inlasning.blad-for-stort", { cells: cellsTooMany }, "", { sheet: name, row: 0, column: 0 })];
}
