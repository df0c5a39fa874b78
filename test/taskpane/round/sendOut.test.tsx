/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import { SendOut } from "../../../src/taskpane/round/send/SendOut.js";
import type { PaneActions } from "../../../src/taskpane/paneActions.js";
import type { UnitToAsk } from "../../../src/usecases/round/roundPlan.js";
import { axeFindings } from "../axeFindings.js";
import { viewInExcel } from "../viewInExcel.js";
import { workbookOf } from "../workbooks.js";
import { planOf, unitToAsk } from "./handMade.js";
import { inTab } from "./inTab.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** What the browser has been handed, by name. */
const downloads = new Map<string, Blob>();
beforeEach(() => {
  downloads.clear();
  const contents = new Map<string, Blob>();
  URL.createObjectURL = (content) => {
    const address = `blob:${contents.size}`;
    if (content instanceof Blob) contents.set(address, content);
    return address;
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const content = contents.get(this.href);
    if (content !== undefined) downloads.set(this.download, content);
  });
});

async function sendOut(units: readonly UnitToAsk[], instead: Partial<PaneActions> = {}, ownerless: readonly string[] = [], onNewPeriod = () => undefined) {
  const asked: unknown[] = [];
  const actions: Partial<PaneActions> = {
    planRound: async (choice) => {
      asked.push(choice);
      return planOf(units, ownerless);
    },
    ...instead,
  };
  const view = viewInExcel(await workbookOf("empty"), inTab(<SendOut period="T1 2019" stamp={0} onNewPeriod={onNewPeriod} />), { instead: actions });
  return { ...view, asked };
}

const UNITS = [unitToAsk({ unit: "KS" }), unitToAsk({ unit: "BUN", sheet: "T1 2019 BUN", answered: 5, deadline: null }), unitToAsk({ unit: "SN", answered: 8 })];

test("units with something left to answer are chosen from the beginning, and told what they are asked, by when and how far they have come", async () => {
  const { user, asked } = await sendOut(UNITS);
  expect(await screen.findByText("3 enheter, 11 svar kvar att lämna.")).toBeInstanceOf(HTMLElement);
  expect(asked).toEqual([{ period: "T1 2019" }]);
  const choices = screen.getAllByRole("checkbox");
  expect(choices.map((choice) => [choice.closest("li")?.textContent, choice instanceof HTMLInputElement && choice.checked])).toEqual([
    ["Nämnden KS3 mått, 1 uppdrag · senast 2019-05-150 av 8 ifyllda", true],
    ["Nämnden BUN3 mått, 1 uppdrag · ingen sista dag5 av 8 ifyllda · har bladet T1 2019 BUN", true],
  ]);
  expect(button("Gör 2 blad i arbetsboken")).toBeInstanceOf(HTMLElement);
  expect(await axeFindings()).toEqual([]);

  // What is filled in already is folded, and can be asked all the same.
  await user.click(button("Redan ifyllt (1)"));
  await user.click(screen.getByRole("checkbox", { name: /^Nämnden SN/ }));
  expect(button("Ladda ner 3 filer")).toBeInstanceOf(HTMLElement);
  await user.click(button("Välj inga"));
  expect(screen.getByText("Välj minst en enhet.")).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole("button", { name: /blad i arbetsboken/ })).toBeNull();
});

test("sheets are made for the units chosen alone, said where they are, and led to", async () => {
  const made: unknown[] = [];
  const shown: string[] = [];
  const { user, asked } = await sendOut(UNITS, {
    makeSheets: async (choice) => {
      made.push(choice);
      return { sheets: ["T1 2019 KS"] };
    },
    goToSheet: async (sheet) => void shown.push(sheet),
  });
  await user.click(await screen.findByRole("checkbox", { name: /^Nämnden BUN/ }));
  await user.click(button("Gör 1 blad i arbetsboken"));
  expect(await screen.findByText(/^1 blad är gjort i arbetsboken\./)).toBeInstanceOf(HTMLElement);
  expect(made).toEqual([{ period: "T1 2019", units: ["KS"] }]);
  // The plan is read anew, and what the user has chosen still holds.
  await waitFor(() => expect(asked).toHaveLength(2));
  await user.click(await screen.findByRole("button", { name: "Gå till T1 2019 KS" }));
  expect(shown).toEqual(["T1 2019 KS"]);
  expect(await axeFindings()).toEqual([]);
});

test("several files come as one zip, one as itself; where no file comes they are opened in Excel", async () => {
  const opened: string[] = [];
  const { user } = await sendOut(UNITS, {
    makeFiles: async ({ units }) => (units ?? []).map((unit) => ({ unit, name: `T1 2019 ${unit}.xlsx`, bytes: new TextEncoder().encode(unit) })),
    openFile: async (bytes) => void opened.push(new TextDecoder().decode(bytes)),
  });
  await user.click(await screen.findByRole("button", { name: "Ladda ner 2 filer" }));
  expect(await screen.findByText(/^2 filer ligger i Inlämning T1 2019\.zip bland dina nedladdade filer\./)).toBeInstanceOf(HTMLElement);
  const zip = unzipSync(await bytesOf(downloads.get("Inlämning T1 2019.zip")));
  expect(Object.entries(zip).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([["T1 2019 KS.xlsx", "KS"], ["T1 2019 BUN.xlsx", "BUN"]]);

  await user.click(button("Kom ingen fil?"));
  expect(screen.getByText(/^Excel för Mac/)).toBeInstanceOf(HTMLElement);
  await user.click(button("Öppna T1 2019 BUN.xlsx"));
  await waitFor(() => expect(opened).toEqual(["BUN"]));
  expect(await axeFindings()).toEqual([]);

  await user.click(screen.getByRole("checkbox", { name: /^Nämnden BUN/ }));
  await user.click(button("Ladda ner 1 fil"));
  expect(await screen.findByText(/^Filen T1 2019 KS\.xlsx ligger/)).toBeInstanceOf(HTMLElement);
  expect(new TextDecoder().decode(await bytesOf(downloads.get("T1 2019 KS.xlsx")))).toBe("KS");
});

test("with nothing to ask, it says what to do; rows without an owner are named", async () => {
  let turned = 0;
  const { user } = await sendOut([], {}, ["MÅTT-3 Andel nöjda"], () => void (turned += 1));
  expect(await screen.findByText(/^Det finns inget att fråga om för T1 2019\./)).toBeInstanceOf(HTMLElement);
  await user.click(button("Utan enhet att fråga (1)"));
  expect(screen.getByText("MÅTT-3 Andel nöjda")).toBeInstanceOf(HTMLElement);
  await user.click(button("Ny period …"));
  expect(turned).toBe(1);
});

test("hundreds of units are searched, and come a page at a time with the keyboard on the first of the new ones", async () => {
  const units = Array.from({ length: 60 }, (_, index) => unitToAsk({ unit: `E${index}`, name: `Förskolan ${index + 1}` }));
  const { user } = await sendOut(units);
  const list = within(await screen.findByRole("list", { name: "Enheter att fråga" }));
  expect(list.getAllByRole("checkbox")).toHaveLength(30);
  await user.click(button("Visa 30 till (av 30)"));
  expect(list.getAllByRole("checkbox")).toHaveLength(60);
  expect(document.activeElement?.textContent).toContain("Förskolan 31");
  expect(screen.getByText(/^60 nya blad/)).toBeInstanceOf(HTMLElement);
  await user.type(screen.getByRole("searchbox", { name: "Sök enhet: Enheter att fråga" }), "E58");
  expect(await screen.findByText("1 passar.")).toBeInstanceOf(HTMLElement);
  expect(list.getAllByRole("checkbox")).toHaveLength(1);
});

async function bytesOf(content: Blob | undefined): Promise<Uint8Array> {
  if (content === undefined) throw new Error("nothing was downloaded");
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => (reader.result instanceof ArrayBuffer ? resolve(new Uint8Array(reader.result)) : reject(new Error("no bytes")));
    reader.readAsArrayBuffer(content);
  });
}
