/** @jest-environment jsdom */
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { actionsOnDemand } from "../../src/taskpane/actionsOnDemand.js";
import type { PaneActions } from "../../src/taskpane/paneActions.js";
import { OnDemand } from "../../src/taskpane/shell/OnDemand.js";
import { ViewBoundary } from "../../src/taskpane/shell/ViewBoundary.js";

afterEach(cleanup);

const tryAgain = () => screen.findByRole("button", { name: "Försök igen" });

describe("a view loaded on demand", () => {
  test("that cannot be fetched says so, and is fetched when the network is back", async () => {
    let isOnline = false;
    const load = async () => {
      if (!isOnline) throw new Error("offline");
      return { text: "Här är vyn." };
    };
    render(<OnDemand load={load}>{({ text }) => <p>{text}</p>}</OnDemand>);
    const button = await tryAgain();
    expect(screen.getByText(/kunde inte hämtas\. Inget har ändrats/)).toBeInstanceOf(HTMLElement);
    isOnline = true;
    await userEvent.click(button);
    expect(await screen.findByText("Här är vyn.")).toBeInstanceOf(HTMLElement);
  });
});

describe("a fault in a view", () => {
  test("leaves the rest of the pane as it is, and the view can be tried again", async () => {
    const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
    let isFaulty = true;
    function View() {
      const [text] = useState(() => {
        if (isFaulty) throw new TypeError("x is undefined");
        return "Här är vyn.";
      });
      return <p>{text}</p>;
    }
    render(
      <>
        <p>Resten</p>
        <ViewBoundary>
          <View />
        </ViewBoundary>
      </>,
    );
    expect(screen.getByText("Resten")).toBeInstanceOf(HTMLElement);
    isFaulty = false;
    await userEvent.click(await tryAgain());
    expect(screen.getByText("Här är vyn.")).toBeInstanceOf(HTMLElement);
    logged.mockRestore();
  });
});

describe("actions loaded on demand", () => {
  const none = () => Promise.reject(new Error("not part of this test"));
  const actions = (over: Partial<PaneActions>): PaneActions => ({
    check: none, checkChanges: none, watch: none, checksLive: none, chooseLiveCheck: none, preview: none, build: none, goTo: none, goToSheet: none, fix: none, accept: none, takeBack: none, choose: none, switchRule: none, planPeriod: none, beginPeriod: none, previewIntake: none, takeIn: none, mappingText: none, readMapping: none, planRound: none, makeSheets: none, makeFiles: none, openFile: none, lookAtAnswers: none, collectAnswers: none, roundState: none, createRegisters: none, openExample: none, chosenLanguage: none, chooseLanguage: none,
    ...over,
  });

  test("are loaded once, when first asked for", async () => {
    let loads = 0;
    const onDemand = actionsOnDemand(async () => {
      loads += 1;
      return actions({ chosenLanguage: async () => "en" });
    });
    expect(loads).toBe(0);
    expect([await onDemand.chosenLanguage(), await onDemand.chosenLanguage()]).toEqual(["en", "en"]);
    expect(loads).toBe(1);
  });

  test("are tried again when they could not be loaded", async () => {
    let isOnline = false;
    const onDemand = actionsOnDemand(async () => {
      if (!isOnline) throw new Error("offline");
      return actions({ chosenLanguage: async () => null });
    });
    await expect(onDemand.chosenLanguage()).rejects.toThrow("offline");
    isOnline = true;
    await expect(onDemand.chosenLanguage()).resolves.toBeNull();
  });
});
