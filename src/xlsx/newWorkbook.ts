/** The parts of a new workbook: as little as Excel opens without complaint, with Excel's own defaults. */
import type { Language } from "./book.js";
import { OpcPackage, officeRelationships, xmlDeclaration } from "./package.js";
import { escapeAttribute } from "./xml.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const worksheetType = `${spreadsheetType}.worksheet+xml`;

export function emptyWorksheet(selected: boolean): string {
  return `${xmlDeclaration}<worksheet xmlns="${main}" xmlns:r="${officeRelationships}"><dimension ref="A1"/><sheetViews><sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

export function newPackage(sheetName: string, language: Language): OpcPackage {
  const made = OpcPackage.empty();
  made.addPart(
    "xl/workbook.xml",
    `${spreadsheetType}.sheet.main+xml`,
    `${xmlDeclaration}<workbook xmlns="${main}" xmlns:r="${officeRelationships}"><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets><sheet name="${escapeAttribute(sheetName)}" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
  );
  made.relate("", `${officeRelationships}/officeDocument`, "xl/workbook.xml");
  made.addPart("xl/worksheets/sheet1.xml", worksheetType, emptyWorksheet(true));
  made.relate("xl/workbook.xml", `${officeRelationships}/worksheet`, "xl/worksheets/sheet1.xml");
  made.addPart("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme());
  made.relate("xl/workbook.xml", `${officeRelationships}/theme`, "xl/theme/theme1.xml");
  made.addPart("xl/styles.xml", `${spreadsheetType}.styles+xml`, plainStyles());
  made.relate("xl/workbook.xml", `${officeRelationships}/styles`, "xl/styles.xml");
  made.addPart(
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>${language}</dc:language></cp:coreProperties>`,
  );
  made.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
  return made;
}

/** The styles part of a workbook in which every cell is Normal. */
export function plainStyles(): string {
  return (
    `${xmlDeclaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
  );
}

/** The Office theme of 2013 and later: colours, fonts and the least of effects the schema asks for. */
function theme(): string {
  const colors: readonly (readonly [string, string])[] = [
    ["dk2", "44546A"], ["lt2", "E7E6E6"], ["accent1", "4472C4"], ["accent2", "ED7D31"], ["accent3", "A5A5A5"], ["accent4", "FFC000"], ["accent5", "5B9BD5"], ["accent6", "70AD47"], ["hlink", "0563C1"], ["folHlink", "954F72"],
  ];
  const scheme = colors.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join("");
  const fonts = (face: string): string => `<a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return (
    `${xmlDeclaration}<a:theme xmlns:a="${drawing}" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${scheme}</a:clrScheme>` +
    `<a:fontScheme name="Office"><a:majorFont>${fonts("Calibri Light")}</a:majorFont><a:minorFont>${fonts("Calibri")}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}
