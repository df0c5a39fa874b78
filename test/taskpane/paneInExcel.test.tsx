/** @jest-environment jsdom */
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { actionsOnDemand } from "../../src/taskpane/actionsOnDemand.js";
import { Pane } from "../../src/taskpane/Pane.js";
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import { openClient } from "../../src/workbench/client.js";
import { aleInExcel } from "../usecases/inExcel.js";

jest.setTimeout(60_000);
afterEach(cleanup);

/** The pane as index.tsx makes it, with the genuine client in place of the global Excel. */
async function paneOnAle() {
  const ale = await aleInExcel();
  const { Excel } = openClient(ale.excel);
  render(<Pane actions={actionsOnDemand(() => Promise.resolve(workbookActions(Excel, () => 43_605)))} />);
  return { ale, user: userEvent.setup() };
}

test("the pane checks the open workbook and builds its report", async () => {
  const { ale, user } = await paneOnAle();
  await user.click(screen.getByRole("button", { name: "Kontrollera" }));
  expect(await screen.findByText(/gick åt fel håll: 14,8 % T1 2019 mot 14,2 % T1 2018/, undefined, { timeout: 20_000 })).toBeInstanceOf(HTMLElement);

  await user.click(screen.getByRole("button", { name: "Bygg Måluppföljning" }));
  expect(await screen.findByText(/Rapporten står på bladet Måluppföljning T1 2019 OAN/, undefined, { timeout: 20_000 })).toBeInstanceOf(HTMLElement);
  expect(ale.workbook.sheet("Måluppföljning T1 2019 OAN")).toBeDefined();
});

test("a failure in Excel is told in the pane, and the next try heals it", async () => {
  const { ale, user } = await paneOnAle();
  ale.excel.faults.isBusy = true;
  await user.click(screen.getByRole("button", { name: "Bygg Måluppföljning" }));
  expect(await screen.findByText(/En cell redigeras just nu\. Inget har skrivits\./, undefined, { timeout: 20_000 })).toBeInstanceOf(HTMLElement);

  ale.excel.faults.isBusy = false;
  await user.click(screen.getByRole("button", { name: "Bygg Måluppföljning" }));
  expect(await screen.findByText(/Rapporten står på bladet/, undefined, { timeout: 20_000 })).toBeInstanceOf(HTMLElement);
});
