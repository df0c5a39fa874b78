/** @jest-environment jsdom */
import { act, cleanup, screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { reports } from "../../src/reports/reports.js";
import { reportTitle } from "../../src/taskpane/reports/reportWords.js";
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import { openClient } from "../../src/workbench/client.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { inExcel } from "../usecases/inExcel.js";
import { settled, settledPaneOn, TODAY } from "./paneOn.js";

jest.setTimeout(120_000);
afterEach(cleanup);

/** The sample that each report is for, as README says, and the sheet that the report gets there. */
const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ale-maluppfoljning-t1-2019": { maluppfoljning: "Måluppföljning T1 2019 OAN" },
  "ostersund-uppdrag-t2-2021": { uppdragsuppfoljning: "Uppdragsuppföljning T2 2021", oversikt: "Översikt T2 2021" },
  "ostersund-trygghet-och-stod-2024": { malsida: "Målsida 2024 KF" },
  "norrkoping-verksamhetsplan-2016": { verksamhetsplan: "Verksamhetsplan 2016 MYN" },
  "ale-internkontroll-2019": { internkontroll: "Intern kontroll T1 2019 OAN" },
  "ovanaker-kvalitetsbokslut-2017": { kvalitetsbokslut: "Kvalitetsbokslut 2017 SN" },
  "ale-ej-verkstallda-beslut-q1-2019": {
    tjansteutlatande: "Tjänsteutlåtande K1 2019 OAN",
    "ej-verkstallda-beslut": "Ej verkställda K1 2019 OAN",
    "ej-verkstallda-beslut-publik": "Ej verkst. publik K1 2019 OAN",
    "ej-verkstallda-beslut-ivo": "Underlag IVO Kvartal 1 2019 OAN",
  },
};

/** A sample in the pane; `requestsOfBuild` are those of the latest build alone. */
async function paneOnSample(sample: string) {
  const workbook = inExcel(openXlsx(readFileSync(`samples/${sample}.xlsx`)));
  const actions = workbookActions(openClient(workbook.excel).Excel, () => TODAY);
  let requestsOfBuild = 0;
  const pane = await settledPaneOn(workbook, {
    instead: {
      build: async (...about) => {
        const before = workbook.excel.traffic.requests;
        const outcome = await actions.build(...about);
        requestsOfBuild = workbook.excel.traffic.requests - before;
        return outcome;
      },
    },
  });
  await pane.user.click(screen.getByRole("tab", { name: /^Rapporter/ }));
  return { ...pane, requestsOfBuild: () => requestsOfBuild };
}

test("every report has a sample", () => {
  expect(Object.values(samples).flatMap((of) => Object.keys(of)).sort()).toEqual(reports.map(({ name }) => name).sort());
});

describe.each(Object.entries(samples))("%s", (sample, sheets) => {
  test(`is made into ${Object.keys(sheets).join(", ")} from the cards, and once more from the ribbon`, async () => {
    const { user, requests, workbook, requestsOfBuild } = await paneOnSample(sample);
    for (const [report, sheet] of Object.entries(sheets)) {
      const title = reportTitle(report).sv;
      await user.click(await screen.findByLabelText(`Välj ${title}`));
      await screen.findByText("Det här skrivs");
      expect(screen.getByText(`${sheet} (nytt)`)).toBeInstanceOf(HTMLElement);
      expect(screen.getByText(/^\d+ tabell(er)? med \d+ rad(er)?$/)).toBeInstanceOf(HTMLElement);
      // Small groups that are held back are told of before anything is written; only a public report holds back.
      expect(screen.queryAllByText(/visar inte alla tal/)).toHaveLength(report.endsWith("-publik") ? 1 : 0);
      await user.click(screen.getByText("Bygg"));

      const told = `Rapporten står på bladet ${sheet} (`;
      expect((await screen.findByText((text) => text.startsWith(told))).textContent).toMatch(/\([A-Z]+1:[A-Z]+\d+\)/);
      expect(screen.getByRole("heading", { level: 2, name: `Rapporten ${title} är byggd` })).toBeInstanceOf(HTMLElement);
      expect(workbook.sheet(sheet)).toBeDefined();
      expect(requestsOfBuild()).toBe(2);
      await settled();
      await user.click(screen.getByText("Till rapporterna"));
      expect(await screen.findByLabelText(`Gå till bladet med ${title}`)).toBeInstanceOf(HTMLElement);

      const before = workbook.sheets.length;
      act(() => requests.send({ kind: "build", report }));
      await screen.findByText((text) => text.startsWith(told));
      expect(requestsOfBuild()).toBe(2);
      expect(workbook.sheets).toHaveLength(before);
      await settled();
      await user.click(screen.getByText("Till rapporterna"));
    }
  });
});
