// Answers a load: the properties asked for, by path ("format/fill/color"), of an object or of each member of a collection.
import { capabilitiesOf, type Capabilities } from "../catalogue.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { HostObject } from "../subjects.js";
import type { QueryInfo } from "./request.js";
import type { Json } from "./response.js";
import { RichApiError } from "./richApiError.js";

/** What is asked of one object: names of its own properties, and for each of its object properties the paths beneath. */
interface Selection {
  readonly all: boolean;
  readonly names: readonly string[];
  readonly beneath: ReadonlyMap<string, readonly string[]>;
}

interface Page {
  readonly skip: number;
  readonly top: number;
}

const WHOLE: Page = { skip: 0, top: Infinity };
/** Every plain property, and none: names that a load may use in place of a property's. */
const EVERYTHING = ["*", "$all"];
const NOTHING = "$none";

/** Loads what the query names: without names, every plain property. Throws ApiNotFound for a property that is not implemented. */
export function query(object: HostObject, info: QueryInfo, host: OpenWorkbook): Json {
  const expanded = (info.Expand ?? []).map((path) => `${path}/*`);
  const selected = info.Select ?? [];
  const paths = expanded.length > 0 && selected.length === 0 ? ["*", ...expanded] : [...selected, ...expanded];
  return answer(object, paths, host, { skip: info.Skip ?? 0, top: info.Top ?? Infinity });
}

function answer(object: HostObject, paths: readonly string[], host: OpenWorkbook, page: Page): Json {
  const can = capabilitiesOf(object, host);
  return can.isCollection ? ofCollection(object, can, paths, host, page) : ofObject(object, can, select(paths), host);
}

function ofCollection(object: HostObject, can: Capabilities, paths: readonly string[], host: OpenWorkbook, page: Page): Json {
  const isOwn = (path: string) => can.isScalar(pascalCase(path)) || path === "_ReferenceId";
  const own = paths.filter(isOwn);
  const ofItems = paths.filter((path) => !isOwn(path));
  const wantsAll = paths.length === 0 || ofItems.some((path) => EVERYTHING.includes(path));
  const wantsItems = paths.length === 0 || ofItems.length > 0;
  const items = wantsItems ? can.items().slice(page.skip, page.skip + page.top) : undefined;
  return {
    ...ofObject(object, can, wantsAll ? select(["*"]) : select(own.length === 0 ? [NOTHING] : own), host),
    _Items: items?.map((item) => answer(item, ofItems, host, WHOLE)),
  };
}

function ofObject(object: HostObject, can: Capabilities, selection: Selection, host: OpenWorkbook): Readonly<Record<string, Json>> {
  const result: Record<string, Json> = {};
  if (can.id !== undefined) {
    result[can.id.name] = can.id.value;
  }
  for (const name of new Set([...(selection.all ? can.loadedByDefault() : []), ...selection.names])) {
    result[name] = valueOf(object, can, name, host);
  }
  for (const [name, paths] of selection.beneath) {
    // A complex value (pageLayout.zoom, protection.options) is loaded whole, also when one member of it is named.
    result[name] = can.reader(name)?.() ?? nested(object, can, name, paths, host);
  }
  return result;
}

function valueOf(object: HostObject, can: Capabilities, name: string, host: OpenWorkbook): Json {
  const read = can.reader(name);
  if (read !== undefined) {
    return read();
  }
  return name === "_ReferenceId" && can.isTracked ? host.references.keep(object) : nested(object, can, name, ["*"], host);
}

function nested(object: HostObject, can: Capabilities, name: string, paths: readonly string[], host: OpenWorkbook): Json {
  const property = can.property(name);
  if (property === undefined) {
    throw new RichApiError("ApiNotFound", `${object.kind}.${name.charAt(0).toLowerCase()}${name.slice(1)} is not implemented in the embedded Excel.`);
  }
  const inner = property();
  return inner === undefined ? null : answer(inner, paths, host, WHOLE);
}

function select(paths: readonly string[]): Selection {
  const names = new Set<string>();
  const beneath = new Map<string, string[]>();
  let all = paths.length === 0;
  for (const path of paths) {
    const slash = path.indexOf("/");
    if (EVERYTHING.includes(path)) {
      all = true;
    } else if (slash >= 0) {
      const name = pascalCase(path.slice(0, slash));
      beneath.set(name, [...(beneath.get(name) ?? []), path.slice(slash + 1)]);
    } else if (path !== NOTHING) {
      names.add(pascalCase(path));
    }
  }
  return { all, names: [...names].filter((name) => !beneath.has(name)), beneath };
}

/** Loads name properties as the API documents them (camelCase); on the wire back they are PascalCase. */
function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
