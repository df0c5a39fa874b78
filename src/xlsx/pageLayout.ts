/** Page set-up of a sheet: the elements `sheetPr/pageSetUpPr`, `printOptions`, `pageMargins`, `pageSetup` and `headerFooter`. */
import { decodeXstring, encodeXstring } from "./escapedText.js";
import { XlsxError } from "./errors.js";
import type { PageLayout } from "./model.js";
import { isTrue } from "./styles.js";
import type { WorksheetPart } from "./worksheetPart.js";

const sheetPropertiesOrder = ["tabColor", "outlinePr", "pageSetUpPr"];
const headerFooterOrder = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
/** With all its codes, in each of header and footer. */
const longestHeader = 255;
/** Excel's "normal" margins, in inches. */
const margins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

export function readPageLayout(part: WorksheetPart): PageLayout {
  const setup = part.element("pageSetup");
  const fits = isTrue(part.element("sheetPr")?.element("pageSetUpPr")?.attribute("fitToPage"));
  const print = part.element("printOptions");
  const margin = (name: keyof typeof margins): number => Number(part.element("pageMargins")?.attribute(name) ?? margins[name]);
  const code = (name: string): string => decodeXstring(part.element("headerFooter")?.element(name)?.text ?? "");
  const scale = setup?.attribute("scale");
  return {
    orientation: setup?.attribute("orientation") === "landscape" ? "landscape" : "portrait",
    // Without an attribute the format means US Letter.
    paperSize: Number(setup?.attribute("paperSize") ?? 1),
    fitToWidth: fits ? Number(setup?.attribute("fitToWidth") ?? 1) : undefined,
    fitToHeight: fits ? Number(setup?.attribute("fitToHeight") ?? 1) : undefined,
    scale: scale === undefined ? undefined : Number(scale),
    margins: { left: margin("left"), right: margin("right"), top: margin("top"), bottom: margin("bottom"), header: margin("header"), footer: margin("footer") },
    header: code("oddHeader"),
    footer: code("oddFooter"),
    centerHorizontally: isTrue(print?.attribute("horizontalCentered")),
    printGridlines: isTrue(print?.attribute("gridLines")),
    printHeadings: isTrue(print?.attribute("headings")),
  };
}

/** Throws `format` for what Excel would call damage: texts over 255 characters, a scale outside 10–400 %, margins that are no lengths. */
export function writePageLayout(part: WorksheetPart, layout: PageLayout): void {
  check(layout);
  const fits = layout.fitToWidth !== undefined || layout.fitToHeight !== undefined;
  if (fits || part.element("sheetPr")?.element("pageSetUpPr") !== undefined) part.ensure("sheetPr").ensure("pageSetUpPr", sheetPropertiesOrder).setAttribute("fitToPage", fits ? 1 : undefined);
  const setup = part.ensure("pageSetup");
  setup.setAttribute("paperSize", layout.paperSize);
  setup.setAttribute("scale", layout.scale);
  setup.setAttribute("fitToWidth", fits && layout.fitToWidth !== 1 ? (layout.fitToWidth ?? 0) : undefined);
  setup.setAttribute("fitToHeight", fits && layout.fitToHeight !== 1 ? (layout.fitToHeight ?? 0) : undefined);
  setup.setAttribute("orientation", layout.orientation);
  const pageMargins = part.ensure("pageMargins");
  for (const name of ["left", "right", "top", "bottom", "header", "footer"] as const) pageMargins.setAttribute(name, layout.margins[name]);
  if (layout.centerHorizontally || layout.printGridlines || layout.printHeadings || part.element("printOptions") !== undefined) {
    const print = part.ensure("printOptions");
    print.setAttribute("headings", layout.printHeadings ? 1 : undefined);
    print.setAttribute("gridLines", layout.printGridlines ? 1 : undefined);
    print.setAttribute("horizontalCentered", layout.centerHorizontally ? 1 : undefined);
    if (print.attributes.size === 0) part.remove("printOptions");
  }
  for (const [name, text] of [["oddHeader", layout.header], ["oddFooter", layout.footer]] as const) {
    const old = part.element("headerFooter")?.element(name);
    if (text !== "") part.ensure("headerFooter").ensure(name, headerFooterOrder).text = encodeXstring(text);
    else if (old !== undefined) part.element("headerFooter")?.remove(old);
  }
  if (part.element("headerFooter")?.elements().length === 0) part.remove("headerFooter");
}

function check({ header, footer, scale, margins: lengths, fitToWidth, fitToHeight }: PageLayout): void {
  for (const text of [header, footer]) if (text.length > longestHeader) throw new XlsxError("format", `header or footer of ${text.length} characters`);
  if (scale !== undefined && !(Number.isInteger(scale) && scale >= 10 && scale <= 400)) throw new XlsxError("format", `scale ${scale}`);
  for (const length of Object.values(lengths)) if (!(length >= 0 && length < 50)) throw new XlsxError("format", `margin ${length}`);
  for (const pages of [fitToWidth, fitToHeight]) if (pages !== undefined && !(Number.isInteger(pages) && pages >= 0 && pages <= 32_767)) throw new XlsxError("format", `${pages} pages`);
}
