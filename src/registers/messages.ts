import type { CellAddress } from "./cell.js";
import type { Finding, ProposedFix, Severity } from "./finding.js";
import { told, type Abouts, type Messages } from "./message.js";
import { assignmentMessages } from "./messages/assignments.js";
import { cellMessages } from "./messages/cells.js";
import { columnMessages } from "./messages/columns.js";
import { formulaMessages } from "./messages/formulas.js";
import { idMessages } from "./messages/ids.js";
import { numberMessages } from "./messages/numbers.js";
import { registerMessages } from "./messages/registers.js";
import { rowMessages } from "./messages/rows.js";
import { settingMessages } from "./messages/settings.js";
import { unitMessages } from "./messages/units.js";

const table = {
  ...registerMessages,
  ...columnMessages,
  ...rowMessages,
  ...idMessages,
  ...cellMessages,
  ...numberMessages,
  ...unitMessages,
  ...assignmentMessages,
  ...formulaMessages,
  ...settingMessages,
};

type ReadingAbouts = Abouts<typeof table>;

/** A rule of the reading: a slug such as "cell.saknas". */
export type ReadingRule = keyof ReadingAbouts;

/** What every rule of the reading tells. A rule is added in a table of messages/, and nowhere else. */
export const readingMessages: Messages<ReadingAbouts> = table;

/** A finding of the reading, with its text. Severity as the table says, unless given. */
export function finding<K extends ReadingRule>(
  ruleId: K,
  about: ReadingAbouts[K],
  place: { register: string; at?: CellAddress | undefined; column?: string | undefined; fix?: ProposedFix | undefined; severity?: Severity },
): Finding {
  const { [ruleId]: message } = readingMessages;
  return {
    ruleId,
    severity: place.severity ?? message.severity,
    register: place.register,
    message: told(message, about),
    ...(place.at === undefined ? {} : { at: place.at }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(place.fix === undefined ? {} : { fix: place.fix }),
  };
}
