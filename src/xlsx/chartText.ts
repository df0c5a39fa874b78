/** The font of a chart's texts, which DrawingML keeps in each paragraph and each run of it. */
import { argb } from "./colors.js";
import type { ChartFont } from "./model.js";
import { drawingNamespace, fragment } from "./chartMarkup.js";
import type { XmlElement } from "./xml.js";

const runPropertiesOrder = ["ln", "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst"];
const fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];

/** Gives a text, or the texts that follow a default, another font: only what is named changes. @param text an element with paragraphs in it */
export function setRunFonts(text: XmlElement, font: ChartFont): void {
  for (const paragraph of text.elements("p")) {
    const properties = paragraph.element("pPr")?.element("defRPr");
    if (properties !== undefined) setFont(properties, font);
    for (const run of paragraph.elements("r")) {
      const own = run.element("rPr");
      if (own !== undefined) setFont(own, font);
    }
  }
}

function setFont(properties: XmlElement, { size, bold, color }: ChartFont): void {
  if (size !== undefined) properties.setAttribute("sz", Math.round(size * 100));
  if (bold !== undefined) properties.setAttribute("b", bold ? 1 : 0);
  if (color === undefined) return;
  for (const fill of properties.elements().filter(({ localName }) => fills.includes(localName))) properties.remove(fill);
  properties.insertInOrder(fragment(`<a:solidFill><a:srgbClr val="${argb(color).slice(2)}"/></a:solidFill>`), runPropertiesOrder);
}

/** DrawingML is written with the prefix `a` here: it must stand for it in the part, whatever made the part. */
export function ensureDrawingPrefix(root: XmlElement): void {
  if (root.attribute("xmlns:a") === undefined) root.setAttribute("xmlns:a", drawingNamespace);
}
