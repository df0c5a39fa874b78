// Somebody's own sheets, taken in to a workbook without registers, and the next period's file after them.
import { texts } from "../../src/workbench/page/texts.js";
import type { Sheet } from "../../src/xlsx/index.js";
import { laidOut, type Laid } from "../intake/takenIn.js";
import { describeInChromium } from "./inChromium.js";
import { picture, placeOf } from "./pictures.js";

const measures = (unit: string, period: string, ...rows: Laid[][]): Laid[][] => [["Uppföljning av mål och mått"], [`${unit}, ${period}`], [], [], ["Mål", "Mått", "Utfall", null, "Målvärde"], [null, null, "Kvinnor", "Män", null], ...rows, ["Summa", null, 102, 100], [], ["* Uppgifterna är preliminära."]];

const ownSheets = (period: string, ombud: number, ...more: Laid[][]) => ({
  "Mått VON": measures("Vård- och omsorgsnämnden", period, ["Trygg omsorg", "Nöjda brukare (%)", 88, 85, 90], [null, "Ombud, antal", ombud, 15, 12]),
  Åtaganden: [["Uppdrag från fullmäktige"], [], ["Nämnd", "Nr", "Uppdrag", "Startår", `Status ${period}`], ["Vård- och omsorgsnämnden", 1, "Ta fram en plan", 2024, "Pågår"], ["Kommunstyrelsen", 2, "Se över lokalerna", 2023, "Klart"], ...more],
  Anteckningar: [["Möte på tisdag"]],
});

const valuesOf = (sheet: Sheet | undefined, columns: readonly string[]): unknown[][] => {
  const used = sheet?.usedRange(true);
  if (sheet === undefined || used === undefined) return [];
  const rows = Array.from({ length: used.rows }, (_, row) => Array.from({ length: used.columns }, (__, column) => sheet.cell(used.row + row, used.column + column)?.value ?? null));
  const at = columns.map((header) => rows[0]?.indexOf(header) ?? -1);
  return rows.slice(1).map((row) => at.map((column) => row[column] ?? null));
};

describeInChromium("taking in", (open) => {
  test("sheets as people have them become registers, the sheets stay as they were, and next period only what is new comes in", async () => {
    const workbench = await open();
    const { page, pane } = workbench;
    await workbench.openFile("uppföljning.xlsx", laidOut(ownSheets("T1 2026", 14)).save());
    await page.getByText("uppföljning.xlsx").waitFor();
    await pane.getByRole("button", { name: "Se vad som kan tas in" }).click();

    // Committees that nobody has put in Enheter are found, and so is what the sheets do not tell.
    await pane.getByText("av 4 rader på bladen kommer inte med än", { exact: false }).waitFor();
    await pane.getByRole("checkbox", { name: "Alla 2" }).check();
    await pane.getByText("Enheter: 2 nya rader").waitFor();
    await pane.getByRole("combobox", { name: "Nivå, som tabellen saknar" }).selectOption({ index: 1 });
    await pane.getByRole("combobox", { name: "Riktning, som tabellen saknar" }).selectOption("Öka");
    await pane.getByText("Mål: 1 ny rad").waitFor();
    await picture(workbench, "ta-in");
    await picture(workbench, "guide-ta-in", await placeOf(page.getByTitle(texts.pane.frame, { exact: true }), 350, 420));
    await pane.getByRole("button", { name: /^Visa kolumner och rader i tabellen vid Åtaganden/ }).click();
    await pane.getByRole("combobox", { name: "Startår", exact: true }).selectOption({ label: "År" });
    await pane.getByText("Uppdrag: 2 nya rader").waitFor();

    // Back and in again: what was chosen is there.
    await pane.getByRole("button", { name: "Tillbaka" }).click();
    await workbench.press("Ta in");
    await pane.getByText("Uppdrag: 2 nya rader").waitFor();
    expect(await pane.getByText("kommer inte med än", { exact: false }).count()).toBe(0);
    await pane.getByRole("button", { name: /^Ta in \d+ rader$/ }).click();
    await pane.getByRole("heading", { name: "Register", exact: true }).waitFor();

    const { workbook: first } = await workbench.save();
    expect(valuesOf(first.sheet("Enheter"), ["Kod", "Namn", "Typ"])).toEqual([["VON", "Vård- och omsorgsnämnden", "Nämnd"], ["KS", "Kommunstyrelsen", "Styrelse"]]);
    expect(valuesOf(first.sheet("Utfall"), ["Period", "Kvinnor", "Män"])).toEqual([["T1 2026", 0.88, 0.85], ["T1 2026", 14, 15]]);
    expect(valuesOf(first.sheet("Uppdrag"), ["Uppdrag", "År", "Huvudansvarig"])).toEqual([["Ta fram en plan", 2024, "VON"], ["Se över lokalerna", 2023, "KS"]]);
    expect(first.sheet("Mått VON")?.cell(8, 0)?.value).toBe("Summa");

    // The same sheets in a file, next period: nothing has to be said anew.
    await workbench.press("Ta in");
    await pane.locator("input[type=file]").first().setInputFiles({ name: "uppföljning t2.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(laidOut(ownSheets("T2 2026", 17, ["Kommunstyrelsen", 3, "Ny strategi", 2026, "Pågår"])).save()) });
    await pane.getByText("Uppdrag: 1 ny rad, 2 oförändrade").waitFor();
    await pane.getByText("Utfall: 2 nya rader").waitFor();
    await pane.getByRole("button", { name: /^Ta in \d+ rader$/ }).click();
    // The first time tells of registers that were made too, and may still be seen.
    await pane.getByText(/^\d+ rader är tillagda\.$/).waitFor();
    const { workbook: second } = await workbench.save();
    expect(valuesOf(second.sheet("Utfall"), ["Period", "Kvinnor"])).toEqual([["T1 2026", 0.88], ["T1 2026", 14], ["T2 2026", 0.88], ["T2 2026", 17]]);
    expect(valuesOf(second.sheet("Mått"), ["Mått"])).toEqual([["Nöjda brukare (%)"], ["Ombud, antal"]]);
  });
});
