/**
 * The parts of an office package (ECMA-376 part 2): their bytes, their markup once read, their content types and relationships.
 * A part is written anew only when it was marked as changed.
 */
import { XlsxError } from "./errors.js";
import { XmlElement, parseXml } from "./xml.js";
import type { XmlDocument } from "./xml.js";
import { defaultZipLimits, pack, readZip, unpack, writeZip } from "./zip.js";
import type { ZipEntry, ZipLimits } from "./zip.js";

const contentTypesName = "[Content_Types].xml";
const packageRelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
export const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** A part name, or for an external one the address as written. */
  readonly target: string;
  readonly external: boolean;
}

interface Part {
  readonly name: string;
  /** The entry as it came; undefined for a part that is new. */
  readonly entry: ZipEntry | undefined;
  bytes: Uint8Array;
  document: XmlDocument | undefined;
  changed: boolean;
  /** Writes the part itself when its markup is kept elsewhere (worksheets, shared strings). */
  writer: (() => string) | undefined;
}

export class OpcPackage {
  /** By lower-case name: part names do not distinguish case. Insertion order is the order in the file. */
  readonly #parts = new Map<string, Part>();

  private constructor() {
    // Made through `open` and `empty`.
  }

  static open(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): OpcPackage {
    const opened = new OpcPackage();
    for (const entry of readZip(bytes, limits)) {
      opened.#parts.set(entry.name.toLowerCase(), { name: entry.name, entry, bytes: unpack(entry), document: undefined, changed: false, writer: undefined });
    }
    if (!opened.has(contentTypesName)) throw new XlsxError("notZip", "no content types");
    return opened;
  }

  static empty(): OpcPackage {
    const made = new OpcPackage();
    made.#add(contentTypesName, `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${relationshipsType}"/><Default Extension="xml" ContentType="application/xml"/></Types>`);
    return made;
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  get names(): string[] {
    return [...this.#parts.values()].map((part) => part.name);
  }

  /** The first few thousand characters of a part as it came, roughly decoded: enough to see whether a mark stands there. */
  beginning(name: string): string {
    return new TextDecoder("latin1").decode(this.#part(name).bytes.subarray(0, 8_192)).replaceAll("\u0000", "");
  }

  text(name: string): string {
    return decodeText(this.#part(name).bytes, name);
  }

  /** Replaces a part's text as a whole, for parts that are not XML. */
  setText(name: string, text: string): void {
    const part = this.#part(name);
    part.bytes = encodeText(text);
    part.document = undefined;
    part.changed = true;
  }

  document(name: string): XmlDocument {
    const part = this.#part(name);
    part.document ??= parseXml(decodeText(part.bytes, name));
    return part.document;
  }

  root(name: string): XmlElement {
    return this.document(name).root;
  }

  /** Says that the part's markup has changed, so that it is written anew. */
  touch(name: string): void {
    this.#part(name).changed = true;
  }

  /** Lets another keep the part's markup and write it when the part has been touched. */
  setWriter(name: string, writer: () => string): void {
    this.#part(name).writer = writer;
  }

  addPart(name: string, contentType: string, markup: string): void {
    if (this.has(name)) throw new XlsxError("duplicatePart", name);
    this.#add(name, markup);
    const types = this.root(contentTypesName);
    types.append(types.make("Override", { PartName: `/${name}`, ContentType: contentType }));
    this.touch(contentTypesName);
  }

  /** Removes a part, its content type and its own relationships; those that point at it are the caller's. */
  removePart(name: string): void {
    this.#parts.delete(name.toLowerCase());
    this.#parts.delete(relationshipsOf(name).toLowerCase());
    const types = this.root(contentTypesName);
    for (const override of types.elements("Override")) {
      if (override.attribute("PartName")?.toLowerCase() === `/${name}`.toLowerCase()) {
        types.remove(override);
        this.touch(contentTypesName);
      }
    }
  }

  /** A part name like `xl/tables/table{n}.xml` that is free. */
  freeName(pattern: (n: number) => string): string {
    for (let n = 1; ; n++) if (!this.has(pattern(n))) return pattern(n);
  }

  /** Relationships of a part, or of the package for `""`. */
  relationships(source: string): Relationship[] {
    const name = relationshipsOf(source);
    if (!this.has(name)) return [];
    return this.root(name)
      .elements("Relationship")
      .map((element) => {
        const external = element.attribute("TargetMode") === "External";
        const target = element.attribute("Target") ?? "";
        return { id: element.attribute("Id") ?? "", type: element.attribute("Type") ?? "", target: external ? target : resolve(source, target), external };
      });
  }

  /** The first related part of a type, told by the type's last step (transitional and strict files differ before it). */
  related(source: string, type: string): string | undefined {
    const target = this.relationships(source).find((relationship) => !relationship.external && isType(relationship, type))?.target;
    return target !== undefined && this.has(target) ? target : undefined;
  }

  /** Adds a relationship and returns its id. */
  relate(source: string, type: string, target: string): string {
    const name = relationshipsOf(source);
    if (!this.has(name)) this.#add(name, `${xmlDeclaration}<Relationships xmlns="${packageRelationshipsNamespace}"></Relationships>`);
    const root = this.root(name);
    const taken = new Set(root.elements("Relationship").map((element) => element.attribute("Id")));
    let n = taken.size + 1;
    while (taken.has(`rId${n}`)) n++;
    root.append(root.make("Relationship", { Id: `rId${n}`, Type: type, Target: relativeTarget(source, target) }));
    this.touch(name);
    return `rId${n}`;
  }

  unrelate(source: string, target: string): void {
    const name = relationshipsOf(source);
    if (!this.has(name)) return;
    const root = this.root(name);
    for (const element of root.elements("Relationship")) {
      if (element.attribute("TargetMode") === "External" || resolve(source, element.attribute("Target") ?? "").toLowerCase() !== target.toLowerCase()) continue;
      root.remove(element);
      this.touch(name);
    }
  }

  /** The whole file. Parts keep their order, new ones come last. */
  save(): Uint8Array {
    const entries: ZipEntry[] = [];
    for (const part of this.#parts.values()) {
      if (part.entry !== undefined && !part.changed) entries.push(part.entry);
      else entries.push(pack(part.name, part.changed ? this.#written(part) : part.bytes));
    }
    return writeZip(entries);
  }

  #written(part: Part): Uint8Array {
    if (part.writer !== undefined) return encodeText(part.writer());
    return part.document === undefined ? part.bytes : encodeText(writeDocument(part.document));
  }

  #add(name: string, markup: string): void {
    this.#parts.set(name.toLowerCase(), { name, entry: undefined, bytes: encodeText(markup), document: undefined, changed: false, writer: undefined });
  }

  #part(name: string): Part {
    const part = this.#parts.get(name.toLowerCase());
    if (part === undefined) throw new XlsxError("missingPart", name);
    return part;
  }
}

export function isType(relationship: Relationship, type: string): boolean {
  return relationship.type.endsWith(`/${type}`);
}

function writeDocument(document: XmlDocument): string {
  return document.before + document.root.toString() + document.after;
}

function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-8, or UTF-16 when the byte order mark says so: the two encodings a part may have. */
function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    // A mark in UTF-8 is kept, so that it is written back; one in UTF-16 is not, for the part is then written in UTF-8.
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === "utf-8" }).decode(bytes);
    return encoding === "utf-8" ? text : text.replace(/^(<\?xml[^>]*encoding=)["'][^"']*["']/, '$1"UTF-8"');
  } catch {
    throw new XlsxError("badEncoding", name);
  }
}

function relationshipsOf(source: string): string {
  const slash = source.lastIndexOf("/");
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`;
}

function resolve(source: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function relativeTarget(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
