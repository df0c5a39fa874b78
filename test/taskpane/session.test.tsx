/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { LanguageContext } from "../../src/taskpane/language.js";
import type { PaneSession } from "../../src/taskpane/paneSession.js";
import { Failures } from "../../src/taskpane/session/Failures.js";
import { useSession } from "../../src/taskpane/session/useSession.js";
import { WorkStatus } from "../../src/taskpane/session/WorkStatus.js";
import { counted, type Work } from "../../src/usecases/work.js";
import { WorkbookError } from "../../src/usecases/workbookError.js";
import { axeFindings } from "./axeFindings.js";
import { paneOn, settled, settledPaneOn } from "./paneOn.js";
import { workbookOf } from "./workbooks.js";

jest.setTimeout(60_000);
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const stopButton = () => screen.queryByRole("button", { name: "Avbryt" });
const progress = () => screen.queryByRole("progressbar");

describe("what the pane says of work, as the clock goes", () => {
  /** Something under way until the test ends it. */
  function held() {
    let work: Work = {};
    let finish: (value: string) => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const task = (told: Work) => {
      work = told;
      return new Promise<string>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      });
    };
    return { task, tell: (step: "reading" | "writing") => act(async () => work.onStep?.(step)), finish: (value: string) => act(async () => finish(value)), fail: (error: unknown) => act(async () => fail(error)), signal: () => work.signal };
  }

  function open(): PaneSession {
    jest.useFakeTimers();
    let session: PaneSession | undefined;
    function Shown() {
      const shown = useSession({} as never, () => undefined);
      session = shown.session;
      return (
        <>
          <button type="button">Början</button>
          <Failures failures={shown.work.failures} onDismiss={shown.work.dismiss} />
          <WorkStatus ongoing={shown.work.ongoing} passing={shown.passing} />
        </>
      );
    }
    render(
      <LanguageContext value="sv">
        <Shown />
      </LanguageContext>,
    );
    return new Proxy({} as PaneSession, { get: (_target, name: keyof PaneSession) => session![name] });
  }
  const pass = (milliseconds: number) => act(async () => jest.advanceTimersByTime(milliseconds));

  test("nothing is shown of what takes less than 0.4 seconds", async () => {
    const session = open();
    const work = held();
    act(() => void session.run("Bygger …", work.task));
    await pass(399);
    expect(progress()).toBeNull();
    await work.finish("klart");
    await pass(10_000);
    expect(progress()).toBeNull();
    expect(session.isBusy).toBe(false);
  });

  test("after 0.4 seconds it says what is being done, after 2 it can be stopped", async () => {
    const session = open();
    const work = held();
    act(() => void session.run("Bygger …", work.task));
    await work.tell("reading");
    await pass(400);
    expect(progress()).not.toBeNull();
    expect(screen.getByText("Bygger …")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText("Läser arbetsboken.")).toBeInstanceOf(HTMLElement);
    expect(stopButton()).toBeNull();
    await pass(1_600);
    expect(stopButton()).not.toBeNull();
    await work.finish("klart");
    expect(stopButton()).toBeNull();
  });

  test("stopping takes effect at once, is told to the work, and gives the focus back to where it began", async () => {
    const session = open();
    const start = screen.getByRole("button", { name: "Början" });
    start.focus();
    const work = held();
    let outcome: unknown = "none";
    act(() => void session.run("Bygger …", work.task).then((result) => { outcome = result; }));
    await work.tell("reading");
    await pass(2_000);
    stopButton()!.focus();
    await act(async () => fireEvent.click(stopButton()!));
    expect(work.signal()?.aborted).toBe(true);
    expect(outcome).toBeUndefined();
    expect(screen.getByText("Arbetet är avbrutet. Inget har skrivits.")).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(start);
    expect(session.isBusy).toBe(false);
  });

  test("work on many files tells how many are read, and hears between two of them that it is stopped", async () => {
    const session = open();
    let read = 0;
    act(
      () =>
        void session.run("Läser 300 filer …", async (work) => {
          work.onStep?.("reading");
          for (; read < 300; read += 1) {
            // A file takes a tenth of a second.
            await new Promise((done) => setTimeout(done, 100));
            await counted(work, read + 1, 300);
          }
        }),
    );
    for (let tenths = 0; tenths < 30; tenths += 1) await pass(100);
    expect(screen.getByText(/^\d+ av 300$/)).toBeInstanceOf(HTMLElement);
    const before = read;
    expect(before).toBeGreaterThan(5);
    await act(async () => fireEvent.click(stopButton()!));
    for (let tenths = 0; tenths < 30; tenths += 1) await pass(100);
    expect(read).toBeLessThanOrEqual(before + 1);
    expect(screen.queryByText(/av 300/)).toBeNull();
  });

  test("what is being written cannot be stopped, nor what does not tell its steps", async () => {
    const session = open();
    const silent = held();
    act(() => void session.run("Sparar …", silent.task));
    await pass(5_000);
    expect(stopButton()).toBeNull();
    await silent.finish("klart");
    const writing = held();
    act(() => void session.run("Bygger …", writing.task));
    await writing.tell("reading");
    await pass(5_000);
    expect(stopButton()).not.toBeNull();
    await writing.tell("writing");
    expect(stopButton()).toBeNull();
    await writing.finish("klart");
  });

  test("one thing is done at a time", async () => {
    const session = open();
    const first = held();
    act(() => void session.run("Bygger …", first.task));
    const second = jest.fn();
    expect(await session.run("Kontrollerar …", second)).toBeUndefined();
    expect(second).not.toHaveBeenCalled();
    await first.finish("klart");
  });

  test("an error stays until it is dismissed, or the same thing is tried again; a passing text goes by itself", async () => {
    const session = open();
    const failing = () => Promise.reject(new WorkbookError("host", { sv: "Excel svarade med ett fel. Inget har skrivits. Försök igen.", en: "Excel answered with an error." }));
    await act(async () => void (await session.run("Bygger …", failing)));
    await act(async () => session.say("Sparat."));
    await pass(60_000);
    expect(screen.queryByText("Sparat.")).toBeNull();
    expect(screen.getByText(/Inget har skrivits\. Försök igen\./)).toBeInstanceOf(HTMLElement);
    await act(async () => void (await session.run("Kontrollerar …", async () => 1)));
    expect(screen.getByText(/Excel svarade med ett fel/)).toBeInstanceOf(HTMLElement);
    await act(async () => void (await session.run("Bygger …", async () => 1)));
    expect(screen.queryByText(/Excel svarade med ett fel/)).toBeNull();
    await act(async () => void (await session.run("Bygger …", failing)));
    fireEvent.click(screen.getByRole("button", { name: "Stäng meddelandet" }));
    expect(screen.queryByText(/Excel svarade med ett fel/)).toBeNull();
  });

  test("a fault of ours is told in plain words, and kept for whoever looks for it", async () => {
    const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const session = open();
    const fault = new TypeError("x is undefined");
    await act(async () => void (await session.run("Bygger …", () => Promise.reject(fault))));
    expect(screen.getByText(/Något oväntat hände i Måltavla\./)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/undefined/)).toBeNull();
    expect(logged).toHaveBeenCalledWith(fault);
    logged.mockRestore();
  });
});

describe("on a workbook", () => {
  test("a slow Excel can be left: the pane goes on, and nothing has been written", async () => {
    const ale = await workbookOf("ale");
    const { user } = await settledPaneOn(ale);
    const tab = screen.getByRole("tab", { name: /Kontroll/ });
    await user.click(tab);
    await settled();
    ale.excel.faults.delay = 45_000;
    await user.click(screen.getByRole("button", { name: "Kontrollera igen" }));
    expect(await screen.findByText("Kontrollerar registren …")).toBeInstanceOf(HTMLElement);
    await user.click(await screen.findByRole("button", { name: "Avbryt" }));
    expect(await screen.findByText("Arbetet är avbrutet. Inget har skrivits.")).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("false");
  });

  test.each([
    ["a cell is being edited", "sv", (faults: { isBusy: boolean }) => { faults.isBusy = true; }, /En cell redigeras just nu\./],
    ["the connection breaks", "sv", (faults: { dropNext(when: "before"): void }) => { faults.dropNext("before"); }, /Förbindelsen med Excel bröts\./],
    ["a cell is being edited", "en", (faults: { isBusy: boolean }) => { faults.isBusy = true; }, /A cell is being edited/],
  ] as const)("when %s (%s), it is told, and the next try heals it", async (_what, language, set, says) => {
    const ale = await workbookOf("ale");
    const { user } = paneOn(ale, { language, instead: { chosenLanguage: async () => { set(ale.excel.faults); return null; } } });
    expect(await screen.findByText(says)).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);
    ale.excel.faults.clear();
    await user.click(await screen.findByRole("button", { name: language === "sv" ? "Läs arbetsboken" : "Read the workbook" }));
    expect(await screen.findByRole("button", { name: / · T1 2019/ })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(says)).toBeNull();
  });
});
