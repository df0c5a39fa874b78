/** The markup of charts and of the drawings they stand in, as Excel writes it: elements in the order of the schema (ECMA-376 part 1, 21.2 and 20.5), which Excel insists on. */
import { areaName } from "./areas.js";
import { quoteSheet } from "./formulaReferences.js";
import type { CellsOfSheet, ChartKind, Scalar } from "./model.js";
import { officeRelationships, xmlDeclaration } from "./package.js";
import { escapeAttribute, escapeText, parseXml } from "./xml.js";
import type { XmlElement } from "./xml.js";

const drawingML = "http://schemas.openxmlformats.org/drawingml/2006";
export const chartNamespace = `${drawingML}/chart`;
export const drawingNamespace = `${drawingML}/main`;
export const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
export const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";

/** How each kind stands in the file: the element of its group, and for bars their direction. */
export const chartGroups: Readonly<Record<ChartKind, { readonly element: "barChart" | "lineChart"; readonly direction?: "col" | "bar"; readonly grouping: string; readonly markers?: boolean }>> = {
  columnClustered: { element: "barChart", direction: "col", grouping: "clustered" },
  columnStacked: { element: "barChart", direction: "col", grouping: "stacked" },
  columnStacked100: { element: "barChart", direction: "col", grouping: "percentStacked" },
  barClustered: { element: "barChart", direction: "bar", grouping: "clustered" },
  barStacked: { element: "barChart", direction: "bar", grouping: "stacked" },
  barStacked100: { element: "barChart", direction: "bar", grouping: "percentStacked" },
  line: { element: "lineChart", grouping: "standard", markers: false },
  lineMarkers: { element: "lineChart", grouping: "standard", markers: true },
};

export const chartSpaceOrder = ["date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr", "pivotSource", "protection", "chart", "spPr", "txPr", "externalData", "printSettings", "userShapes", "extLst"];
export const chartOrder = ["title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst"];
export const groupOrder = ["barDir", "grouping", "varyColors", "ser", "dLbls", "dropLines", "hiLowLines", "upDownBars", "marker", "smooth", "gapWidth", "overlap", "serLines", "axId", "extLst"];
export const seriesOrder = ["idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst"];
export const axisOrder = [
  "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt",
  "crossBetween", "auto", "lblAlgn", "lblOffset", "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl", "majorUnit", "minorUnit", "dispUnits", "extLst",
];
export const labelsOrder = ["dLbl", "delete", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize", "separator", "showLeaderLines", "extLst"];

/** Ids of the two axes: they need only be apart within the chart. */
const categoryAxis = 111_111_111;
const valueAxis = 222_222_222;

/** An element from markup that is written here. */
export function fragment(markup: string): XmlElement {
  return parseXml(markup).root;
}

/** A new chart part, with axes and legend and no series yet. */
export function newChartMarkup(kind: ChartKind): string {
  return (
    `${xmlDeclaration}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${officeRelationships}"><c:roundedCorners val="0"/>` +
    `<c:chart><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${groupMarkup("c:", kind)}${axesMarkup("c:", kind)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>' +
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr></c:chartSpace>'
  );
}

/** The group of a kind, without its series. @param p prefix of the chart namespace, with its colon */
export function groupMarkup(p: string, kind: ChartKind): string {
  const { element, direction, grouping, markers } = chartGroups[kind];
  const axes = `<${p}axId val="${categoryAxis}"/><${p}axId val="${valueAxis}"/>`;
  const beginning = `<${p}${element}>${direction === undefined ? "" : `<${p}barDir val="${direction}"/>`}<${p}grouping val="${grouping}"/><${p}varyColors val="0"/>`;
  const end = element === "lineChart" ? `<${p}marker val="${markers === true ? 1 : 0}"/>` : `<${p}gapWidth val="150"/>${grouping === "clustered" ? "" : `<${p}overlap val="100"/>`}`;
  return `${beginning}${end}${axes}</${p}${element}>`;
}

export function axesMarkup(p: string, kind: ChartKind): string {
  const isLying = chartGroups[kind].direction === "bar";
  const scaling = `<${p}scaling><${p}orientation val="minMax"/></${p}scaling><${p}delete val="0"/>`;
  const ticks = `<${p}majorTickMark val="none"/><${p}minorTickMark val="none"/><${p}tickLblPos val="nextTo"/>`;
  const line = (color: string) => `<${p}spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></${p}spPr>`;
  return (
    `<${p}catAx><${p}axId val="${categoryAxis}"/>${scaling}<${p}axPos val="${isLying ? "l" : "b"}"/><${p}numFmt formatCode="General" sourceLinked="1"/>${ticks}${line("7F7F7F")}` +
    `<${p}crossAx val="${valueAxis}"/><${p}crosses val="autoZero"/><${p}auto val="1"/><${p}lblAlgn val="ctr"/><${p}lblOffset val="100"/><${p}noMultiLvlLbl val="0"/></${p}catAx>` +
    `<${p}valAx><${p}axId val="${valueAxis}"/>${scaling}<${p}axPos val="${isLying ? "b" : "l"}"/>${gridlinesMarkup(p)}<${p}numFmt formatCode="General" sourceLinked="1"/>${ticks}` +
    `<${p}spPr><a:ln><a:noFill/></a:ln></${p}spPr><${p}crossAx val="${categoryAxis}"/><${p}crosses val="autoZero"/><${p}crossBetween val="between"/></${p}valAx>`
  );
}

export function gridlinesMarkup(p: string): string {
  return `<${p}majorGridlines><${p}spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></${p}spPr></${p}majorGridlines>`;
}

/** A title of a chart or an axis. */
export function titleMarkup(p: string, text: string): string {
  return (
    `<${p}title><${p}tx><${p}rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:r><a:rPr lang="sv-SE"/><a:t>${escapeText(text)}</a:t></a:r></a:p></${p}rich></${p}tx>` +
    `<${p}overlay val="0"/></${p}title>`
  );
}

/** A series without name, categories or figures, in the colour of the theme that its place gives it. */
export function newSeriesMarkup(p: string, kind: ChartKind, index: number): string {
  const { element, markers } = chartGroups[kind];
  const color = `<a:schemeClr val="accent${(index % 6) + 1}"/>`;
  const isLine = element === "lineChart";
  const look = isLine ? `<${p}spPr>${lineMarkup(color)}</${p}spPr>` : `<${p}spPr><a:solidFill>${color}</a:solidFill></${p}spPr><${p}invertIfNegative val="0"/>`;
  const marker = isLine && markers !== true ? `<${p}marker><${p}symbol val="none"/></${p}marker>` : "";
  return `<${p}ser><${p}idx val="${index}"/><${p}order val="${index}"/>${look}${marker}${isLine ? `<${p}smooth val="0"/>` : ""}</${p}ser>`;
}

/** A line of two and a quarter points. @param color an element of DrawingML */
export function lineMarkup(color: string): string {
  return `<a:ln w="28575" cap="rnd"><a:solidFill>${color}</a:solidFill><a:round/></a:ln>`;
}

/** Labels with the series' figures. */
export function labelsMarkup(p: string): string {
  return (
    `<${p}dLbls><${p}spPr><a:noFill/><a:ln><a:noFill/></a:ln></${p}spPr><${p}showLegendKey val="0"/><${p}showVal val="1"/><${p}showCatName val="0"/>` +
    `<${p}showSerName val="0"/><${p}showPercent val="0"/><${p}showBubbleSize val="0"/></${p}dLbls>`
  );
}

export function textPropertiesMarkup(p: string): string {
  return `<${p}txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></${p}txPr>`;
}

/** The cells with what they hold, so that a reader that does not compute shows the chart. `element` is what they are to the series: its name, its categories or its figures. */
export function referenceMarkup(p: string, element: "tx" | "cat" | "val", cells: CellsOfSheet): string {
  const { sheet, rect } = cells;
  const values: Scalar[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) values.push(sheet.cell(row, column)?.value ?? null);
  }
  const isText = element === "tx" || (element === "cat" && values.some((value) => typeof value === "string"));
  const points = values.map((value, index) => {
    const text = isText ? shown(value) : typeof value === "number" ? String(value) : undefined;
    return text === undefined ? "" : `<${p}pt idx="${index}"><${p}v>${escapeText(text)}</${p}v></${p}pt>`;
  });
  const count = `<${p}ptCount val="${values.length}"/>`;
  const formula = `<${p}f>${escapeText(referenceOf(cells))}</${p}f>`;
  if (isText) return `<${p}${element}><${p}strRef>${formula}<${p}strCache>${count}${points.join("")}</${p}strCache></${p}strRef></${p}${element}>`;
  const format = `<${p}formatCode>${escapeText(sheet.numberFormat(rect.row, rect.column))}</${p}formatCode>`;
  return `<${p}${element}><${p}numRef>${formula}<${p}numCache>${format}${count}${points.join("")}</${p}numCache></${p}numRef></${p}${element}>`;
}

function shown(value: Scalar): string | undefined {
  if (value === null) return undefined;
  return typeof value === "object" ? value.error : String(value);
}

/** "'Mål 2019'!$A$2:$A$9" */
function referenceOf({ sheet, rect }: CellsOfSheet): string {
  return `${quoteSheet(sheet.name)}!${areaName(rect).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

export function newDrawingMarkup(): string {
  return `${xmlDeclaration}<xdr:wsDr xmlns:xdr="${drawingML}/spreadsheetDrawing" xmlns:a="${drawingNamespace}"></xdr:wsDr>`;
}

/** A frame for a chart, at the first cell until it is given a place. @param p prefix of the drawing's namespace, with its colon */
export function frameMarkup(p: string, id: number, name: string, relationship: string): string {
  const marker = `<${p}col>0</${p}col><${p}colOff>0</${p}colOff><${p}row>0</${p}row><${p}rowOff>0</${p}rowOff>`;
  return (
    `<${p}twoCellAnchor><${p}from>${marker}</${p}from><${p}to>${marker}</${p}to><${p}graphicFrame macro=""><${p}nvGraphicFramePr>` +
    `<${p}cNvPr id="${id}" name="${escapeAttribute(name)}"/><${p}cNvGraphicFramePr/></${p}nvGraphicFramePr><${p}xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></${p}xfrm>` +
    `<a:graphic xmlns:a="${drawingNamespace}"><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${officeRelationships}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    `</${p}graphicFrame><${p}clientData/></${p}twoCellAnchor>`
  );
}
