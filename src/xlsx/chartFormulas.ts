/** References that charts hold; they follow cells and sheets as formulas do. */
import type { OpcPackage } from "./package.js";
import type { XmlElement } from "./xml.js";

/** Gives the formulas of every chart part a new text. Only the text inside `f` elements changes; a part without a change is left alone. */
export function rewriteDrawingFormulas(opened: OpcPackage, rewrite: (formula: string) => string): void {
  for (const name of opened.names) {
    if (!/^xl\/charts\/chart[^/]*\.xml$/i.test(name)) continue;
    for (const element of descendants(opened.root(name))) {
      if (element.localName !== "f" || element.elements().length > 0) continue;
      const formula = element.text;
      const rewritten = rewrite(formula);
      if (rewritten === formula) continue;
      element.text = rewritten;
      opened.touch(name);
    }
  }
}

function* descendants(element: XmlElement): IterableIterator<XmlElement> {
  for (const child of element.elements()) {
    yield child;
    yield* descendants(child);
  }
}
