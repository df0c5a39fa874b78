import type { Finding } from "../../registers/finding.js";
import { formatPercentSv } from "../../registers/values/formatting.js";
import { agrees, isPossibleOf, statedShares } from "../comments/statedShares.js";
import { ruleFinding } from "../messages.js";
import { inKontrollresultat, type CheckContext } from "./context.js";

/** The only percentage of a comment is the share that Granskade and Avvikande give; of several, one may be about something else. Source: Ovanåker, defect 29. */
export function statedSharesAgreeWithCounts(context: CheckContext): Finding[] {
  return (context.contents.kontrollresultat?.rows ?? []).flatMap((row) => {
    const { granskade, avvikande, kommentar } = row.values;
    if (granskade === null || avvikande === null || granskade <= 0 || kommentar === null) return [];
    const [stated, ...more] = statedShares(kommentar);
    if (stated === undefined || more.length > 0 || agrees(stated, avvikande / granskade)) return [];
    const about = { stated: stated.text, granskade, avvikande, share: formatPercentSv(avvikande / granskade, 1).replaceAll("\u00A0", " ") };
    return [ruleFinding("kontrollresultat.andel-avviker", about, inKontrollresultat(context, row, "kommentar"))];
  });
}

/** A percentage of a comment can be a share of those who were looked at; else its base is another, and is not told. Source: Ovanåker, defect 35. */
export function statedSharesArePossible(context: CheckContext): Finding[] {
  return (context.contents.kontrollresultat?.rows ?? []).flatMap((row) => {
    const { granskade, avvikande, kommentar } = row.values;
    if (granskade === null || granskade <= 0 || kommentar === null) return [];
    const stated = statedShares(kommentar);
    const impossible = stated.filter((share) => !isPossibleOf(share, granskade));
    // A single one beside both counts is compared with their share.
    if (impossible.length === 0 || (avvikande !== null && stated.length === 1)) return [];
    return [ruleFinding("kontrollresultat.andel-omojlig", { stated: impossible.map(({ text }) => text), granskade }, inKontrollresultat(context, row, "kommentar"))];
  });
}
