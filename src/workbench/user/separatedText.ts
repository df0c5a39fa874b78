// Cells as text on the clipboard, as spreadsheets write and read them: a tab between cells, a line for each row, and quotes round what has a tab or a line break of its own.

/** Every row ends with a line break, the last one too: so does Excel. */
export function separated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join("\t")}\r\n`).join("");
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of equal length; short ones are filled with empty cells. A quote that does not close at the end of a cell is part of the text. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/uy;
  for (;;) {
    const match = cell.exec(text);
    if (match === null) {
      break;
    }
    const [, inQuotes, plain = "", end = ""] = match;
    rows.at(-1)?.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"').replaceAll("\r\n", "\n"));
    if (end === "") {
      break;
    }
    if (end !== "\t") {
      if (cell.lastIndex === text.length) {
        break;
      }
      rows.push([]);
    }
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}
