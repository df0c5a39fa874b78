/** @jest-environment jsdom */
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { TakeInAnswers } from "../../../src/taskpane/round/collect/TakeInAnswers.js";
import type { PaneActions } from "../../../src/taskpane/paneActions.js";
import type { AnswerSource, CollectDecisions, CollectPreview } from "../../../src/usecases/round/collectPreview.js";
import { counted } from "../../../src/usecases/work.js";
import { axeFindings } from "../axeFindings.js";
import { viewInExcel } from "../viewInExcel.js";
import { workbookOf } from "../workbooks.js";
import { answerLine, previewOf, unitAnswers } from "./handMade.js";
import { inTab } from "./inTab.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });

const from = (file: string, sheet = "Blad1") => ({ file, at: { sheet, row: 6, column: 3 } });

const PREVIEW = previewOf(
  [
    unitAnswers({ unit: "KS", answered: 6, missing: 2, ready: null }),
    unitAnswers({ unit: "BUN", ready: 43_603 }),
    unitAnswers({ unit: "SN", answered: 0, missing: 8, ready: null, sources: [] }),
  ],
  [
    answerLine({ id: "1", kind: "new", unit: "KS" }),
    answerLine({ id: "2", kind: "conflict", unit: "KS", newest: 0, standing: "4", answers: [{ text: "5", from: from("KS ny.xlsx") }, { text: "6", from: from("KS.xlsx") }] }),
    answerLine({ id: "3", kind: "unreadable", unit: "KS", answers: [{ text: "ungefär fem", from: from("KS.xlsx") }] }),
    answerLine({ id: "4", kind: "changed", unit: "BUN", standing: "4" }),
    { id: "5", kind: "notOurs", unit: "", standing: "", answers: [], message: { sv: "semester.xlsx är inget blad härifrån.", en: "semester.xlsx is no form of ours." } },
  ],
);

async function takeIn(preview: CollectPreview = PREVIEW, instead: Partial<PaneActions> = {}) {
  const looks: (readonly AnswerSource[])[] = [];
  const written: CollectDecisions[] = [];
  const shown: unknown[] = [];
  const actions: Partial<PaneActions> = {
    lookAtAnswers: async (sources) => {
      looks.push(sources);
      return preview;
    },
    collectAnswers: async (_sources, _period, decisions) => {
      written.push(decisions);
      return { written: 3, kept: 0, undecided: 0 };
    },
    goTo: async (at) => void shown.push(at),
    ...instead,
  };
  let turns = 0;
  const view = viewInExcel(await workbookOf("empty"), inTab(<TakeInAnswers period="T1 2019" onStanding={() => void (turns += 1)} />), { instead: actions });
  return { ...view, looks, written, shown, turns: () => turns };
}

/** A file that holds its own name. jsdom's files cannot be read. */
const fileOf = (name: string) => Object.assign(new File([name], name), { arrayBuffer: async () => new TextEncoder().encode(name).buffer });

const pick = (...names: string[]) => fireEvent.change(screen.getByLabelText(/^(Välj filer|Lägg till fler filer) …$/, { selector: "input" }), { target: { files: names.map(fileOf) } });

const namesOf = (sources: readonly AnswerSource[] | undefined) => sources?.map((source) => (source.kind === "file" ? source.name : "arbetsboken"));

test("files are picked, what they come to is listed by unit, and nothing is written before one button", async () => {
  const { user, looks, written, shown, turns } = await takeIn();
  expect(await axeFindings()).toEqual([]);
  pick("KS.xlsx", "BUN.xlsx", "semester.xlsx");
  expect(await screen.findByText("3 filer, 2 enheter.")).toBeInstanceOf(HTMLElement);
  expect(namesOf(looks[0])).toEqual(["KS.xlsx", "BUN.xlsx", "semester.xlsx"]);
  expect(screen.getByText("semester.xlsx är inget blad härifrån.")).toBeInstanceOf(HTMLElement);
  // A unit with nothing to look over is folded, and so is one that has not answered.
  expect(screen.queryByText("Nämnden BUN")).toBeNull();
  expect(button("Utan anmärkning (1)")).toBeInstanceOf(HTMLElement);
  expect(button("Har inte svarat (1)")).toBeInstanceOf(HTMLElement);
  expect(await axeFindings()).toEqual([]);

  await user.click(button("Nämnden KS 6 av 8 besvarade, 2 saknas · 1 krock · 1 oläsligt · 1 nytt svar · inte markerad klar"));
  const unreadable = within(screen.getByText("Om 3.").closest("li") ?? document.body);
  expect(unreadable.getByText("”ungefär fem”: KS.xlsx, bladet Blad1, D7")).toBeInstanceOf(HTMLElement);
  await user.click(unreadable.getByRole("button", { name: "Gå till Utfall!D3" }));
  expect(shown).toEqual([{ sheet: "Utfall", row: 2, column: 3 }]);

  // Undecided, the conflict is left: the new and the changed answer are two.
  expect(screen.getByText(/^1 krock är inte avgjord/)).toBeInstanceOf(HTMLElement);
  expect(button("Skriv 2 svar")).toBeInstanceOf(HTMLElement);
  await user.click(screen.getByRole("radio", { name: "Ta ”6” (KS.xlsx, bladet Blad1, D7)" }));
  expect(screen.queryByText(/inte avgjord/)).toBeNull();
  await user.click(button("Skriv 3 svar"));
  expect(await screen.findByText("3 svar är skrivna i registren. Var varje svar kommer ifrån står i registret Ursprung. I nyare Excel ångrar Ctrl+Z allt i ett steg.")).toBeInstanceOf(HTMLElement);
  expect(written).toEqual([{ byLine: { 2: 1 } }]);
  expect(await axeFindings()).toEqual([]);
  await user.click(button("Visa läget"));
  expect(turns()).toBe(1);
});

test("conflicts are decided by a rule, and one of them otherwise; more files come to those that are there", async () => {
  const { user, looks, written } = await takeIn();
  pick("KS.xlsx");
  await user.click(await screen.findByRole("radio", { name: "Behåll det som står i registret" }));
  expect(button("Skriv 2 svar")).toBeInstanceOf(HTMLElement);
  await user.click(screen.getByRole("radio", { name: "Ta det nyaste svaret" }));
  expect(button("Skriv 3 svar")).toBeInstanceOf(HTMLElement);
  await user.click(button(/^Nämnden KS/));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Ta ”5”/ }).checked).toBe(true);
  await user.click(screen.getByRole("radio", { name: "Behåll ”4”" }));
  pick("BUN.xlsx");
  await waitFor(() => expect(namesOf(looks[1])).toEqual(["KS.xlsx", "BUN.xlsx"]));
  await user.click(await screen.findByRole("button", { name: "Skriv 2 svar" }));
  await screen.findByText(/svar är skrivna/);
  expect(written).toEqual([{ rule: "newest", byLine: { 2: "keep" } }]);
});

test("the sheets of the workbook are taken; with nothing new there is nothing to press", async () => {
  const { user, looks } = await takeIn(previewOf([unitAnswers({ unit: "KS", sources: ["T1 2019 KS"] })], [], 0));
  await user.click(button("Ta bladen i arbetsboken"));
  expect(await screen.findByText("bladen i arbetsboken, 1 enhet.")).toBeInstanceOf(HTMLElement);
  expect(namesOf(looks[0])).toEqual(["arbetsboken"]);
  expect(screen.getByText("Det finns inget nytt att skriva.")).toBeInstanceOf(HTMLElement);
  expect(screen.queryByRole("button", { name: /^Skriv/ })).toBeNull();
  await user.click(button("Börja om"));
  expect(button("Välj filer …")).toBeInstanceOf(HTMLElement);
});

test("dropped files are taken like picked ones; what is no file is not", async () => {
  const { looks } = await takeIn();
  const place = screen.getByText("Eller släpp filerna här.");
  expect(fireEvent.dragOver(place, { dataTransfer: { types: ["text/plain"], files: [] } })).toBe(true);
  expect(fireEvent.dragOver(place, { dataTransfer: { types: ["Files"], files: [] } })).toBe(false);
  fireEvent.drop(place, { dataTransfer: { types: ["Files"], files: [fileOf("KS.xlsx")] } });
  await screen.findByText("Det här har kommit in");
  expect(namesOf(looks[0])).toEqual(["KS.xlsx"]);
});

test("a file is read when its turn comes, and no sooner", async () => {
  const read: string[] = [];
  await takeIn(PREVIEW, {
    lookAtAnswers: async (sources, _period, _decisions, work) => {
      for (const [index, source] of sources.entries()) {
        expect(read).toHaveLength(index);
        if (source.kind === "file") read.push(new TextDecoder().decode(await source.read()));
        await counted(work, index + 1, sources.length);
      }
      return PREVIEW;
    },
  });
  pick("KS.xlsx", "BUN.xlsx");
  await screen.findByText("Det här har kommit in");
  expect(read).toEqual(["KS.xlsx", "BUN.xlsx"]);
});
