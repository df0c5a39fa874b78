import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { decisionNumbersIn } from "../privacy/individuals.js";
import { ruleFinding } from "../messages.js";
import { holdsPersonalNumber } from "../privacy/personalNumbers.js";
import { inBeslut, inDokument, inTexter, type CheckContext } from "./context.js";

/** A decision is known by its number in the case system, never by whom it is about. Source: issue 5, Privacy. */
export function decisionNumbersAreNoPersonalNumbers(context: CheckContext): Finding[] {
  return (context.contents.beslut?.rows ?? [])
    .filter(({ values }) => holdsPersonalNumber(values.id))
    .map((row) => ruleFinding("beslut.personnummer", {}, inBeslut(context, row, "id")));
}

/** Documents are read by others than the committee: the numbers of decisions stay in the committee's own report. Source: issue 5, Privacy. */
export function documentsHoldNoDecisionNumbers(context: CheckContext): Finding[] {
  const { beslut, texter, dokument } = context.contents;
  if (beslut === undefined) return [];
  const holdsNumber = decisionNumbersIn(context.contents);
  const { header: textHeader } = registers.texter.columns.text;
  const { header: titleHeader } = registers.dokument.columns.rubrik;
  return [
    ...(texter?.rows ?? [])
      .filter(({ values }) => holdsNumber(values.text))
      .map((row) => ruleFinding("publik.beslutsnummer", { header: textHeader }, inTexter(context, row, "text"))),
    ...(dokument?.rows ?? [])
      .filter(({ values }) => values.rubrik !== null && holdsNumber(values.rubrik))
      .map((row) => ruleFinding("publik.beslutsnummer", { header: titleHeader }, inDokument(context, row, "rubrik"))),
  ];
}
