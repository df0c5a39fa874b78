import { periodLabel } from "../../registers/values/period.js";
import { documentTexts, isDocumentOf } from "../../rules/documents/documents.js";
import { letterCounts } from "../../rules/documents/letterCounts.js";
import { LETTER, lawInWords, lawOf, lettersOf, partiesIn } from "../../rules/documents/letters.js";
import { workbookOf } from "../../rules/measures/measureResults.js";
import type { ReportDocument } from "../document.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { reportHead, sheetNameFor } from "../parts/reportHead.js";
import { letterBlocks, type Letter } from "./letterBlocks.js";

/** After Ale's two matters of May 2019: the letters that an administration writes to its committee, one after another, with sentences made from the registers' counts. */
export const tjansteutlatande: ReportDefinition = {
  name: "tjansteutlatande",
  title: LETTER,
  purpose: "Skriver förvaltningens brev till nämnden, med beslutsförslag, underlag och meningar som räknas fram ur registren.",
  audience: "intern",
  needs: ["dokument", "texter"],
  sheetName: (choice: ReportChoice) => sheetNameFor(LETTER, choice),
  build,
};

/** One column, some 80 characters wide: A4 upright, and lines that are easy to read. */
const GRID = [82] as const;

function build(input: ReportInput): ReportDocument {
  const letters = lettersFor(input);
  return {
    ...reportHead(tjansteutlatande, input, []),
    orientation: "portrait",
    grid: GRID,
    blocks: letters.length === 0 ? [{ kind: "paragraph", text: nothing(input) }] : letters.flatMap(letterBlocks),
  };
}

function nothing({ period }: ReportChoice): string {
  return `Det finns inget tjänsteutlåtande för ${periodLabel(period)}. Skriv en rad i Dokument med Typ ${LETTER} och dess avsnitt i Texter, eller välj en annan enhet eller period.`;
}

/** The letters of the unit and period chosen, with what their placeholders are filled from: each letter's own period where it has one. */
function lettersFor(input: ReportInput): readonly Letter[] {
  const workbook = workbookOf(input.contents, input.settings);
  const partiesOf = partiesIn(workbook);
  const textsOf = documentTexts(input.contents);
  return lettersOf(workbook)
    .filter((document) => isDocumentOf(document, input.period) && (input.unit === null || workbook.units.isWithin(document.values.enhet, input.unit)))
    .map((document): Letter => {
      const { values } = document;
      const period = values.period ?? input.period;
      const law = lawOf(document);
      const parties = partiesOf(document);
      return {
        document, parties,
        texts: textsOf(document),
        hasDecisions: input.contents.beslut !== undefined,
        facts: {
          period, committee: parties.committee, date: values.datum, number: values.diarienummer,
          counts: letterCounts(workbook, period, law),
          law: lawInWords(workbook, document),
        },
      };
    });
}
