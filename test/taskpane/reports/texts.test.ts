import type { ReportPreview } from "../../../src/usecases/previewReport.js";
import { reportsTexts } from "../../../src/taskpane/reports/texts.js";

const { sv, en } = reportsTexts;
const preview = (over: Partial<ReportPreview>): ReportPreview => ({
  title: "Måluppföljning", unitName: "", periodLabel: "T1 2019", sheet: "Måluppföljning T1 2019", sheetExists: true, address: "A1:H42", tables: 1, rows: 1, changedCells: 0, edits: [], errors: [], privacy: [], ...over,
});

test("how long a build took is told in seconds, as they are written in each language, and not when it is next to nothing", () => {
  expect([sv.took(1_440), en.took(1_440)]).toEqual(["Det tog 1,4 s.", "It took 1.4 s."]);
  expect([sv.took(99), en.took(99)]).toEqual(["", ""]);
});

test("one is one, and thousands are grouped", () => {
  expect([sv.content(preview({})), en.content(preview({}))]).toEqual(["1 tabell med 1 rad", "1 table with 1 row"]);
  expect([sv.content(preview({ tables: 7, rows: 1_200 })), en.content(preview({ tables: 7, rows: 1_200 }))]).toEqual(["7 tabeller med 1\u00A0200 rader", "7 tables with 1,200 rows"]);
  expect([sv.changes(preview({ changedCells: 1 })), en.changes(preview({ changedCells: 1 }))]).toEqual(["1 cell får nytt innehåll.", "1 cell gets new content."]);
});

test("findings that there are none of are not counted up", () => {
  expect(sv.findings({ fel: 1, varning: 0, upplysning: 2 })).toBe("I Kontroll finns 1 fel och 2 upplysningar.");
  expect(en.findings({ fel: 2, varning: 1, upplysning: 0 })).toBe("Check has 2 errors and 1 warning.");
});
