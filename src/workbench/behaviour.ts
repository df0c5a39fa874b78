import type { OpenWorkbook } from "./openWorkbook.js";
import type { Arguments } from "./richApi/arguments.js";
import type { Json } from "./richApi/response.js";
import type { HostObject } from "./subjects.js";

/** A property with a plain value. Reading one that has no `get`, or writing one that has no `set`, is not part of the API. */
export interface ScalarProperty<T> {
  readonly get?: (target: T, host: OpenWorkbook) => Json;
  readonly set?: (target: T, value: unknown, host: OpenWorkbook) => void;
  /** Too costly, or absent in most cases, so that a load without names leaves it out. */
  readonly onlyByName?: true;
}

/**
 * What one class of Office.js can do here, by its names on the wire (PascalCase of the documented name). An API that is not listed answers
 * ApiNotFound. An `undefined` object is a null object.
 */
export interface Behaviour<T> {
  readonly scalars?: Readonly<Record<string, ScalarProperty<T>>>;
  /** Properties that are objects. */
  readonly objects?: Readonly<Record<string, (target: T, host: OpenWorkbook) => HostObject | undefined>>;
  /** Methods that give an object. */
  readonly objectMethods?: Readonly<Record<string, (target: T, args: Arguments, host: OpenWorkbook) => HostObject | undefined>>;
  /** Methods that do something and give nothing. */
  readonly actions?: Readonly<Record<string, (target: T, args: Arguments, host: OpenWorkbook) => void>>;
  /** Methods that give a value. */
  readonly methods?: Readonly<Record<string, (target: T, args: Arguments, host: OpenWorkbook) => Json>>;
  /** The members of a collection. */
  readonly items?: (target: T, host: OpenWorkbook) => readonly HostObject[];
  /** getItem: the member with a key. Throws ItemNotFound. */
  readonly item?: (target: T, key: unknown, host: OpenWorkbook) => HostObject;
  /** How the client finds the object again after the request. Named as its API names it. */
  readonly id?: { readonly name: "Id" | "_Id"; readonly of: (target: T) => string | number };
  /** The client keeps the object alive between requests by reference, because its path may mean something else by then. */
  readonly isTracked?: true;
}
