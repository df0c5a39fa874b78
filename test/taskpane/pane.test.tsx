/** @jest-environment jsdom */
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import type { Finding } from "../../src/registers/finding.js";
import { actionsOnDemand } from "../../src/taskpane/actionsOnDemand.js";
import { Pane } from "../../src/taskpane/Pane.js";
import type { PaneActions, PaneBuild } from "../../src/taskpane/paneActions.js";
import { WorkbookError } from "../../src/usecases/workbookError.js";

const finding = (over: Partial<Finding> = {}): Finding => ({
  ruleId: "utfall.oläsligt",
  severity: "fel",
  register: "Utfall",
  at: { sheet: "Utfall", row: 6, column: 7 },
  column: "Målvärde",
  message: "Målvärdet ”ca 5” går inte att läsa. Skriv ett tal.",
  ...over,
});

const built: PaneBuild = { kind: "built", written: { sheet: "Måluppföljning", address: "A1:G42" }, findings: [], lostEdits: [] };
const edited: PaneBuild = { kind: "edited", edits: [{ address: "Måluppföljning!C7", where: "Mått X, Utfall", written: "5,5 %", found: "6 %" }] };

function open(actions: Partial<PaneActions>) {
  const unexpected = () => Promise.reject(new Error("not part of this test"));
  render(<Pane actions={{ check: unexpected, buildMaluppfoljning: unexpected, ...actions }} />);
  return { user: userEvent.setup(), checkButton: screen.getByRole("button", { name: "Kontrollera" }), buildButton: screen.getByRole("button", { name: "Bygg Måluppföljning" }) };
}

/** A promise and the key to it, to stop in the middle of work. */
function held<Value>() {
  let release: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

const statusText = () => screen.getAllByRole("status").map((element) => element.textContent).join(" ");

afterEach(cleanup);

describe("checking", () => {
  test("lists each finding with its severity in words, its place and what to do, and counts them", async () => {
    const { user, checkButton } = open({ check: async () => [finding(), finding({ severity: "varning", register: "Matt", message: "Måttet saknar målvärde." })] });
    await user.click(checkButton);

    const items = within(await screen.findByRole("list", { name: "Anmärkningar" })).getAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual(["felUtfall rad 7, MålvärdeMålvärdet ”ca 5” går inte att läsa. Skriv ett tal.", "varningMatt rad 7, MålvärdeMåttet saknar målvärde."]);
    expect(statusText()).toContain("1 fel, 1 varning");
  });

  test("says so when there is nothing to remark on", async () => {
    const { user, checkButton } = open({ check: async () => [] });
    await user.click(checkButton);
    expect(await screen.findByText("Inga anmärkningar.")).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("list")).toBeNull();
  });

  test("a finding about a whole table or register has no row", async () => {
    const { at: _at, column: _column, ...table } = finding({ register: "Mal", message: "Registret saknas." });
    const { user, checkButton } = open({ check: async () => [table] });
    await user.click(checkButton);
    expect((await screen.findByRole("listitem")).textContent).toBe("felMalRegistret saknas.");
  });

  test("never hides how many findings there are", async () => {
    const { user, checkButton } = open({ check: async () => Array.from({ length: 130 }, () => finding()) });
    await user.click(checkButton);
    expect(await screen.findAllByRole("listitem")).toHaveLength(100);
    expect(screen.getByText(/^Och 30 till/)).toBeInstanceOf(HTMLElement);
    expect(statusText()).toContain("130 fel");
  });
});

describe("building", () => {
  test("says where the report is", async () => {
    const { user, buildButton } = open({ buildMaluppfoljning: async () => built });
    await user.click(buildButton);
    expect(await screen.findByText(/bladet Måluppföljning \(A1:G42\)/)).toBeInstanceOf(HTMLElement);
  });

  test.each([
    ["Behåll ändringarna", "keep"],
    ["Skriv över dem", "replace"],
  ] as const)("cells changed by hand are shown first, and “%s” builds with %s", async (button, decision) => {
    const asked: unknown[] = [];
    const { user, buildButton } = open({
      buildMaluppfoljning: async (edits) => {
        asked.push(edits);
        return edits === "ask" ? edited : built;
      },
    });
    await user.click(buildButton);
    expect(await screen.findByText("Mått X, Utfall (Måluppföljning!C7): ”5,5 %” har blivit ”6 %”.")).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole("button", { name: button }));
    await screen.findByText(/bladet Måluppföljning/);
    expect(asked).toEqual(["ask", decision]);
  });

  test("an emptied cell is called empty", async () => {
    const cell = { address: "Måluppföljning!D9", where: "Mått Y, Målvärde" };
    const { user, buildButton } = open({ buildMaluppfoljning: async () => ({ kind: "edited", edits: [{ ...cell, written: "0,125", found: "" }] }) });
    await user.click(buildButton);
    expect((await screen.findAllByRole("listitem")).map((item) => item.textContent)).toEqual([
      "Mått Y, Målvärde (Måluppföljning!D9): ”0,125” har blivit tomt.",
    ]);
  });

  test("edits that found no place in the new report are listed", async () => {
    const { user, buildButton } = open({ buildMaluppfoljning: async () => ({ ...built, lostEdits: edited.edits }) });
    await user.click(buildButton);
    expect(await screen.findByText(/Mått X, Utfall/)).toBeInstanceOf(HTMLElement);
  });
});

describe("while it works", () => {
  test("it says what it does, keeps the keyboard's place, and does not start twice", async () => {
    const check = held<readonly Finding[]>();
    let calls = 0;
    const { user, checkButton, buildButton } = open({
      check: () => {
        calls += 1;
        return check.promise;
      },
    });
    await user.click(checkButton);
    expect(statusText()).toContain("Kontrollerar registren");
    // A browser moves the focus away from a button that becomes `disabled`; jsdom does not.
    expect([checkButton, buildButton].map((button) => [button.hasAttribute("disabled"), button.getAttribute("aria-disabled")])).toEqual([
      [false, "true"],
      [false, "true"],
    ]);
    await user.click(checkButton);
    await user.click(buildButton);
    await user.keyboard("{Enter}");
    expect(calls).toBe(1);
    check.release([]);
    await screen.findByText("Inga anmärkningar.");
    expect(statusText()).not.toContain("Kontrollerar");
  });
});

describe("actions on demand", () => {
  test("are loaded once, when first asked for", async () => {
    let loads = 0;
    const actions = actionsOnDemand(async () => {
      loads += 1;
      return { check: async () => [finding()], buildMaluppfoljning: async () => built };
    });
    expect(loads).toBe(0);
    expect(await actions.check()).toHaveLength(1);
    expect(await actions.buildMaluppfoljning("ask")).toBe(built);
    expect(loads).toBe(1);
  });

  test("a load that failed is tried again", async () => {
    let online = false;
    const actions = actionsOnDemand(async () => {
      if (!online) throw new Error("offline");
      return { check: async () => [], buildMaluppfoljning: async () => built };
    });
    await expect(actions.check()).rejects.toThrow("offline");
    online = true;
    await expect(actions.check()).resolves.toEqual([]);
  });
});

describe("when it fails", () => {
  test("the message of a known error is shown as it is, and the next try can succeed", async () => {
    let tries = 0;
    const { user, checkButton } = open({
      check: async () => {
        tries += 1;
        if (tries === 1) throw new WorkbookError("cell-edit-mode", "En cell redigeras just nu. Inget har skrivits. Avsluta redigeringen.");
        return [];
      },
    });
    await user.click(checkButton);
    expect(await screen.findByText(/En cell redigeras just nu/)).toBeInstanceOf(HTMLElement);
    await user.click(checkButton);
    expect(await screen.findByText("Inga anmärkningar.")).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/En cell redigeras/)).toBeNull();
  });

  test("an unknown error shows nothing of its inside", async () => {
    const { user, buildButton } = open({ buildMaluppfoljning: () => Promise.reject(new TypeError("x is undefined")) });
    await user.click(buildButton);
    expect(await screen.findByText(/Något oväntat hände/)).toBeInstanceOf(HTMLElement);
    expect(document.body.textContent).not.toContain("undefined");
  });
});

test("both actions are reached and pressed with the keyboard, in reading order", async () => {
  const { user, buildButton, checkButton } = open({ check: async () => [], buildMaluppfoljning: async () => built });
  await user.tab();
  expect(document.activeElement).toBe(buildButton);
  await user.tab();
  expect(document.activeElement).toBe(checkButton);
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Inga anmärkningar.")).toBeInstanceOf(HTMLElement);
});

describe("axe finds nothing wrong", () => {
  const views: readonly (readonly [string, Partial<PaneActions>, "check" | "build" | "nothing"])[] = [
    ["at the start", {}, "nothing"],
    ["with findings", { check: async () => [finding()] }, "check"],
    ["after building", { buildMaluppfoljning: async () => ({ ...built, findings: [finding()], lostEdits: edited.edits }) }, "build"],
    ["with changes by hand", { buildMaluppfoljning: async () => edited }, "build"],
    ["with an error", { check: () => Promise.reject(new WorkbookError("host", "Excel svarade med ett fel.")) }, "check"],
    ["at work", { check: () => held<readonly Finding[]>().promise }, "check"],
  ];
  test.each(views)("%s", async (_name, actions, press) => {
    const { user, buildButton, checkButton } = open(actions);
    if (press === "build") await user.click(buildButton);
    if (press === "check") await user.click(checkButton);
    const { violations } = await axe(document.body);
    expect(violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
});
