/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { Standing } from "../../../src/taskpane/round/standing/Standing.js";
import type { Language } from "../../../src/registers/language.js";
import type { RoundState } from "../../../src/usecases/round/roundState.js";
import { axeFindings } from "../axeFindings.js";
import { viewInExcel } from "../viewInExcel.js";
import { workbookOf } from "../workbooks.js";
import { DEADLINE, stateOf, unitStanding } from "./handMade.js";
import { inTab } from "./inTab.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const UNITS = [
  unitStanding({ unit: "KS", state: "inTime", ready: DEADLINE - 2, answered: 8, missing: 0, reminder: "" }),
  unitStanding({ unit: "BUN", state: "notDue" }),
  unitStanding({ unit: "SN", state: "missing", daysLate: 5 }),
  unitStanding({ unit: "ÖN", state: "late", ready: DEADLINE + 1, daysLate: 1, answered: 8, missing: 0, reminder: "" }),
  unitStanding({ unit: "KF", state: null, deadline: null }),
];

async function standing(state: RoundState, language: Language = "sv") {
  const shown: string[] = [];
  const view = viewInExcel(await workbookOf("empty"), inTab(<Standing period="T1 2019" stamp={0} signOffSheet="Klart" />), {
    language,
    instead: { roundState: async () => state, goToSheet: async (sheet) => void shown.push(sheet) },
  });
  await screen.findByRole("progressbar");
  return { ...view, shown };
}

const itemOf = (unit: string) => screen.getByText(`Nämnden ${unit}`).closest("li")?.textContent ?? "";

test("each unit's state in a word, its last day and what is left, those who are latest first and the ready ones folded", async () => {
  const { user, shown } = await standing(stateOf(UNITS, 1 / 3));
  expect(screen.getByText("2 av 5 enheter är klara. 33 % i tid.")).toBeInstanceOf(HTMLElement);
  const left = within(screen.getByRole("list", { name: "Inte klara" }));
  expect(left.getAllByRole("listitem").map((item) => /Nämnden (\S+?)(?=Förs|Vänt|Ingen)/u.exec(item.textContent)?.[1])).toEqual(["SN", "BUN", "KF"]);
  expect(itemOf("SN")).toContain("Försenad2 av 8 besvarade, 6 saknas · senast 2019-05-15 · 5 dagar sent");
  expect(itemOf("BUN")).toContain("Väntar2 av 8 besvarade, 6 saknas · senast 2019-05-15");
  expect(itemOf("KF")).toContain("Ingen sista dag");
  await user.click(screen.getByRole("button", { name: "Gå till Klarmarkering" }));
  expect(shown).toEqual(["Klart"]);
  await user.click(screen.getByRole("button", { name: "Klara (2)" }));
  expect(itemOf("KS")).toContain("Klar i tid8 av 8 besvarade · klar 2019-05-13 · senast 2019-05-15");
  expect(itemOf("ÖN")).toContain("Klar för sent8 av 8 besvarade · klar 2019-05-16 · senast 2019-05-15 · 1 dag sent");
  expect(screen.queryByRole("button", { name: "Kopiera påminnelse till Nämnden KS" })).toBeNull();
  expect(await axeFindings()).toEqual([]);
});

test("a reminder is copied for one unit", async () => {
  const { user, getByTestId } = await standing(stateOf(UNITS));
  await user.click(screen.getByRole("button", { name: "Kopiera påminnelse till Nämnden SN" }));
  await waitFor(() => expect(getByTestId("passing").textContent).toBe("Påminnelsen till Nämnden SN är kopierad. Klistra in den i ett mejl."));
  expect(await navigator.clipboard.readText()).toBe("Hej SN! Ni har 6 svar kvar.");
});

test("where the clipboard is closed, the reminder stands selected with the keyboard in it", async () => {
  const { user } = await standing(stateOf(UNITS), "en");
  jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("blocked", "NotAllowedError"));
  await user.click(screen.getByRole("button", { name: "Copy a reminder to Nämnden BUN" }));
  const area = await screen.findByRole("textbox", { name: "Reminder to Nämnden BUN" });
  if (!(area instanceof HTMLTextAreaElement)) throw new Error("no text area");
  expect(document.activeElement).toBe(area);
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("Hej BUN! Ni har 6 svar kvar.");
  expect(await axeFindings()).toEqual([]);
});
