/** The shared strings part: read on demand, appended to, never renumbered. A rich text keeps its runs as long as its cell keeps its index. */
import { XlsxError } from "./errors.js";
import { decodeXstring, encodeXstring } from "./escapedText.js";
import { xmlDeclaration } from "./package.js";
import type { OpcPackage } from "./package.js";
import { escapeText, parseXml, rawText } from "./xml.js";

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
    // One sticky pattern over the list: nothing but string items and extensions may stand there.
    const item = /\s*(?:<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?si\s*>)|<!--[\s\S]*?-->|<((?:[\w.-]+:)?extLst)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\2\s*>))/y;
    item.lastIndex = start;
    let at = start;
    let lists = end;
    for (let match = item.exec(source); match !== null && item.lastIndex <= end; match = item.exec(source)) {
      if (match[2] !== undefined) lists = Math.min(lists, at);
      else if (!match[0].trimStart().startsWith("<!--")) this.#items.push(match[1] ?? "");
      at = item.lastIndex;
    }
    if (source.slice(at, end).trim() !== "") throw new XlsxError("badXml", `${name} at ${at}`);
    this.#end = lists;
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
  const plain = markup.includes("rPh") ? markup.replace(/<((?:[\w.-]+:)?rPh)\b[\s\S]*?<\/\1\s*>/g, "") : markup;
  let text = "";
  const pattern = /<(?:[\w.-]+:)?t(?:\s[^>]*[^>/]|\s)?>([\s\S]*?)<\/(?:[\w.-]+:)?t\s*>/g;
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) text += rawText(match[1] ?? "");
  return decodeXstring(text);
}

/** `<t>` with a text; white space at its ends is said to be meant. */
export function textElement(text: string, prefix: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}t${space}>${escapeText(encodeXstring(text))}</${prefix}t>`;
}

function isPlain(markup: string): boolean {
  return /^<(?:[\w.-]+:)?t[\s>/]/.test(markup) && !/<(?:[\w.-]+:)?(?:r|rPh|phoneticPr)[\s>/]/.test(markup);
}
