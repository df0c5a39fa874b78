import type { Finding } from "../registers/finding.js";
import { registers } from "../registers/registers.js";
import { cellsOfRow } from "../registers/writing/cellsOfRow.js";
import { checkWorkbook, type CheckedWorkbook } from "./checkWorkbook.js";
import type { WorkbookPort } from "./port.js";
import { WorkbookError } from "./workbookError.js";

const { table } = registers.godtaganden;

/**
 * Adds a finding to Godtaganden with the reason, so that later checks tell of it as accepted. Three requests: one that checks the workbook again, one that looks at
 * the register as it is then, one that writes.
 * @param today Serial number, written as the day of the acceptance; the check is given it too.
 * @throws WorkbookError `reason-missing`, `finding-not-acceptable`, `finding-changed`, `register-missing`, or what WorkbookPort.appendRows throws
 */
export async function acceptFinding(port: WorkbookPort, finding: Finding, reason: string, today: number): Promise<void> {
  const skal = reason.trim();
  if (skal === "") {
    throw new WorkbookError("reason-missing", {
      sv: "Ett godtagande behöver ett skäl. Inget har skrivits. Skriv varför anmärkningen är i sin ordning.",
      en: "An acceptance needs a reason. Nothing has been written. Write why the finding is as it should be.",
    });
  }
  const { subject } = finding;
  if (subject === undefined) {
    throw new WorkbookError("finding-not-acceptable", {
      sv: "Anmärkningen gäller ingen rad som går att peka ut, så den kan inte godtas. Inget har skrivits. Rätta den i stället.",
      en: "The finding is about no row that can be pointed out, so it cannot be accepted. Nothing has been written. Correct it instead.",
    });
  }
  const checked = await checkWorkbook(port, today);
  if (!checked.findings.some((standing) => isSame(standing, finding))) {
    throw changed();
  }
  const row = { regel: finding.ruleId, avser: subject.key, varde: subject.value === "" ? null : subject.value, skal, datum: today };
  const headers = headersOf(checked);
  await port.appendRows([{ table, headers, rows: [cellsOfRow(registers.godtaganden, row, headers)] }]);
}

/**
 * Takes an acceptance back: its row leaves Godtaganden, and the finding is open again. Three requests, as for accepting.
 * @throws WorkbookError `finding-changed`, or what WorkbookPort.removeRow throws
 */
export async function takeBack(port: WorkbookPort, finding: Finding, today: number): Promise<void> {
  const { accepted, image } = await checkWorkbook(port, today);
  const acceptance = accepted.find((each) => isSame(each.finding, finding));
  const standing = image.tables.get(table);
  const index = acceptance === undefined || standing === undefined ? -1 : acceptance.row - standing.top - 1;
  const values = standing?.values[index];
  if (values === undefined) {
    throw changed();
  }
  await port.removeRow(table, index, values);
}

/** The same rule about the same row and value: what Godtaganden knows a finding by. Where the row stands does not matter. */
function isSame(one: Finding, other: Finding): boolean {
  return one.ruleId === other.ruleId && one.register === other.register && JSON.stringify(one.subject) === JSON.stringify(other.subject);
}

/** @throws WorkbookError `register-missing` when there is nowhere to write: no table, or one without the columns that say what is accepted and why. */
function headersOf({ image, contents }: CheckedWorkbook): readonly string[] {
  const headers = image.tables.get(table)?.headers;
  const columns = contents.godtaganden?.columnAt;
  if (headers === undefined || columns === undefined || columns.varde === undefined) {
    throw new WorkbookError("register-missing", {
      sv: `Arbetsboken saknar registret ${table}, eller någon av dess kolumner, där godtaganden sparas. Inget har skrivits. Skapa register som saknas under Översikt och försök igen.`,
      en: `The workbook lacks the register ${table}, or one of its columns, where acceptances are kept. Nothing has been written. Create the missing registers under Overview and try again.`,
    });
  }
  return headers;
}

function changed(): WorkbookError {
  return new WorkbookError("finding-changed", {
    sv: "Anmärkningen finns inte kvar: arbetsboken har ändrats sedan kontrollen. Inget har skrivits. Kontrollera igen.",
    en: "The finding is no longer there: the workbook has been changed since the check. Nothing has been written. Check again.",
  });
}
