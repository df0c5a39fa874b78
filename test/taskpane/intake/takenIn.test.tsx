/** @jest-environment jsdom */
import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import { periodLabel } from "../../../src/registers/values/period.js";
import { checkWorkbook } from "../../../src/usecases/checkWorkbook.js";
import { inExcel } from "../../usecases/inExcel.js";
import { settled, settledPaneOn } from "../paneOn.js";
import { messySheet } from "./messySheet.js";

jest.setTimeout(60_000);
// Asking of every element whether it is hidden takes half of the time here.
configure({ defaultHidden: true });
afterEach(cleanup);

const button = (name: string | RegExp) => screen.findByRole("button", { name });

test("from somebody's own sheet to registers: what was found is offered, a column corrected, a row left out, and nothing of the sheet changed; the next time it is remembered", async () => {
  const { user, port, workbook } = await settledPaneOn(inExcel(messySheet()));
  const cells = () => JSON.stringify([...(workbook.sheet("Blad1")?.cells() ?? [])]);
  const before = cells();
  expect(await screen.findByText(/^Jag hittade 1 tabell med 4 rader\./)).toBeInstanceOf(HTMLElement);
  await user.click(await button("Se vad som kan tas in"));

  await user.selectOptions(await screen.findByRole("combobox", { name: "Prick" }), "uppfoljning.status");
  await user.click(await screen.findByRole("checkbox", { name: "Kom ihåg för alla blad att ”Prick” är Status" }));
  await user.click(await button("Visa 1 till"));
  await user.click(screen.getByRole("checkbox", { name: "Rad 7: Summa" }));
  await settled();
  const unreadable = await waitFor(() => screen.getByText("”tja” läses inte in"));
  expect(unreadable.closest("div")?.textContent).toContain("”tja” är inget ord som Status kan ha");
  expect(screen.getByText(/^Registret Enheter har inga nämnder än/)).toBeInstanceOf(HTMLElement);
  // Nothing stands in the workbook yet but what stood there.
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Blad1"]);
  await user.click(await button("Ta in 6 rader"));
  await settled();
  expect(screen.getByText(/^6 rader är tillagda/)).toBeInstanceOf(HTMLElement);

  const { contents } = await checkWorkbook(port);
  expect(contents.uppdrag?.rows.map(({ values }) => [values.id, values.ar, values.uppdrag])).toEqual([
    ["UPP-1", 2021, "Utred skolskjutsar i glesbygd"], ["UPP-2", 2021, "Starta elevråd på varje skola"], ["UPP-3", 2021, "Se över lokalerna"],
  ]);
  expect(contents.uppfoljning?.rows.map(({ values }) => [values.avser, periodLabel(values.period), values.status, values.kommentar])).toEqual([
    ["UPP-1", "T2 2021", "Genomfört", "Utredningen är lämnad."], ["UPP-2", "T2 2021", "Delvis genomfört", "Fyra av sex är igång."], ["UPP-3", "T2 2021", null, "Klart i mars."],
  ]);
  expect(cells()).toBe(before);

  await user.click(await button("Ta in blad …"));
  await user.click(await button("Den här arbetsbokens andra blad"));
  await settled();
  const table = within(await screen.findByRole("region", { name: "Blad1 → Uppdrag och Uppföljning" }));
  expect(table.getByRole<HTMLSelectElement>("combobox", { name: "Prick" }).value).toBe("uppfoljning.status");
  await user.click(await button("Visa 1 till"));
  await user.click(table.getByRole("checkbox", { name: "Rad 7: Summa" }));
  expect(await screen.findByText("Allt står redan i registren. Inget behöver skrivas.")).toBeInstanceOf(HTMLElement);
});
