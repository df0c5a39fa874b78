/** How a sheet is shown: frozen panes, gridlines and whether its tab is selected. */
import { cellName } from "./areas.js";
import type { FreezePanes } from "./model.js";
import { isTrue } from "./styles.js";
import type { WorksheetPart } from "./worksheetPart.js";
import type { XmlElement } from "./xml.js";

const viewOrder = ["pane", "selection", "pivotSelection", "extLst"];

export function readFreezePanes(part: WorksheetPart): FreezePanes | undefined {
  const pane = view(part)?.element("pane");
  const state = pane?.attribute("state");
  if (pane === undefined || (state !== "frozen" && state !== "frozenSplit")) return undefined;
  return { rows: Math.trunc(Number(pane.attribute("ySplit") ?? 0)), columns: Math.trunc(Number(pane.attribute("xSplit") ?? 0)) };
}

export function writeFreezePanes(part: WorksheetPart, panes: FreezePanes | undefined): void {
  const sheetView = ensureView(part);
  const selections = sheetView.elements("selection");
  const main = selections.find((selection) => selection.attribute("pane") === undefined) ?? selections.at(-1);
  const activeCell = main?.attribute("activeCell");
  const sqref = main?.attribute("sqref");
  for (const element of [...sheetView.elements("pane"), ...selections]) sheetView.remove(element);
  if (panes === undefined || (panes.rows === 0 && panes.columns === 0)) {
    if (activeCell !== undefined) sheetView.insertInOrder(sheetView.make("selection", { activeCell, sqref: sqref ?? activeCell }), viewOrder);
    return;
  }
  const active = panes.rows === 0 ? "topRight" : panes.columns === 0 ? "bottomLeft" : "bottomRight";
  sheetView.insertInOrder(
    sheetView.make("pane", {
      xSplit: panes.columns === 0 ? undefined : panes.columns,
      ySplit: panes.rows === 0 ? undefined : panes.rows,
      topLeftCell: cellName(panes.rows, panes.columns),
      activePane: active,
      state: "frozen",
    }),
    viewOrder,
  );
  for (const pane of active === "bottomRight" ? ["topRight", "bottomLeft", "bottomRight"] : [active]) {
    sheetView.insertInOrder(sheetView.make("selection", { pane, activeCell: pane === active ? activeCell : undefined, sqref: pane === active ? sqref : undefined }), viewOrder);
  }
}

export function readGridlines(part: WorksheetPart): boolean {
  const value = view(part)?.attribute("showGridLines");
  return value === undefined || isTrue(value);
}

export function writeGridlines(part: WorksheetPart, shown: boolean): void {
  ensureView(part).setAttribute("showGridLines", shown ? undefined : 0);
}

export function writeTabSelected(part: WorksheetPart, selected: boolean): void {
  if (isTrue(view(part)?.attribute("tabSelected")) !== selected) ensureView(part).setAttribute("tabSelected", selected ? 1 : undefined);
}

function view(part: WorksheetPart): XmlElement | undefined {
  return part.element("sheetViews")?.element("sheetView");
}

function ensureView(part: WorksheetPart): XmlElement {
  const views = part.ensure("sheetViews");
  return views.element("sheetView") ?? views.append(views.make("sheetView", { workbookViewId: 0 }));
}
