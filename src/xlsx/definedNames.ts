/** Defined names: the `definedNames` element of the workbook part. */
import { decodeXstring, encodeXstringAttribute } from "./escapedText.js";
import type { DefinedName, Sheet } from "./model.js";
import { isTrue } from "./styles.js";
import type { XmlElement } from "./xml.js";

export class WorkbookName implements DefinedName {
  readonly element: XmlElement;
  readonly #scope: () => Sheet | undefined;
  readonly #touch: () => void;

  constructor(element: XmlElement, scope: () => Sheet | undefined, touch: () => void) {
    this.element = element;
    this.#scope = scope;
    this.#touch = touch;
  }

  get name(): string {
    return this.element.attribute("name") ?? "";
  }

  get scope(): Sheet | undefined {
    return this.#scope();
  }

  get formula(): string {
    return this.element.text;
  }

  set formula(value: string) {
    if (value === this.formula) return;
    this.element.text = value;
    this.#touch();
  }

  get hidden(): boolean {
    return isTrue(this.element.attribute("hidden"));
  }

  set hidden(value: boolean) {
    this.element.setAttribute("hidden", value ? 1 : undefined);
    this.#touch();
  }

  get comment(): string | undefined {
    const comment = this.element.attribute("comment");
    return comment === undefined ? undefined : decodeXstring(comment);
  }

  set comment(value: string | undefined) {
    this.element.setAttribute("comment", value === undefined || value === "" ? undefined : encodeXstringAttribute(value));
    this.#touch();
  }
}
