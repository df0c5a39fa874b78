/**
 * A workbook written by hand the way Excel writes one, with parts and markup the file model does not understand:
 * charts, threaded comments, custom XML, printer settings, extensions, metadata of dynamic arrays.
 */
import { strToU8, zipSync } from "fflate";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

function relationshipPart(...items: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `${declaration}<Relationships xmlns="${packageRelationships}">${items.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;
}

export const dataSheet =
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}">` +
  '<sheetPr codeName="Blad1"><tabColor theme="4" tint="0.39997558519241921"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H9"/>' +
  '<sheetViews><sheetView tabSelected="1" zoomScale="90" workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B5" sqref="B5"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="12.7109375" bestFit="1" customWidth="1"/><col min="3" max="5" width="15" style="2" customWidth="1"/></cols>' +
  '<sheetData>' +
  '<row r="1" spans="1:8" ht="24" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>' +
  '<row r="3" spans="1:8" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c><c r="D3" t="s"><v>4</v></c></row>' +
  '<row r="4" spans="1:8" x14ac:dyDescent="0.25"><c r="A4" t="s"><v>5</v></c><c r="B4"><v>5.5E-2</v></c><c r="C4" s="2"><v>0.055</v></c><c r="D4" s="3"><f>Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]</f><v>1</v></c><c r="F4"><f t="shared" ref="F4:F6" si="0">B4*2</f><v>0.11</v></c><c r="H4" cm="1"><f t="array" ref="H4:H5">_xlfn.UNIQUE(Matt[Kod])</f><v>0</v></c></row>' +
  '<row r="5" spans="1:8" x14ac:dyDescent="0.25"><c r="A5" t="s"><v>6</v></c><c r="B5"><v>0.142</v></c><c r="C5" s="2"/><c r="D5" s="3" t="str"><f>Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]</f><v></v></c><c r="F5"><f t="shared" si="0"/><v>0.284</v></c><c r="H5"><v>0</v></c></row>' +
  '<row r="6" spans="1:8" hidden="1" x14ac:dyDescent="0.25"><c r="A6" t="s"><v>7</v></c><c r="B6" t="e"><v>#N/A</v></c><c r="C6" s="2" t="b"><v>1</v></c><c r="D6" s="3" t="e"><f>Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]</f><v>#N/A</v></c><c r="F6"><f t="shared" si="0"/><v>0</v></c></row>' +
  '<row r="7" spans="1:8" x14ac:dyDescent="0.25"><c r="A7" t="s"><v>8</v></c><c r="B7"><f>SUBTOTAL(109,Matt[Utfall])</f><v>0.197</v></c></row>' +
  '<row r="9" spans="1:8" s="1" customFormat="1" x14ac:dyDescent="0.25"><c r="A9" t="inlineStr"><is><r><rPr><b/></rPr><t>rå</t></r><r><t xml:space="preserve"> text</t></r></is></c><c r="B9" t="e" vm="1"><v>#VALUE!</v></c></row>' +
  '</sheetData><sheetProtection algorithmName="SHA-512" hashValue="abc=" saltValue="def=" spinCount="100000" sheet="1" objects="1" scenarios="1" sort="0"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
  '<conditionalFormatting sqref="D4:D6"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>0.9</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B4:B6"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Fel" error="V&#228;lj i listan" sqref="A4:A6"><formula1>Listor!$A$1:$A$3</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A9" location="Listor!A1" display="lista"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape" r:id="rId1"/><headerFooter><oddFooter>&amp;CSida &amp;P av &amp;N</oddFooter></headerFooter>' +
  '<drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><tableParts count="1"><tablePart r:id="rId4"/></tableParts>' +
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Listor!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>G4:G6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>';

export const chart = `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:f>Data!$B$4:$B$6</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;

const sharedStrings =
  `${declaration}<sst xmlns="${main}" count="12" uniqueCount="10"><si><t>Uppföljning &amp; mål</t></si><si><t>Kod</t></si><si><t>Utfall</t></si><si><t>Mål</t></si><si><t>Måluppfyllelse</t></si><si><t>M-1</t></si><si><t xml:space="preserve"> M-2 </t></si>` +
  '<si><r><t>fet</t></r><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve"> text</t></r><rPh sb="0" eb="1"><t>läses ej</t></rPh><phoneticPr fontId="1"/></si><si><t>Summa</t></si><si><t>rad ett_x000D_\r\nrad två</t></si></sst>';

const styles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="14"/><color theme="4" tint="-0.249977111117893"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"><alignment vertical="top" textRotation="45"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"><protection locked="0"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2"/><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></extLst></styleSheet>';

const theme = `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme></a:themeElements></a:theme>`;

/** Part name → markup or bytes, in the file's order. */
export function excelDialectParts(): Record<string, string | Uint8Array> {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${override("/xl/workbook.xml", "spreadsheetml.sheet.main")}${override("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")}${override("/xl/worksheets/sheet2.xml", "spreadsheetml.worksheet")}${override("/xl/theme/theme1.xml", "theme")}${override("/xl/styles.xml", "spreadsheetml.styles")}${override("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings")}${override("/xl/tables/table1.xml", "spreadsheetml.table")}${override("/xl/drawings/drawing1.xml", "drawing")}${override("/xl/charts/chart1.xml", "drawingml.chart")}${override("/xl/calcChain.xml", "spreadsheetml.calcChain")}${override("/customXml/itemProps1.xml", "customXmlProperties")}<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>`,
    "_rels/.rels": relationshipPart(["rId1", `${relationships}/officeDocument`, "xl/workbook.xml"], ["rId2", `${relationships}/customXml`, "customXml/item1.xml"]),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12210"/></bookViews><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Listor" sheetId="4" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$3:$3</definedName><definedName name="Koder">Listor!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029"/><extLst><ext uri="{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}" xmlns:xcalcf="http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures"><xcalcf:calcFeatures/></ext></extLst></workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipPart(["rId1", `${relationships}/worksheet`, "worksheets/sheet1.xml"], ["rId2", `${relationships}/worksheet`, "worksheets/sheet2.xml"], ["rId3", `${relationships}/theme`, "theme/theme1.xml"], ["rId4", `${relationships}/styles`, "styles.xml"], ["rId5", `${relationships}/sharedStrings`, "/xl/sharedStrings.xml"], ["rId6", `${relationships}/calcChain`, "calcChain.xml"]),
    "xl/worksheets/sheet1.xml": dataSheet,
    // As some .NET libraries write: every element has a prefix, cells have no references, attributes have single quotes.
    "xl/worksheets/sheet2.xml": `<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x='${main}'><x:sheetData>\n  <x:row><x:c t='str'><x:v>Öka</x:v></x:c></x:row>\n  <x:row><x:c t='inlineStr'><x:is><x:t>Minska</x:t></x:is></x:c><!-- kommentar --><x:c><x:v> 12 </x:v></x:c></x:row>\n  <x:row r='3'><x:c r='A3' t='s'><x:v>9</x:v></x:c><x:c r='B3'><x:f>SUM(Data!B4:B6)</x:f></x:c></x:row>\n</x:sheetData></x:worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relationshipPart(["rId1", `${relationships}/printerSettings`, "../printerSettings/printerSettings1.bin"], ["rId2", `${relationships}/drawing`, "../drawings/drawing1.xml"], ["rId3", `${relationships}/vmlDrawing`, "../drawings/vmlDrawing1.vml"], ["rId4", `${relationships}/table`, "../tables/table1.xml"], ["rId5", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"]),
    "xl/theme/theme1.xml": theme,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": sharedStrings,
    "xl/tables/table1.xml": `${declaration}<table xmlns="${main}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" id="3" xr:uid="{11111111-0000-0000-0000-000000000000}" name="Matt" displayName="Matt" ref="A3:D7" totalsRowCount="1"><autoFilter ref="A3:D6" xr:uid="{22222222-0000-0000-0000-000000000000}"><filterColumn colId="1"><customFilters><customFilter operator="greaterThan" val="0"/></customFilters></filterColumn></autoFilter><tableColumns count="4"><tableColumn id="1" name="Kod" totalsRowLabel="Summa"/><tableColumn id="2" name="Utfall" totalsRowFunction="sum"/><tableColumn id="5" name="Mål" dataDxfId="0"/><tableColumn id="4" name="Måluppfyllelse"><calculatedColumnFormula>Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
    "xl/drawings/drawing1.xml": `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relationshipPart(["rId1", `${relationships}/chart`, "../charts/chart1.xml"]),
    "xl/charts/chart1.xml": chart,
    "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><br></v:shape></xml>',
    "xl/threadedComments/threadedComment1.xml": `${declaration}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B5" id="{33333333-0000-0000-0000-000000000000}"><text>Stämmer det?</text></threadedComment></ThreadedComments>`,
    "xl/calcChain.xml": `${declaration}<calcChain xmlns="${main}"><c r="D4" i="1"/></calcChain>`,
    "xl/printerSettings/printerSettings1.bin": Uint8Array.from([0, 255, 13, 10, 26, 0, 7]),
    "customXml/item1.xml": "<?xml version='1.0'?><egen xmlns='urn:egen'>  oförändrad\r\n</egen>",
    "customXml/_rels/item1.xml.rels": relationshipPart(["rId1", `${relationships}/customXmlProps`, "itemProps1.xml"]),
    "customXml/itemProps1.xml": `${declaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
  };
}

export function excelDialect(): Uint8Array {
  return zipParts(excelDialectParts());
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])), { level: 6 });
}
