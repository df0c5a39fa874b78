/** References that charts and pivot tables' sources hold; they follow cells, sheets and tables as formulas do. */
import { quoteSheet } from "./formulaReferences.js";
import type { OpcPackage } from "./package.js";
import type { XmlElement } from "./xml.js";

/** Gives the references of every chart and pivot cache a new text. A part without a change is left alone. */
export function rewritePartReferences(opened: OpcPackage, rewrite: (formula: string) => string): void {
  for (const name of opened.names) {
    if (/^xl\/charts\/chart[^/]*\.xml$/i.test(name)) rewriteChart(opened, name, rewrite);
    else if (/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/i.test(name)) rewritePivotSource(opened, name, rewrite);
  }
}

function rewriteChart(opened: OpcPackage, name: string, rewrite: (formula: string) => string): void {
  for (const element of descendants(opened.root(name))) {
    if (element.localName !== "f" || element.elements().length > 0) continue;
    const formula = element.text;
    const rewritten = rewrite(formula);
    if (rewritten === formula) continue;
    element.text = rewritten;
    opened.touch(name);
  }
}

/** A pivot cache names its source by table or name, or by sheet and area. A source that is lost is left: the pivot table keeps its figures. */
function rewritePivotSource(opened: OpcPackage, name: string, rewrite: (formula: string) => string): void {
  const source = opened.root(name).element("cacheSource")?.element("worksheetSource");
  if (source === undefined || source.prefixedAttribute("id") !== undefined) return;
  const [table, sheet, ref] = [source.attribute("name"), source.attribute("sheet"), source.attribute("ref")];
  if (table !== undefined) {
    const rewritten = rewrite(table);
    if (rewritten === table || rewritten.includes("!")) return;
    source.setAttribute("name", rewritten);
  } else if (sheet !== undefined && ref !== undefined) {
    const formula = `${quoteSheet(sheet)}!${ref}`;
    const rewritten = rewrite(formula);
    const bang = rewritten.lastIndexOf("!");
    if (rewritten === formula || rewritten.includes("#REF!") || bang < 0) return;
    source.setAttribute("sheet", rewritten.slice(0, bang).replace(/^'(.*)'$/s, "$1").replaceAll("''", "'"));
    source.setAttribute("ref", rewritten.slice(bang + 1));
  } else return;
  opened.touch(name);
}

function* descendants(element: XmlElement): IterableIterator<XmlElement> {
  for (const child of element.elements()) {
    yield child;
    yield* descendants(child);
  }
}
