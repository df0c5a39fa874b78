// From an empty workbook to two reports in a saved file, as somebody does it who meets Måltavla for the first time.
import { texts } from "../../src/workbench/page/texts.js";
import type { Scalar, Sheet } from "../../src/xlsx/index.js";
import { describeInChromium } from "./inChromium.js";
import { picture, placeOf } from "./pictures.js";

/** What a sheet's cells hold, row by row as far as something stands. */
function contents(sheet: Sheet | undefined): Scalar[][] {
  const used = sheet?.usedRange(true);
  if (sheet === undefined || used === undefined) return [];
  return Array.from({ length: used.row + used.rows }, (_, row) => Array.from({ length: used.column + used.columns }, (__, column) => sheet.cell(row, column)?.value ?? null));
}

/** The rows of a report's table: those that begin with one of the texts, in its order, as wide as asked for. */
const rowsBeginning = (rows: Scalar[][], texts: readonly string[], columns: number): Scalar[][] => texts.flatMap((text) => rows.filter(([first]) => first === text).slice(0, 1)).map((row) => row.slice(0, columns));

describeInChromium("the story of a new user", (open) => {
  test("registers, outcomes of which one is wrong, check, correct, two reports, edits by hand of which one is kept, and every figure in the saved file", async () => {
    const bench = await open();
    const { page, pane } = bench;

    await pane.getByRole("button", { name: "Skapa register" }).click();
    await pane.getByText("Registren är skapade.").waitFor();

    await bench.turnTo("Enheter");
    await bench.typeRows("A2", [["BUN", "Barn- och utbildningsnämnden", "Nämnd"], ["KS", "Kommunstyrelsen", "Styrelse"]]);
    await bench.turnTo("Mål");
    await bench.typeRows("A2", [["MÅL-1", "Nämndmål", "1", "Fler elever når målen i skolan", "", "", "BUN"]]);
    await bench.turnTo("Mått");
    await bench.typeRows("A2", [
      ["MÅTT-1", "MÅL-1", "Sjukfrånvaro i förskolan", "dagar", "Minska", "20"],
      ["MÅTT-2", "MÅL-1", "Skolor med elevråd", "antal", "Öka", "12"],
      ["MÅTT-3", "MÅL-1", "Elever behöriga till gymnasiet", "%", "Öka", "90 %"],
    ]);
    await bench.turnTo("Utfall");
    await bench.typeRows("A2", [
      ["MÅTT-1", "T1 2026", "", "25"],
      ["MÅTT-2", "T1 2026", "", "tolv"],
      ["MÅTT-3", "T1 2026", "", "88,5 %"],
    ]);
    await bench.turnTo("Uppdrag");
    await bench.typeRows("A2", [["UPP-1", "MÅL-1", "Nämnd", "2026", "Starta elevråd på varje skola", "", "BUN"], ["UPP-2", "", "Styrelse", "2026", "Se över lokalerna", "", "KS"]]);
    await bench.turnTo("Uppföljning");
    await bench.typeRows("A2", [["UPP-1", "T1 2026", "", "Pågående", "Fyra skolor är klara."], ["UPP-2", "T1 2026", "", "Genomfört", "Klart i mars."]]);

    await bench.turnTo("Enheter");
    await bench.press("Kontrollera");
    await pane.getByText("”tolv” går inte att läsa som Utfall.").waitFor();
    await picture(bench, "kontroll");
    await picture(bench, "guide-kontroll", await placeOf(page.getByTitle(texts.pane.frame, { exact: true }), 350, 420));
    await pane.getByRole("button", { name: "Gå till Utfall rad 3, Utfall" }).click();
    await page.getByRole("grid", { name: "Bladet Utfall" }).waitFor();
    expect(await page.getByLabel("Namnruta").inputValue()).toBe("D3");
    expect(await bench.cell("D3").getAttribute("aria-selected")).toBe("true");
    await bench.typeRows("D3", [["12"]]);
    await bench.goTo("J3");
    expect(await bench.cell("J3").innerText()).toBe("Uppnått");
    // Nobody asks: the pane follows what is typed, and says what is wrong before the mistake is left.
    await pane.getByText("går inte att läsa som").waitFor({ state: "detached" });
    await bench.typeRows("D3", [["tretton"]]);
    await pane.getByText("”tretton” går inte att läsa som Utfall.").waitFor();
    await bench.typeRows("D3", [["12"]]);
    await pane.getByText("går inte att läsa som").waitFor({ state: "detached" });

    await pane.getByRole("button", { name: "Alla nämnder · ingen period vald" }).click();
    await pane.getByLabel("Nämnd", { exact: true }).selectOption({ label: "Barn- och utbildningsnämnden" });
    await pane.getByLabel("Period", { exact: true }).fill("T1 2026");
    await pane.getByRole("button", { name: "Spara i arbetsboken" }).click();
    await pane.getByRole("button", { name: "Barn- och utbildningsnämnden · T1 2026" }).waitFor();

    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Rapporten står på bladet Måluppföljning T1 2026 BUN").waitFor();
    await pane.getByRole("button", { name: "Gå till rapporten" }).click();
    await page.getByRole("grid", { name: "Bladet Måluppföljning T1 2026 BUN" }).waitFor();
    expect(await bench.cell("B19").innerText()).toBe("88,5 %");
    await picture(bench, "rapport");
    await picture(bench, "guide-rapport", await placeOf(page.getByRole("grid"), 900, 480));
    await bench.press("Bygg rapport", "Uppdragsuppföljning");
    await pane.getByText("Rapporten står på bladet Uppdragsuppföljning T1 2026 BUN").waitFor();

    await bench.turnTo("Måluppföljning T1 2026 BUN");
    await bench.typeRows("H17", [["Mätningen är ny."]]);
    await bench.typeRows("D18", [["95 %"]]);
    await bench.press("Bygg rapport", "Måluppföljning");
    const edit = (cell: string) => pane.getByRole("radiogroup", { name: cell });
    await edit("(H17)").getByRole("radio", { name: "Behåll" }).check();
    await edit("(D18)").getByRole("radio", { name: "Skriv över" }).check();
    await picture(bench, "handandringar");
    await pane.getByRole("button", { name: "Bygg", exact: true }).click();
    await pane.getByText("Behållet från dina ändringar").waitFor();

    const { workbook } = await bench.save();
    const report = contents(workbook.sheet("Måluppföljning T1 2026 BUN"));
    expect(rowsBeginning(report, ["Sjukfrånvaro i förskolan", "Skolor med elevråd", "Elever behöriga till gymnasiet"], 8)).toEqual([
      ["Sjukfrånvaro i förskolan", 25, 20, expect.closeTo(20 / 25, 12), "■ Ej uppnått", "Ej jämförbart", null, "Mätningen är ny."],
      ["Skolor med elevråd", 12, 12, 1, "● Uppnått", "Ej jämförbart", null, null],
      ["Elever behöriga till gymnasiet", 0.885, 0.9, expect.closeTo(0.885 / 0.9, 12), "◆ Delvis uppnått", "Ej jämförbart", null, null],
    ]);
    const summaries = report.filter(([first]) => first === "1 Fler elever når målen i skolan");
    expect(summaries.map((row) => row.slice(1))).toEqual([
      [3, 1, 1, 1, 0, 0, null],
      [3, 3, expect.closeTo((0.885 / 0.9 + 20 / 25 + 1) / 3, 12), "◆ Delvis uppnått", null, null, null],
    ]);
    expect(contents(workbook.sheet("Uppdragsuppföljning T1 2026 BUN")).slice(9)).toEqual([
      ["Sammanställning", null, null, null],
      ["Nämnd", "Antal uppdrag", "Varav", null],
      ["Barn- och utbildningsnämnden", 1, "1 pågående", null],
      ["Summa", 1, "1 pågående", null],
      [null, null, null, null],
      ["Uppdrag", null, null, null],
      ["Nämnd", "T1 2026 Uppdrag", "Kommentar T1 2026", "Status"],
      ["Barn- och utbildningsnämnden", "Starta elevråd på varje skola", "Fyra skolor är klara.", "► Pågående"],
    ]);
    const outcomes = contents(workbook.sheet("Utfall")).slice(1).map((row) => row.slice(0, 10));
    expect(outcomes).toEqual([
      ["MÅTT-1", "T1 2026", null, 25, null, null, null, null, 0.8, "Ej uppnått"],
      ["MÅTT-2", "T1 2026", null, 12, null, null, null, null, 1, "Uppnått"],
      ["MÅTT-3", "T1 2026", null, 0.885, null, null, null, null, expect.closeTo(0.885 / 0.9, 12), "Delvis uppnått"],
    ]);
  });
});
