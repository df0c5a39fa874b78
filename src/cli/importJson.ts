import { addressText } from "../registers/address.js";
import { registers } from "../registers/registers.js";
import type { Origin } from "../updating/broughtRow.js";
import type { IntakePreview, TakenIn } from "../usecases/takeIn/intakePreview.js";
import { findingToJson, hostToJson } from "./printing.js";
import type { OpenedFile } from "./workbookFile.js";

/** What `import --json` prints: every table with where its columns went and why, what became of the registers, and every finding with its cell in the source. */
export function intakeToJson({ file, tables, otherSheets, plan, findings }: IntakePreview, taken: TakenIn | undefined, opened: OpenedFile) {
  return {
    file,
    tables: tables.map(({ id, sheet, isHidden, register, registers: brings, confidence, isLeftOut, period, unit, rowCount, columns }) => ({
      id, sheet, isHidden, register: registers[register].table, registers: brings.map((key) => registers[key].table), confidence, isLeftOut, period, unit, rows: rowCount,
      columns: columns.map(({ header, at, target, period: of, confidence: sure, reason }) => ({ header, address: addressText(at), target, period: of, confidence: sure, reason: reason.sv })),
    })),
    sheetsWithoutTables: otherSheets,
    plan: {
      added: plan.added.map(({ row, key }) => ({ register: registers[row.register].table, key, source: sourceText(row.origin) })),
      changed: plan.changed.map(({ register, header, key, at, standing, brought, origin }) => ({
        register: registers[register].table, key, column: header, address: addressText(at), standing, brought, source: sourceText(origin),
      })),
      unchanged: plan.unchanged.map(({ register, key }) => ({ register: registers[register].table, key })),
      missing: plan.missing.map(({ register, key, at }) => ({ register: registers[register].table, key, address: addressText(at) })),
    },
    findings: findings.map(findingToJson),
    taken: taken === undefined ? null : { added: taken.added, changed: taken.changed, registersMade: taken.registersMade.map((key) => registers[key].table) },
    host: hostToJson(opened),
  };
}

function sourceText({ at }: Origin): string {
  return addressText(at);
}
