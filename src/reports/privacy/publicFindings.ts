import type { Column } from "../../registers/column.js";
import type { Finding } from "../../registers/finding.js";
import type { LocalText } from "../../registers/language.js";
import { addressOf, type RegisterContent } from "../../registers/register.js";
import { registers, type RegisterContents } from "../../registers/registers.js";
import { individualsIn, type Individual } from "../../rules/privacy/individuals.js";
import { ruleFinding, type Place } from "../../rules/messages.js";
import type { ReportDocument } from "../document.js";
import type { HandEdit } from "../edits/handEdits.js";
import type { ReportDefinition, ReportInput } from "../report.js";
import { wasHeldBack } from "./shownCount.js";
import { publicDocument, WITHHELD, type PublicDocument, type Withheld } from "./publicDocument.js";

/** A report as it may be read by those it is for, and what is to be said of what that took away. */
export interface GuardedReport {
  readonly document: ReportDocument;
  readonly findings: readonly Finding[];
}

const inWords: Readonly<Record<Individual, LocalText>> = {
  beslutsnummer: { sv: "numret på ett beslut", en: "the number of a decision" },
  personnummer: { sv: "ett personnummer", en: "a personal identity number" },
  fritext: { sv: "text om en enskild", en: "text about an individual" },
};

/** Builds the report. A public one comes without anything that tells of an individual, and findings say what has been taken out or held back. */
export function guardedReport(definition: ReportDefinition, input: ReportInput): GuardedReport {
  const guarded = publicDocument(definition.build(input), individualsIn(input.contents));
  return { document: guarded.document, findings: findingsOf(definition, guarded, input.contents) };
}

/** What the public reports of a workbook would say of themselves for one unit and period; nothing of those whose registers are missing. */
export function publicFindings(reports: readonly ReportDefinition[], input: ReportInput): readonly Finding[] {
  return reports
    .filter(({ audience, needs }) => audience === "publik" && needs.every((key) => input.contents[key] !== undefined))
    .flatMap((definition) => guardedReport(definition, input).findings);
}

/**
 * What somebody has written by hand on a public report's sheet, but for what tells of an individual, what stands where a small count is held back, and formulas that fetch
 * from elsewhere: that is written over, and never kept. For the committee's own reports everything can be kept.
 * @param cellOf the cell's address on its sheet
 */
export function editsToAskAbout(
  definition: ReportDefinition, document: ReportDocument, edits: readonly HandEdit[], contents: RegisterContents, cellOf: (edit: HandEdit) => string,
): { readonly edits: readonly HandEdit[]; readonly findings: readonly Finding[] } {
  if (document.audience !== "publik") return { edits, findings: [] };
  const tellsOf = individualsIn(contents);
  // A formula that looks in a register may come to show anything that stands there.
  const looksElsewhere = ({ is, isFormula }: HandEdit) => isFormula && /[![]/u.test(String(is));
  const telling = edits.filter((edit) => wasHeldBack(edit.was) || looksElsewhere(edit) || tellsOf(String(edit.is)) !== null);
  if (telling.length === 0) return { edits, findings: [] };
  const about = { report: definition.title, cells: telling.map(cellOf) };
  return { edits: edits.filter((edit) => !telling.includes(edit)), findings: [ruleFinding("publik.andrad-cell", about, placeOf(definition, document, contents, "ändrat för hand"))] };
}

function findingsOf(definition: ReportDefinition, { document, withheld }: PublicDocument, contents: RegisterContents): Finding[] {
  if (document.audience !== "publik") return [];
  const place = (what: string) => placeOf(definition, document, contents, what);
  const reasons = [...new Set(withheld.map(({ why }) => why))];
  const told = reasons.map((why) => ruleFinding("publik.enskild", { report: definition.title, what: inWords[why], places: placesOf(withheld, why), instead: WITHHELD }, place(why)));
  const tables = document.blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const cells = block.rows.flat();
    const heldBack = cells.filter((cell) => cell.kind === "text" && cell.isHeldBack === true).length;
    const counts = heldBack + cells.filter(({ kind }) => kind === "number").length;
    return heldBack === 0 ? [] : [{ caption: block.caption ?? block.id, heldBack, counts }];
  });
  if (tables.length === 0) return told;
  return [...told, ruleFinding("publik.smatal", { report: definition.title, period: document.periodLabel, tables: byCaption(tables) }, place("små tal"))];
}

interface HeldBack {
  readonly caption: string;
  readonly heldBack: number;
  readonly counts: number;
}

/** Tables of one caption, as each law has, are told of together. */
function byCaption(tables: readonly HeldBack[]): readonly HeldBack[] {
  const together = new Map<string, HeldBack>();
  for (const { caption, heldBack, counts } of tables) {
    const before = together.get(caption);
    together.set(caption, { caption, heldBack: heldBack + (before?.heldBack ?? 0), counts: counts + (before?.counts ?? 0) });
  }
  return [...together.values()];
}

/** No cell is to blame for what a report cannot show: the register it is made from is pointed at, and the report is what is accepted. */
function placeOf({ needs }: ReportDefinition, { title, periodLabel }: ReportDocument, contents: RegisterContents, what: string): Place {
  const [key = "beslut"] = needs;
  const [first] = Object.entries<Column>(registers[key].columns);
  const content: RegisterContent<unknown> | undefined = contents[key];
  return {
    register: registers[key].table,
    column: first?.[1].header ?? "",
    at: content && addressOf(content, { row: content.headerRow }, first?.[0] ?? ""),
    subject: { key: [title, periodLabel, what].join(", "), value: "" },
  };
}

function placesOf(withheld: readonly Withheld[], why: Individual): readonly string[] {
  return [...new Set(withheld.filter((one) => one.why === why).map(({ where }) => where))];
}
