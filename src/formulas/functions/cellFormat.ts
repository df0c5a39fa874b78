/** What CELL says about a number format. */
export interface CellFormat {
  readonly code: string;
  /** Negative numbers in colour. */
  readonly colour: boolean;
  /** Parentheses around positive numbers. */
  readonly parentheses: boolean;
}

/** Date and time formats by their letters in order, as Microsoft's page on CELL lists them. */
const dateCodes: readonly (readonly [RegExp, string])[] = [
  [/^d+m{3,}y+$/, "D1"],
  [/^d+m{3,}$/, "D2"],
  [/^m{3,}y+$/, "D3"],
  [/^m{1,2}d+y+$/, "D4"],
  [/^y+m{1,2}d+$/, "D4"],
  [/^d+m{1,2}y+$/, "D4"],
  [/^m{1,2}d+y+h+m+s*$/, "D4"],
  [/^y+m{1,2}d+h+m+s*$/, "D4"],
  [/^m{1,2}d+$/, "D5"],
  [/^d+m{1,2}$/, "D5"],
  [/^h+m+s+a$/, "D6"],
  [/^h+m+a$/, "D7"],
  [/^h+m+s+$/, "D8"],
  [/^h+m+$/, "D9"],
];

/**
 * CELL("format") of a number format code: "G" General, "F0" 0, ",2" #,##0.00, "C2" currency, "S2" scientific, "P0" percent,
 * "D1"–"D9" dates and times; "-" after it for colour, "()" for parentheses.
 * Source: Microsoft, "CELL function", section CELL format codes.
 */
export function cellFormat(format: string): CellFormat {
  const sections = format.split(";");
  const colour = /\[(black|blue|cyan|green|magenta|red|white|yellow|color\d+)\]/i.test(sections[1] ?? "");
  const parentheses = /\(.*[0#?].*\)/.test((sections[0] ?? "").replaceAll(/_./g, ""));
  const suffix = `${colour ? "-" : ""}${parentheses ? "()" : ""}`;
  return { code: baseCode(sections[0] ?? "") + suffix, colour, parentheses };
}

function baseCode(section: string): string {
  const bare = section
    .replaceAll(/\[\$([^\]-]*)(-[^\]]*)?\]/g, (_, symbol: string) => (symbol === "" ? "" : "¤"))
    .replaceAll(/\[(?:[a-z]{3,}\d*|[<>=][^\]]*)\]/gi, "")
    .replaceAll(/"([^"]*)"/g, (_, text: string) => (/^\s*(kr|€|\$|£)\s*$/i.test(text) ? "¤" : ""))
    .replaceAll(/\\.|_.|\*./g, "");
  if (/^\s*(general|@)?\s*$/i.test(bare)) return "G";
  const letters = bare
    .toLowerCase()
    .replaceAll(/am\/pm|a\/p/g, "a")
    .replaceAll(/\[([hms]+)\]/g, "$1");
  if (/[dmyhs]/.test(letters)) {
    const order = letters.replaceAll(/[^dmyhsa]/g, "");
    return dateCodes.find(([shape]) => shape.test(order))?.[1] ?? "G";
  }
  const decimals = /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0;
  if (/[?#0]\s*\/\s*[?#\d]/.test(bare)) return "G";
  if (/e[+-]/i.test(bare)) return `S${decimals}`;
  if (bare.includes("%")) return `P${decimals}`;
  if (/[¤$£€]/.test(bare)) return `C${decimals}`;
  if (/[#0],[#0]/.test(bare)) return `,${decimals}`;
  return /[#0?]/.test(bare) ? `F${decimals}` : "G";
}
