import { folded } from "../../registers/values/reading.js";
import { words } from "../comments/sentences.js";
import type { Law } from "../decisions/decisions.js";
import { byReportOrder } from "../goals/goalTree.js";
import type { Workbook } from "../measures/measureResults.js";
import type { DocumentRow } from "../subjects.js";

/** What the register Dokument calls a letter from an administration to its committee. */
export const LETTER = "Tjänsteutlåtande";

/** The sections of a letter in the order they are printed. Source: Ale, OAN.2019.17 and OAN.2019.27. */
export const letterSections = [
  "Sammanfattning", "Beslutsförslag", "Underskrifter", "Beslutsunderlag", "Expedieras till", "Bakgrund", "Ekonomisk bedömning", "Bedömning",
] as const;

export type LetterSection = (typeof letterSections)[number];

/** The sections that both of Ale's letters have; the others belong to some matters only. */
export const requiredSections: readonly LetterSection[] = ["Sammanfattning", "Beslutsförslag", "Underskrifter", "Beslutsunderlag", "Expedieras till"];

export function isLetter({ values: { typ } }: DocumentRow): boolean {
  return folded(typ) === folded(LETTER);
}

/** Every letter of a workbook, by id as numbers are counted: DOK-2 before DOK-10. */
export function lettersOf({ contents }: Pick<Workbook, "contents">): readonly DocumentRow[] {
  return (contents.dokument?.rows ?? [])
    .filter(isLetter)
    .sort((a, b) => byReportOrder({ id: a.values.id, ordning: null }, { id: b.values.id, ordning: null }) || a.row - b.row);
}

/** True when a letter reports decisions that have not been carried out, by its heading. */
export function isAboutDecisions({ values: { rubrik } }: DocumentRow): boolean {
  return rubrik !== null && /ej (?:verkställda (?:gynnande )?beslut|verkställt (?:gynnande )?beslut)/iu.test(rubrik);
}

const lawNames: readonly (readonly [Law, RegExp])[] = [["LSS", words("LSS")], ["SoL", words("SoL|socialtjänstlagen")]];

/** The law that a letter's heading names; `null` when it names none, or both: the letter is then about all decisions. */
export function lawOf({ values: { rubrik } }: DocumentRow): Law | null {
  const named = lawNames.filter(([, pattern]) => rubrik !== null && pattern.test(rubrik));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

/** The law that a letter is about, as Installningar has its name; of a letter that names none or both, the laws that decisions are taken by. `null` where there is none. */
export function lawInWords({ contents, settings }: Pick<Workbook, "contents" | "settings">, letter: DocumentRow): string | null {
  const own = lawOf(letter);
  const taken = new Set((contents.beslut?.rows ?? []).map(({ values }) => values.lag));
  const nameOf: Readonly<Record<Law, string>> = { LSS: settings.lssNamn, SoL: settings.solNamn };
  const laws = own === null ? lawNames.map(([law]) => law).filter((law) => taken.has(law)) : [own];
  return laws.length === 0 ? null : laws.map((law) => nameOf[law]).join(" och ");
}

/** Who a letter is to and who it is from. */
export interface Parties {
  readonly committee: string;
  /** `null` where Enheter does not have it. */
  readonly administration: string | null;
}

const POLITICAL: ReadonlySet<string> = new Set(["Fullmäktige", "Styrelse", "Nämnd", "Utskott", "Verksamhetsråd"]);

/**
 * The committee and its administration, whichever of the two the letter's Enhet names: the administration is the committee's own unit of Typ Förvaltning, the
 * committee the nearest one above an administration. Makes what it looks up once for all letters.
 */
export function partiesIn({ contents, units }: Pick<Workbook, "contents" | "units">): (letter: DocumentRow) => Parties {
  const rows = (contents.enheter?.rows ?? []).map(({ values }) => values);
  const byCode = new Map([...rows].reverse().map((unit) => [folded(unit.kod), unit] as const));
  const administrations = [...rows].filter(({ typ }) => typ === "Förvaltning").sort((a, b) => units.byOrder(b.kod, a.kod));
  const administrationOf = new Map(administrations.map((unit) => [folded(unit.overordnad ?? ""), unit.namn] as const));

  const committeeAbove = (code: string): string | undefined => {
    const passed = new Set<string>();
    for (let at = byCode.get(folded(code)); at !== undefined && !passed.has(at.kod); at = byCode.get(folded(at.overordnad ?? ""))) {
      if (POLITICAL.has(at.typ)) return at.kod;
      passed.add(at.kod);
    }
    return undefined;
  };
  return ({ values: { enhet } }) => {
    const committee = committeeAbove(enhet) ?? enhet;
    const own = byCode.get(folded(enhet));
    const administration = own !== undefined && !POLITICAL.has(own.typ) ? own.namn : (administrationOf.get(folded(committee)) ?? null);
    return { committee: byCode.get(folded(committee))?.namn ?? committee, administration };
  };
}

/** A name or a period within a sentence: "omsorgsnämnden", "kvartal 1 2019"; what begins with several capitals or a figure stays ("VON", "T1 2019"). */
export function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
