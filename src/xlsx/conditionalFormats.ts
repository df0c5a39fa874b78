/** Conditional formats of a sheet. Rules other than formula, comparison and text are shown as `other` and kept as they are. */
import { areaNames, cellName, intersection, parseAreas, subtract } from "./areas.js";
import { XlsxError } from "./errors.js";
import { decodeXstring, encodeXstringAttribute } from "./escapedText.js";
import type { ConditionalFormat, NewConditionalFormat, Rect } from "./model.js";
import { corner, losesCorner, merged, rewriteForAreas } from "./ruleAreas.js";
import type { Shift } from "./shift.js";
import { isTrue } from "./styles.js";
import type { Styles } from "./styles.js";
import type { WorksheetPart } from "./worksheetPart.js";
import type { XmlElement } from "./xml.js";

/** In order of priority. */
export function readConditionalFormats(part: WorksheetPart, styles: Styles): ConditionalFormat[] {
  return blocks(part)
    .flatMap((block) => block.elements("cfRule").map((rule) => read(block, rule, styles)))
    .sort((a, b) => a.priority - b.priority);
}

/** Adds a rule, where no priority is given with the highest (1), as Excel does; when another has it, that one and those after it step down. Throws `format` for a type that cannot be made here. */
export function addConditionalFormat(part: WorksheetPart, styles: Styles, format: NewConditionalFormat): ConditionalFormat {
  if (format.type === "other" || format.ranges.length === 0) throw new XlsxError("format", format.type);
  const priority = format.priority ?? 1;
  const rules = blocks(part).flatMap((other) => other.elements("cfRule"));
  if (rules.some((other) => priorityOf(other) === priority)) {
    for (const other of rules) if (priorityOf(other) >= priority) other.setAttribute("priority", priorityOf(other) + 1);
  }
  const block = part.add(part.root.make("conditionalFormatting", { sqref: areaNames(format.ranges) }));
  const text = format.text ?? "";
  const rule = block.append(
    block.make("cfRule", {
      type: format.type,
      dxfId: format.format === undefined ? undefined : styles.addDifferential(format.format),
      priority,
      stopIfTrue: format.stopIfTrue ? 1 : undefined,
      operator: format.operator ?? (format.type === "containsText" ? "containsText" : undefined),
      text: format.type === "containsText" ? encodeXstringAttribute(text) : undefined,
    }),
  );
  // Excel evaluates the formula, not the text, and writes both.
  const first = corner(format.ranges);
  const search = `NOT(ISERROR(SEARCH("${text.replaceAll('"', '""')}",${cellName(first.row, first.column)})))`;
  for (const formula of format.type === "containsText" && format.formulas.length === 0 ? [search] : format.formulas) rule.append(rule.make("formula")).text = formula;
  return read(block, rule, styles);
}

function priorityOf(rule: XmlElement): number {
  return Number(rule.attribute("priority") ?? 1);
}

export function removeConditionalFormat(part: WorksheetPart, format: ConditionalFormat): void {
  for (const block of blocks(part)) {
    for (const rule of block.elements("cfRule")) {
      if (Number(rule.attribute("priority")) !== format.priority || areaNames(areasOf(block)) !== areaNames(format.ranges)) continue;
      block.remove(rule);
      if (block.elements("cfRule").length === 0) part.root.remove(block);
      part.touch();
      return;
    }
  }
}

export function clearConditionalFormats(part: WorksheetPart, area: Rect): void {
  for (const block of blocks(part)) if (areasOf(block).some((other) => intersection(other, area) !== undefined)) takeOutOf(part, block, area);
}

/** Moves the rules' areas; rules without areas go. The formulas follow as all formulas do, afterwards. */
export function moveConditionalFormats(part: WorksheetPart, shift: Shift, move: (area: Rect) => Rect[]): void {
  for (const block of blocks(part)) if (losesCorner(areasOf(block), shift)) takeOutOf(part, block, shift.area);
  for (const block of blocks(part)) {
    const areas = areaNames(merged(areasOf(block).flatMap(move)));
    if (areas === block.attribute("sqref")) continue;
    if (areas === "") part.root.remove(block);
    else block.setAttribute("sqref", areas);
    part.touch();
  }
}

export function rewriteConditionalFormulas(part: WorksheetPart, rewrite: (formula: string) => string): void {
  for (const block of blocks(part)) {
    for (const rule of block.elements("cfRule")) {
      for (const formula of rule.elements("formula")) {
        const text = formula.text;
        const rewritten = rewrite(text);
        if (rewritten === text) continue;
        formula.text = rewritten;
        part.touch();
      }
    }
  }
}

function blocks(part: WorksheetPart): XmlElement[] {
  return part.root.elements("conditionalFormatting");
}

function areasOf(block: XmlElement): Rect[] {
  return parseAreas(block.attribute("sqref") ?? "");
}

function takeOutOf(part: WorksheetPart, block: XmlElement, area: Rect): void {
  const areas = areasOf(block);
  const rest = merged(areas.flatMap((other) => subtract(other, area)));
  if (rest.length === 0) part.root.remove(block);
  else {
    rewriteForAreas(block.elements("cfRule").flatMap((rule) => rule.elements("formula")), areas, rest);
    block.setAttribute("sqref", areaNames(rest));
  }
  part.touch();
}

function read(block: XmlElement, rule: XmlElement, styles: Styles): ConditionalFormat {
  const type = rule.attribute("type");
  const text = rule.attribute("text");
  const dxf = rule.attribute("dxfId");
  return {
    ranges: areasOf(block),
    type: type === "expression" || type === "cellIs" || type === "containsText" ? type : "other",
    operator: rule.attribute("operator"),
    formulas: rule.elements("formula").map((formula) => formula.text),
    text: text === undefined ? undefined : decodeXstring(text),
    priority: priorityOf(rule),
    stopIfTrue: isTrue(rule.attribute("stopIfTrue")),
    format: dxf === undefined ? undefined : styles.differential(Number(dxf)),
  };
}
