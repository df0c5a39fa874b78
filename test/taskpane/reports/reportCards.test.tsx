/** @jest-environment jsdom */
import { cleanup, screen, within } from "@testing-library/react";
import { ReportsView } from "../../../src/taskpane/reports/ReportsView.js";
import { ostersundRows } from "../../fixtures/ostersund/ostersundRows.js";
import { registersInExcel, type InExcel } from "../../usecases/inExcel.js";
import { viewInExcel } from "../viewInExcel.js";

jest.setTimeout(60_000);
afterEach(cleanup);

async function opened(workbook: InExcel): Promise<void> {
  const view = viewInExcel(workbook, <ReportsView onTaken={() => undefined} />);
  await view.user.click(screen.getByRole("button", { name: "Läs arbetsboken" }));
  await screen.findAllByRole("heading", { level: 3 });
}

const card = (title: string) => within(screen.getByRole("heading", { name: title }).closest("li")!);

test("a card says what is missing for the period, and the report can be chosen all the same", async () => {
  const installningar = (ostersundRows.installningar ?? []).map((row) => (row.nyckel === "period" ? { ...row, varde: "T3 2021" } : row));
  await opened(await registersInExcel({ ...ostersundRows, installningar }));
  expect(card("Uppdragsuppföljning").getByText("Inget är ifyllt för T3 2021 på bladet Uppföljning än.")).toBeInstanceOf(HTMLElement);
  expect(card("Uppdragsuppföljning").getByRole("button", { name: "Välj Uppdragsuppföljning" })).toBeInstanceOf(HTMLElement);
  expect(card("Översikt").queryByText(/ än\.$/u)?.textContent).toBe("Inte byggd än.");
});

test("a report that any one of several registers would do for says so, and makes none of them by itself", async () => {
  await opened(await registersInExcel({ enheter: ostersundRows.enheter ?? [] }));
  expect(card("Översikt").getByText(/^Minst ett av registren Mål, Mått, .* och Klarmarkering behövs\.$/u)).toBeInstanceOf(HTMLElement);
  expect(card("Översikt").queryByRole("button")).toBeNull();
  expect(card("Intern kontroll").getByRole("button")).toBeInstanceOf(HTMLElement);
});
