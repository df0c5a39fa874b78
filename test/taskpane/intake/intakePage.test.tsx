/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { emptyMapping, type Mapping } from "../../../src/intake/mapping.js";
import { mappingText, readMappingText } from "../../../src/intake/mappingFile.js";
import type { Language } from "../../../src/registers/language.js";
import { IntakePage } from "../../../src/taskpane/intake/IntakePage.js";
import { Page } from "../../../src/taskpane/shell/Page.js";
import type { PaneActions } from "../../../src/taskpane/paneActions.js";
import { mappingFromFile } from "../../../src/usecases/takeIn/mappingFromFile.js";
import { WorkbookError } from "../../../src/usecases/workbookError.js";
import type { IntakeChoices, IntakePreview, IntakeSource, TakenIn } from "../../../src/usecases/takeIn/intakePreview.js";
import { createXlsx } from "../../../src/xlsx/index.js";
import { inExcel } from "../../usecases/inExcel.js";
import { axeFindings } from "../axeFindings.js";
import { viewInExcel, type ViewInExcel } from "../viewInExcel.js";
import { measures, somePreview } from "./somePreview.js";

jest.setTimeout(60_000);
// Asking of every element whether it is hidden takes half of the time here.
configure({ defaultHidden: true });
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

interface Opened extends ViewInExcel {
  /** What each preview was asked with. */
  readonly asked: IntakeChoices[];
  readonly sources: IntakeSource[];
  readonly taken: IntakeChoices[];
  readonly turned: () => boolean;
}

interface Options {
  readonly language?: Language;
  readonly preview?: (choices: IntakeChoices, nth: number) => IntakePreview;
  readonly from?: IntakeSource | null;
  readonly instead?: Partial<PaneActions>;
}

const FROM_WORKBOOK: IntakeSource = { kind: "workbook" };

/** The page on previews made by hand. A preview has the mapping it was asked with, as the real one does. */
function opened({ language = "sv", preview = (choices) => ({ ...somePreview, mapping: choices.mapping ?? emptyMapping }), from = FROM_WORKBOOK, instead = {} }: Options = {}): Opened {
  const [asked, sources, taken]: [IntakeChoices[], IntakeSource[], IntakeChoices[]] = [[], [], []];
  let hasTurned = false;
  const actions: Partial<PaneActions> = {
    previewIntake: async (source, choices) => {
      sources.push(source);
      asked.push(choices);
      return preview(choices, asked.length);
    },
    takeIn: async (_source, choices): Promise<TakenIn> => {
      taken.push(choices);
      return { added: 2, changed: 1, registersMade: ["utfall"] };
    },
    mappingText: async (mapping) => mappingText(mapping),
    readMapping: async (text) => mappingFromFile(text),
    ...instead,
  };
  const view = viewInExcel(inExcel(createXlsx()),
    <Page heading="Ta in blad" onBack={() => undefined}>
      <IntakePage {...(from === null ? {} : { from })} onDraft={() => undefined} onTaken={() => (hasTurned = true)} />
    </Page>,
    { language, instead: actions });
  return { ...view, asked, sources, taken, turned: () => hasTurned };
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const field = (name: string | RegExp) => screen.getByRole("combobox", { name });
const said = ({ mapping }: IntakeChoices = {}): Mapping | undefined => mapping;

/** Waits until as many previews have been made. */
const previews = (asked: readonly unknown[], count: number) => waitFor(() => expect(asked).toHaveLength(count));

describe("what was understood", () => {
  test("is told in words, with how sure it is and why; nothing has been written", async () => {
    const { taken } = opened();
    expect(await screen.findByText("1 tabell på 1 blad, 120 rader. För registren: 2 nya rader, 2 ändrade, 1 oförändrad, 1 som saknas sedan sist. 2 anmärkningar.")).toBeInstanceOf(HTMLElement);
    const table = within(screen.getByRole("region", { name: "Uppföljning 2019 → Mått och Utfall" }));
    expect(table.getByText("Se efter: Utf T1 2019.")).toBeInstanceOf(HTMLElement);
    expect(table.getByText("Tas inte med: Prick.")).toBeInstanceOf(HTMLElement);
    expect(table.getByText("”Utf” liknar Utfall.")).toBeInstanceOf(HTMLElement);
    expect(table.getByText(/Gäller T1 2019\./)).toBeInstanceOf(HTMLElement);
    expect(table.getByText("De 30 första av 120 rader visas. Alla tas in.")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText("Inget att ta in på Omslag.")).toBeInstanceOf(HTMLElement);
    const cell = table.getByText("”tolv” läses inte in").closest("div");
    expect(cell?.textContent).toContain("B6");
    expect(cell?.textContent).toContain("fel ”tolv” går inte att läsa som Utfall.");
    expect(taken).toEqual([]);
  });

  test("is accessible, in English too", async () => {
    opened({ language: "en" });
    await button("Take in 4 rows");
    expect(screen.getByText("“tolv” cannot be read as Utfall.", { exact: false, selector: "dd *" })).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);
  });

  test("a cell of the open workbook is a click away, that of a file is only named", async () => {
    const visited: unknown[] = [];
    const { user } = opened({ instead: { goTo: async (at) => void visited.push(at) } });
    const [first] = await screen.findAllByRole("button", { name: "Gå till 'Uppföljning 2019'!B6" });
    await user.click(first!);
    expect(visited).toEqual([{ sheet: "Uppföljning 2019", row: 5, column: 1 }]);
    cleanup();
    opened({ from: { kind: "file", name: "nämnden.xlsx", bytes: new Uint8Array() } });
    expect((await screen.findAllByText(/B6/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: /^Gå till/ })).toBeNull();
  });

  test("long lists are cut, and the keyboard goes on at the first of what is shown next", async () => {
    const { user } = opened();
    await button("Ta in 4 rader");
    const rows = () => within(screen.getByRole("list", { name: "Första raderna" })).getAllByRole("checkbox");
    expect(rows()).toHaveLength(3);
    await user.click(await button("Visa 20 till av 27"));
    expect(rows()).toHaveLength(23);
    expect(document.activeElement?.textContent).toMatch(/^Rad 8:/);
  });
});

describe("what is said of it", () => {
  test("a column sent elsewhere gives a new preview, and its word can be remembered for every sheet", async () => {
    const { user, asked } = opened();
    await button("Ta in 4 rader");
    expect(screen.queryByRole("checkbox", { name: /^Kom ihåg/ })).toBeNull();
    await user.selectOptions(field("Prick"), "utfall.kommentar");
    await previews(asked, 2);
    expect(said(asked[1])?.tables[0]).toMatchObject({ headers: ["Nyckeltal", "Utf T1 2019", "Prick"], columns: { Prick: { register: "utfall", key: "kommentar" } } });
    await user.click(screen.getByRole("checkbox", { name: "Kom ihåg för alla blad att ”Prick” är Kommentar" }));
    await previews(asked, 3);
    expect(said(asked[2])?.words).toEqual({ Prick: "utfall.kommentar" });
    await user.selectOptions(field("Utf T1 2019"), "Ta inte med");
    await previews(asked, 4);
    expect(said(asked[3])?.tables[0]?.columns).toMatchObject({ "Utf T1 2019": null, Prick: { key: "kommentar" } });
  });

  test("what is chosen while a preview is made is in the next one, once", async () => {
    const answers: (() => void)[] = [];
    const slowAsked: IntakeChoices[] = [];
    const slow = opened({
      instead: {
        previewIntake: (_source, choices) =>
          new Promise((resolve) => {
            slowAsked.push(choices);
            answers.push(() => resolve({ ...somePreview, mapping: choices.mapping ?? emptyMapping }));
          }),
      },
    });
    await previews(slowAsked, 1);
    answers[0]?.();
    await slow.user.selectOptions(await screen.findByRole("combobox", { name: "Prick" }), "utfall.kommentar");
    await previews(slowAsked, 2);
    await slow.user.selectOptions(field("Prick"), "matt.malvarde");
    await slow.user.selectOptions(field("Prick"), "");
    expect((await button("Ta in 4 rader")).getAttribute("aria-disabled")).toBe("true");
    answers[1]?.();
    await previews(slowAsked, 3);
    expect(said(slowAsked[2])?.tables[0]?.columns).toEqual({ Prick: null });
    answers[2]?.();
    await waitFor(() => expect(screen.getByRole("button", { name: "Ta in 4 rader" }).getAttribute("aria-disabled")).not.toBe("true"));
    expect(slowAsked).toHaveLength(3);
  });

  test("a value for what the table lacks, its period and unit, rows and the table itself", async () => {
    const { user, asked } = opened();
    await button("Ta in 4 rader");
    await user.selectOptions(field("Riktning, som tabellen saknar"), "Öka");
    const table = within(screen.getByRole("region", { name: /^Uppföljning 2019/ }));
    await user.type(table.getByRole("textbox", { name: "Period" }), "T2 2019{Enter}");
    await user.type(table.getByRole("textbox", { name: "Nämnd eller enhet" }), "BUN");
    await user.click(table.getByRole("checkbox", { name: /^Rad 6:/ }));
    await waitFor(() => expect(asked.at(-1)?.rowsLeftOut).toEqual(["'Uppföljning 2019'!A6"]));
    expect(said(asked.at(-1))?.tables[0]).toMatchObject({ defaults: { "matt.riktning": "Öka" }, period: "T2 2019", unit: "BUN" });
    expect(table.queryByText("”tolv” läses inte in")).toBeNull();
    await user.click(table.getByRole("checkbox", { name: /^Ta in tabellen/ }));
    await waitFor(() => expect(said(asked.at(-1))?.tables[0]?.isLeftOut).toBe(true));
    expect(table.queryByRole("combobox")).toBeNull();
  });

  test("is kept as a file and used from one; a bad file changes nothing, and is told", async () => {
    const handed = savedFiles();
    const { user, asked, container } = opened();
    await user.selectOptions(await screen.findByRole("combobox", { name: "Prick" }), "utfall.kommentar");
    await previews(asked, 2);
    await waitFor(async () => expect((await button("Spara som fil")).getAttribute("aria-disabled")).not.toBe("true"));
    await user.click(await button("Spara som fil"));
    await waitFor(() => expect(handed).toHaveLength(1));
    expect(handed[0]?.name).toMatch(/\.json$/);
    expect(readMappingText(handed[0]?.text ?? "")).toEqual(said(asked[1]));

    const input = container.querySelector<HTMLInputElement>("input[aria-label='Fil med hur bladen läses']")!;
    fireEvent.change(input, { target: { files: [fileOf("dålig.json", "{}")] } });
    expect(await screen.findByRole("alert")).toBeInstanceOf(HTMLElement);
    expect(asked).toHaveLength(2);
    const other: Mapping = { ...emptyMapping, words: { Prick: "utfall.kommentar" } };
    fireEvent.change(input, { target: { files: [fileOf("bra.json", mappingText(other))] } });
    await previews(asked, 3);
    expect(said(asked[2])).toEqual(other);
  });
});

describe("what is written", () => {
  test("per register, with the cells that change old and new, kept or replaced; taken in with one click", async () => {
    const { user, taken, turned } = opened();
    await button("Ta in 4 rader");
    const written = within(screen.getByRole("region", { name: "Det här skrivs" }));
    expect(written.getByText("Registren läggs först till på egna blad: Utfall.")).toBeInstanceOf(HTMLElement);
    expect(written.getByText("Mått: 2 nya rader, 1 oförändrad, 1 som saknas sedan sist")).toBeInstanceOf(HTMLElement);
    expect(written.getByText("Mått: MÅTT-10")).toBeInstanceOf(HTMLElement);
    await user.click(within(written.getByRole("radiogroup", { name: /Utfall!D7.*Nu: ”4,1 %”\. Bladet: ”5,5 %”\./ })).getByRole("radio", { name: "Behåll" }));
    await user.click(await button("Ta in 3 rader"));
    await waitFor(() => expect(turned()).toBe(true));
    expect(taken).toEqual([{ mapping: emptyMapping, cellsKept: ["Utfall!D7"], seen: "f1" }]);
    expect(screen.getByTestId("passing").textContent).toBe("2 rader är tillagda. 1 cell är ändrad. 1 register är skapat.");
  });

  test("all that changes can be kept at once; with nothing left there is nothing to take in", async () => {
    const { user } = opened({ preview: () => ({ ...somePreview, plan: { ...somePreview.plan, added: [] } }) });
    await button("Ta in 2 rader");
    await user.click(await button("Behåll alla"));
    expect(screen.getByText("Allt står redan i registren. Inget behöver skrivas.")).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("button", { name: /^Ta in \d/ })).toBeNull();
    await user.click(await button("Skriv över alla"));
    expect(await button("Ta in 2 rader")).toBeInstanceOf(HTMLElement);
  });

  test("when it fails the page stays as it was, and says so", async () => {
    const { user, turned } = opened({ instead: { takeIn: () => Promise.reject(new WorkbookError("sheet-protected", { sv: "Bladet Utfall är skyddat.", en: "The sheet Utfall is protected." })) } });
    await user.click(await button("Ta in 4 rader"));
    expect((await screen.findByRole("alert")).textContent).toBe("Bladet Utfall är skyddat.");
    expect(turned()).toBe(false);
    expect(screen.getByRole("region", { name: "Det här skrivs" })).toBeInstanceOf(HTMLElement);
  });
});

describe("where from", () => {
  test("a file is picked, or dropped, or the open workbook chosen; and something else chosen after all", async () => {
    const { user, container, sources } = opened({ from: null });
    expect(await axeFindings()).toEqual([]);
    const input = container.querySelector<HTMLInputElement>("input[type=file]")!;
    expect(input.getAttribute("aria-label")).toBe("Excelfil att ta in blad från");
    fireEvent.change(input, { target: { files: [fileOf("nämnden.xlsx", "PK")] } });
    expect(await screen.findByText("nämnden.xlsx")).toBeInstanceOf(HTMLElement);
    await waitFor(() => expect(sources).toEqual([{ kind: "file", name: "nämnden.xlsx", bytes: new Uint8Array([80, 75]) }]));
    await user.click(await button("Välj något annat"));
    fireEvent.drop(screen.getByText(/släppa filen här/).closest("div")!, { dataTransfer: { files: [fileOf("andra.xlsx", "PK")] } });
    expect(await screen.findByText("andra.xlsx")).toBeInstanceOf(HTMLElement);
    await user.click(await button("Välj något annat"));
    await user.click(await button("Den här arbetsbokens andra blad"));
    await waitFor(() => expect(sources.at(-1)).toEqual(FROM_WORKBOOK));
  });

  test("no table: what to do is told; unreadable: it can be tried again", async () => {
    opened({ preview: () => ({ ...somePreview, tables: [] }) });
    expect(await screen.findByText("Jag hittade ingen tabell som går att ta in.")).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);
    cleanup();
    const { user, asked } = opened({
      preview: (_choices, nth) => {
        if (nth === 1) throw new WorkbookError("too-large", { sv: "För stor.", en: "Too large." });
        return { ...somePreview, tables: [measures, { ...measures, id: "Blad2!A1", sheet: "Blad2", isHidden: true }] };
      },
    });
    await user.click(await button("Försök igen"));
    await previews(asked, 2);
    await user.type(within(screen.getByRole("group", { name: "Där bladen inte säger det själva" })).getByRole("textbox", { name: "Period" }), "2019{Enter}");
    await waitFor(() => expect(asked.at(-1)?.period).toBe("2019"));
    // With several tables each is a few lines until it is opened.
    expect(await screen.findByText(/· Dolt blad$/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("combobox", { name: "Prick" })).toBeNull();
    await user.click(await button("Visa kolumner och rader i tabellen vid Blad2!A1"));
    expect(field("Prick")).toBeInstanceOf(HTMLElement);
  });
});

/** What the page hands over to be saved. jsdom follows no links and reads no blobs. */
function savedFiles(): { readonly name: string; readonly text: string }[] {
  const saved: { name: string; text: string }[] = [];
  const NativeBlob = Blob;
  let newest = "";
  jest.spyOn(globalThis, "Blob").mockImplementation((parts) => {
    const [text] = parts ?? [];
    newest = typeof text === "string" ? text : "";
    return new NativeBlob(parts);
  });
  Object.assign(URL, { createObjectURL: () => "blob:saved", revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: newest });
  });
  return saved;
}

function fileOf(name: string, text: string): File {
  const file = new File([text], name);
  // What every browser has and jsdom may lack.
  return Object.assign(file, { text: async () => text, arrayBuffer: async () => new Uint8Array(Buffer.from(text)).buffer });
}
