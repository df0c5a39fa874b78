import type { Handle, HostObject, Kind } from "../subjects.js";
import { RichApiError } from "./richApiError.js";

/** The arguments of a call; those that are objects of the API are HostObjectArgument. A missing argument and null are the same, as the client sends them alike. Each reader throws InvalidArgument. */
export class Arguments {
  constructor(private readonly values: readonly unknown[]) {}

  get count(): number {
    return this.values.length;
  }

  /** The argument as it came; undefined when it was left out. */
  raw(index: number): unknown {
    const value = this.values[index];
    return value === null || value instanceof HostObjectArgument ? undefined : value;
  }

  has(index: number): boolean {
    const value = this.values[index];
    return value !== undefined && value !== null;
  }

  text(index: number): string {
    const value = this.raw(index);
    if (typeof value !== "string") {
      throw new RichApiError("InvalidArgument");
    }
    return value;
  }

  textOr<T extends string | undefined>(index: number, otherwise: T): string | T {
    return this.has(index) ? this.text(index) : otherwise;
  }

  integer(index: number): number {
    const value = this.raw(index);
    if (typeof value !== "number" || !Number.isInteger(value)) {
      throw new RichApiError("InvalidArgument");
    }
    return value;
  }

  integerOr<T extends number | undefined>(index: number, otherwise: T): number | T {
    return this.has(index) ? this.integer(index) : otherwise;
  }

  number(index: number): number {
    const value = this.raw(index);
    if (typeof value !== "number") {
      throw new RichApiError("InvalidArgument");
    }
    return value;
  }

  flag(index: number, otherwise: boolean): boolean {
    if (!this.has(index)) {
      return otherwise;
    }
    const value = this.raw(index);
    if (typeof value !== "boolean") {
      throw new RichApiError("InvalidArgument");
    }
    return value;
  }

  /** The argument when it is an object of the API of one of these classes; undefined when it is not. */
  object<K extends Kind>(index: number, kind: K): Handle<K>["target"] | undefined {
    const value = this.values[index];
    return value instanceof HostObjectArgument ? value.as(kind) : undefined;
  }
}

/** An argument that is itself an object of the API. */
export class HostObjectArgument {
  constructor(private readonly object: HostObject) {}

  as<K extends Kind>(kind: K): Handle<K>["target"] | undefined {
    return isKind(this.object, kind) ? this.object.target : undefined;
  }
}

function isKind<K extends Kind>(object: { readonly kind: Kind }, kind: K): object is Handle<K> {
  return object.kind === kind;
}
