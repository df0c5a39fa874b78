/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import type { Finding } from "../../../src/registers/finding.js";
import type { Language } from "../../../src/registers/language.js";
import { FindingsView } from "../../../src/taskpane/findings/FindingsView.js";
import { lookOver } from "../../../src/usecases/lookOver.js";
import type { Overview } from "../../../src/usecases/overview.js";
import { aleAfter, put, tableOf } from "../../messy/findingsOf.js";
import { aleInExcel, type InExcel } from "../../usecases/inExcel.js";
import { axeFindings } from "../axeFindings.js";
import { inputCells, newIn } from "../inputCells.js";
import { TODAY } from "../paneOn.js";
import { viewInExcel, type ViewInExcel } from "../viewInExcel.js";

jest.setTimeout(60_000);
afterEach(cleanup);

/** Ale's workbook with three figures that somebody has typed as text, and a direction in small letters. */
const typedByHand = () =>
  aleAfter((workbook) => {
    put(workbook, "Matt", 0, "Målvärde", "5,5 %");
    put(workbook, "Matt", 1, "Riktning", "minska");
    put(workbook, "Utfall", 1, "Utfall", "5,5 %");
    put(workbook, "Utfall", 2, "Utfall", "14,8 procent");
  });

const checkButton = () => screen.getByRole("button", { name: /^(Kontrollera|Check)( igen| again)?$/ });
const passing = () => screen.getByTestId("passing").textContent;
const item = (place: string) => within(screen.getByRole("button", { name: `Gå till ${place}` }).closest("li")!);

async function checked(workbook: Pick<InExcel, "excel">, options: Parameters<typeof viewInExcel>[2] = {}): Promise<ViewInExcel> {
  const view = viewInExcel(workbook, <FindingsView />, options);
  await view.user.click(checkButton());
  await screen.findByText(/kl\. \d\d\.\d\d|at \d\d:\d\d/);
  return view;
}

/** An overview as of Ale's workbook, with other findings. */
async function overviewWith(findings: readonly Finding[]): Promise<Overview> {
  return { ...(await lookOver((await aleAfter(() => undefined)).port, TODAY)), findings };
}

const made = (index: number, over: Partial<Finding> = {}): Finding => ({
  ruleId: "cell.olasbar",
  severity: "varning",
  register: "Utfall",
  at: { sheet: "Utfall", row: index + 1, column: 3 },
  column: "Utfall",
  message: { sv: `”cirka ${index}” går inte att läsa.`, en: `“cirka ${index}” cannot be read.` },
  ...over,
});

describe("what the check found", () => {
  test("stands by register, each finding with its seriousness in words, its place and what to do", async () => {
    await checked(await typedByHand());
    const headings = screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
    expect(headings).toEqual(expect.arrayContaining([expect.stringMatching(/^Mål \(\d+\)$/), expect.stringMatching(/^Mått \(\d+\)$/), expect.stringMatching(/^Utfall \(\d+\)$/)]));
    expect(item("Mått rad 3, Riktning").getByText("upplysning")).toBeInstanceOf(HTMLElement);
    expect(item("Mått rad 3, Riktning").getByText(/”minska” läses som Minska/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/^\d+ varningar och \d+ upplysning(ar)?\. Kontrollerat kl\./)).toBeInstanceOf(HTMLElement);
  });

  test("is told in English too, with the sheets' own names", async () => {
    await checked(await typedByHand(), { language: "en" });
    expect(screen.getByRole("button", { name: "Go to Mått row 3, Riktning" })).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole("button", { name: "Change to Minska, Mått row 3, Riktning" })).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/^\d+ warnings and \d+ notes?\. Checked at/)).toBeInstanceOf(HTMLElement);
  });

  test("one that concerns a missing table has a place, but nowhere to go", async () => {
    const { at: _at, column: _column, ...table } = made(0, { register: "Mal", message: { sv: "Registret saknas.", en: "The register is missing." } });
    const overview = await overviewWith([table]);
    await checked(await aleInExcel(), { instead: { check: () => Promise.resolve(overview) } });
    const found = within(screen.getByText("Registret saknas.").closest("li")!);
    expect(found.getByText("Mål")).toBeInstanceOf(HTMLElement);
    expect(found.queryByRole("button")).toBeNull();
  });

  test("nothing at all is told with the time", async () => {
    const overview = await overviewWith([]);
    await checked(await aleInExcel(), { instead: { check: () => Promise.resolve(overview) } });
    expect(screen.getByText(/^Inga anmärkningar\. Kontrollerat kl\. \d\d\.\d\d\.$/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("list")).toBeNull();
  });

  test("a check that fails leaves what was found before", async () => {
    const ale = await typedByHand();
    const { user } = await checked(ale);
    ale.excel.faults.isBusy = true;
    await user.click(checkButton());
    expect((await screen.findByRole("alert")).textContent).toContain("redigeras just nu");
    expect(screen.getByRole("button", { name: "Gå till Mått rad 3, Riktning" })).toBeInstanceOf(HTMLElement);
  });
});

test("“Gå till” selects the cell in Excel", async () => {
  const ale = await typedByHand();
  const { user } = await checked(ale);
  await user.click(screen.getByRole("button", { name: "Gå till Mått rad 3, Riktning" }));
  const { range, columns } = tableOf(ale.workbook, "Matt");
  const column = range.column + columns.findIndex(({ name }) => name === "Riktning");
  await waitFor(() => expect(ale.excel.selection).toEqual({ sheet: "Mått", row: 2, column, rows: 1, columns: 1 }));
});

describe("a fix", () => {
  test("writes what its button says in its cell and nowhere else; the finding is gone, and the next one has the focus", async () => {
    const ale = await typedByHand();
    const { user } = await checked(ale);
    const before = inputCells(ale.workbook);
    const next = screen.getByRole("button", { name: "Gå till Mått rad 3, Riktning" });
    const button = screen.getByRole("button", { name: "Rätta till 5,5 %, Mått rad 2, Målvärde" });
    await user.click(button);
    await screen.findByText("Rättat.");
    // Then it is checked again.
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Rätta till .* Mått rad 2, Målvärde$/ })).toBeNull());
    const { range, columns } = tableOf(ale.workbook, "Matt");
    const column = range.column + columns.findIndex(({ name }) => name === "Målvärde");
    expect(newIn(before, inputCells(ale.workbook))).toEqual([expect.stringMatching(new RegExp(`^Mått!1,${column} 0\\.055 .*%`))]);
    await waitFor(() => expect(document.activeElement).toBe(next.closest("li")));
  });

  test("puts a formula back that somebody has written over", async () => {
    const ale = await aleAfter((workbook) => put(workbook, "Utfall", 0, "Status", "Uppnått"));
    const { user } = await checked(ale);
    await user.click(screen.getByRole("button", { name: "Lägg tillbaka formeln, Utfall rad 2, Status" }));
    await screen.findByText("Rättat.");
    const { sheet, range, columns } = tableOf(ale.workbook, "Utfall");
    const column = range.column + columns.findIndex(({ name }) => name === "Status");
    expect(sheet.cell(1, column)?.formula).toBe(sheet.cell(2, column)?.formula);
    expect(sheet.cell(1, column)?.formula).toBeDefined();
  });

  test("of all safe findings leaves none of them, and says how many", async () => {
    const ale = await typedByHand();
    const { user } = await checked(ale);
    await user.click(screen.getByRole("button", { name: "Rätta alla säkra (4)" }));
    await screen.findByText("4 anmärkningar är rättade.");
    await waitFor(() => expect(screen.queryAllByRole("button", { name: /^Rätta/ })).toEqual([]));
    expect((await lookOver(ale.port, TODAY)).findings.map(({ fix }) => fix)).toEqual(expect.not.arrayContaining([expect.anything()]));
  });

  test("writes nothing when the cell has been changed since it was checked", async () => {
    const ale = await typedByHand();
    const { user } = await checked(ale);
    put(ale.workbook, "Matt", 0, "Målvärde", 0.07);
    ale.excel.workbookChanged();
    const before = inputCells(ale.workbook);
    const button = screen.getByRole("button", { name: "Rätta till 5,5 %, Mått rad 2, Målvärde" });
    await user.click(button);
    expect((await screen.findByRole("alert")).textContent).toContain("har ändrats sedan kontrollen. Inget har skrivits.");
    expect(newIn(before, inputCells(ale.workbook))).toEqual([]);
    expect(document.activeElement).toBe(button);
  });
});

test("rules that are switched off are told of in a quiet line, and nothing is when none is", async () => {
  await checked(await aleAfter(() => undefined));
  expect(screen.queryByText(/avstängd/)).toBeNull();
  cleanup();
  await checked(
    await aleAfter((workbook) => {
      const { sheet, range } = tableOf(workbook, "Installningar");
      const row = Array.from({ length: range.rows }, (_, index) => range.row + index).find((each) => sheet.cell(each, range.column)?.value === "regler-av");
      sheet.setCell(row ?? 0, range.column + 1, { value: "publik.smatal" });
    }),
  );
  expect(screen.getByText("1 regel är avstängd i Inställningar.")).toBeInstanceOf(HTMLElement);
});

describe("accepting a finding", () => {
  const moved = { name: "Godta anmärkningen, Utfall rad 4, Utfall" };
  const open = async () => {
    const ale = await aleAfter(() => undefined);
    const view = await checked(ale);
    const [accept] = screen.getAllByRole("button", moved);
    await view.user.click(accept!);
    return { ale, accept: accept!, ...view };
  };

  test("asks for a reason, writes it in Godtaganden, and lists the finding as accepted until it is taken back", async () => {
    const { ale, user } = await open();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Skäl" }));
    await user.keyboard("Säsong{Enter}");
    await screen.findByText("Anmärkningen är godtagen.");
    const accepted = await screen.findByRole("button", { name: "Godtagna (1)" });
    expect(screen.getAllByRole("button", moved)).toHaveLength(1);
    expect([...inputCells(ale.workbook)].filter((cell) => cell.startsWith("Godtaganden!1,")).join()).toContain('"Säsong"');

    await user.click(accepted);
    expect(screen.getByText("Godtagen 2019-05-20: Säsong")).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole("button", { name: "Ta tillbaka godtagandet, Utfall rad 4, Utfall" }));
    await screen.findByText("Godtagandet är tillbakataget.");
    await waitFor(() => expect(screen.getAllByRole("button", moved)).toHaveLength(2));
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole("button", moved)[0]!.closest("li")));
    expect([...inputCells(ale.workbook)].join()).not.toContain("Säsong");
  });

  test("without a reason writes nothing and says why", async () => {
    const { ale, user } = await open();
    const before = inputCells(ale.workbook);
    await user.keyboard("  {Enter}");
    expect(screen.getByText(/^Skriv ett skäl/)).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Skäl" }));
    expect(newIn(before, inputCells(ale.workbook))).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  });

  test("is closed by Esc, which gives the focus back", async () => {
    const { user } = await open();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("textbox", { name: "Skäl" })).toBeNull();
    expect(document.activeElement).toBe(screen.getAllByRole("button", moved)[0]);
  });
});

test("the buttons are reached with Tab in reading order", async () => {
  const { user } = await checked(await typedByHand());
  checkButton().focus();
  const reached: Element[] = [];
  const buttons = screen.getAllByRole("button");
  for (const _ of buttons.slice(1)) {
    await user.tab();
    if (document.activeElement !== null) reached.push(document.activeElement);
  }
  expect(reached).toEqual(buttons.slice(1));
});

describe("many findings", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => made(index, index % 10 === 0 ? { severity: "fel", register: "Matt", at: { sheet: "Mått", row: index + 1, column: 3 } } : {}));
  const open = async (findings: readonly Finding[] = many) => {
    const overview = await overviewWith(findings);
    return checked(await aleAfter(() => undefined), { instead: { check: () => Promise.resolve(overview) } });
  };
  const shown = () => screen.getAllByRole("button", { name: /^Gå till/ });

  test("come a hundred at a time, and none is lost in the counts", async () => {
    const { user } = await open();
    expect(screen.getByText(/^1\s000 fel och 9\s000 varningar\./)).toBeInstanceOf(HTMLElement);
    expect(shown()).toHaveLength(100);
    await user.click(screen.getByRole("button", { name: /^Visa 100 till \(av 9\s900\)$/ }));
    expect(shown()).toHaveLength(200);
    expect(document.activeElement).toBe(shown()[100]!.closest("li"));
  });

  test("can be searched and filtered, and the search is told when it finds nothing", async () => {
    const { user } = await open();
    await user.selectOptions(screen.getByRole("combobox", { name: "Visa" }), "fel");
    expect(await screen.findByText(/1\s000 anmärkningar passar\./)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole("searchbox"));
    await user.paste("rad cirka 9990");
    expect(await screen.findByText(/1 anmärkning passar\./)).toBeInstanceOf(HTMLElement);
    expect(shown().map((button) => button.getAttribute("aria-label"))).toEqual(["Gå till Mått rad 9992, Utfall"]);
    expect(await axeFindings()).toEqual([]);
    await user.paste(" finns inte");
    expect(await screen.findByText("Inga anmärkningar passar sökningen.")).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole("button", { name: "Visa alla" }));
    expect(shown()).toHaveLength(100);
  });

  test("are not searched when they are few", async () => {
    await open(many.slice(0, 19));
    expect(screen.queryByRole("searchbox")).toBeNull();
    cleanup();
    await open(many.slice(0, 20));
    expect(screen.getByRole("searchbox")).toBeInstanceOf(HTMLElement);
  });
});

describe("axe finds nothing wrong", () => {
  test("before the first check", async () => {
    viewInExcel(await aleAfter(() => undefined), <FindingsView />);
    expect(await axeFindings()).toEqual([]);
  });

  test.each(["sv", "en"] satisfies Language[])("with findings, fixes and accepted ones (%s)", async (language) => {
    const overview = await lookOver((await typedByHand()).port, TODAY);
    const [first, ...others] = overview.findings;
    const accepted = { ...overview, findings: others, accepted: [{ finding: first!, reason: "Säsong", date: TODAY }] };
    const { user } = await checked(await aleAfter(() => undefined), { language, instead: { check: () => Promise.resolve(accepted) } });
    await user.click(screen.getByRole("button", { name: /^(Godtagna|Accepted) \(1\)$/ }));
    expect(await axeFindings()).toEqual([]);
  });
});

test("nothing is said in passing before something is done", async () => {
  await checked(await typedByHand());
  expect(passing()).toBe("");
});

test("a rule that only informs is switched off where it is told, and on again below; an error or a warning is not", async () => {
  const ale = await typedByHand();
  const { user } = await checked(ale);
  expect(item("Mått rad 2, Målvärde").queryByRole("button", { name: /^Stäng av regeln/ })).toBeNull();
  await user.click(item("Mått rad 3, Riktning").getByRole("button", { name: "Stäng av regeln: Mått rad 3, Riktning" }));
  const off = within(await screen.findByRole("region", { name: "1 regel är avstängd i Inställningar." }));
  expect(screen.queryByRole("button", { name: "Gå till Mått rad 3, Riktning" })).toBeNull();
  expect((await lookOver(ale.port, TODAY)).rulesOff).toEqual(["cell.stavning"]);
  expect(await axeFindings()).toEqual([]);
  await user.click(off.getByRole("button", { name: "Slå på regeln cell.stavning" }));
  expect(await screen.findByRole("button", { name: "Gå till Mått rad 3, Riktning" })).toBeInstanceOf(HTMLElement);
  expect((await lookOver(ale.port, TODAY)).rulesOff).toEqual([]);
});
