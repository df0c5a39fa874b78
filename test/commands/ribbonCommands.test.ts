import { createPaneRequests, type PaneRequest } from "../../src/commands/paneRequests.js";
import { registerCommands, ribbonCommands, type CommandEvent } from "../../src/commands/ribbonCommands.js";
import { reports } from "../../src/reports/reports.js";

/** The ribbon, with a pane that can be shown or not; `pressed` gives what came of pressing a button. */
function ribbon(showPane: () => Promise<void>) {
  const commands = new Map<string, (event: CommandEvent) => Promise<void>>();
  const requests = createPaneRequests();
  registerCommands({ associate: (name, run) => commands.set(name, run), showPane }, requests);
  return {
    names: [...commands.keys()],
    requests,
    async press(name: string) {
      let completed = 0;
      const press = commands.get(name)?.({ completed: () => { completed += 1; } });
      await press?.catch(() => undefined);
      return completed;
    },
  };
}

test.each(Object.entries(ribbonCommands))("%s shows the pane, asks it for its work, and is completed once", async (name, request) => {
  let shown = 0;
  const { requests, press } = ribbon(() => {
    shown += 1;
    return Promise.resolve();
  });
  const heard: PaneRequest[] = [];
  requests.listen((asked) => heard.push(asked));
  expect(await press(name)).toBe(1);
  expect([shown, heard]).toEqual([1, [request]]);
});

test("a command is completed when the pane cannot be shown, and when showing it throws at once; what it asked for waits for the pane", async () => {
  const fails = [() => Promise.reject(new Error("no pane")), () => { throw new Error("no pane"); }];
  for (const showPane of fails) {
    const { names, requests, press } = ribbon(showPane);
    for (const name of names) expect(await press(name)).toBe(1);
    const heard: PaneRequest[] = [];
    requests.listen((asked) => heard.push(asked));
    expect(heard).toEqual(Object.values(ribbonCommands));
  }
});

test("a command whose pane throws on hearing of it is completed all the same", async () => {
  const { requests, press } = ribbon(() => Promise.resolve());
  requests.listen(() => {
    throw new Error("a fault of the pane");
  });
  expect(await press("check")).toBe(1);
});

test("requests reach whoever listens, until it stops", () => {
  const requests = createPaneRequests();
  const heard: PaneRequest[] = [];
  const stop = requests.listen((request) => heard.push(request));
  requests.send({ kind: "check" });
  stop();
  requests.send({ kind: "guide" });
  expect(heard).toEqual([{ kind: "check" }]);
  requests.listen((request) => heard.push(request));
  expect(heard).toEqual([{ kind: "check" }, { kind: "guide" }]);
});

test("every report has a command, and every build command a report", () => {
  const built = Object.values(ribbonCommands).flatMap((request) => (request.kind === "build" ? [request.report] : []));
  expect(built.sort()).toEqual(reports.map(({ name }) => name).sort());
});
