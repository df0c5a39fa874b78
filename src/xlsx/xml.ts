/**
 * XML as office files use it, kept so that what is not changed is written back exactly as it came:
 * an element remembers its start tag as text until an attribute is set, and everything that is not an element stays raw.
 */
import { XlsxError } from "./errors.js";

/** An element, or raw markup between elements (text, comments, processing instructions, CDATA) as in the file. */
export type XmlNode = XmlElement | string;

const maximumDepth = 200;
const maximumElements = 2_000_000;

export class XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly localName: string;
  children: XmlNode[] = [];
  #startTag: string | undefined;
  #attributes: Map<string, string> | undefined;
  /** How an element without children is written: `<a/>` or `<a></a>`. */
  #selfClosing: boolean;

  private constructor(name: string, startTag: string | undefined, selfClosing: boolean) {
    this.name = name;
    const colon = name.indexOf(":");
    this.prefix = colon < 0 ? "" : name.slice(0, colon);
    this.localName = colon < 0 ? name : name.slice(colon + 1);
    this.#startTag = startTag;
    this.#selfClosing = selfClosing;
  }

  /** From the text of a start tag without its angle brackets and closing slash. */
  static fromTag(tag: string, selfClosing: boolean): XmlElement {
    return new XmlElement(/^[^\s]+/.exec(tag)?.[0] ?? "", tag, selfClosing);
  }

  static create(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, children: XmlNode[] = []): XmlElement {
    const element = new XmlElement(name, undefined, true);
    element.#attributes = new Map();
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.#attributes.set(key, String(value));
    element.children = children;
    return element;
  }

  /** A new element of the same namespace prefix as this one, not yet a child. */
  make(localName: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, children: XmlNode[] = []): XmlElement {
    return XmlElement.create(this.prefix === "" ? localName : `${this.prefix}:${localName}`, attributes, children);
  }

  /** Attributes in file order, by name as written, decoded. */
  get attributes(): ReadonlyMap<string, string> {
    this.#attributes ??= parseAttributes(this.#startTag ?? this.name, this.name.length);
    return this.#attributes;
  }

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  /** An attribute that has a namespace prefix, whichever it is (`r:id`). */
  prefixedAttribute(localName: string): string | undefined {
    for (const [name, value] of this.attributes) if (name.endsWith(`:${localName}`) && !name.startsWith("xmlns:")) return value;
    return undefined;
  }

  /** Sets an attribute, or removes it when the value is undefined. */
  setAttribute(name: string, value: string | number | undefined): void {
    const attributes = new Map(this.attributes);
    const text = value === undefined ? undefined : String(value);
    if (attributes.get(name) === text) return;
    if (text === undefined) attributes.delete(name);
    else attributes.set(name, text);
    this.#attributes = attributes;
    this.#startTag = undefined;
  }

  elements(localName?: string): XmlElement[] {
    const found: XmlElement[] = [];
    for (const child of this.children) if (typeof child !== "string" && (localName === undefined || child.localName === localName)) found.push(child);
    return found;
  }

  element(localName: string): XmlElement | undefined {
    for (const child of this.children) if (typeof child !== "string" && child.localName === localName) return child;
    return undefined;
  }

  /** The text inside, of this element and those within it, decoded. */
  get text(): string {
    let text = "";
    for (const child of this.children) text += typeof child === "string" ? rawText(child) : child.text;
    return text;
  }

  set text(value: string) {
    this.children = value === "" ? [] : [escapeText(value)];
  }

  append(child: XmlElement): XmlElement {
    this.children.push(child);
    return child;
  }

  remove(child: XmlElement): void {
    const index = this.children.indexOf(child);
    if (index >= 0) this.children.splice(index, 1);
  }

  replace(old: XmlElement, replacement: XmlElement): void {
    const index = this.children.indexOf(old);
    if (index >= 0) this.children.splice(index, 1, replacement);
  }

  /** Puts a child where a schema sequence wants it: before the first child that comes later in `order`. */
  insertInOrder(child: XmlElement, order: readonly string[]): XmlElement {
    const place = order.indexOf(child.localName);
    const index = this.children.findIndex((other) => typeof other !== "string" && order.indexOf(other.localName) > place);
    if (index < 0) this.children.push(child);
    else this.children.splice(index, 0, child);
    return child;
  }

  /** The child of that name, made in its place when it is missing. */
  ensure(localName: string, order: readonly string[]): XmlElement {
    return this.element(localName) ?? this.insertInOrder(this.make(localName), order);
  }

  clone(): XmlElement {
    const copy = new XmlElement(this.name, this.#startTag, this.#selfClosing);
    copy.#attributes = this.#attributes === undefined ? undefined : new Map(this.#attributes);
    copy.children = this.children.map((child) => (typeof child === "string" ? child : child.clone()));
    return copy;
  }

  /** The element's text, with `inner` put in place of children that are written elsewhere. */
  serialize(write: (text: string) => void, inner?: (element: XmlElement) => ((write: (text: string) => void) => void) | undefined): void {
    const tag = this.#startTag ?? this.name + [...this.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("");
    const writeInner = inner?.(this);
    if (writeInner === undefined && this.children.length === 0 && this.#selfClosing) {
      write(`<${tag}/>`);
      return;
    }
    write(`<${tag}>`);
    if (writeInner !== undefined) writeInner(write);
    else
      for (const child of this.children) {
        if (typeof child === "string") write(child);
        else child.serialize(write, inner);
      }
    write(`</${this.name}>`);
  }

  toString(): string {
    const pieces: string[] = [];
    this.serialize((text) => pieces.push(text));
    return pieces.join("");
  }
}

/** A part's markup: what stands before and after the root element is kept as it came. */
export interface XmlDocument {
  readonly before: string;
  readonly root: XmlElement;
  readonly after: string;
  /** Where the inside of the opaque element stands in `source`; undefined when the part has none. */
  readonly opaque: { readonly element: XmlElement; readonly start: number; readonly end: number } | undefined;
}

/** Parses a part. The inside of the first element called `opaque` is not parsed but pointed out. Throws XlsxError `badXml`, `doctype`, `tooDeep`. */
export function parseXml(source: string, opaque?: string): XmlDocument {
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  let before = "";
  let after = "";
  let found: XmlDocument["opaque"];
  let count = 0;
  let at = 0;
  const keep = (text: string): void => {
    if (text === "") return;
    const parent = stack.at(-1);
    if (parent !== undefined) parent.children.push(text);
    else if (root === undefined) before += text;
    else after += text;
  };
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open < 0) {
      keep(source.slice(at));
      break;
    }
    if (open > at) keep(source.slice(at, open));
    const next = source.charCodeAt(open + 1);
    if (next === 0x21 || next === 0x3f) {
      const end = endOfMarkup(source, open);
      keep(source.slice(open, end));
      at = end;
    } else if (next === 0x2f) {
      const end = source.indexOf(">", open);
      const element = stack.pop();
      if (end < 0 || element === undefined || source.slice(open + 2, end).trimEnd() !== element.name) throw new XlsxError("badXml", `closing tag at ${open}`);
      at = end + 1;
    } else {
      const end = endOfTag(source, open);
      const selfClosing = source.charCodeAt(end - 1) === 0x2f;
      const element = XmlElement.fromTag(source.slice(open + 1, selfClosing ? end - 1 : end), selfClosing);
      if (!isName(element.name)) throw new XlsxError("badXml", `tag at ${open}`);
      // Read now, so that a damaged tag is found when the part is opened and not when it is used.
      if (element.name.length < end - open - (selfClosing ? 2 : 1)) void element.attributes;
      if (++count > maximumElements) throw new XlsxError("tooLarge", "elements");
      const parent = stack.at(-1);
      if (parent !== undefined) parent.children.push(element);
      else if (root === undefined) root = element;
      else throw new XlsxError("badXml", "two root elements");
      at = end + 1;
      if (element.localName === opaque && found === undefined) {
        const close = selfClosing ? at : source.indexOf(`</${element.name}`, at);
        if (close < 0) throw new XlsxError("badXml", `${opaque} is not closed`);
        found = { element, start: at, end: close };
        if (!selfClosing) {
          const closed = source.indexOf(">", close);
          if (closed < 0) throw new XlsxError("badXml", `${opaque} is not closed`);
          at = closed + 1;
        }
      } else if (!selfClosing) {
        stack.push(element);
        if (stack.length > maximumDepth) throw new XlsxError("tooDeep");
      }
    }
  }
  if (root === undefined || stack.length > 0) throw new XlsxError("badXml", root === undefined ? "no root element" : `${stack.at(-1)?.name ?? ""} is not closed`);
  return { before, root, after, opaque: found };
}

/** The index just after a comment, CDATA section or processing instruction that starts at `open`. A DOCTYPE is refused: entities could grow without bound. */
export function endOfMarkup(source: string, open: number): number {
  const [start, terminator] = source.startsWith("<!--", open)
    ? [4, "-->"]
    : source.startsWith("<![CDATA[", open)
      ? [9, "]]>"]
      : source.startsWith("<?", open)
        ? [2, "?>"]
        : [0, ""];
  if (terminator === "") throw new XlsxError("doctype", source.slice(open, open + 20));
  const end = source.indexOf(terminator, open + start);
  if (end < 0) throw new XlsxError("badXml", `markup at ${open} is not closed`);
  return end + terminator.length;
}

/** The index of the `>` that ends the tag opened at `open`; one inside a quoted attribute does not count. */
export function endOfTag(source: string, open: number): number {
  for (let i = open + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 0x3e) return i;
    if (code === 0x3c) break;
    if (code === 0x22 || code === 0x27) {
      i = source.indexOf(code === 0x22 ? '"' : "'", i + 1);
      if (i < 0) break;
    }
  }
  throw new XlsxError("badXml", `tag at ${open} is not closed`);
}

/** The next tag from `at`, comments passed over; `end` when there is none. Text between tags must be white space. */
export function nextTag(source: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (code === 0x3c) {
      const next = source.charCodeAt(i + 1);
      if (next !== 0x21 && next !== 0x3f) return i;
      i = endOfMarkup(source, i);
    } else if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) i++;
    else throw new XlsxError("badXml", `text at ${i}`);
  }
  return end;
}

function isName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.\-·]*(:[\p{L}_][\p{L}\p{N}_.\-·]*)?$/u.test(name);
}

/** The attributes of a start tag's text, from the end of its name. */
export function parseAttributes(tag: string, from: number): Map<string, string> {
  const attributes = new Map<string, string>();
  const pattern = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  pattern.lastIndex = from;
  let end = from;
  for (let match = pattern.exec(tag); match !== null; match = pattern.exec(tag)) {
    const [, name = "", double, single] = match;
    if (attributes.has(name)) throw new XlsxError("badXml", `attribute ${name} twice`);
    attributes.set(name, decode(double ?? single ?? ""));
    end = pattern.lastIndex;
  }
  if (tag.slice(end).trim() !== "") throw new XlsxError("badXml", `attributes: ${tag.slice(end, end + 40)}`);
  return attributes;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Replaces character and predefined entity references. Others cannot be: there is no document type. */
export function decode(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));|&/g, (match, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? parseInt(decimal, 10) : -1;
    if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const character = name === undefined ? undefined : entities[name];
    if (character === undefined) throw new XlsxError("badXml", `entity ${match}`);
    return character;
  });
}

/** Raw markup between tags as text: entities and CDATA read, comments and instructions left out, line ends made LF as XML says. */
export function rawText(raw: string): string {
  const unified = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!unified.includes("<")) return decode(unified);
  let text = "";
  let at = 0;
  while (at < unified.length) {
    const open = unified.indexOf("<", at);
    if (open < 0) return text + decode(unified.slice(at));
    text += decode(unified.slice(at, open));
    at = endOfMarkup(unified, open);
    if (unified.startsWith("<![CDATA[", open)) text += unified.slice(open + 9, at - 3);
  }
  return text;
}

/** XML 1.0 cannot hold these at all, not even as character references. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export function isXmlText(text: string): boolean {
  return !forbidden.test(text);
}

export function escapeText(text: string): string {
  if (!isXmlText(text)) throw new XlsxError("badXml", "a character that XML cannot hold");
  if (!/[&<>\r]/.test(text)) return text;
  return text.replace(/[&<>\r]/g, (character) => (character === "&" ? "&amp;" : character === "<" ? "&lt;" : character === ">" ? "&gt;" : "&#13;"));
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\n\t]/g, (character) => (character === '"' ? "&quot;" : character === "\n" ? "&#10;" : "&#9;"));
}
