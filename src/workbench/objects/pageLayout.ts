import type { PageLayout, Rect, Sheet } from "../../xlsx/model.js";
import type { Behaviour, ScalarProperty } from "../behaviour.js";
import { isEntireColumn, isEntireRow, parseRect } from "../cells/address.js";
import { asFlag, asNumber, asOneOf, asRecord, asText, nameOf } from "../cells/propertyValues.js";
import { resolveAddress } from "../cells/resolveAddress.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, HostObject } from "../subjects.js";
import { absoluteReference } from "./names.js";

const ORIENTATION: Readonly<Record<string, PageLayout["orientation"]>> = { Portrait: "portrait", Landscape: "landscape" };
/** Codes of the file format for the paper sizes that Excel.PaperType names. */
const PAPER: Readonly<Record<string, number>> = {
  Letter: 1, LetterSmall: 2, Tabloid: 3, Ledger: 4, Legal: 5, Statement: 6, Executive: 7, A3: 8, A4: 9, A4Small: 10, A5: 11, B4: 12, B5: 13, Folio: 14, Quatro: 15,
};
const POINTS_PER_INCH = 72;
const UNITS: Readonly<Record<string, number>> = { Points: POINTS_PER_INCH, Inches: 1, Centimeters: 2.54 };
const PRINT_AREA = "_xlnm.Print_Area";
const PRINT_TITLES = "_xlnm.Print_Titles";
type Margin = keyof PageLayout["margins"];
const MARGINS: readonly Margin[] = ["left", "right", "top", "bottom", "header", "footer"];

/** How the sheet is printed. Margins are in points. */
export const pageLayout: Behaviour<Sheet> = {
  scalars: {
    Orientation: {
      get: (sheet) => nameOf(sheet.pageLayout.orientation, ORIENTATION),
      set: (sheet, value, host) => change(sheet, { orientation: asOneOf(value, ORIENTATION) }, host),
    },
    PaperSize: {
      get: (sheet) => nameOf(sheet.pageLayout.paperSize, PAPER),
      set: (sheet, value, host) => change(sheet, { paperSize: asOneOf(value, PAPER) }, host),
    },
    /** { scale } or { horizontalFitToPages, verticalFitToPages }. */
    Zoom: { get: zoom, set: setZoom },
    CenterHorizontally: {
      get: (sheet) => sheet.pageLayout.centerHorizontally,
      set: (sheet, value, host) => change(sheet, { centerHorizontally: asFlag(value) }, host),
    },
    PrintGridlines: { get: (sheet) => sheet.pageLayout.printGridlines, set: (sheet, value, host) => change(sheet, { printGridlines: asFlag(value) }, host) },
    PrintHeadings: { get: (sheet) => sheet.pageLayout.printHeadings, set: (sheet, value, host) => change(sheet, { printHeadings: asFlag(value) }, host) },
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    HeaderMargin: margin("header"),
    FooterMargin: margin("footer"),
  },
  objects: { HeadersFooters: (sheet) => ({ kind: "HeaderFooterGroup", target: sheet }) },
  objectMethods: {
    /** Throws ItemNotFound when there is none; so do the titles. */
    GetPrintArea: (sheet, _args, host) => required(printArea(sheet, host)),
    GetPrintAreaOrNullObject: (sheet, _args, host) => printArea(sheet, host),
    GetPrintTitleRows: (sheet, _args, host) => required(titleRange(sheet, titles(sheet, host).rows)),
    GetPrintTitleRowsOrNullObject: (sheet, _args, host) => titleRange(sheet, titles(sheet, host).rows),
    GetPrintTitleColumns: (sheet, _args, host) => required(titleRange(sheet, titles(sheet, host).columns)),
    GetPrintTitleColumnsOrNullObject: (sheet, _args, host) => titleRange(sheet, titles(sheet, host).columns),
  },
  actions: {
    /** A range, blocks of ranges, or an address. */
    SetPrintArea: (sheet, args, host) => {
      const areas = args.object(0, "RangeAreas") ?? [areaOf(sheet, args, 0, host)];
      setBuiltIn(sheet, PRINT_AREA, areas.map(absoluteReference).join(","), host);
    },
    /** Rows repeated on every page. */
    SetPrintTitleRows: (sheet, args, host) => setTitles(sheet, { ...titles(sheet, host), rows: wholeRows(areaOf(sheet, args, 0, host).rect) }, host),
    SetPrintTitleColumns: (sheet, args, host) => setTitles(sheet, { ...titles(sheet, host), columns: wholeColumns(areaOf(sheet, args, 0, host).rect) }, host),
    /** Unit ("Points", "Inches", "Centimeters") and a record of margins. */
    SetPrintMargins: (sheet, args, host) => {
      const perInch = asOneOf(args.text(0), UNITS);
      const given = asRecord(args.raw(1));
      const margins: Record<Margin, number> = { ...sheet.pageLayout.margins };
      for (const side of MARGINS.filter((known) => given[known] !== undefined)) {
        margins[side] = asNumber(given[side]) / perInch;
      }
      change(sheet, { margins }, host);
    },
  },
};

export const headerFooterGroup: Behaviour<Sheet> = {
  scalars: { State: { get: () => "Default" } },
  objects: { DefaultForAllPages: (target) => ({ kind: "HeaderFooter", target }) },
};

/** Texts with codes as on Excel's ribbon: &P page, &N pages, &D date, &F file, &A sheet. */
export const headerFooter: Behaviour<Sheet> = {
  scalars: {
    LeftHeader: section("header", "L"),
    CenterHeader: section("header", "C"),
    RightHeader: section("header", "R"),
    LeftFooter: section("footer", "L"),
    CenterFooter: section("footer", "C"),
    RightFooter: section("footer", "R"),
  },
};

function printArea(sheet: Sheet, host: OpenWorkbook): HostObject | undefined {
  const [first, ...rest] = builtIn(sheet, PRINT_AREA, host)?.formula.split(",").map((part) => resolveAddress(part, sheet, host.workbook)) ?? [];
  return first && { kind: "RangeAreas", target: [first, ...rest] };
}

function titleRange(sheet: Sheet, rect: Rect | undefined): HostObject | undefined {
  return rect && { kind: "Range", target: { sheet, rect } };
}

function required(object: HostObject | undefined): HostObject {
  if (object === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return object;
}

function change(sheet: Sheet, patch: Partial<PageLayout>, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet);
  sheet.pageLayout = { ...sheet.pageLayout, ...patch };
}

function margin(side: Margin): ScalarProperty<Sheet> {
  return {
    get: (sheet) => sheet.pageLayout.margins[side] * POINTS_PER_INCH,
    set: (sheet, value, host) => {
      const points = asNumber(value);
      if (points < 0) {
        throw new RichApiError("InvalidArgument");
      }
      change(sheet, { margins: { ...sheet.pageLayout.margins, [side]: points / POINTS_PER_INCH } }, host);
    },
  };
}

function zoom({ pageLayout: { fitToWidth, fitToHeight, scale } }: Sheet) {
  if (fitToWidth === undefined && fitToHeight === undefined) {
    return { scale: scale ?? 100 };
  }
  // 0 in the file is as many pages as it takes, which the API says by leaving the member out.
  return { horizontalFitToPages: fitToWidth === 0 ? undefined : (fitToWidth ?? 1), verticalFitToPages: fitToHeight === 0 ? undefined : (fitToHeight ?? 1) };
}

function setZoom(sheet: Sheet, value: unknown, host: OpenWorkbook): void {
  const { scale, horizontalFitToPages, verticalFitToPages } = asRecord(value);
  const pages = (count: unknown) => (count === undefined || count === null ? undefined : asNumber(count));
  const [width, height] = [pages(horizontalFitToPages), pages(verticalFitToPages)];
  if (width !== undefined || height !== undefined) {
    change(sheet, { fitToWidth: width ?? 0, fitToHeight: height ?? 0, scale: undefined }, host);
    return;
  }
  const percent = asNumber(scale);
  if (percent < 10 || percent > 400) {
    throw new RichApiError("InvalidArgument");
  }
  change(sheet, { fitToWidth: undefined, fitToHeight: undefined, scale: percent }, host);
}

function areaOf(sheet: Sheet, args: Arguments, index: number, host: OpenWorkbook): Area {
  return args.object(index, "Range") ?? resolveAddress(args.text(index), sheet, host.workbook);
}

function builtIn(sheet: Sheet, name: string, { workbook }: OpenWorkbook) {
  return workbook.names.find((defined) => defined.scope === sheet && defined.name === name);
}

function setBuiltIn(sheet: Sheet, name: string, formula: string, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet);
  const existing = builtIn(sheet, name, host);
  if (existing === undefined) {
    host.workbook.addName(name, formula, sheet);
  } else {
    existing.formula = formula;
  }
}

interface PrintTitles {
  readonly rows: Rect | undefined;
  readonly columns: Rect | undefined;
}

/** The name holds columns, rows or both with a comma between. */
function titles(sheet: Sheet, host: OpenWorkbook): PrintTitles {
  const parts = builtIn(sheet, PRINT_TITLES, host)?.formula.match(/(?:'(?:[^']|'')+'|[^',!]+)!([^,]+)/g) ?? [];
  const rects = parts.flatMap((part) => parseRect(part.slice(part.lastIndexOf("!") + 1)) ?? []);
  return { rows: rects.find(isEntireRow), columns: rects.find(isEntireColumn) };
}

function setTitles(sheet: Sheet, { rows, columns }: PrintTitles, host: OpenWorkbook): void {
  const parts = [columns, rows].flatMap((rect) => (rect === undefined ? [] : [absoluteReference({ sheet, rect })]));
  setBuiltIn(sheet, PRINT_TITLES, parts.join(","), host);
}

function wholeRows(rect: Rect): Rect {
  return { ...rect, column: 0, columns: 16_384 };
}

function wholeColumns(rect: Rect): Rect {
  return { ...rect, row: 0, rows: 1_048_576 };
}

function section(where: "header" | "footer", letter: "L" | "C" | "R"): ScalarProperty<Sheet> {
  return {
    get: (sheet) => sections(sheet.pageLayout[where])[letter],
    set: (sheet, value, host) => {
      const all = { ...sections(sheet.pageLayout[where]), [letter]: asText(value) };
      const text = (["L", "C", "R"] as const).map((key) => (all[key] === "" ? "" : `&${key}${all[key]}`)).join("");
      change(sheet, { [where]: text }, host);
    },
  };
}

/** The file holds the three parts in one text: "&LVänster&CMitt&RHöger"; what stands before the first code is in the centre. */
function sections(text: string): Record<"L" | "C" | "R", string> {
  const found = { L: "", C: "", R: "" };
  let current: "L" | "C" | "R" = "C";
  for (const part of text.split(/(&[LCR])/)) {
    if (part === "&L" || part === "&C" || part === "&R") {
      current = part === "&L" ? "L" : part === "&R" ? "R" : "C";
    } else {
      found[current] += part;
    }
  }
  return found;
}
