import type { ConditionalFormat, Sheet } from "../xlsx/model.js";
import type { ConditionalFormatHandle } from "./subjects.js";

/** Conditional formats by the id that the client knows them by. The file has none, so they are given out as formats are met. */
export class ConditionalFormatHandles {
  private readonly handles = new Set<ConditionalFormatHandle>();
  private lastId = 0;

  add({ areas, type, current }: Pick<ConditionalFormatHandle, "areas" | "type" | "current">): ConditionalFormatHandle {
    this.lastId += 1;
    const handle: ConditionalFormatHandle = { id: `{CF-${this.lastId}}`, areas, type, current, draft: {} };
    this.handles.add(handle);
    return handle;
  }

  /** The handle of a format of the file, when one has been given out. The file model tells formats apart by place and priority, not by identity. */
  of(sheet: Sheet, { priority, ranges }: ConditionalFormat): ConditionalFormatHandle | undefined {
    const place = JSON.stringify(ranges);
    return [...this.handles].findLast(
      ({ areas, current }) => areas[0].sheet === sheet && current?.priority === priority && JSON.stringify(current.ranges) === place,
    );
  }

  /** To be called when a format is about to take a place that another has: that one and those after it step down. */
  stepDown(sheet: Sheet, from: number): void {
    for (const handle of this.handles) {
      const { areas, current } = handle;
      if (areas[0].sheet === sheet && current !== undefined && current.priority >= from) {
        handle.current = { ...current, priority: current.priority + 1 };
      }
    }
  }

  remove(handle: ConditionalFormatHandle): void {
    this.handles.delete(handle);
  }
}
