import type { Column } from "../../registers/column.js";
import type { Finding } from "../../registers/finding.js";
import { addressOf, type Register, type RegisterContent } from "../../registers/register.js";
import { folded } from "../../registers/values/reading.js";
import { FOOTNOTE, footnoteMarks } from "../documents/footnotes.js";
import { named, ruleFinding } from "../messages.js";
import { inTexter, type CheckContext } from "./context.js";

/** The same footnote is written once for a document. Source: R43; Norrköping, notes 1 and 2. */
export function footnotesDiffer(context: CheckContext): Finding[] {
  const notes = (context.contents.texter?.rows ?? []).filter(({ values }) => folded(values.avsnitt) === folded(FOOTNOTE));
  const first = new Map<string, number | null>();
  // By their numbers, so that which of two alike is told does not turn with the sheet's order.
  return [...notes]
    .sort((a, b) => (a.values.ordning ?? Infinity) - (b.values.ordning ?? Infinity) || a.row - b.row)
    .flatMap((note) => {
      const { dokumentId, text, ordning } = note.values;
      const key = JSON.stringify([folded(dokumentId), folded(text)]);
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, ordning);
        return [];
      }
      return [ruleFinding("fotnot.samma-text", { note: numbered(ordning), other: numbered(known), text: named(text) }, inTexter(context, note, "text"))];
    });
}

const numbered = (ordning: number | null): string => (ordning === null ? "utan Ordning" : String(ordning));

/** A raised figure in a text leads to a footnote: the one with that Ordning. Asked only in a workbook that has footnotes. Source: R43. */
export function footnoteMarksLeadSomewhere({ contents }: CheckContext): Finding[] {
  const { texter, mal, kriterier, aktiviteter, kontroller } = contents;
  const known = new Set((texter?.rows ?? []).flatMap(({ values }) => (folded(values.avsnitt) === folded(FOOTNOTE) ? [values.ordning] : [])));
  if (known.size === 0) return [];
  return [
    ...unknownMarks(mal, ["mal", "beskrivning"], known),
    ...unknownMarks(kriterier, ["kriterium"], known),
    ...unknownMarks(aktiviteter, ["aktivitet"], known),
    ...unknownMarks(kontroller, ["risk", "kontrollmoment", "vad", "hur"], known),
    ...unknownMarks(texter, ["text"], known),
  ];
}

function unknownMarks<C extends Record<string, Column>>(
  content: RegisterContent<Register<C>> | undefined, keys: readonly (keyof C & string)[], known: ReadonlySet<number | null>,
): Finding[] {
  return (content?.rows ?? []).flatMap((row) =>
    keys.flatMap((key) => {
      const typed = row.cells[key]?.value;
      if (content === undefined || typeof typed !== "string") return [];
      const header = content.register.columns[key]?.header ?? key;
      const place = { register: content.register.table, column: header, at: addressOf(content, row, key) };
      return footnoteMarks(typed).filter((mark) => !known.has(mark)).map((mark) => ruleFinding("fotnot.saknas", { mark, header }, place));
    }),
  );
}
