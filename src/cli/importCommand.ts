import { basename, resolve } from "node:path";
import { columnNames, withHeader } from "../intake/columnNames.js";
import { mappingText, MappingError, readMappingText } from "../intake/mappingFile.js";
import type { Mapping } from "../intake/mapping.js";
import { targetNamed } from "../intake/targets.js";
import type { IntakeChoices, IntakePreview, IntakeSource, TakenIn } from "../usecases/takeIn/intakePreview.js";
import { previewIntake } from "../usecases/takeIn/previewIntake.js";
import { takeIn } from "../usecases/takeIn/takeIn.js";
import type { Command } from "./arguments.js";
import { printIntake } from "./importPrinted.js";
import { intakeToJson } from "./importJson.js";
import type { Terminal } from "./terminal.js";
import { FileError, newWorkbookFile, openWorkbookFile, readBytes, writeWhole } from "./workbookFile.js";

type ImportCommand = Extract<Command, { name: "import" }>;

/**
 * Takes in the sheets of a file to the registers of another, of a new one, or of its own. Exit code 1 when something could not be read, or no row could be
 * taken in: the latter writes no workbook.
 */
export async function importSheets(command: ImportCommand, terminal: Terminal): Promise<number> {
  terminal.progress?.("Läser bladen …");
  const choices = await choicesOf(command);
  const source = await sourceOf(command);
  const file = command.into === undefined ? newWorkbookFile() : await openWorkbookFile(command.into);
  const preview = await previewIntake(file.port, source, choices, terminal.today);
  const { added, changed, unchanged } = preview.plan;
  const hasRows = added.length + changed.length + unchanged.length > 0;
  let taken: TakenIn | undefined;
  if (hasRows) {
    terminal.progress?.("Skriver i registren …");
    taken = await takeIn(file.port, source, { ...choices, seen: preview.fingerprint }, terminal.today);
    terminal.progress?.("Sparar …");
    await file.saveAs(command.out);
  }
  if (command.saveMapping !== undefined && preview.tables.length > 0) await writeWhole(command.saveMapping, Buffer.from(mappingText(mappingSeen(preview))));
  terminal.progress?.("");
  if (command.json) terminal.out(JSON.stringify(intakeToJson(preview, taken, file)));
  else printIntake(preview, taken, command, terminal);
  return hasRows && !preview.findings.some(({ severity }) => severity !== "upplysning") ? 0 : 1;
}

async function choicesOf({ mapping, period, unit }: ImportCommand): Promise<IntakeChoices> {
  return { ...(mapping === undefined ? {} : { mapping: await mappingIn(mapping) }), ...(period === undefined ? {} : { period }), ...(unit === undefined ? {} : { unit }) };
}

async function mappingIn(path: string): Promise<Mapping> {
  const bytes = await readBytes(path);
  try {
    return readMappingText(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof MappingError) throw new FileError(`${basename(path)}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Of the workbook that the registers are in, its own sheets. */
async function sourceOf({ source, into }: ImportCommand): Promise<IntakeSource> {
  if (into !== undefined && resolve(into) === resolve(source)) return { kind: "workbook" };
  return { kind: "file", name: basename(source), bytes: await readBytes(source) };
}

/** What was recognised, as a file to change and to pass to --mapping the next time; what it does not name goes where it is recognised. */
function mappingSeen({ tables, mapping }: IntakePreview): Mapping {
  const seen = tables.map(({ sheet, register, columns, isLeftOut }): Mapping["tables"][number] => {
    const names = columnNames(columns.map(({ header }) => header));
    const targets = columns.flatMap(({ target }, index) => {
      const [name, named] = [names[index], target === null ? undefined : targetNamed(target)];
      return name === undefined || named === undefined ? [] : [[name, { register: named.register, key: named.key }] as const];
    });
    const said = mapping.tables.find((other) => other.sheet === sheet && other.headers.join("\n") === withHeader(names).join("\n"));
    return { headers: withHeader(names), sheet, register, ...said, columns: { ...Object.fromEntries(targets), ...said?.columns }, ...(isLeftOut ? { isLeftOut } : {}) };
  });
  const isSeen = (said: Mapping["tables"][number]) => seen.some(({ sheet, headers }) => sheet === said.sheet && headers.join("\n") === said.headers.join("\n"));
  return { ...mapping, tables: [...seen, ...mapping.tables.filter((said) => !isSeen(said))] };
}
