/** The section of a document that its footnotes stand in, one a row, numbered by Ordning. */
export const FOOTNOTE = "Fotnot";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Raised figures after a word or a stop; "m²" and "m³" are units. */
const MARK = /(?<!(?<!\p{L})[dck]?m)[⁰¹²³⁴-⁹]+/gu;

/** The numbers of the footnotes that a text points at with raised figures, in the order of the text. */
export function footnoteMarks(text: string): readonly number[] {
  return [...text.matchAll(MARK)].map(([mark]) => Number([...mark].map((figure) => RAISED.indexOf(figure)).join("")));
}
