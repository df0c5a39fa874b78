/** Document properties: the core properties part (ECMA-376 part 2, 11), Dublin Core elements among them. */
import type { DocumentProperties } from "./model.js";
import { xmlDeclaration } from "./package.js";
import type { OpcPackage } from "./package.js";
import { XmlElement } from "./xml.js";

const partType = "application/vnd.openxmlformats-package.core-properties+xml";
const relationshipType = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const dublinCore = "http://purl.org/dc/elements/1.1/";
const coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

const fields: Readonly<Record<Exclude<keyof DocumentProperties, "modified">, { readonly namespace: string; readonly element: string }>> = {
  title: { namespace: dublinCore, element: "title" },
  subject: { namespace: dublinCore, element: "subject" },
  author: { namespace: dublinCore, element: "creator" },
  keywords: { namespace: coreProperties, element: "keywords" },
  comments: { namespace: dublinCore, element: "description" },
  category: { namespace: coreProperties, element: "category" },
  lastAuthor: { namespace: coreProperties, element: "lastModifiedBy" },
};

export class CoreProperties implements DocumentProperties {
  readonly #package: OpcPackage;

  constructor(opened: OpcPackage) {
    this.#package = opened;
  }

  get title(): string { return this.#get("title"); }
  set title(value: string) { this.#set("title", value); }
  get subject(): string { return this.#get("subject"); }
  set subject(value: string) { this.#set("subject", value); }
  get author(): string { return this.#get("author"); }
  set author(value: string) { this.#set("author", value); }
  get keywords(): string { return this.#get("keywords"); }
  set keywords(value: string) { this.#set("keywords", value); }
  get comments(): string { return this.#get("comments"); }
  set comments(value: string) { this.#set("comments", value); }
  get category(): string { return this.#get("category"); }
  set category(value: string) { this.#set("category", value); }
  get lastAuthor(): string { return this.#get("lastAuthor"); }
  set lastAuthor(value: string) { this.#set("lastAuthor", value); }

  get modified(): string {
    const name = this.#partName();
    return name === undefined ? "" : (this.#package.root(name).element("modified")?.text ?? "");
  }

  #partName(): string | undefined {
    return this.#package.related("", "core-properties");
  }

  #get(field: keyof typeof fields): string {
    const name = this.#partName();
    return name === undefined ? "" : (this.#package.root(name).element(fields[field].element)?.text ?? "");
  }

  #set(field: keyof typeof fields, value: string): void {
    if (value === this.#get(field)) return;
    const name = this.#partName() ?? this.#create();
    const root = this.#package.root(name);
    const { namespace, element } = fields[field];
    const known = root.element(element);
    if (known !== undefined) known.text = value;
    else {
      const prefix = prefixOf(root, namespace);
      root.append(XmlElement.create(prefix === "" ? element : `${prefix}:${element}`)).text = value;
    }
    this.#package.touch(name);
  }

  #create(): string {
    const name = "docProps/core.xml";
    this.#package.addPart(name, partType, `${xmlDeclaration}<cp:coreProperties xmlns:cp="${coreProperties}" xmlns:dc="${dublinCore}" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>`);
    this.#package.relate("", relationshipType, name);
    return name;
  }
}

/** The prefix a namespace has in a root element; declared when it has none. */
function prefixOf(root: XmlElement, namespace: string): string {
  for (const [name, value] of root.attributes) {
    if (value !== namespace) continue;
    if (name === "xmlns") return "";
    if (name.startsWith("xmlns:")) return name.slice(6);
  }
  const prefix = namespace === dublinCore ? "dc" : "cp";
  root.setAttribute(`xmlns:${prefix}`, namespace);
  return prefix;
}
