import { sentencesOf } from "./sentences.js";

const AGREEMENT = /överenskommelse|avtal(?:et|en|s|ets)?(?!\p{L})/iu;
const YEARS = /(?<!\d)(?:19|20)\d\d\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)/u;
const UNTIL = /(?:till och med|t\.?\s?o\.?\s?m\.?|gäller till|löper till|löper ut|upphör)[^.]*?(?<!\d)((?:19|20)\d\d)(?!\d)/iu;

/** The last year of an agreement that a comment tells of, "en överenskommelse för åren 2021–2023"; undefined when it tells of none with an end. */
export function agreementEnd(comment: string): number | undefined {
  for (const sentence of sentencesOf(comment)) {
    if (!AGREEMENT.test(sentence)) continue;
    const year = YEARS.exec(sentence)?.[1] ?? UNTIL.exec(sentence)?.[1];
    if (year !== undefined) return Number(year);
  }
  return undefined;
}
