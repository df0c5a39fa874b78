// The whole story without a mouse: every step is a key.
import { readFileSync } from "node:fs";
import { texts } from "../../src/workbench/page/texts.js";
import { columnLetters } from "../../src/registers/address.js";
import { openXlsx, type Scalar } from "../../src/xlsx/index.js";
import { rowsOnDesk } from "./formOnDesk.js";
import { describeInChromium, OSTERSUND } from "./inChromium.js";
import { keysIntoPane, keysOnRibbon, keysTo, keysToCell, keysTypeRows } from "./keys.js";

const REPORT = "Måluppföljning T1 2026 BUN";

describeInChromium("the workbench by keyboard alone", (open) => {
  test("registers are created, typed in, checked and corrected; a report is built, changed by hand, built again and saved with every figure", async () => {
    const bench = await open();
    const { page, pane } = bench;
    const { keyboard } = page;
    const grid = (sheet: string) => page.getByRole("grid", { name: `Bladet ${sheet}`, exact: true });

    // The pane is closed, which leads to the sheet, and opened again, which leads into it.
    const create = pane.getByRole("button", { name: "Skapa register" });
    await create.waitFor();
    await keysTo(bench, "F6", page.getByRole("button", { name: texts.pane.close }));
    await keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
    await keysOnRibbon(bench, "Öppna Måltavla");
    await page.waitForFunction(() => document.activeElement instanceof HTMLIFrameElement);
    await keysTo(bench, "Tab", create);
    await keyboard.press("Enter");
    await pane.getByText("Registren är skapade.").waitFor();

    // Esc leads from the pane to the sheet; the tabs are turned by arrows, and a word is taken from a list.
    await keyboard.press("Escape");
    const tabs = page.getByRole("tablist", { name: "Blad" });
    await keysTo(bench, "F6", tabs.getByRole("tab", { selected: true }));
    await keysTo(bench, "ArrowRight", tabs.getByRole("tab", { name: "Enheter", selected: true }));
    await keysTo(bench, "Shift+F6", grid("Enheter"));
    await keyboard.press("Control+Home");
    await keyboard.press("ArrowDown");
    await bench.type("BUN");
    await keyboard.press("Tab");
    await bench.type("Barn- och utbildningsnämnden");
    await keyboard.press("Tab");
    await keyboard.press("Alt+ArrowDown");
    const words = page.getByRole("listbox");
    await words.waitFor();
    await keysTo(bench, "ArrowDown", words.getByRole("option", { name: "Nämnd", exact: true, selected: true }));
    await keyboard.press("Enter");
    expect(await bench.cell("C2").innerText()).toBe("Nämnd");

    await keysTypeRows(bench, "Mål!A2", [["MÅL-1", "Nämndmål", "1", "Fler elever når målen i skolan", "", "", "BUN"]]);
    await keysTypeRows(bench, "Mått!A2", [["MÅTT-1", "MÅL-1", "Sjukfrånvaro i förskolan", "dagar", "Minska", "20"], ["MÅTT-2", "MÅL-1", "Skolor med elevråd", "antal", "Öka", "12"]]);
    await keysTypeRows(bench, "Utfall!A2", [["MÅTT-1", "T1 2026", "", "25"], ["MÅTT-2", "T1 2026", "", "tolv"]]);

    await keysOnRibbon(bench, "Kontrollera");
    await pane.getByText("”tolv” går inte att läsa som Utfall.").waitFor();
    await keysToCell(bench, "Enheter!A1");
    await keysIntoPane(bench, pane.getByRole("button", { name: "Gå till Utfall rad 3, Utfall" }));
    await keyboard.press("Enter");
    await grid("Utfall").locator('[data-address="D3"][aria-selected="true"]').waitFor();
    await keyboard.press("Escape");
    await keysTo(bench, "Escape", grid("Utfall"));
    await bench.type("12");
    await keyboard.press("Enter");
    await keysToCell(bench, "J3");
    await bench.cell("J3").getByText("Uppnått", { exact: true }).waitFor();

    await keysIntoPane(bench, pane.getByRole("button", { name: "Alla nämnder · ingen period vald" }));
    await keyboard.press("Enter");
    const committee = pane.getByLabel("Nämnd", { exact: true });
    await committee.waitFor();
    await keysTo(bench, "Tab", committee);
    await keyboard.press("ArrowDown");
    await keyboard.press("Tab");
    await keyboard.insertText("T1 2026");
    await keyboard.press("Enter");
    await pane.getByRole("button", { name: "Barn- och utbildningsnämnden · T1 2026" }).waitFor();

    await keysOnRibbon(bench, "Bygg rapport", "Måluppföljning");
    await pane.getByText(`Rapporten står på bladet ${REPORT}`).waitFor();
    await keysIntoPane(bench, pane.getByRole("button", { name: "Gå till rapporten" }));
    await keyboard.press("Enter");
    await grid(REPORT).waitFor();
    await keyboard.press("Escape");
    await keysTypeRows(bench, "H13", [["Mätningen är ny."]]);
    await keysTypeRows(bench, "D14", [["95 %"]]);

    await keysOnRibbon(bench, "Bygg rapport", "Måluppföljning");
    const edit = (cell: string) => pane.getByRole("radiogroup", { name: cell });
    await keysIntoPane(bench, edit("(H13)"));
    await keysTo(bench, "ArrowRight", edit("(H13)").getByRole("radio", { name: "Behåll" }));
    await keysTo(bench, "Tab", edit("(D14)"));
    await keysTo(bench, "ArrowRight", edit("(D14)").getByRole("radio", { name: "Skriv över" }));
    await keysTo(bench, "Tab", pane.getByRole("button", { name: "Bygg", exact: true }));
    await keyboard.press("Enter");
    await pane.getByText("Behållet från dina ändringar").waitFor();

    const download = page.waitForEvent("download");
    await keyboard.press("Control+s");
    const workbook = openXlsx(new Uint8Array(readFileSync(await (await download).path())));
    const row = (sheet: string, at: number, columns: number): Scalar[] => Array.from({ length: columns }, (_, column) => workbook.sheet(sheet)?.cell(at, column)?.value ?? null);
    expect([12, 13].map((at) => row(REPORT, at, 8))).toEqual([
      ["Sjukfrånvaro i förskolan", 25, 20, expect.closeTo(20 / 25, 12), "■ Ej uppnått", "Ej jämförbart", null, "Mätningen är ny."],
      ["Skolor med elevråd", 12, 12, 1, "● Uppnått", "Ej jämförbart", null, null],
    ]);
    expect([1, 2].map((at) => row("Utfall", at, 4))).toEqual([["MÅTT-1", "T1 2026", null, 25], ["MÅTT-2", "T1 2026", null, 12]]);
    expect(row("Enheter", 1, 3)).toEqual(["BUN", "Barn- och utbildningsnämnden", "Nämnd"]);
  });

  test("a round: a sheet goes out, an answer is typed in it and taken in, and who has answered is told", async () => {
    const bench = await open({ workbook: OSTERSUND });
    const { page, pane } = bench;
    const { keyboard } = page;
    const press = async (name: string | RegExp): Promise<void> => {
      await keysTo(bench, "Tab", pane.getByRole("button", { name }));
      await keyboard.press("Enter");
    };
    const turnTo = async (name: string | RegExp): Promise<void> => {
      const tab = pane.getByRole("tab", { name });
      await keysTo(bench, "Shift+Tab", pane.getByRole("tablist").filter({ has: tab }));
      await keysTo(bench, "ArrowRight", tab);
      await keyboard.press("Enter");
    };

    await pane.getByRole("heading", { name: "Register", exact: true }).waitFor();
    await keysIntoPane(bench, pane.getByRole("tab", { selected: true }));
    await turnTo("Inlämning");
    await pane.getByText(/enheter, \d+ svar kvar att lämna\.$/).waitFor();
    await press("Välj inga");
    await keysTo(bench, "Tab", pane.getByRole("checkbox").first());
    await keyboard.press("Space");
    await press("Gör 1 blad i arbetsboken");
    await pane.getByText(/^1 blad är gjort/).waitFor();

    const form = (await bench.save()).workbook.sheets.find((sheet) => rowsOnDesk(sheet).length > 0);
    const row = form && rowsOnDesk(form).find(({ columnOf }) => columnOf.has("Kommentar"));
    if (form === undefined || row === undefined) throw new Error("no form has been made");
    await keysToCell(bench, `${form.name}!${columnLetters(row.columnOf.get("Kommentar") ?? 0)}${row.row + 1}`);
    await bench.type("Skriven utan mus.");
    await keyboard.press("Enter");

    await keysIntoPane(bench, pane.getByRole("tab", { name: "Inlämning" }));
    await keysTo(bench, "Tab", pane.getByRole("tab", { name: "Skicka ut" }));
    await keysTo(bench, "ArrowRight", pane.getByRole("tab", { name: "Ta emot" }));
    await keyboard.press("Enter");
    await press("Ta bladen i arbetsboken");
    await pane.getByText("bladen i arbetsboken, 1 enhet.").waitFor();
    await press(/^Skriv \d+ svar$/);
    await pane.getByText(/svar är skrivna i registren\.|svar är skrivet/).waitFor();
    await press("Visa läget");
    await pane.getByText(/enheter är klara\./).waitFor();
    const followUps = (await bench.save()).workbook.sheet("Uppföljning");
    expect([...(followUps?.cells() ?? [])].filter(({ content }) => content.value === "Skriven utan mus.")).toHaveLength(1);
  });
});
