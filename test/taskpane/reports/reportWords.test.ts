import { reports } from "../../../src/reports/reports.js";
import { reportWords } from "../../../src/taskpane/reports/reportWords.js";

test("the pane calls every report what the report calls itself, and says what it is for in English too", () => {
  expect(Object.fromEntries(Object.entries(reportWords).map(([name, words]) => [name, [words?.title.sv, words?.purpose.sv]]))).toEqual(
    Object.fromEntries(reports.map(({ name, title, purpose }) => [name, [title, purpose]])),
  );
  for (const words of Object.values(reportWords)) {
    expect(words?.title.en).toContain(words?.title.sv);
    expect(words?.purpose.en).not.toBe(words?.purpose.sv);
  }
});
