/** What is tied to cells outside the grid: pictures and charts, comments, page breaks and lists of areas. It follows when cells are inserted or deleted. */
import { areaName, areaNames, cellName, maximumColumns, maximumRows, parseArea, parseAreas, parseCell, span } from "./areas.js";
import type { Rect } from "./model.js";
import type { OpcPackage } from "./package.js";
import type { Shift, ShiftPlan } from "./shift.js";
import type { WorksheetPart } from "./worksheetPart.js";
import type { XmlElement } from "./xml.js";

export function moveAnchors(opened: OpcPackage, part: WorksheetPart, shift: Shift, plan: ShiftPlan): void {
  moveHyperlinks(part, plan.moveWhole);
  moveAreaLists(part, plan.movePieces);
  moveFilter(part, plan.moveReference);
  movePageBreaks(part, shift, plan.moveWhole);
  const related = opened.relationships(part.name).filter((relationship) => !relationship.external && opened.has(relationship.target));
  for (const { type, target } of related) {
    if (type.endsWith("/drawing")) moveDrawing(opened, target, plan.moveReference);
    else if (type.endsWith("/comments")) moveComments(opened, target, plan.moveWhole);
    else if (type.endsWith("/threadedComment")) moveComments(opened, target, plan.moveWhole);
    else if (type.endsWith("/vmlDrawing")) moveNotes(opened, target, plan.moveWhole);
  }
}

function moveHyperlinks(part: WorksheetPart, move: (area: Rect) => Rect | undefined): void {
  const links = part.element("hyperlinks");
  for (const link of links?.elements("hyperlink") ?? []) {
    const ref = link.attribute("ref");
    const moved = ref === undefined ? undefined : move(parseArea(ref));
    if (moved === undefined) links?.remove(link);
    else link.setAttribute("ref", areaName(moved));
  }
  if (links?.elements().length === 0) part.remove("hyperlinks");
}

function moveFilter(part: WorksheetPart, move: (area: Rect) => Rect | undefined): void {
  const filter = part.element("autoFilter");
  const ref = filter?.attribute("ref");
  const moved = ref === undefined ? undefined : move(parseArea(ref));
  if (moved !== undefined) filter?.setAttribute("ref", areaName(moved));
}

/** Lists of areas in attributes (ignored errors, ranges users may edit) and in extensions (`xm:sqref`). One that loses all its areas keeps the last, for an empty list is an error. */
function moveAreaLists(part: WorksheetPart, move: (area: Rect) => Rect[]): void {
  const moved = (text: string): string => areaNames(parseAreas(text).flatMap(move)) || text;
  for (const list of ["ignoredErrors", "protectedRanges"]) {
    for (const element of part.element(list)?.elements() ?? []) {
      const sqref = element.attribute("sqref");
      if (sqref !== undefined) element.setAttribute("sqref", moved(sqref));
    }
  }
  for (const element of descendants(part.element("extLst"))) {
    if (element.localName !== "sqref") continue;
    const sqref = element.text;
    if (moved(sqref) !== sqref) element.text = moved(sqref);
  }
}

/** A break's id is the index of the row or column after it. Breaks move only with whole rows or columns. */
function movePageBreaks(part: WorksheetPart, shift: Shift, move: (area: Rect) => Rect | undefined): void {
  const { direction, area } = shift;
  const byRows = direction === "rows";
  if (byRows ? area.columns !== maximumColumns : area.rows !== maximumRows) return;
  const list = part.element(byRows ? "rowBreaks" : "colBreaks");
  for (const element of list?.elements("brk") ?? []) {
    const id = Number(element.attribute("id") ?? 0);
    const moved = move(byRows ? { row: id, column: 0, rows: 1, columns: 1 } : { row: 0, column: id, rows: 1, columns: 1 });
    if (moved !== undefined) element.setAttribute("id", byRows ? moved.row : moved.column);
  }
}

/** Moves shapes whose cells all move. One whose cells are deleted stays where it is: it is the user's to remove. */
function moveDrawing(opened: OpcPackage, name: string, move: (area: Rect) => Rect | undefined): void {
  for (const anchor of opened.root(name).elements()) {
    if (anchor.localName === "absoluteAnchor" || anchor.attribute("editAs") === "absolute") continue;
    const from = anchor.element("from");
    const to = anchor.element("to") ?? from;
    if (from === undefined || to === undefined) continue;
    const area = span(markerCell(from), markerCell(to));
    const moved = move(area);
    if (moved === undefined || (moved.row === area.row && moved.column === area.column && moved.rows === area.rows && moved.columns === area.columns)) continue;
    setMarker(from, moved.row, moved.column);
    // A shape that should not grow keeps its size.
    if (to !== from && anchor.attribute("editAs") === "oneCell") setMarker(to, moved.row + area.rows - 1, moved.column + area.columns - 1);
    else if (to !== from) setMarker(to, moved.row + moved.rows - 1, moved.column + moved.columns - 1);
    opened.touch(name);
  }
}

function markerCell(marker: XmlElement): { row: number; column: number } {
  return { row: Number(marker.element("row")?.text ?? 0), column: Number(marker.element("col")?.text ?? 0) };
}

function setMarker(marker: XmlElement, row: number, column: number): void {
  const [rowElement, columnElement] = [marker.element("row"), marker.element("col")];
  if (rowElement !== undefined) rowElement.text = String(row);
  if (columnElement !== undefined) columnElement.text = String(column);
}

/** Notes and threaded comments name their cell; one whose cell is deleted goes with it. */
function moveComments(opened: OpcPackage, name: string, move: (area: Rect) => Rect | undefined): void {
  const root = opened.root(name);
  for (const list of root.localName === "comments" ? root.elements("commentList") : [root]) {
    for (const comment of list.elements()) {
      const ref = comment.attribute("ref");
      if (ref === undefined) continue;
      const moved = move({ ...parseCell(ref), rows: 1, columns: 1 });
      if (moved === undefined) list.remove(comment);
      else if (cellName(moved.row, moved.column) !== ref) comment.setAttribute("ref", cellName(moved.row, moved.column));
      else continue;
      opened.touch(name);
    }
  }
}

/** The boxes of notes stand in VML, which Excel writes so that it need not be XML: it is changed as text. */
function moveNotes(opened: OpcPackage, name: string, move: (area: Rect) => Rect | undefined): void {
  const text = opened.text(name);
  const end = "</v:shape>";
  const changed = text
    .split(/(?=<v:shape[\s>])/)
    .map((piece) => {
      const close = piece.indexOf(end);
      return close < 0 || !piece.startsWith("<v:shape") ? piece : movedNote(piece.slice(0, close + end.length), move) + piece.slice(close + end.length);
    })
    .join("");
  if (changed !== text) opened.setText(name, changed);
}

function movedNote(shape: string, move: (area: Rect) => Rect | undefined): string {
  const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape);
  const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape);
  if (row === null || column === null) return shape;
  const cell = { row: Number(row[1]), column: Number(column[1]) };
  const moved = move({ ...cell, rows: 1, columns: 1 });
  if (moved === undefined) return "";
  const [down, right] = [moved.row - cell.row, moved.column - cell.column];
  if (down === 0 && right === 0) return shape;
  return shape
    .replace(row[0], `<x:Row>${moved.row}</x:Row>`)
    .replace(column[0], `<x:Column>${moved.column}</x:Column>`)
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/, (match, open: string, numbers: string, close: string) => {
      // Left column, its offset, top row, its offset, right column, its offset, bottom row, its offset.
      const parts = numbers.split(",").map(Number);
      if (parts.length !== 8 || parts.some((number) => !Number.isFinite(number))) return match;
      const by = [right, 0, down, 0, right, 0, down, 0];
      return `${open}${parts.map((number, index) => Math.max(0, number + (by[index] ?? 0))).join(", ")}${close}`;
    });
}

function* descendants(element: XmlElement | undefined): IterableIterator<XmlElement> {
  for (const child of element?.elements() ?? []) {
    yield child;
    yield* descendants(child);
  }
}
