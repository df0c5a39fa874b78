/**
 * Data validation rules of a sheet. Excel 2010 and later keep a rule that refers to another sheet in the extension list, with its formulas and areas
 * in elements of their own ([MS-XLSX] 2.6.21); it is read and taken out like any other. New rules are all written the plain way, which Excel reads as well.
 */
import { areaNames, intersection, parseAreas, subtract } from "./areas.js";
import { XlsxError } from "./errors.js";
import { decodeXstring, encodeXstringAttribute } from "./escapedText.js";
import type { DataValidation, Rect } from "./model.js";
import { formulaFrom, losesCorner, merged, rewriteForAreas } from "./ruleAreas.js";
import type { Shift } from "./shift.js";
import { isTrue } from "./styles.js";
import type { WorksheetPart } from "./worksheetPart.js";
import type { XmlElement } from "./xml.js";

const types = ["none", "whole", "decimal", "list", "date", "time", "textLength", "custom"] as const;
const operators = ["between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual", "lessThanOrEqual"] as const;
const errorStyles = ["stop", "warning", "information"] as const;

export function readDataValidations(part: WorksheetPart): DataValidation[] {
  return elements(part).map(read);
}

/** Sets the rule of an area; the rules that covered it keep the rest of theirs. Undefined clears. */
export function writeDataValidation(part: WorksheetPart, area: Rect, rule: Omit<DataValidation, "ranges"> | undefined): void {
  if (rule !== undefined) check(rule);
  takeOut(part, area);
  if (rule === undefined || isNoRule(rule)) return;
  const list = part.ensure("dataValidations");
  const same = list.elements("dataValidation").find((element) => sameRule(read(element), rule, area));
  if (same === undefined) list.append(make(list, rule)).setAttribute("sqref", areaNames([area]));
  else setAreas(same, merged([...areasOf(same), area]));
  list.setAttribute("count", list.elements("dataValidation").length);
}

/** Moves the rules' areas; a rule without areas goes. Formulas follow as all formulas do, afterwards, and what is left in extensions as all extensions do. */
export function moveDataValidations(part: WorksheetPart, shift: Shift, move: (area: Rect) => Rect[]): void {
  for (const element of elements(part)) if (losesCorner(areasOf(element), shift)) takeOutOf(part, element, shift.area);
  for (const element of plainElements(part)) {
    const areas = areaNames(merged(areasOf(element).flatMap(move)));
    if (areas === "") drop(part, element);
    else if (areas !== element.attribute("sqref")) {
      element.setAttribute("sqref", areas);
      part.touch();
    }
  }
}

/** Rewrites the rules' formulas, those of extension lists apart. */
export function rewriteValidationFormulas(part: WorksheetPart, rewrite: (formula: string) => string): void {
  for (const element of plainElements(part)) {
    for (const name of ["formula1", "formula2"]) {
      const formula = element.element(name);
      if (formula === undefined) continue;
      const text = formula.text;
      const rewritten = rewrite(text);
      if (rewritten === text) continue;
      formula.text = rewritten;
      part.touch();
    }
  }
}

function plainElements(part: WorksheetPart): XmlElement[] {
  return part.element("dataValidations")?.elements("dataValidation") ?? [];
}

/** Lists of rules in the extension list, each with the `ext` it stands in. */
function extensions(part: WorksheetPart): { readonly ext: XmlElement; readonly list: XmlElement }[] {
  return (part.element("extLst")?.elements("ext") ?? []).flatMap((ext) => ext.elements("dataValidations").map((list) => ({ ext, list })));
}

function elements(part: WorksheetPart): XmlElement[] {
  return [...plainElements(part), ...extensions(part).flatMap(({ list }) => list.elements("dataValidation"))];
}

function areasOf(element: XmlElement): Rect[] {
  return parseAreas(element.attribute("sqref") ?? element.element("sqref")?.text ?? "");
}

/** Gives a rule other areas and writes its formulas for them. */
function setAreas(element: XmlElement, areas: readonly Rect[]): void {
  const formulas = [...element.elements("formula1"), ...element.elements("formula2")].map((formula) => formula.element("f") ?? formula);
  rewriteForAreas(formulas, areasOf(element), areas);
  const own = element.element("sqref");
  if (own === undefined) element.setAttribute("sqref", areaNames(areas));
  else own.text = areaNames(areas);
}

function takeOut(part: WorksheetPart, area: Rect): void {
  for (const element of elements(part)) if (areasOf(element).some((other) => intersection(other, area) !== undefined)) takeOutOf(part, element, area);
}

function takeOutOf(part: WorksheetPart, element: XmlElement, area: Rect): void {
  const rest = areasOf(element).flatMap((other) => subtract(other, area));
  if (rest.length === 0) drop(part, element);
  else setAreas(element, rest);
  part.touch();
}

function drop(part: WorksheetPart, element: XmlElement): void {
  part.touch();
  const plain = part.element("dataValidations");
  if (plain?.children.includes(element) === true) {
    removeFrom(plain, element);
    if (plain.elements().length === 0) part.remove("dataValidations");
    return;
  }
  const extension = extensions(part).find(({ list }) => list.children.includes(element));
  const extensionList = part.element("extLst");
  if (extension === undefined || extensionList === undefined) return;
  removeFrom(extension.list, element);
  if (extension.list.elements().length > 0) return;
  extensionList.remove(extension.ext);
  if (extensionList.elements().length === 0) part.remove("extLst");
}

function removeFrom(list: XmlElement, element: XmlElement): void {
  list.remove(element);
  list.setAttribute("count", list.elements("dataValidation").length);
}

function read(element: XmlElement): DataValidation {
  const text = (name: string): string | undefined => {
    const value = element.attribute(name);
    return value === undefined ? undefined : decodeXstring(value);
  };
  return {
    ranges: areasOf(element),
    type: types.find((type) => type === element.attribute("type")) ?? "none",
    operator: operators.find((operator) => operator === element.attribute("operator")) ?? "between",
    formula1: element.element("formula1")?.text,
    formula2: element.element("formula2")?.text,
    allowBlank: isTrue(element.attribute("allowBlank")),
    // The attribute says the opposite of its name: 1 hides the arrow.
    inCellDropDown: !isTrue(element.attribute("showDropDown")),
    showErrorAlert: isTrue(element.attribute("showErrorMessage")),
    errorStyle: errorStyles.find((style) => style === element.attribute("errorStyle")) ?? "stop",
    errorTitle: text("errorTitle"),
    errorMessage: text("error"),
    showInputPrompt: isTrue(element.attribute("showInputMessage")),
    promptTitle: text("promptTitle"),
    promptMessage: text("prompt"),
  };
}

function make(list: XmlElement, rule: Omit<DataValidation, "ranges">): XmlElement {
  const text = (value: string | undefined): string | undefined => (value === undefined || value === "" ? undefined : encodeXstringAttribute(value));
  const element = list.make("dataValidation", {
    type: rule.type === "none" ? undefined : rule.type,
    errorStyle: rule.errorStyle === "stop" ? undefined : rule.errorStyle,
    operator: rule.operator === "between" || rule.type === "list" || rule.type === "custom" ? undefined : rule.operator,
    allowBlank: rule.allowBlank ? 1 : undefined,
    showDropDown: rule.inCellDropDown ? undefined : 1,
    showInputMessage: rule.showInputPrompt ? 1 : undefined,
    showErrorMessage: rule.showErrorAlert ? 1 : undefined,
    errorTitle: text(rule.errorTitle),
    error: text(rule.errorMessage),
    promptTitle: text(rule.promptTitle),
    prompt: text(rule.promptMessage),
  });
  for (const [name, formula] of [["formula1", rule.formula1], ["formula2", rule.formula2]] as const) {
    if (formula !== undefined && formula !== "") element.append(element.make(name)).text = formula;
  }
  return element;
}

/** Excel calls a file damaged when these are longer. */
function check(rule: Omit<DataValidation, "ranges">): void {
  const titles = [rule.errorTitle, rule.promptTitle].some((title) => (title?.length ?? 0) > 32);
  const messages = [rule.errorMessage, rule.promptMessage].some((message) => (message?.length ?? 0) > 255);
  const list = rule.type === "list" && rule.formula1?.startsWith('"') === true && rule.formula1.length > 257;
  if (titles || messages || list) throw new XlsxError("validation");
  if (rule.type !== "none" && (rule.formula1 ?? "") === "") throw new XlsxError("validation", "no formula");
}

function isNoRule(rule: Omit<DataValidation, "ranges">): boolean {
  return rule.type === "none" && (rule.promptTitle ?? "") === "" && (rule.promptMessage ?? "") === "";
}

/** Whether a rule of the sheet says the same as one meant for an area. */
function sameRule(known: DataValidation, rule: Omit<DataValidation, "ranges">, area: Rect): boolean {
  const key = (rule: Omit<DataValidation, "ranges">): string =>
    JSON.stringify([
      rule.type, rule.type === "list" || rule.type === "custom" ? "" : rule.operator, rule.formula1 ?? "", rule.formula2 ?? "", rule.allowBlank, rule.inCellDropDown, rule.showErrorAlert, rule.errorStyle,
      rule.errorTitle ?? "", rule.errorMessage ?? "", rule.showInputPrompt, rule.promptTitle ?? "", rule.promptMessage ?? "",
    ]);
  const formula = (text: string | undefined): string | undefined => (text === undefined ? undefined : formulaFrom(text, known.ranges, [area]));
  // Formulas are compared last: reading them costs more than all the rest.
  return key({ ...known, formula1: rule.formula1, formula2: rule.formula2 }) === key(rule) && key({ ...known, formula1: formula(known.formula1), formula2: formula(known.formula2) }) === key(rule);
}
