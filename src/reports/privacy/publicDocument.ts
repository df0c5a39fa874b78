import type { Individual } from "../../rules/privacy/individuals.js";
import type { ReportBlock, ReportCell, ReportChart, ReportDocument, ReportTable } from "../document.js";

/** A text that a public report would have printed, and must not: where it stood, and what of an individual it told. */
export interface Withheld {
  /** The heading or table, and the column, as printed: "Efter insats och kön, Insats". */
  readonly where: string;
  readonly why: Individual;
}

export interface PublicDocument {
  readonly document: ReportDocument;
  readonly withheld: readonly Withheld[];
}

/** What stands in the place of a text that tells of an individual. */
export const WITHHELD = "Visas inte";

/**
 * The document without anything that tells of an individual: each such text is replaced, whole. Nothing of a public report goes by here: its head, headings, paragraphs, notes,
 * every cell, and the ids and reasons that only --json shows. A document for the committee itself is left as it is. Source: issue 5, Privacy.
 * @param tellsOf what of an individual a text tells, as `individualsIn` finds it
 */
export function publicDocument(document: ReportDocument, tellsOf: (text: string) => Individual | null): PublicDocument {
  if (document.audience !== "publik") return { document, withheld: [] };
  const withheld: Withheld[] = [];
  const shown = (text: string, where: string): string => {
    const why = tellsOf(text);
    if (why === null) return text;
    withheld.push({ where, why });
    return WITHHELD;
  };
  const shownIfAny = <K extends string>(key: K, text: string | undefined, where: string) => {
    const entry: { readonly [P in K]?: string } = {};
    return text === undefined ? entry : { ...entry, [key]: shown(text, where) };
  };
  // Ids stay apart from each other, and the same at every build.
  const ids = new Map<string, string>();
  const shownId = (id: string): string => {
    if (tellsOf(id) === null) return id;
    const other = ids.get(id) ?? `dold ${ids.size + 1}`;
    ids.set(id, other);
    return other;
  };

  const cellOf = (cell: ReportCell, where: string): ReportCell => {
    switch (cell.kind) {
      case "text":
        return { ...cell, text: shown(cell.text, where) };
      case "number": {
        const isShown = shown(String(cell.value), where) !== WITHHELD && (cell.unit === undefined || shown(cell.unit, where) !== WITHHELD);
        return isShown ? cell : { kind: "text", text: WITHHELD };
      }
      case "status":
        return shown(cell.word, where) === WITHHELD ? { kind: "text", text: WITHHELD } : cell;
      case "empty":
        return cell.reason === undefined || tellsOf(cell.reason) === null ? cell : { kind: "empty" };
      case "percent":
      case "date":
        return cell;
    }
  };
  const tableOf = (table: ReportTable, under: string): ReportTable => {
    const caption = shownIfAny("caption", table.caption, under);
    const where = caption.caption ?? under;
    const columns = table.columns.map((column) => ({ ...column, key: shownId(column.key), header: shown(column.header, where) }));
    const rows = table.rows.map((row) => row.map((cell, index) => cellOf(cell, [where, columns[index]?.header ?? ""].filter((part) => part !== "").join(", "))));
    return { ...table, ...caption, id: shownId(table.id), columns, rows };
  };
  /** Names of what it draws are those of its table. */
  const chartOf = (chart: ReportChart, under: string): ReportChart => ({
    ...chart,
    id: shownId(chart.id),
    title: shown(chart.title, under),
    altText: shown(chart.altText, under),
    table: shownId(chart.table),
    categories: shownId(chart.categories),
    series: chart.series.map((series) => ({ ...series, column: shownId(series.column) })),
    ...shownIfAny("valueTitle", chart.valueTitle, under),
  });
  let under = shown(document.title, "rubriken");
  const head = {
    title: under,
    sheetName: shown(document.sheetName, "bladets namn"),
    unitName: shown(document.unitName, "enhetens namn"),
    periodLabel: shown(document.periodLabel, "perioden"),
    ...shownIfAny("references", document.references, "uppgifterna under rubriken"),
  };
  const blockOf = (block: ReportBlock): ReportBlock => {
    switch (block.kind) {
      case "heading":
        under = shown(block.text, under);
        return { ...block, text: under, ...(block.id === undefined ? {} : { id: shownId(block.id) }) };
      case "paragraph":
        return { ...block, text: shown(block.text, under), ...shownIfAny("label", block.label, under), ...(block.id === undefined ? {} : { id: shownId(block.id) }) };
      case "note":
        return { ...block, text: shown(block.text, under) };
      case "legend":
        return { ...block, words: block.words.map((word) => shown(word, under)) };
      case "table":
        return tableOf(block, under);
      case "chart":
        return chartOf(block, under);
    }
  };
  return { document: { ...document, ...head, blocks: document.blocks.map(blockOf) }, withheld };
}
