import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { dayText } from "../../registers/values/formatting.js";
import { periodKey } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { documentTexts, listLines } from "../documents/documents.js";
import { basisLine, headingBeginnings } from "../documents/basis.js";
import { isLetter, LETTER, lettersOf } from "../documents/letters.js";
import { append } from "../goals/goalTree.js";
import { named, ruleFinding } from "../messages.js";
import type { DocumentRow } from "../subjects.js";
import { byId, inDokument, inTexter, type CheckContext } from "./context.js";

/** How a document is called in a message: its heading or, without one, its id. */
export function documentName({ values: { rubrik, id } }: DocumentRow): string {
  return named(rubrik ?? id);
}

const LETTER_HEAD = ["rubrik", "diarienummer", "datum", "ansvarigRoll"] as const;

/** A letter's head says what it is about, its number, its day and who wrote it. A cell that could not be read is the reader's. Source: notes on Ale, §1.4. */
export function lettersHaveTheirHead(context: CheckContext): Finding[] {
  const { columns } = registers.dokument;
  return lettersOf(context).flatMap((letter) => {
    const isMissing = (key: (typeof LETTER_HEAD)[number]) => letter.values[key] === null && isBlankCell(letter, key);
    const missing = LETTER_HEAD.filter(isMissing);
    const [first] = missing;
    if (first === undefined) return [];
    return [ruleFinding("dokument.uppgift-saknas", { document: documentName(letter), headers: missing.map((key) => columns[key].header) }, inDokument(context, letter, first))];
  });
}

function isBlankCell({ cells }: DocumentRow, key: string): boolean {
  const cell = cells[key];
  return cell === undefined || isBlank(cell);
}

/** A diarienummer has a year and a running number: "OAN.2019.17", "KS 2019/123", "8.5-25086/2018". Source: D1. */
export function referenceNumbersHaveYearAndNumber(context: CheckContext): Finding[] {
  return (context.contents.dokument?.rows ?? []).flatMap((document) => {
    const { diarienummer } = document.values;
    if (diarienummer === null || (diarienummer.match(/\d+/gu) ?? []).length > 1) return [];
    return [ruleFinding("dokument.diarienummer-form", { number: diarienummer }, inDokument(context, document, "diarienummer"))];
  });
}

/** What stands under one diarienummer is one matter: of each type one heading, and one role that is responsible. Source: D1, D5, defect 9. */
export function numbersNameOneMatter(context: CheckContext): Finding[] {
  const byNumber = new Map<string, DocumentRow[]>();
  for (const document of byId(context.contents.dokument?.rows ?? [], ({ values }) => values.id)) {
    if (document.values.diarienummer !== null) append(byNumber, folded(document.values.diarienummer), document);
  }
  return [...byNumber.values()].flatMap((matter) => [...headingsDiffer(context, matter), ...rolesDiffer(context, matter)]);
}

function headingsDiffer(context: CheckContext, matter: readonly DocumentRow[]): Finding[] {
  const firstOfType = new Map<string, DocumentRow>();
  return matter.flatMap((document) => {
    const { rubrik, typ, diarienummer } = document.values;
    if (rubrik === null) return [];
    const first = firstOfType.get(folded(typ));
    if (first === undefined) firstOfType.set(folded(typ), document);
    if (first === undefined || folded(first.values.rubrik ?? "") === folded(rubrik)) return [];
    const about = { number: diarienummer ?? "", document: documentName(document), other: documentName(first) };
    return [ruleFinding("dokument.samma-diarienummer", about, inDokument(context, document, "diarienummer"))];
  });
}

function rolesDiffer(context: CheckContext, matter: readonly DocumentRow[]): Finding[] {
  const first = matter.find(({ values }) => values.ansvarigRoll !== null);
  return matter.flatMap((document) => {
    const { ansvarigRoll, diarienummer } = document.values;
    if (ansvarigRoll === null || first === undefined || first.values.ansvarigRoll === null || folded(first.values.ansvarigRoll) === folded(ansvarigRoll)) return [];
    const about = { number: diarienummer ?? "", role: ansvarigRoll, other: first.values.ansvarigRoll, id: first.values.id };
    return [ruleFinding("dokument.roller-olika", about, inDokument(context, document, "ansvarigRoll"))];
  });
}

/** The role that is responsible for a letter is one of those that sign it. Source: D5, defect 9. */
export function thoseResponsibleSign(context: CheckContext): Finding[] {
  const textsOf = documentTexts(context.contents);
  return lettersOf(context).flatMap((letter) => {
    const { ansvarigRoll } = letter.values;
    const roles = listLines(textsOf(letter).of("Underskrifter").map(({ values }) => values.text));
    if (ansvarigRoll === null || roles.length === 0 || roles.some((role) => folded(role) === folded(ansvarigRoll))) return [];
    return [ruleFinding("dokument.roll-undertecknar-inte", { document: documentName(letter), role: ansvarigRoll, roles }, inDokument(context, letter, "ansvarigRoll"))];
  });
}

/**
 * What a letter's basis names has the letter's diarienummer, and the date that its own row has. Looked for among the documents of the same unit and period, or under
 * the same number where the letter has no period. Source: D1, D2.
 */
export function annexesAgreeWithTheLetter(context: CheckContext): Finding[] {
  const namedBy = documentsByName(context);
  const textsOf = documentTexts(context.contents);
  return lettersOf(context).flatMap((letter) =>
    textsOf(letter).of("Beslutsunderlag").flatMap((row) =>
      listLines([row.values.text]).flatMap((typed) => {
        const line = basisLine(typed);
        const annex = namedBy(letter, line.name);
        if (annex === undefined) return [];
        const { diarienummer, datum } = annex.values;
        const about = { letter: documentName(letter), annex: documentName(annex) };
        const number = { ...about, number: diarienummer ?? "", own: letter.values.diarienummer ?? "" };
        const day = { ...about, line: named(typed), day: dayText(datum ?? 0) };
        return [
          ...(number.number === "" || number.own === "" || folded(number.number) === folded(number.own)
            ? [] : [ruleFinding("dokument.bilaga-diarienummer", number, inDokument(context, annex, "diarienummer"))]),
          ...(line.date === null || datum === null || line.date === datum ? [] : [ruleFinding("text.underlag-annat-datum", day, inTexter(context, row, "text"))]),
        ];
      }),
    ),
  );
}

/**
 * The document that a line of a letter's basis names: the letter itself by its type ("Tjänsteutlåtande"), or one of another type by that or by how its heading begins
 * ("Statistikrapport"). A letter is never known by its heading: "Ansökan om stöd" is what it is about, and another paper.
 */
function documentsByName({ contents }: CheckContext): (letter: DocumentRow, name: string) => DocumentRow | undefined {
  const keyOf = ({ values: { enhet, period, diarienummer } }: DocumentRow, name: string) =>
    JSON.stringify([folded(enhet), period === null ? folded(diarienummer ?? "") : periodKey(period), folded(name)]);
  const byName = new Map<string, DocumentRow>();
  for (const document of byId(contents.dokument?.rows ?? [], ({ values }) => values.id)) {
    if (isLetter(document)) continue;
    for (const name of [document.values.typ, ...headingBeginnings(document.values.rubrik ?? "")]) {
      const key = keyOf(document, name);
      if (!byName.has(key)) byName.set(key, document);
    }
  }
  return (letter, name) => (folded(name) === folded(LETTER) ? letter : byName.get(keyOf(letter, name)));
}
