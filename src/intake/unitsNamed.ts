import type { CellAddress } from "../registers/cell.js";
import type { FindUnit } from "../registers/values/lead.js";
import { folded, plainSpaces, typedText } from "../registers/values/reading.js";
import type { SheetGrid } from "./grid.js";
import type { IntakeRow } from "./readProposals.js";

/** A committee that sheets name and Enheter does not have: its whole name, a code made of it, and where it first stands. */
export interface NamedUnit {
  readonly kod: string;
  readonly namn: string;
  readonly typ: (typeof KINDS)[number]["typ"];
  readonly at: CellAddress;
}

/** How names of a kind end, the kind, and the letter that the ending gives a code: Kommunstyrelsen is KS, Vård- och omsorgsnämnden VON. */
const KINDS = [
  { ending: /styrelsen?$/iu, typ: "Styrelse", letter: "S" },
  { ending: /nämnd(en)?$/iu, typ: "Nämnd", letter: "N" },
  { ending: /fullmäktige$/iu, typ: "Fullmäktige", letter: "F" },
  { ending: /utskott(et)?$/iu, typ: "Utskott", letter: "U" },
  { ending: /förvaltning(en)?$/iu, typ: "Förvaltning", letter: "F" },
] as const;

const MOST_WORDS = 6;
const SMALL_WORDS = new Set(["och", "samt"]);
/** Words of sentences and headers: "Beslut i kommunstyrelsen", "Ansvarig nämnd". */
const NOT_IN_NAMES = /^(i|av|till|från|för|på|hos|vid|om|med|per|ska|har|är|ansvarig|huvudansvarig|medansvarig|berörd|berörda|annan|andra|alla|varje|samtliga|respektive|egen|beslut|status|kommentar|utfall|uppdrag|mål|mått)$/iu;
/** A title holds no more; a text that does is a comment. */
const LONGEST = 120;

/**
 * The committees that stand with their whole names in cells or titles of the sheets, and that are not known, in the order of the sheets. Codes are unlike each other and
 * those that are known. Names that say neither nämnd, styrelse, fullmäktige, utskott nor förvaltning are not seen.
 */
export function unitsNamed(sheets: readonly SheetGrid[], findUnit: FindUnit): readonly NamedUnit[] {
  const found = new Map<string, NamedUnit>();
  const codes = new Set<string>();
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.cells.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell.type !== "String" || typeof cell.value !== "string" || cell.value.length > LONGEST) continue;
        for (const part of plainSpaces(typedText(cell)).split(/[,;:()–\r\n/]| - /u)) {
          const namn = part.trim();
          const kind = kindOf(namn);
          if (kind === undefined || found.has(folded(namn)) || findUnit(namn) !== undefined) continue;
          const kod = freeCode(codeOf(namn, kind), (code) => codes.has(code) || findUnit(code) !== undefined);
          codes.add(kod);
          found.set(folded(namn), { kod, namn, typ: kind.typ, at: { sheet: sheet.name, row: sheet.top + row, column: sheet.left + column } });
        }
      }
    }
  }
  return [...found.values()];
}

/** They as rows of Enheter. */
export function rowsOfUnits(units: readonly NamedUnit[]): readonly IntakeRow[] {
  return units.map(({ kod, namn, typ, at }) => ({ register: "enheter", values: { kod, namn, typ }, sources: { namn: at }, at }));
}

/** What kind of unit a whole name is of; `undefined` where it is no such name, as "Nämnd" alone. */
function kindOf(name: string): (typeof KINDS)[number] | undefined {
  const words = name.split(" ");
  if (words.length > MOST_WORDS || !/^\p{Lu}[\p{L}\- ]+$/u.test(name) || words.some((word) => NOT_IN_NAMES.test(word))) return undefined;
  const kind = KINDS.find(({ ending }) => ending.test(name));
  return kind === undefined || name.replace(kind.ending, "").trim() === "" ? undefined : kind;
}

function codeOf(name: string, { ending, letter }: (typeof KINDS)[number]): string {
  const initials = name.replace(ending, "").split(/[\s-]+/u).filter((word) => word !== "" && !SMALL_WORDS.has(word)).map((word) => word.charAt(0).toUpperCase());
  return `${initials.join("")}${letter}`;
}

function freeCode(code: string, isTaken: (code: string) => boolean): string {
  for (let number = 2, free = code; ; number++) {
    if (!isTaken(free)) return free;
    free = `${code}${number}`;
  }
}
