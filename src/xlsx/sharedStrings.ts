/** The shared strings part: read on demand, appended to, never renumbered. A rich text keeps its runs as long as its cell keeps its index. */
import { XlsxError } from "./errors.js";
import { decodeXstring, encodeXstring } from "./escapedText.js";
import { xmlDeclaration } from "./package.js";
import type { OpcPackage } from "./package.js";
import { endOfTag, escapeText, nextTag, parseXml, rawText } from "./xml.js";
import type { XmlElement } from "./xml.js";

const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export class SharedStrings {
  readonly #package: OpcPackage;
  #name: string | undefined;
  /** Makes the part when the first text is added to a workbook that has none. */
  readonly #create: () => string;
  #source = "";
  /** Where the list's end tag stands in the source, or its start tag when the list is written as one empty tag. */
  #end = 0;
  #emptyTag = false;
  #prefix = "";
  /** The inside of each `si`, as markup. */
  #items: string[] = [];
  #texts: (string | undefined)[] = [];
  /** Index of each plain text; made when the first text is added. */
  #index: Map<string, number> | undefined;
  #loaded = 0;

  constructor(opened: OpcPackage, name: string | undefined, create: () => string) {
    this.#package = opened;
    this.#name = name;
    this.#create = create;
    if (name !== undefined) this.#load(name);
  }

  text(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const item = this.#items[index];
    if (item === undefined) throw new XlsxError("badReference", `shared string ${index}`);
    const text = stringItemText(item);
    this.#texts[index] = text;
    return text;
  }

  /** The index of a plain text, added at the end when it is new. */
  indexOf(text: string): number {
    if (this.#index === undefined) {
      this.#index = new Map();
      for (let i = this.#items.length - 1; i >= 0; i--) if (isPlain(this.#items[i] ?? "")) this.#index.set(this.text(i), i);
    }
    const known = this.#index.get(text);
    if (known !== undefined) return known;
    if (this.#name === undefined) {
      this.#name = this.#create();
      this.#load(this.#name);
    }
    const index = this.#items.length;
    this.#items.push(textElement(text, this.#prefix));
    this.#texts[index] = text;
    this.#index.set(text, index);
    this.#package.touch(this.#name);
    return index;
  }

  static emptyPart(): string {
    return `${xmlDeclaration}<sst xmlns="${mainNamespace}"></sst>`;
  }

  #load(name: string): void {
    const source = this.#package.text(name);
    const document = parseXml(source, "sst");
    if (document.opaque === undefined) throw new XlsxError("badXml", name);
    const { start, end, element } = document.opaque;
    this.#source = source;
    this.#prefix = element.prefix === "" ? "" : `${element.prefix}:`;
    this.#emptyTag = source.charCodeAt(start - 2) === 0x2f && start === end;
    this.#end = end;
    const item = `${this.#prefix}si`;
    let at = start;
    for (;;) {
      at = nextTag(source, at, end);
      if (at >= end) break;
      const tagEnd = endOfTag(source, at);
      // An extension list may follow the items; new ones go before it.
      if (!source.startsWith(item, at + 1)) {
        if (!source.startsWith(`${this.#prefix}extLst`, at + 1)) throw new XlsxError("badXml", `${name} at ${at}`);
        this.#end = at;
        break;
      }
      if (source.charCodeAt(tagEnd - 1) === 0x2f) {
        this.#items.push("");
        at = tagEnd + 1;
        continue;
      }
      const close = source.indexOf(`</${item}`, tagEnd);
      const closed = close < 0 ? -1 : source.indexOf(">", close);
      if (closed < 0 || closed >= end) throw new XlsxError("badXml", `${name} at ${at}`);
      this.#items.push(source.slice(tagEnd + 1, close));
      at = closed + 1;
    }
    this.#loaded = this.#items.length;
    this.#package.setWriter(name, () => this.#write());
  }

  #write(): string {
    const added = this.#items.slice(this.#loaded).map((item) => `<${this.#prefix}si>${item}</${this.#prefix}si>`).join("");
    const before = this.#source.slice(0, this.#end);
    const after = this.#source.slice(this.#end);
    const body = this.#emptyTag ? `${before.replace(/\s*\/>$/, ">")}${added}</${this.#prefix}sst>${after}` : before + added + after;
    // The counts are hints; uniqueCount must not be lower than the truth, so both are set, or left out when they were.
    return body.replace(/<(?:[\w.-]+:)?sst\b[^>]*>/, (tag) => tag.replace(/\s(count|uniqueCount)="(\d+)"/g, (_match, name: string, old: string) => ` ${name}="${name === "uniqueCount" ? this.#items.length : Math.max(Number(old), this.#items.length)}"`));
  }
}

/** The text of a string item or inline string: its `t` elements, those of phonetic runs left out. */
export function stringItemText(markup: string): string {
  // Most items are one `t` without attributes and nothing else.
  if (markup.startsWith("<t>") && markup.indexOf("<", 3) === markup.length - 4 && markup.endsWith("</t>")) return decodeXstring(rawText(markup.slice(3, -4)));
  const texts = (element: XmlElement): string => element.elements().map((child) => (child.localName === "t" ? child.text : child.localName === "r" ? texts(child) : "")).join("");
  return decodeXstring(texts(parseXml(`<si>${markup}</si>`).root));
}

/** `<t>` with a text; white space at its ends is said to be meant. */
export function textElement(text: string, prefix: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}t${space}>${escapeText(encodeXstring(text))}</${prefix}t>`;
}

function isPlain(markup: string): boolean {
  return /^<(?:[\w.-]+:)?t[\s>/]/.test(markup) && !/<(?:[\w.-]+:)?(?:r|rPh|phoneticPr)[\s>/]/.test(markup);
}
