/** @jest-environment jsdom */
import { act, cleanup, screen, within } from "@testing-library/react";
import { periodLabel } from "../../src/registers/values/period.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { inExcel, registersAsFile } from "../usecases/inExcel.js";
import { axeFindings } from "./axeFindings.js";
import { settled, settledPaneOn } from "./paneOn.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** Östersund's workbook in the last tertial of 2021. */
async function lastTertial() {
  const t3 = { kind: "tertial", year: 2021, number: 3 } as const;
  const rows = {
    ...ostersundRows,
    installningar: [{ nyckel: "period", varde: "T3 2021", forklaring: null }, { nyckel: "rapportering", varde: "tertial", forklaring: null }],
    uppfoljning: (ostersundRows.uppfoljning ?? []).map((row) => ({ ...row, period: t3 })),
  };
  return inExcel(openXlsx(await registersAsFile(rows)));
}

test("from the ribbon: what comes is told first, what goes on is chosen, and one click begins the period", async () => {
  const { user, requests, port, excel } = await settledPaneOn(await lastTertial());
  act(() => requests.send({ kind: "period" }));
  const page = within(await screen.findByRole("region", { name: "Ny period" }));
  expect(await page.findByText("Efter T3 2021 kommer T1 2022.")).toBeInstanceOf(HTMLElement);
  await settled();
  const goingOn = page.getAllByRole("checkbox");
  expect(goingOn).toHaveLength(17);
  expect(await axeFindings()).toEqual([]);
  expect(page.getByText("Uppdrag: 17 förs vidare")).toBeInstanceOf(HTMLElement);
  await user.click(button("Välj inga"));
  expect(page.getByText("Inga nya rader behövs.")).toBeInstanceOf(HTMLElement);
  await user.click(button("Välj alla"));
  await user.click(page.getByRole("checkbox", { name: /^UPP-3 / }));
  expect(page.getByText("Uppdrag: 16 förs vidare")).toBeInstanceOf(HTMLElement);
  const before = excel.traffic.requests;
  await user.click(button("Börja T1 2022"));
  await settled();
  expect(screen.getByText("T1 2022 är påbörjad. Nu kan raderna fyllas i.")).toBeInstanceOf(HTMLElement);
  // Three to begin it, one to look over the workbook again.
  expect(excel.traffic.requests - before).toBe(4);
  const { contents } = await checkWorkbook(port);
  expect(contents.uppdrag?.rows.flatMap(({ values }) => values.foregaende ?? [])).toHaveLength(16);
  expect(contents.uppdrag?.rows.some(({ values }) => values.foregaende === "UPP-3")).toBe(false);
  expect(contents.uppfoljning?.rows.filter(({ values }) => periodLabel(values.period) === "T1 2022")).toHaveLength(16);
});

test("from Översikt, in English; begun again there is nothing to add", async () => {
  const { user } = await settledPaneOn(await lastTertial(), { language: "en" });
  await user.click(button("New period …"));
  await user.click(await screen.findByRole("button", { name: "Begin T1 2022" }));
  await settled();
  await user.click(button("New period …"));
  await settled();
  expect(await screen.findByText("Everything for T1 2022 is in place already.")).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole("button", { name: /^Begin/ })).toBeNull();
});
