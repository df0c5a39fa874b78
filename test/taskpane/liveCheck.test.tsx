/** @jest-environment jsdom */
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { WorkbookSession } from "../../src/workbench/user/workbookSession.js";
import type { InExcel } from "../usecases/inExcel.js";
import { paneOn, settled, settledPaneOn, type PaneOn } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(60_000);
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

/** Columns of Utfall. */
const PERIOD = 1;
const OUTCOME = 3;
const COMMENT = 6;

/** The user at the keyboard of that Excel, in Utfall: rows from its first under the header. */
function atKeyboard({ excel, workbook }: InExcel) {
  const { row: header } = workbook.table("Utfall")!.range;
  const session = new WorkbookSession(excel);
  return { session, type: (row: number, column: number, text: string) => act(async () => void session.type("Utfall", header + 1 + row, column, text)) };
}

/** Longer than the pane waits before it checks what has changed. */
const aWhile = (milliseconds = 1_500) => act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));

/** The pane on a workbook that it follows. */
async function following(): Promise<PaneOn & ReturnType<typeof atKeyboard>> {
  const ale = await workbookOf("ale");
  const pane = await settledPaneOn(ale, { live: true });
  // The workbook's choice and its handlers, after the first check.
  await waitFor(() => expect(ale.excel.traffic.requests).toBe(4));
  return { ...pane, ...atKeyboard(ale) };
}

const turnToFindings = () => act(async () => screen.getByRole("tab", { name: /^Kontroll/ }).click());
const tabName = () => screen.getByRole("tab", { name: /^Kontroll/ }).getAttribute("aria-label") ?? "Kontroll";
const findingsIn = (name: string) => Number(/(\d+) anmärkning/u.exec(name)?.[1] ?? 0);

test("a fault is shown as soon as it is written and gone as soon as it is mended, without a word, and the focus stays where it was", async () => {
  const { user, session, type, excel } = await following();
  const before = findingsIn(tabName());
  await user.click(screen.getByRole("tab", { name: /^Kontroll/ }));
  const again = await screen.findByRole("button", { name: "Kontrollera igen" });
  again.focus();
  const requests = excel.traffic.requests;
  await type(0, COMMENT, "Ring 19121212-1212.");
  expect(await screen.findByText(/personnummer/)).toBeInstanceOf(HTMLElement);
  expect(findingsIn(tabName())).toBe(before + 1);
  expect(screen.queryByText(/ i allt\./)).toBeNull();
  expect(document.activeElement).toBe(again);
  expect(screen.queryByRole("progressbar")).toBeNull();
  await act(async () => void session.undo());
  await waitFor(() => expect(findingsIn(tabName())).toBe(before));
  expect(screen.queryByText(/personnummer/)).toBeNull();
  expect(excel.traffic.requests).toBe(requests + 2);

  // Whoever does not look at the findings is told how many came, and gets no sound of what changes nothing.
  await user.click(screen.getByRole("tab", { name: "Översikt" }));
  await type(0, COMMENT, "Ring 19121212-1212.");
  expect(await screen.findByText(`1 anmärkning till, ${before + 1} i allt.`)).toHaveProperty("role", "status");
});

test("what the add-in writes itself is checked once, by whoever wrote it; what the user writes meanwhile is checked too", async () => {
  const { user, type, excel, workbook } = await following();
  await type(0, OUTCOME, "'5,5");
  await user.click(screen.getByRole("tab", { name: /^Kontroll/ }));
  const fix = await waitFor(() => screen.getAllByRole("button", { name: /^(Byt till|Gör om|Skriv|Rätta)/ })[0]!);
  const before = excel.traffic.requests;
  excel.faults.delay = 20;
  await user.click(fix);
  // While the fix is on its way.
  await type(1, PERIOD, "våren");
  await settled();
  excel.faults.clear();
  expect(await screen.findByText(/våren/)).toBeInstanceOf(HTMLElement);
  const afterFix = excel.traffic.requests;
  await aWhile();
  expect(excel.traffic.requests - afterFix).toBeLessThanOrEqual(1);
  expect(afterFix - before).toBeLessThanOrEqual(5);

  await user.click(screen.getByRole("tab", { name: "Rapporter" }));
  await user.click((await screen.findAllByRole("button", { name: /^Välj/ }))[0]!);
  await settled();
  await user.click(await screen.findByRole("button", { name: /^Bygg/ }));
  await waitFor(() => expect(workbook.sheets.map(({ name }) => name)).toContainEqual(expect.stringContaining("T1 2019")));
  await settled();
  const built = excel.traffic.requests;
  await aWhile();
  expect(excel.traffic.requests).toBe(built);
});

test("a thousand quick edits are a handful of requests, and the last of them is what is shown", async () => {
  const { workbook, excel } = await following();
  const before = excel.traffic.requests;
  const { row } = workbook.table("Utfall")!.range;
  const sheet = workbook.sheet("Utfall")!;
  await act(async () => {
    for (let edit = 0; edit < 1_000; edit += 1) {
      sheet.setCell(row + 1, PERIOD, { value: `höst ${edit}` });
      excel.open.events.edited(sheet, { row: row + 1, column: PERIOD, rows: 1, columns: 1 });
      excel.tellEvents();
      if (edit % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    excel.workbookChanged();
  });
  await turnToFindings();
  expect(await screen.findByText(/höst 999/)).toBeInstanceOf(HTMLElement);
  expect(excel.traffic.requests - before).toBeLessThanOrEqual(5);
});

test("while the next cell is being edited the pane says nothing, and checks when the editing is over, whether or not anything came of it", async () => {
  const { session, type, excel } = await following();
  await turnToFindings();
  await type(0, PERIOD, "hösten");
  session.editCell(true);
  await aWhile();
  expect(screen.queryByText(/hösten/)).toBeNull();
  expect(screen.queryByText("Det gick inte")).toBeNull();
  session.editCell(false);
  expect(await screen.findByText(/hösten/)).toBeInstanceOf(HTMLElement);
  expect(excel.isCellEdited).toBe(false);
});

test("switched off it follows nothing, and the workbook remembers; switched on again it finds what was written meanwhile", async () => {
  const { user, type, excel, unmount, ...ale } = await following();
  await user.click(screen.getByRole("button", { name: "Inställningar" }));
  const live = await screen.findByRole("switch", { name: "Kontrollera medan jag skriver" });
  expect(live).toHaveProperty("checked", true);
  await user.click(live);
  await settled();
  await waitFor(() => expect(live).toHaveProperty("checked", false));
  await aWhile(100);
  const off = excel.traffic.requests;
  await type(0, PERIOD, "hösten");
  await aWhile();
  expect(excel.traffic.requests).toBe(off);
  unmount();

  const again = await settledPaneOn({ ...ale, excel }, { live: true });
  await again.user.click(screen.getByRole("button", { name: "Inställningar" }));
  const stillOff = await screen.findByRole("switch", { name: "Kontrollera medan jag skriver" });
  await waitFor(() => expect(stillOff).toHaveProperty("checked", false));
  await type(0, PERIOD, "våren");
  await again.user.click(stillOff);
  await waitFor(() => expect(stillOff).toHaveProperty("checked", true));
  await settled();
  await again.user.click(screen.getByRole("button", { name: "Tillbaka" }));
  await turnToFindings();
  expect(await screen.findByText(/våren/)).toBeInstanceOf(HTMLElement);
});

test("a pane that is closed lets go of its handlers, and asks nothing more", async () => {
  const { type, excel, unmount } = await following();
  await type(0, PERIOD, "hösten");
  unmount();
  await aWhile(100);
  const closed = excel.traffic.requests;
  await type(0, PERIOD, "våren");
  await aWhile();
  expect(excel.traffic.requests).toBe(closed);
  expect(excel.open.events.edits).toEqual([]);
});

test("opened while a cell is being edited, the pane says that it waits, and reads when the editing is over", async () => {
  const ale = await workbookOf("ale");
  ale.excel.isCellEdited = true;
  paneOn(ale, { live: true, language: "sv" });
  expect(await screen.findByText("En cell redigeras just nu. Måltavla läser arbetsboken när du är klar med den.")).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText("Det gick inte")).toBeNull();
  await aWhile();
  ale.excel.isCellEdited = false;
  expect(await screen.findByRole("button", { name: / · T1 2019/ })).toBeInstanceOf(HTMLElement);
  expect(screen.queryByText(/En cell redigeras/)).toBeNull();
});
