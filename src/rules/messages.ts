import type { CellAddress } from "../registers/cell.js";
import type { Finding, ProposedFix } from "../registers/finding.js";
import { told, type Abouts, type Messages } from "../registers/message.js";
import { singleSpaces } from "../registers/values/reading.js";
import { acceptanceMessages } from "./messages/acceptances.js";
import { assignmentMessages } from "./messages/assignments.js";
import { clarificationMessages } from "./messages/clarifications.js";
import { comparisonMessages } from "./messages/comparisons.js";
import { controlMessages } from "./messages/controls.js";
import { criterionMessages } from "./messages/criteria.js";
import { documentMessages } from "./messages/documents.js";
import { decisionMessages } from "./messages/decisions.js";
import { followUpMessages } from "./messages/followUps.js";
import { footnoteMessages } from "./messages/footnotes.js";
import { goalMessages } from "./messages/goals.js";
import { measureMessages } from "./messages/measures.js";
import { outcomeMessages } from "./messages/outcomes.js";
import { qualityInitiativeMessages } from "./messages/qualityInitiatives.js";
import { resourceMessages } from "./messages/resources.js";
import { planningMessages } from "./messages/planning.js";
import { signOffMessages } from "./messages/signOffs.js";
import { statedShareMessages } from "./messages/statedShares.js";
import { privacyMessages } from "./messages/privacy.js";
import { rollUpMessages } from "./messages/rollUp.js";
import { ruleChoiceMessages } from "./messages/ruleChoice.js";
import { textMessages } from "./messages/texts.js";
import { valueMessages } from "./messages/values.js";
import { viewMessages } from "./messages/views.js";

const table = {
  ...valueMessages,
  ...measureMessages,
  ...goalMessages,
  ...outcomeMessages,
  ...rollUpMessages,
  ...comparisonMessages,
  ...assignmentMessages,
  ...clarificationMessages,
  ...resourceMessages,
  ...followUpMessages,
  ...criterionMessages,
  ...planningMessages,
  ...footnoteMessages,
  ...controlMessages,
  ...decisionMessages,
  ...acceptanceMessages,
  ...documentMessages,
  ...qualityInitiativeMessages,
  ...statedShareMessages,
  ...viewMessages,
  ...signOffMessages,
  ...textMessages,
  ...privacyMessages,
  ...ruleChoiceMessages,
};

type RuleAbouts = Abouts<typeof table>;

/** A rule: a slug such as "matt.utan-mal". */
export type RuleId = keyof RuleAbouts;

/** What every rule tells. A rule is added in a table of messages/, and nowhere else. */
export const ruleMessages: Messages<RuleAbouts> = table;

/** Where a finding is, and what would resolve it. */
export interface Place {
  readonly register: string;
  readonly at: CellAddress | undefined;
  readonly column: string;
  readonly fix?: ProposedFix | undefined;
  /** What Godtaganden knows the finding by, where its row and cell say too little: the key of a row that is missing, e.g. "UPP-3, T2 2021, SAN". */
  readonly subject?: Finding["subject"];
}

/** The key that a row would have which is missing, its parts as they would be typed; nothing stands in its cells. */
export function missingRow(...parts: readonly (string | null)[]): NonNullable<Finding["subject"]> {
  return { key: parts.filter((part) => part !== null).join(", "), value: "" };
}

/** A rule's finding, with its text and severity. */
export function ruleFinding<K extends RuleId>(ruleId: K, about: RuleAbouts[K], place: Place): Finding {
  const { [ruleId]: message } = ruleMessages;
  const finding: Writable<Finding> = { ruleId, severity: message.severity, register: place.register, column: place.column, message: told(message, about) };
  if (place.at !== undefined) finding.at = place.at;
  if (place.fix !== undefined) finding.fix = place.fix;
  if (place.subject !== undefined) finding.subject = place.subject;
  return finding;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** At most 80 characters of a text, in quotation marks: enough to know it by. */
export function named(text: string): string {
  const line = singleSpaces(text).trim();
  return `”${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}
