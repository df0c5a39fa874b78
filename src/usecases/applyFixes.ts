import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import type { Register } from "../registers/register.js";
import { registers } from "../registers/registers.js";
import { checkWorkbook } from "./checkWorkbook.js";
import { refuseProtected } from "./protectedSheets.js";
import type { CellChange, ExpectedCell, WorkbookImage, WorkbookPort } from "./port.js";
import { rowAsRead } from "./rowAsRead.js";
import { WorkbookError } from "./workbookError.js";

/**
 * Does what findings propose, all in one step. Three requests: one that checks the workbook again, one that sees whether the rows still say what the check read, one that writes (and
 * a fourth only where Excel gave a cell back different). Nothing is written unless every finding is still there, word for word and with the same fix. Where two of them want different things of one cell, the first
 * has its way and the other is there to be told of again.
 * @param today Serial number, as the check that found them was given it.
 * @throws WorkbookError `finding-changed`, `workbook-changed`, `sheet-protected`
 */
export async function applyFixes(port: WorkbookPort, findings: readonly Finding[], today: number): Promise<void> {
  const { findings: standing, image } = await checkWorkbook(port, today);
  const known = new Set(standing.map(asSeen));
  if (findings.some((finding) => finding.fix === undefined || !known.has(asSeen(finding)))) {
    throw changed(findings.length);
  }
  const changes = changesOf(findings);
  refuseProtected(image, changes.map(({ at }) => at.sheet));
  await port.writeCells(changes, rowsOf(findings, image));
}

/** The rows that the fixes are in, as the check read them. */
function rowsOf(findings: readonly Finding[], image: WorkbookImage): readonly ExpectedCell[] {
  const rows = new Map<string, readonly ExpectedCell[]>();
  for (const finding of findings) {
    const definition = registerOf(finding);
    for (const { at } of finding.fix?.cells ?? []) {
      if (definition !== undefined) rows.set(JSON.stringify([at.sheet, at.row]), rowAsRead(definition, image, at));
    }
  }
  return [...rows.values()].flat();
}

function registerOf({ register }: Finding): Register | undefined {
  return Object.values(registers).find(({ table }) => table === register);
}

/** What a person saw when they chose to have it mended: the text tells what stood in the cell. */
function asSeen({ ruleId, at, message, fix }: Finding): string {
  return JSON.stringify([ruleId, at, message.sv, fix]);
}

/**
 * What a fix would write: the formula in a cell that Excel is to calculate, and in every other a value: a text that begins with = is what somebody typed, and
 * must not become a formula.
 */
function changesOfFix(finding: Finding): CellChange[] {
  const { column, fix } = finding;
  const isFormula = Object.values(registerOf(finding)?.columns ?? {}).some(({ kind, header }) => kind === "calculated" && header === column);
  return (fix?.cells ?? []).map((cell) => ({ ...cell, isFormula }));
}

/** The cells of all fixes, each fix whole or not at all: half of one would leave a row that means something else. */
export function changesOf(findings: readonly Finding[]): CellChange[] {
  const wanted = new Map<string, CellChange>();
  for (const cells of findings.map(changesOfFix)) {
    const isFree = cells.every((cell) => {
      const before = wanted.get(place(cell.at));
      return before === undefined || JSON.stringify(before) === JSON.stringify(cell);
    });
    if (isFree) {
      for (const cell of cells) wanted.set(place(cell.at), cell);
    }
  }
  return [...wanted.values()];
}

function place({ sheet, row, column }: CellAddress): string {
  return JSON.stringify([sheet, row, column]);
}

function changed(count: number): WorkbookError {
  return new WorkbookError(
    "finding-changed",
    count === 1
      ? {
          sv: "Cellen har ändrats sedan kontrollen. Inget har skrivits. Kontrollera igen.",
          en: "The cell has been changed since the check. Nothing has been written. Check again.",
        }
      : {
          sv: "Några av cellerna har ändrats sedan kontrollen. Inget har skrivits. Kontrollera igen.",
          en: "Some of the cells have been changed since the check. Nothing has been written. Check again.",
        },
  );
}
