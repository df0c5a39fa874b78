import type { Sheet } from "../xlsx/model.js";
import type { Area, HostObject } from "./subjects.js";
import { RichApiError } from "./richApi/richApiError.js";

/** Objects that the client keeps hold of between requests (Range, RangeAreas), by the id that it was given. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private lastId = 0;

  get count(): number {
    return this.objects.size;
  }

  keep(object: HostObject): string {
    this.lastId += 1;
    const id = `ref-${this.lastId}`;
    this.objects.set(id, object);
    return id;
  }

  /** Throws InvalidReference for a reference that has been let go. */
  get(id: string): HostObject {
    const object = this.objects.get(id);
    if (object === undefined) {
      throw new RichApiError("InvalidReference");
    }
    return object;
  }

  remove(id: string): void {
    this.objects.delete(id);
  }

  clear(): void {
    this.objects.clear();
  }

  /** The workbook is another file now; ranges on a sheet that it does not have are gone. */
  moveTo(sheetNow: (sheet: Sheet) => Sheet | undefined): void {
    for (const [id, object] of this.objects) {
      const moved = elsewhere(object, sheetNow);
      if (moved === undefined) {
        this.objects.delete(id);
      } else {
        this.objects.set(id, moved);
      }
    }
  }

  /** A kept range follows its cells when cells are inserted or deleted on its sheet. `move` gives undefined when all of its cells are gone. */
  follow(sheet: Sheet, move: (area: Area) => Area | undefined): void {
    for (const [id, object] of this.objects) {
      if (object.kind === "Range" && object.target.sheet === sheet) {
        const moved = move(object.target);
        if (moved === undefined) {
          this.objects.delete(id);
        } else if (moved !== object.target) {
          this.objects.set(id, { kind: "Range", target: moved });
        }
      }
    }
  }
}

function elsewhere(object: HostObject, sheetNow: (sheet: Sheet) => Sheet | undefined): HostObject | undefined {
  if (object.kind === "Range") {
    const sheet = sheetNow(object.target.sheet);
    return sheet && { kind: "Range", target: { sheet, rect: object.target.rect } };
  }
  if (object.kind === "RangeAreas") {
    const [first, ...rest] = object.target;
    const sheet = sheetNow(first.sheet);
    return sheet && { kind: "RangeAreas", target: [{ sheet, rect: first.rect }, ...rest.map(({ rect }) => ({ sheet, rect }))] };
  }
  return undefined;
}
