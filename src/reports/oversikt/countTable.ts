import type { ReportBlock, ReportCell, ReportChart, ReportColumn, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { statusText, type StatusScale } from "../scales.js";
import type { CellLook } from "../layout/sheetLayout.js";
import type { Group } from "./unitGroups.js";

/** A word that things are counted by, with the column it stands in. */
export interface CountedWord {
  readonly word: string;
  readonly header: string;
  readonly look?: CellLook;
}

/** How many things of each group have each word. Every thing has one of the words, so that a row's figures add up to its first one. */
export interface Count<Item> {
  readonly id: string;
  readonly caption: string;
  /** Header of the names, and of how many there are in all. */
  readonly by: string;
  readonly what: string;
  readonly groups: readonly Group<Item>[];
  readonly words: readonly CountedWord[];
  readonly wordOf: (item: Item) => string;
}

/** The words of a scale that are used, in its order. */
export function wordsUsed(scale: StatusScale, used: Iterable<string>): readonly CountedWord[] {
  const words = new Set(used);
  return scale.steps.filter(({ word }) => words.has(word)).map(({ word, look }) => ({ word, look, header: statusText(scale.name, word) }));
}

/** A row a group and, where there are several, a last one of all. `more` are columns after the words. */
export function countTable<Item>(count: Count<Item>, more: readonly { readonly header: string; readonly cellOf: (items: readonly Item[]) => ReportCell }[] = []): ReportTable {
  const { id, caption, by, what, groups, words, wordOf } = count;
  const figures: readonly ReportColumn[] = [
    { key: "antal", header: what, align: "right", gridColumn: 1 },
    ...words.map(({ word, header }, index): ReportColumn => ({ key: word, header, align: "right", gridColumn: index + 2 })),
    ...more.map(({ header }, index): ReportColumn => ({ key: header, header, align: "right", gridColumn: words.length + index + 2 })),
  ];
  const rowOf = (name: string, items: readonly Item[]): readonly ReportCell[] => [
    textCell(name),
    countCell(items.length),
    ...words.map(({ word }) => countCell(items.filter((item) => wordOf(item) === word).length)),
    ...more.map(({ cellOf }) => cellOf(items)),
  ];
  return {
    kind: "table", id, caption,
    columns: [{ key: "namn", header: by, align: "left", gridColumn: 0 }, ...figures],
    rows: [...groups.map(({ name, items }) => rowOf(name, items)), ...(groups.length === 1 ? [] : [rowOf("Totalt", groups.flatMap(({ items }) => items))])],
  };
}

/** A stacked bar a group; none where there is nothing to draw. */
export function countChart<Item>(count: Count<Item>, title: string, words: readonly CountedWord[] = count.words): readonly ReportChart[] {
  if (words.length === 0 || count.groups.length === 0) return [];
  return [
    {
      kind: "chart", id: `diagram:${count.id}`, title, altText: countsInWords(count), type: "stackedBar", table: count.id, categories: "namn",
      series: words.map(({ word, look }) => ({ column: word, ...(look === undefined ? {} : { look }) })),
      rows: { first: 0, count: count.groups.length },
      valueTitle: `Antal ${count.what.toLowerCase()}`,
    },
  ];
}

/** More groups than this are not listened to: the sum is told, and the table has the rest. */
const MOST_TOLD = 6;

/** "Vård- och omsorgsnämnden: 5 pågående, 1 genomfört. Alla: 8 pågående, 1 genomfört." */
function countsInWords<Item>({ groups, words, wordOf, what }: Count<Item>): string {
  const said = (items: readonly Item[]) =>
    words.flatMap(({ word }) => {
      const number = items.filter((item) => wordOf(item) === word).length;
      return number === 0 ? [] : [`${number} ${word.toLowerCase()}`];
    }).join(", ");
  const all = groups.flatMap(({ items }) => items);
  const told = groups.length > MOST_TOLD ? [] : groups.map(({ name, items }) => `${name}: ${said(items)}.`);
  const total = groups.length === 1 ? [] : [`Totalt ${all.length} ${what.toLowerCase()}: ${said(all)}.`];
  return [...told, ...total, ...(told.length === 0 ? ["Antalen för var och en står i tabellen."] : [])].join(" ");
}

/** A table with its chart. */
export function countBlocks<Item>(count: Count<Item>, chartTitle?: string): readonly ReportBlock[] {
  return [countTable(count), ...(chartTitle === undefined ? [] : countChart(count, chartTitle))];
}
