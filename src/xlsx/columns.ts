/** Column widths, visibility and styles: the `cols` element, as spans that are split when a part of them changes. */
import type { XmlElement } from "./xml.js";

/** The default width with Excel's own font, Calibri 11. */
export const usualWidth = 9.140625;

export interface ColumnSpan {
  /** 0-based, inclusive. */
  first: number;
  last: number;
  width: number | undefined;
  customWidth: boolean;
  hidden: boolean;
  style: number;
  /** The element it was read from, for attributes not understood. */
  readonly from: XmlElement | undefined;
}

export class Columns {
  #spans: ColumnSpan[];

  constructor(cols: XmlElement | undefined) {
    this.#spans = (cols?.elements("col") ?? [])
      .map((element) => ({
        first: Number(element.attribute("min") ?? 1) - 1,
        last: Number(element.attribute("max") ?? 1) - 1,
        width: element.attribute("width") === undefined ? undefined : Number(element.attribute("width")),
        customWidth: isOn(element.attribute("customWidth")),
        hidden: isOn(element.attribute("hidden")),
        style: Number(element.attribute("style") ?? 0),
        from: element,
      }))
      .filter((column) => column.last >= column.first)
      .sort((a, b) => a.first - b.first);
  }

  get spans(): readonly Readonly<ColumnSpan>[] {
    return this.#spans;
  }

  at(column: number): Readonly<ColumnSpan> | undefined {
    return this.#spans.find((column_) => column >= column_.first && column <= column_.last);
  }

  /** Changes columns first … last; spans are split at the ends and made where there were none. */
  change(first: number, last: number, apply: (span: ColumnSpan) => void): void {
    const result: ColumnSpan[] = [];
    let next = first;
    const fill = (upTo: number): void => {
      if (next > upTo) return;
      const made: ColumnSpan = { first: next, last: upTo, width: undefined, customWidth: false, hidden: false, style: 0, from: undefined };
      apply(made);
      result.push(made);
      next = upTo + 1;
    };
    for (const span of this.#spans) {
      if (span.last < first) {
        result.push(span);
        continue;
      }
      if (span.first > last) {
        fill(last);
        result.push(span);
        continue;
      }
      if (span.first < first) result.push({ ...span, last: first - 1 });
      fill(Math.min(span.first - 1, last));
      const inside = { ...span, first: Math.max(span.first, first), last: Math.min(span.last, last) };
      apply(inside);
      result.push(inside);
      next = inside.last + 1;
      if (span.last > last) result.push({ ...span, first: last + 1 });
    }
    fill(last);
    this.#spans = result.filter((span) => span.width !== undefined || span.hidden || span.style !== 0 || span.from !== undefined).sort((a, b) => a.first - b.first);
  }

  /** Inserts (positive) or deletes (negative) columns at an index. New ones look like the column to the left, as in Excel. */
  shift(at: number, count: number, limit: number): void {
    const result: ColumnSpan[] = [];
    for (const span of this.#spans) {
      if (count > 0) {
        const grows = span.first < at && span.last >= at - 1;
        const first = span.first >= at ? span.first + count : span.first;
        const last = span.last >= at || grows ? span.last + count : span.last;
        if (first < limit) result.push({ ...span, first, last: Math.min(last, limit - 1) });
      } else {
        const gone = at - count;
        const move = (column: number): number => (column >= gone ? column + count : Math.min(column, at));
        const first = move(span.first);
        const last = span.last >= gone ? span.last + count : Math.min(span.last, at - 1);
        if (last >= first) result.push({ ...span, first, last });
      }
    }
    this.#spans = result;
  }

  /** Writes the spans as children of `cols`. */
  write(cols: XmlElement): void {
    cols.children = this.#spans.map((span) => {
      const element = span.from?.clone() ?? cols.make("col");
      element.setAttribute("min", span.first + 1);
      element.setAttribute("max", span.last + 1);
      element.setAttribute("width", span.width ?? (span.from === undefined ? usualWidth : undefined));
      if (span.style !== 0 || element.attribute("style") !== undefined) element.setAttribute("style", span.style);
      element.setAttribute("hidden", span.hidden ? 1 : undefined);
      element.setAttribute("customWidth", span.customWidth ? 1 : undefined);
      return element;
    });
  }
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
