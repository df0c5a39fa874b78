/** @jest-environment jsdom */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { put } from "../messy/findingsOf.js";
import { paneOn, settled, settledPaneOn } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(120_000);
afterEach(cleanup);

const tab = (name: RegExp) => screen.getByRole("tab", { name });
const isShown = (name: RegExp) => tab(name).getAttribute("aria-selected") === "true";

test("Ale: a figure typed as text is mended in Kontroll, and the report is built from the ribbon", async () => {
  const ale = await workbookOf("ale");
  put(ale.workbook, "Utfall", 1, "Utfall", "5,5 %");
  ale.excel.workbookChanged();
  const { user, requests } = await settledPaneOn(ale);
  await user.click(tab(/^Kontroll/));
  await user.click(await screen.findByRole("button", { name: "Rätta till 5,5 %, Utfall rad 3, Utfall" }));
  await screen.findByText("Rättat.");
  await settled();
  expect(screen.queryByRole("button", { name: /^Rätta/ })).toBeNull();

  act(() => requests.send({ kind: "build", report: "maluppfoljning" }));
  expect(await screen.findByText(/^Rapporten står på bladet Måluppföljning T1 2019 OAN/)).toBeInstanceOf(HTMLElement);
  expect(isShown(/^Rapporter/)).toBe(true);
  await settled();
  await user.click(screen.getByRole("button", { name: "Visa i Kontroll" }));
  expect(isShown(/^Kontroll/)).toBe(true);
});

test("Ale: a report asked for while the pane is still reading the workbook is built when its turn comes", async () => {
  const { requests } = paneOn(await workbookOf("ale"));
  act(() => requests.send({ kind: "build", report: "maluppfoljning" }));
  expect(await screen.findByText(/^Rapporten står på bladet Måluppföljning T1 2019 OAN/)).toBeInstanceOf(HTMLElement);
});

test("Ale: a preview does not outlive the period it was made for", async () => {
  const { user } = await settledPaneOn(await workbookOf("ale"));
  await user.click(tab(/^Rapporter/));
  await user.click(await screen.findByRole("button", { name: "Välj Måluppföljning" }));
  await screen.findByText("Måluppföljning T1 2019 OAN (nytt)");
  await settled();

  const header = screen.getByRole("button", { name: /T1 2019/ });
  await user.click(header);
  const form = within(screen.getByRole("button", { name: "Spara i arbetsboken" }).closest("form")!);
  const period = form.getByLabelText("Period");
  await user.clear(period);
  await user.type(period, "T1 2018");
  await user.click(form.getByRole("button", { name: "Spara i arbetsboken" }));
  await waitFor(() => expect(screen.queryByText("Måluppföljning T1 2019 OAN (nytt)")).toBeNull());
  await settled();
  await user.click(screen.getByRole("button", { name: "Visa vad som skrivs" }));
  expect(await screen.findByText("Måluppföljning T1 2018 OAN (nytt)")).toBeInstanceOf(HTMLElement);
});

test("Östersund: the six assignments without a status are told of, one is gone to, and the report of assignments is built", async () => {
  const ostersund = await workbookOf("ostersund");
  const { user } = await settledPaneOn(ostersund);
  await user.click(tab(/^Kontroll/));
  const missing = (await screen.findAllByText(/^Status för T2 2021 saknas för .*\. Välj en status\.$/)).map((text) => within(text.closest("li")!));
  expect(missing).toHaveLength(6);
  const goTo = missing[0]!.getByRole("button", { name: /^Gå till Uppföljning rad \d+, Status$/ });
  await user.click(goTo);
  const row = Number(/rad (\d+)/.exec(goTo.getAttribute("aria-label") ?? "")?.[1]);
  await waitFor(() => expect(ostersund.excel.selection).toMatchObject({ sheet: "Uppföljning", row: row - 1, rows: 1, columns: 1 }));
  await settled();

  await user.click(tab(/^Rapporter/));
  await user.click(await screen.findByRole("button", { name: "Välj Uppdragsuppföljning" }));
  await user.click(await screen.findByRole("button", { name: "Bygg" }));
  expect(await screen.findByText(/^Rapporten står på bladet Uppdragsuppföljning T2 2021/)).toBeInstanceOf(HTMLElement);
});
