/** @jest-environment jsdom */
import { cleanup, screen, within } from "@testing-library/react";
import type { PaneActions } from "../../../src/taskpane/paneActions.js";
import { axeFindings } from "../axeFindings.js";
import { settled, settledPaneOn } from "../paneOn.js";
import { workbookOf } from "../workbooks.js";
import { planOf, stateOf, unitStanding, unitToAsk } from "./handMade.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.findByRole("button", { name });

/** Of the periods that a plan was asked for. */
async function tabOn(name: Parameters<typeof workbookOf>[0], language: "sv" | "en" = "sv") {
  const asked: (string | undefined)[] = [];
  const instead: Partial<PaneActions> = {
    planRound: async ({ period }) => {
      asked.push(period);
      return planOf([unitToAsk({ unit: "KS" })]);
    },
    roundState: async () => stateOf([unitStanding({ unit: "KS", state: null })]),
  };
  const pane = await settledPaneOn(await workbookOf(name), { instead, language });
  await pane.user.click(screen.getByRole("tab", { name: language === "sv" ? "Inlämning" : "Hand-in" }));
  await screen.findByRole("heading", { name: language === "sv" ? "Inlämning" : "Hand-in", level: 2 });
  await settled();
  return { ...pane, asked };
}

test("a workbook without registers says where to begin, and leads there", async () => {
  const { user, asked } = await tabOn("empty");
  expect(screen.getByText(/^Arbetsboken har inga register än/)).toBeInstanceOf(HTMLElement);
  await user.click(await button("Till Översikt"));
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Översikt");
  expect(asked).toEqual([]);
});

test("Ale: without Klarmarkering it says what is missed, and one click makes it; the period is the workbook's, or another", async () => {
  const { user, asked, workbook } = await tabOn("ale");
  expect(asked).toEqual(["T1 2019"]);
  expect(await axeFindings()).toEqual([]);
  await user.click(await button("Skapa Klarmarkering"));
  await settled();
  expect(screen.queryByText(/^Registret Klarmarkering saknas/)).toBeNull();
  expect(workbook.sheet("Klarmarkering")).toBeDefined();

  await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "T1 2018");
  await settled();
  expect(asked.at(-1)).toBe("T1 2018");
});

test("the parts are turned to by keyboard; each is read anew when it is turned to", async () => {
  const { user, asked } = await tabOn("ale", "en");
  const parts = within(screen.getByRole("tablist", { name: "Parts of the hand-in" }));
  await user.click(parts.getByRole("tab", { name: "Progress" }));
  expect(await screen.findByText("0 of 1 units are ready. No last day has passed yet.")).toBeInstanceOf(HTMLElement);
  expect(await axeFindings()).toEqual([]);
  await user.click(parts.getByRole("tab", { name: "Take in" }));
  expect(await button("Choose files …")).toBeInstanceOf(HTMLElement);
  const before = asked.length;
  await user.click(parts.getByRole("tab", { name: "Send out" }));
  await settled();
  expect(asked).toHaveLength(before + 1);
});
