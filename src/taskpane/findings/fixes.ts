import { addressText } from "../../registers/address.js";
import type { Finding, ProposedFix } from "../../registers/finding.js";
import { shownText } from "../../reports/parts/printedText.js";

/** What a fix would write, for a person to know before it is written. */
export type FixWords =
  | { readonly kind: "formulas"; readonly cells: number }
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "values"; readonly cells: readonly { readonly cell: string; readonly value: string }[] };

export function fixWords({ cells }: ProposedFix): FixWords {
  if (cells.length > 0 && cells.every(({ value }) => typeof value === "string" && value.startsWith("="))) return { kind: "formulas", cells: cells.length };
  const [only, ...others] = cells.map(({ at, value, numberFormat }) => ({
    cell: addressText(at),
    // Excel takes an apostrophe as the sign of a text, and does not show it.
    value: shortened((typeof value === "string" ? value.replace(/^'/u, "") : shownText(value, numberFormat)).trim()),
  }));
  if (only === undefined || others.length > 0) return { kind: "values", cells: only === undefined ? [] : [only, ...others] };
  return only.value === "" ? { kind: "empty" } : { kind: "value", value: only.value };
}

/** Those of the findings whose fixes can be written at once: no two of them want different things of one cell. */
export function fixableTogether(findings: readonly Finding[]): readonly Finding[] {
  const wanted = new Map<string, string>();
  return findings.filter(({ fix }) => {
    const cells = (fix?.cells ?? []).map((cell) => [addressText(cell.at), JSON.stringify(cell)] as const);
    if (cells.length === 0 || cells.some(([address, cell]) => (wanted.get(address) ?? cell) !== cell)) return false;
    for (const [address, cell] of cells) wanted.set(address, cell);
    return true;
  });
}

/** Enough of a text to know it by on a button. */
function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
