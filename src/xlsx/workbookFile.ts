/** An open .xlsx file: its sheets, names and properties, and the parts all of them share. */
import type { Book, FormulaRewrite, Language } from "./book.js";
import { WorkbookName } from "./definedNames.js";
import { XlsxError } from "./errors.js";
import { renameSheetInFormula } from "./formulaReferences.js";
import type { DefinedName, Sheet, Table, Workbook } from "./model.js";
import { checkDefinedName, checkSheetName } from "./names.js";
import { emptyWorksheet, plainStyles, worksheetType } from "./newWorkbook.js";
import { rewritePartReferences } from "./partReferences.js";
import { isType, officeRelationships, xmlDeclaration } from "./package.js";
import type { OpcPackage } from "./package.js";
import { CoreProperties } from "./properties.js";
import { readSettings, writeSettings } from "./settings.js";
import { SharedStrings } from "./sharedStrings.js";
import { isTrue, Styles } from "./styles.js";
import { Worksheet } from "./worksheet.js";
import { parseXml } from "./xml.js";
import type { XmlElement } from "./xml.js";

const workbookOrder = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
  "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
];
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export class WorkbookFile implements Workbook, Book {
  readonly package: OpcPackage;
  readonly strings: SharedStrings;
  readonly language: Language;
  readonly properties: CoreProperties;
  readonly settings: Map<string, unknown>;
  readonly #partName: string;
  readonly #root: XmlElement;
  #styles: Styles | undefined;
  #sheets: Worksheet[];
  #names: WorkbookName[];
  #formulasChanged = false;

  constructor(opened: OpcPackage, language: Language) {
    this.package = opened;
    this.language = language;
    const partName = opened.related("", "officeDocument");
    if (partName === undefined) throw new XlsxError("missingPart", "workbook");
    if (partName.toLowerCase().endsWith(".bin")) throw new XlsxError("binaryWorkbook", partName);
    this.#partName = partName;
    this.#root = opened.root(partName);
    if (this.#root.localName !== "workbook") throw new XlsxError("notZip", this.#root.localName);
    this.strings = new SharedStrings(opened, opened.related(partName, "sharedStrings"), () => this.#addSharedStrings());
    this.properties = new CoreProperties(opened);
    this.settings = readSettings(opened);
    this.#sheets = this.#openSheets();
    this.#names = (this.#root.element("definedNames")?.elements("definedName") ?? []).map((element) => this.#openName(element));
  }

  get styles(): Styles {
    if (this.#styles === undefined) {
      const theme = this.package.related(this.#partName, "theme");
      const name = this.package.related(this.#partName, "styles");
      const root = name === undefined ? parseXml(plainStyles()).root : this.package.root(name);
      this.#styles = new Styles(root, theme === undefined ? undefined : this.package.root(theme), () => { this.#stylesChanged(root); });
    }
    return this.#styles;
  }

  // Sheets

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.#sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  addSheet(name: string, position = this.#sheets.length): Sheet {
    checkSheetName(name);
    if (this.#sheetNameTaken(name)) throw new XlsxError("sheetExists", name);
    const partName = this.package.freeName((n) => `xl/worksheets/sheet${n}.xml`);
    this.package.addPart(partName, worksheetType, emptyWorksheet(false));
    const relationship = this.package.relate(this.#partName, `${officeRelationships}/worksheet`, partName);
    const list = this.#sheetList();
    const id = list.elements("sheet").reduce((highest, element) => Math.max(highest, Number(element.attribute("sheetId") ?? 0)), 0) + 1;
    const element = list.append(list.make("sheet", { name, sheetId: id, [this.#relationshipAttribute()]: relationship }));
    const sheet = this.#makeSheet(element, partName);
    this.#sheets = [...this.#sheets, sheet];
    this.#touch();
    if (position !== this.#sheets.length - 1) this.moveSheet(sheet, position);
    return sheet;
  }

  removeSheet(sheet: Sheet): void {
    const own = this.#own(sheet);
    if (own.visibility === "visible" && this.#sheets.filter((other) => other.visibility === "visible").length === 1) throw new XlsxError("lastVisibleSheet");
    const active = this.activeSheet;
    const { name } = own;
    for (const table of own.tables) own.removeTable(table);
    for (const definedName of this.#names.filter((candidate) => candidate.scope === own)) this.removeName(definedName);
    this.#renumberScopes(() => {
      this.#sheetList().remove(own.element);
      this.#sheets = this.#sheets.filter((other) => other !== own);
    });
    this.package.unrelate(this.#partName, own.partName);
    this.#removeOwnedParts(own.partName);
    this.rewriteFormulas((formula) => renameSheetInFormula(formula, name, undefined));
    this.formulasChanged();
    this.#touch();
    this.#keepWindowsOnTabs();
    const next = active === own ? this.#sheets.find((other) => other.visibility === "visible") : undefined;
    if (next !== undefined) this.activeSheet = next;
    else if (active !== own) this.#setActiveTab(this.#own(active));
  }

  moveSheet(sheet: Sheet, position: number): void {
    const own = this.#own(sheet);
    if (!Number.isInteger(position) || position < 0 || position >= this.#sheets.length) throw new XlsxError("unknownSheet", `position ${position}`);
    if (own.position === position) return;
    const active = this.#own(this.activeSheet);
    this.#renumberScopes(() => {
      const others = this.#sheets.filter((other) => other !== own);
      const list = this.#sheetList();
      list.remove(own.element);
      const before = others[position];
      if (before === undefined) list.append(own.element);
      else list.children.splice(list.children.indexOf(before.element), 0, own.element);
      this.#sheets = [...others.slice(0, position), own, ...others.slice(position)];
    });
    this.#setActiveTab(active);
  }

  get activeSheet(): Sheet {
    const index = Number(this.#root.element("bookViews")?.element("workbookView")?.attribute("activeTab") ?? 0);
    const element = this.#sheetList().elements("sheet")[index];
    const sheet = this.#sheets.find((candidate) => candidate.element === element) ?? this.#sheets.find((candidate) => candidate.visibility === "visible") ?? this.#sheets[0];
    if (sheet === undefined) throw new XlsxError("missingPart", "worksheet");
    return sheet;
  }

  set activeSheet(sheet: Sheet) {
    const own = this.#own(sheet);
    this.#setActiveTab(own);
    // Several selected tabs are a group, in which Excel writes to all at once. A sheet that is neither read nor selected need not be read for this.
    for (const other of this.#sheets) if (other === own || other.isOpened || this.package.beginning(other.partName).includes("tabSelected")) other.selectTab(other === own);
  }

  /** The active tab is kept by its place among the tabs. */
  #setActiveTab(sheet: Worksheet): void {
    const views = this.#root.ensure("bookViews", workbookOrder);
    const view = views.element("workbookView") ?? views.append(views.make("workbookView"));
    const index = this.#sheetList().elements("sheet").indexOf(sheet.element);
    view.setAttribute("activeTab", index === 0 ? undefined : index);
    this.#touch();
  }

  /** Excel refuses a workbook with a window that shows a tab that is not there. */
  #keepWindowsOnTabs(): void {
    const tabs = this.#sheetList().elements("sheet").length;
    for (const view of this.#root.element("bookViews")?.elements("workbookView") ?? []) {
      for (const name of ["activeTab", "firstSheet"]) if (Number(view.attribute(name) ?? 0) >= tabs) view.setAttribute(name, undefined);
    }
  }

  // Tables and names

  tables(): Table[] {
    return this.#sheets.flatMap((sheet) => [...sheet.tables]);
  }

  table(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    for (const sheet of this.#sheets) for (const table of sheet.tables) if (table.name.toLowerCase() === wanted) return table;
    return undefined;
  }

  get names(): readonly DefinedName[] {
    return this.#names;
  }

  addName(name: string, formula: string, scope?: Sheet): DefinedName {
    checkDefinedName(name);
    const own = scope === undefined ? undefined : this.#own(scope);
    const wanted = name.toLowerCase();
    if (this.#names.some((other) => other.name.toLowerCase() === wanted && other.scope === own)) throw new XlsxError("definedNameExists", name);
    if (this.tables().some((table) => table.name.toLowerCase() === wanted)) throw new XlsxError("definedNameExists", name);
    const list = this.#root.ensure("definedNames", workbookOrder);
    const index = own === undefined ? undefined : this.#sheetList().elements("sheet").indexOf(own.element);
    const element = list.append(list.make("definedName", { name, localSheetId: index }));
    element.text = formula;
    const added = this.#openName(element);
    this.#names = [...this.#names, added];
    this.#touch();
    this.formulasChanged();
    return added;
  }

  removeName(name: DefinedName): void {
    const own = this.#names.find((candidate) => candidate === name);
    const list = this.#root.element("definedNames");
    if (own === undefined || list === undefined) return;
    list.remove(own.element);
    if (list.elements().length === 0) this.#root.remove(list);
    this.#names = this.#names.filter((candidate) => candidate !== own);
    this.#touch();
  }

  get date1904(): boolean {
    return isTrue(this.#root.element("workbookPr")?.attribute("date1904"));
  }

  // What sheets and tables ask for

  nameIsTaken(name: string): boolean {
    const wanted = name.toLowerCase();
    return this.tables().some((table) => table.name.toLowerCase() === wanted) || this.#names.some((other) => other.name.toLowerCase() === wanted);
  }

  sheetNameIsTaken(name: string, except: Sheet): boolean {
    return this.#sheetNameTaken(name, this.#sheets.find((sheet) => sheet === except)?.element);
  }

  rewriteFormulas(rewrite: FormulaRewrite, byRow = false): void {
    for (const sheet of this.#sheets) sheet.rewriteFormulas(rewrite, byRow);
    for (const name of this.#names) name.formula = rewrite(name.formula, { sheet: name.scope, row: undefined, column: undefined, table: undefined });
    rewritePartReferences(this.package, (formula) => rewrite(formula, { sheet: undefined, row: undefined, column: undefined, table: undefined }));
  }

  formulasChanged(): void {
    this.#formulasChanged = true;
  }

  sheetElementChanged(sheet: Sheet): void {
    if (!this.#sheets.some((other) => other.visibility === "visible")) {
      this.#own(sheet).element.setAttribute("state", undefined);
      throw new XlsxError("lastVisibleSheet");
    }
    this.#touch();
    if (sheet === this.activeSheet && sheet.visibility !== "visible") {
      const next = this.#sheets.find((other) => other.visibility === "visible");
      if (next !== undefined) this.activeSheet = next;
    }
  }

  save(): Uint8Array {
    writeSettings(this.package, this.settings);
    if (this.#formulasChanged) this.#settleCalculation();
    return this.package.save();
  }

  /** The stored order of calculation is wrong once formulas have changed; Excel makes it anew when it is gone. */
  #settleCalculation(): void {
    const chain = this.package.related(this.#partName, "calcChain");
    if (chain !== undefined) {
      this.package.unrelate(this.#partName, chain);
      this.package.removePart(chain);
    }
    if (!this.#sheets.some((sheet) => sheet.isOpened && sheet.hasUncomputedFormulas)) return;
    this.#root.ensure("calcPr", workbookOrder).setAttribute("fullCalcOnLoad", 1);
    this.#touch();
  }

  #touch(): void {
    this.package.touch(this.#partName);
  }

  #sheetList(): XmlElement {
    return this.#root.ensure("sheets", workbookOrder);
  }

  #openSheets(): Worksheet[] {
    const relationships = new Map(this.package.relationships(this.#partName).map((relationship) => [relationship.id, relationship]));
    const sheets: Worksheet[] = [];
    for (const element of this.#sheetList().elements("sheet")) {
      const relationship = relationships.get(element.prefixedAttribute("id") ?? "");
      if (relationship === undefined || !this.package.has(relationship.target)) throw new XlsxError("missingPart", element.attribute("name") ?? "sheet");
      // Chart sheets and dialog sheets have tabs but no cells; they stay where they are.
      if (isType(relationship, "worksheet")) sheets.push(this.#makeSheet(element, relationship.target));
    }
    if (sheets.length === 0) throw new XlsxError("missingPart", "worksheet");
    return sheets;
  }

  #makeSheet(element: XmlElement, partName: string): Worksheet {
    return new Worksheet(this, element, partName, (sheet) => this.#sheets.indexOf(sheet), (sheet, name) => { this.#renameSheet(sheet, name); });
  }

  #renameSheet(sheet: Worksheet, name: string): void {
    const old = sheet.name;
    this.rewriteFormulas((formula) => renameSheetInFormula(formula, old, name));
    sheet.element.setAttribute("name", name);
    this.#touch();
  }

  #sheetNameTaken(name: string, except?: XmlElement): boolean {
    const wanted = name.toLowerCase();
    return this.#sheetList().elements("sheet").some((element) => element !== except && element.attribute("name")?.toLowerCase() === wanted);
  }

  #own(sheet: Sheet): Worksheet {
    const own = this.#sheets.find((candidate) => candidate === sheet);
    if (own === undefined) throw new XlsxError("unknownSheet", sheet.name);
    return own;
  }

  #openName(element: XmlElement): WorkbookName {
    return new WorkbookName(
      element,
      () => {
        const index = element.attribute("localSheetId");
        const owner = index === undefined ? undefined : this.#sheetList().elements("sheet")[Number(index)];
        return owner === undefined ? undefined : this.#sheets.find((sheet) => sheet.element === owner);
      },
      () => {
        this.#touch();
        this.formulasChanged();
      },
    );
  }

  /** Local names hold the place of their sheet among the tabs, which a move or removal changes. */
  #renumberScopes(change: () => void): void {
    const list = this.#sheetList();
    const before = list.elements("sheet");
    const owners = this.#names.map((name) => {
      const index = name.element.attribute("localSheetId");
      return { name, owner: index === undefined ? undefined : before[Number(index)] };
    });
    change();
    const after = list.elements("sheet");
    for (const { name, owner } of owners) if (owner !== undefined) name.element.setAttribute("localSheetId", after.indexOf(owner));
  }

  /** Removes a part, and parts that only it led to (drawings, comments, printer settings). */
  #removeOwnedParts(name: string): void {
    const targets = this.package.relationships(name).filter((relationship) => !relationship.external).map((relationship) => relationship.target);
    this.package.removePart(name);
    const kept = new Set(this.package.names.filter((part) => part.endsWith(".rels")).flatMap((rels) => this.package.relationships(sourceOf(rels)).map((relationship) => relationship.target.toLowerCase())));
    for (const target of targets) if (this.package.has(target) && !kept.has(target.toLowerCase())) this.#removeOwnedParts(target);
  }

  /** A workbook without a styles part, as simple exporters write, gets one when there is a style to keep. */
  #stylesChanged(root: XmlElement): void {
    let name = this.package.related(this.#partName, "styles");
    if (name === undefined) {
      name = this.package.freeName((n) => `xl/styles${n === 1 ? "" : n}.xml`);
      this.package.addPart(name, `${spreadsheetType}.styles+xml`, plainStyles());
      this.package.relate(this.#partName, `${officeRelationships}/styles`, name);
      this.package.setWriter(name, () => xmlDeclaration + root.toString());
    }
    this.package.touch(name);
  }

  #addSharedStrings(): string {
    const name = "xl/sharedStrings.xml";
    this.package.addPart(name, `${spreadsheetType}.sharedStrings+xml`, SharedStrings.emptyPart());
    this.package.relate(this.#partName, `${officeRelationships}/sharedStrings`, name);
    return name;
  }

  #relationshipAttribute(): string {
    for (const [name, value] of this.#root.attributes) if (name.startsWith("xmlns:") && value.endsWith("/relationships")) return `${name.slice(6)}:id`;
    this.#root.setAttribute("xmlns:r", officeRelationships);
    return "r:id";
  }
}

/** The part whose relationships a `.rels` part holds. */
function sourceOf(rels: string): string {
  return rels.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
}

