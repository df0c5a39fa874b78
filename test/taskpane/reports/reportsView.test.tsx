/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import type { Language } from "../../../src/registers/language.js";
import { ReportsView } from "../../../src/taskpane/reports/ReportsView.js";
import type { BuildOutcome } from "../../../src/usecases/buildReport.js";
import { cancelled } from "../../../src/usecases/work.js";
import { EmbeddedExcel } from "../../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx } from "../../../src/xlsx/index.js";
import { aleAfter, put } from "../../messy/findingsOf.js";
import { built, inExcel, type InExcel } from "../../usecases/inExcel.js";
import { axeFindings } from "../axeFindings.js";
import { viewInExcel, type ViewInExcel } from "../viewInExcel.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const SHEET = "Måluppföljning T1 2019 OAN";
const ale = () => aleAfter(() => undefined);

let builtAle: Promise<Uint8Array> | undefined;

/** Ale's workbook with its report built, and cells of it changed by hand afterwards: [row, column, value], 0-based. */
async function edited(...cells: readonly (readonly [row: number, column: number, value: string])[]): Promise<InExcel> {
  builtAle ??= ale().then(async ({ excel, port }) => {
    await built(port);
    return excel.save();
  });
  const workbook = inExcel(openXlsx(await builtAle));
  for (const cell of cells) edit(workbook, cell);
  return workbook;
}

function edit({ workbook, excel }: InExcel, [row, column, value]: readonly [row: number, column: number, value: string]): void {
  workbook.sheet(SHEET)!.setCell(row, column, { value });
  excel.workbookChanged();
}

const valueAt = ({ workbook }: InExcel, row: number, column: number) => workbook.sheet(SHEET)?.cell(row, column)?.value;

type Options = Parameters<typeof viewInExcel>[2];

/** The view with the workbook read, as the pane has it when somebody turns to it. */
async function opened(workbook: Pick<InExcel, "excel">, options: Options = {}): Promise<ViewInExcel> {
  const view = viewInExcel(workbook, <ReportsView onTaken={() => undefined} />, options);
  await view.user.click(screen.getByRole("button", { name: /^(Läs arbetsboken|Read the workbook)$/ }));
  await screen.findAllByRole("heading", { level: 3 });
  return view;
}

/** And with Måluppföljning chosen. */
async function chosen(workbook: Pick<InExcel, "excel">, options: Options = {}): Promise<ViewInExcel> {
  const view = await opened(workbook, options);
  await view.user.click(screen.getByRole("button", { name: /^(Välj Måluppföljning|Choose Goal follow-up .*)$/ }));
  await screen.findByRole("heading", { name: /^(Det här skrivs|This will be written)$/ });
  return view;
}

const build = () => screen.getByRole("button", { name: "Bygg" });
const card = (title: string) => within(screen.getByRole("heading", { name: title }).closest("li")!);

describe("a report's card", () => {
  test("says what the report is for, and that it has not been built", async () => {
    await opened(await ale());
    expect(card("Måluppföljning").getByText(/^Visar för varje mål/)).toBeInstanceOf(HTMLElement);
    expect(card("Måluppföljning").getByText("Inte byggd än.")).toBeInstanceOf(HTMLElement);
  });

  test("says when its content last changed, and leads to the sheet", async () => {
    const workbook = await edited();
    const { user } = await opened(workbook);
    expect(card("Måluppföljning").getByText(`Innehållet ändrades 2019-05-20. Finns på bladet ${SHEET}.`)).toBeInstanceOf(HTMLElement);
    await user.click(card("Måluppföljning").getByRole("button", { name: "Gå till bladet med Måluppföljning" }));
    await waitFor(() => expect(workbook.excel.selection.sheet).toBe(SHEET));
  });

  test("says which registers are missing, and creates them", async () => {
    const empty = inExcel(createXlsx());
    const { user } = await opened(empty);
    expect(card("Måluppföljning").getByText(/^Registren .*Mål.* saknas\.$/)).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);
    await user.click(card("Måluppföljning").getByRole("button", { name: "Skapa register för Måluppföljning" }));
    await screen.findByRole("button", { name: "Välj Måluppföljning" });
    expect(empty.workbook.table("Mal")).toBeDefined();
  });
});

describe("a preview", () => {
  test("tells the sheet, the area and how much is written, and writes nothing", async () => {
    const workbook = await ale();
    const before = workbook.excel.save();
    await chosen(workbook);
    expect(screen.getByText(`${SHEET} (nytt)`)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/^A1:[A-Z]+\d+$/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/^\d+ tabell(er)? med \d+ rader$/)).toBeInstanceOf(HTMLElement);
    expect(workbook.excel.save()).toEqual(before);
  });

  test("of a report just built says that nothing has changed", async () => {
    await chosen(await edited());
    expect(screen.getByText("Inget har ändrats sedan sist.")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(`${SHEET} (byggs om på sin plats)`)).toBeInstanceOf(HTMLElement);
  });

  test("warns of errors, and leads to them", async () => {
    const { user, turnedTo } = await chosen(await aleAfter((workbook) => put(workbook, "Utfall", 1, "Utfall", "kanske")));
    expect(screen.getByText("1 fel i Kontroll.")).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole("button", { name: "Visa i Kontroll" }));
    expect(turnedTo).toEqual(["findings"]);
  });

  test("is for the period that is chosen, and for it alone", async () => {
    const workbook = await ale();
    const { user } = await chosen(workbook);
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "T1 2018");
    expect(await screen.findByText("Måluppföljning T1 2018 OAN (nytt)")).toBeInstanceOf(HTMLElement);
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Annan period …");
    await user.type(screen.getByRole("textbox", { name: "Skriv perioden" }), "april 2019{Enter}");
    expect(await screen.findByText(/^Måluppföljning .* OAN \(nytt\)$/)).toBeInstanceOf(HTMLElement);
    await user.selectOptions(screen.getByRole("combobox", { name: "Nämnd" }), "Alla nämnder");
    expect(await screen.findByText(/^Måluppföljning [^O]*\(nytt\)$/)).toBeInstanceOf(HTMLElement);
  });

  test("that is stopped can be asked for again", async () => {
    const { user } = await opened(await ale(), { instead: { preview: () => Promise.reject(cancelled()) } });
    await user.click(screen.getByRole("button", { name: "Välj Måluppföljning" }));
    expect(await screen.findByText("Arbetet är avbrutet. Inget har skrivits.")).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole("button", { name: "Visa vad som skrivs" })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("button", { name: "Bygg" })).toBeNull();
  });

  test("of a period that cannot be read says so, and lets it be written again", async () => {
    const { user } = await chosen(await ale());
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Annan period …");
    await user.type(screen.getByRole("textbox", { name: "Skriv perioden" }), "snart{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("snart");
    expect(screen.getByRole("button", { name: "Visa vad som skrivs" })).toBeInstanceOf(HTMLElement);
  });
});

describe("building", () => {
  test("with Enter from the heading: tells where the report is, and Enter again turns to it", async () => {
    const workbook = await ale();
    const { user } = await chosen(workbook);
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Måluppföljning" }));
    await user.keyboard("{Enter}");
    expect(await screen.findByText(new RegExp(`^Rapporten står på bladet ${SHEET} \\(A1:`))).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Gå till rapporten" }));
    await screen.findByText(/^I Kontroll finns /);
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-disabled")).toBeNull());
    await user.keyboard("{Enter}");
    await waitFor(() => expect(workbook.excel.selection.sheet).toBe(SHEET));
  });

  test.each([
    ["1.20", /Ångra med Ctrl\+Z\.$/],
    ["1.19", /Den här versionen av Excel kan inte ångra rapporten i ett steg\.$/],
  ])("tells whether one Ctrl+Z takes it back: ExcelApi %s", async (ExcelApi, text) => {
    const workbook = await ale();
    await built(workbook.port);
    const excel = new EmbeddedExcel(workbook.workbook, { requirementSets: { ExcelApi } });
    const { user } = await chosen({ excel }, { facts: { undoGroups: ExcelApi === "1.20" } });
    await user.click(build());
    expect(await screen.findByText(text)).toBeInstanceOf(HTMLElement);
  });

  test("that is stopped writes nothing, and what was chosen is still there", async () => {
    const workbook = await ale();
    const { user } = await chosen(workbook, { instead: { build: () => Promise.reject(cancelled()) } });
    await user.click(build());
    expect(await screen.findByText("Arbetet är avbrutet. Inget har skrivits.")).toBeInstanceOf(HTMLElement);
    expect(workbook.workbook.sheet(SHEET)).toBeUndefined();
    expect(document.activeElement).toBe(build());
  });

  test("leaves the cards up to date", async () => {
    const { user } = await chosen(await ale());
    await user.click(build());
    await user.click(await screen.findByRole("button", { name: "Till rapporterna" }));
    expect(await card("Måluppföljning").findByText(`Innehållet ändrades 2019-05-20. Finns på bladet ${SHEET}.`)).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Välj Måluppföljning" }));
  });

  test("that fails tells why, and can be tried again", async () => {
    const workbook = await ale();
    const { user } = await chosen(workbook);
    workbook.excel.faults.isBusy = true;
    await user.click(build());
    expect((await screen.findByRole("alert")).textContent).toContain("redigeras just nu");
    workbook.excel.faults.isBusy = false;
    await user.click(build());
    expect(await screen.findByText(/^Rapporten står på bladet/)).toBeInstanceOf(HTMLElement);
  });

  test("Esc goes back to the cards, with the focus where it was", async () => {
    const { user } = await chosen(await ale());
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Välj Måluppföljning" }));
  });
});

describe("cells changed by hand", () => {
  /** The first cell of the report with a figure, and the one below it. */
  const places = async () => {
    const workbook = await edited();
    const cells = [...workbook.workbook.sheet(SHEET)!.cells()].filter(({ content }) => typeof content.value === "number" && content.value < 1);
    return cells.slice(0, 2);
  };

  test("are kept or written over one by one, and kept when nobody says otherwise", async () => {
    const [first, second] = await places();
    const workbook = await edited([first!.row, first!.column, "först"], [second!.row, second!.column, "sedan"]);
    const { user } = await chosen(workbook);
    const groups = screen.getAllByRole("radiogroup");
    expect(groups).toHaveLength(2);
    expect(screen.getAllByRole("radio", { name: "Behåll" }).every((radio) => (radio as HTMLInputElement).checked)).toBe(true);
    expect(screen.getByText(/har blivit ”först”\.$/)).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);

    await user.click(within(groups[1]!).getByRole("radio", { name: "Skriv över" }));
    await user.click(build());
    await screen.findByText(/^Rapporten står på bladet/);
    expect(valueAt(workbook, first!.row, first!.column)).toBe("först");
    expect(valueAt(workbook, second!.row, second!.column)).toBe(second!.content.value);
    expect(screen.getByRole("heading", { name: "Behållet från dina ändringar" })).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/: ”först”$/)).toBeInstanceOf(HTMLElement);
  });

  test("are all written over when that is said of all", async () => {
    const [first, second] = await places();
    const workbook = await edited([first!.row, first!.column, "först"], [second!.row, second!.column, "sedan"]);
    const { user } = await chosen(workbook);
    await user.click(screen.getByRole("button", { name: "Skriv över alla" }));
    await user.click(build());
    await screen.findByText(/^Rapporten står på bladet/);
    expect(valueAt(workbook, first!.row, first!.column)).toBe(first!.content.value);
    expect(valueAt(workbook, second!.row, second!.column)).toBe(second!.content.value);
  });

  test("after the preview are not written over: the list comes back with why, and what was decided still holds", async () => {
    const [first, second] = await places();
    const workbook = await edited([first!.row, first!.column, "först"]);
    const { user } = await chosen(workbook);
    await user.click(screen.getByRole("radio", { name: "Skriv över" }));
    edit(workbook, [second!.row, second!.column, "sedan"]);
    await user.click(build());
    expect(await screen.findByText(/har ändrats igen\. Inget har skrivits\./)).toBeInstanceOf(HTMLElement);
    expect(valueAt(workbook, first!.row, first!.column)).toBe("först");
    expect(screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, true, true, false]);
    await user.click(build());
    await screen.findByText(/^Rapporten står på bladet/);
    expect(valueAt(workbook, first!.row, first!.column)).toBe(first!.content.value);
    expect(valueAt(workbook, second!.row, second!.column)).toBe("sedan");
  });

  test("in a report that had none at the preview stop the build", async () => {
    const [first] = await places();
    const workbook = await edited();
    const { user } = await chosen(workbook);
    edit(workbook, [first!.row, first!.column, "först"]);
    await user.click(build());
    expect(await screen.findByRole("radio", { name: "Behåll" })).toBeInstanceOf(HTMLElement);
    expect(valueAt(workbook, first!.row, first!.column)).toBe("först");
  });

  test("are decided about before a build asked for on the ribbon", async () => {
    const [first] = await places();
    const workbook = await edited([first!.row, first!.column, "först"]);
    viewInExcel(workbook, <AskedView report="maluppfoljning" direct />);
    expect(await screen.findByText(/har ändrats sedan rapporten byggdes\. Välj vad som ska stå kvar\.$/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole("radio", { name: "Behåll" })).toBeInstanceOf(HTMLElement);
    expect(valueAt(workbook, first!.row, first!.column)).toBe("först");
  });
});

/** As the shell does with what the ribbon asks for: told once, until it is taken. */
function AskedView({ report, direct }: { readonly report: string; readonly direct: boolean }) {
  const [asked, setAsked] = useState<{ report: string; direct: boolean } | undefined>({ report, direct });
  return <ReportsView {...(asked === undefined ? {} : { asked })} onTaken={() => setAsked(undefined)} />;
}

describe("asked for on the ribbon", () => {
  test("a report is built at once, and only once", async () => {
    const workbook = await ale();
    viewInExcel(workbook, <AskedView report="maluppfoljning" direct />);
    expect(await screen.findByText(/^Rapporten står på bladet/)).toBeInstanceOf(HTMLElement);
    expect(workbook.workbook.sheets.filter(({ name }) => name.startsWith("Måluppföljning"))).toHaveLength(1);
  });

  test("a report that is not to be built at once is shown before it is", async () => {
    const workbook = await ale();
    viewInExcel(workbook, <AskedView report="maluppfoljning" direct={false} />);
    expect(await screen.findByText(`${SHEET} (nytt)`)).toBeInstanceOf(HTMLElement);
    expect(workbook.workbook.sheet(SHEET)).toBeUndefined();
  });

  test("a report that cannot be built says why", async () => {
    viewInExcel(inExcel(createXlsx()), <AskedView report="maluppfoljning" direct />);
    expect((await screen.findByRole("alert")).textContent).toMatch(/behöver .*Inget har skrivits/);
    expect(screen.getByRole("button", { name: "Visa vad som skrivs" })).toBeInstanceOf(HTMLElement);
  });
});

describe("axe finds nothing wrong", () => {
  test.each(["sv", "en"] satisfies Language[])("with the cards, the preview and the built report (%s)", async (language) => {
    const { user } = await opened(await ale(), { language });
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^(Välj Måluppföljning|Choose Goal follow-up .*)$/ }));
    await screen.findByRole("heading", { name: /^(Det här skrivs|This will be written)$/ });
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^(Bygg|Build)$/ }));
    await screen.findByText(/^(Rapporten står på bladet|The report is on the sheet)/);
    expect(await axeFindings()).toEqual([]);
  });

  test("with edits that lost their place", async () => {
    const cell = { address: `'${SHEET}'!C7`, where: "Mått 1, Utfall", written: "5,5 %", found: "" };
    const workbook = await ale();
    const outcome = await built(workbook.port);
    const told: BuildOutcome = { ...outcome, lostEdits: [cell], findings: [] };
    const { user } = await chosen(workbook, { instead: { build: () => Promise.resolve(told) } });
    await user.click(build());
    expect(await screen.findByText("Mått 1, Utfall: tomt")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText("Kontrollen har inga anmärkningar.")).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);
  });
});

test("everything before the build is reached with Tab in reading order", async () => {
  const { user } = await chosen(await ale());
  const wanted = [screen.getByRole("combobox", { name: "Nämnd" }), screen.getByRole("combobox", { name: "Period" }), build(), screen.getByRole("button", { name: "Tillbaka" })];
  const reached: (Element | null)[] = [];
  for (const _ of wanted) {
    await user.tab();
    reached.push(document.activeElement);
  }
  expect(reached).toEqual(wanted);
});

