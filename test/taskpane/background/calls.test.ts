import { MessageChannel } from "node:worker_threads";
import { openLine, type Line, type LineEnd } from "../../../src/taskpane/background/calls.js";
import { WorkbookError } from "../../../src/usecases/workbookError.js";

const open: (() => void)[] = [];

/** Two ends of a line that copies what goes through it, as between a page and its worker; `onMessage` sees each message, either way. */
function line(methodsThere: object, methodsHere: object = {}, onMessage: (message: unknown) => void = () => undefined): { readonly here: Line; readonly there: Line } {
  const { port1, port2 } = new MessageChannel();
  open.push(() => port1.close());
  const end = (port: typeof port1): LineEnd => {
    const made: LineEnd = { postMessage: (message) => { onMessage(message); port.postMessage(message); }, onmessage: null };
    port.on("message", (data: unknown) => made.onmessage?.({ data } as MessageEvent));
    return made;
  };
  return { here: openLine(end(port1), methodsHere), there: openLine(end(port2), methodsThere) };
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});

test("a method is called at the other end, and its answer comes back, both ways", async () => {
  const { here, there } = line({ double: (value: number) => value * 2 }, { name: () => "sidan" });
  expect(await here.call("double", [21])).toBe(42);
  expect(await there.call("name", [])).toBe("sidan");
});

test("registers, as maps and matrices, come whole", async () => {
  const image = { tables: new Map([["Mål", { values: [["MÅL-1", 5, true]] }]]), sheets: [{ name: "Mål" }] };
  expect(await line({ read: () => image }).here.call("read", [])).toEqual(image);
});

test("what a user is told by an error is the same at the other end", async () => {
  const refused = new WorkbookError("sheet-protected", { sv: "Bladet är skyddat.", en: "The sheet is protected." });
  const { here } = line({ write: () => Promise.reject(refused), broken: () => Promise.reject(new TypeError("fel")) });
  await expect(here.call("write", [])).rejects.toMatchObject({ name: "WorkbookError", code: "sheet-protected", text: refused.text });
  await expect(here.call("broken", [])).rejects.toThrow("fel");
  await expect(here.call("missing", [])).rejects.toThrow("There is no missing");
  await expect(here.call("toString", [])).rejects.toThrow("There is no toString");
});

test("steps are told and files are read while the call goes on, and it can be stopped", async () => {
  const told: unknown[] = [];
  const stopping = new AbortController();
  interface Source { readonly read: () => Promise<Uint8Array> }
  interface Work { readonly onStep: (step: string) => void; readonly onCount: (done: number, of: number) => Promise<void>; readonly signal: AbortSignal }
  const { here } = line({
    collect: async (sources: readonly Source[], work: Work) => {
      work.onStep("reading");
      for (const [index, { read }] of sources.entries()) {
        await read();
        await work.onCount(index + 1, sources.length);
        if (work.signal.aborted) return "stopped";
      }
      return "done";
    },
  });
  const source = (size: number): Source => ({ read: () => Promise.resolve(new Uint8Array(size)) });
  const onCount = (done: number, of: number): void => {
    told.push([done, of]);
    if (done === 2) stopping.abort();
  };
  expect(await here.call("collect", [[source(1), source(2), source(3)], { onStep: (step: string) => told.push(step), onCount, signal: stopping.signal }])).toBe("stopped");
  expect(told).toEqual(["reading", [1, 3], [2, 3]]);
});

test("what answers with a function goes on telling until that is called", async () => {
  const told: unknown[] = [];
  let tell: ((what: string) => unknown) | undefined;
  const { here } = line({
    watch: (onChange: (what: string) => unknown) => {
      tell = onChange;
      return () => { tell = undefined; };
    },
  });
  const stop = await here.call("watch", [(what: string) => told.push(what)]);
  await tell?.("Utfall");
  if (typeof stop !== "function") throw new Error("no function came back");
  await Reflect.apply(stop, undefined, []);
  expect({ told, tell }).toEqual({ told: ["Utfall"], tell: undefined });
});

describe("what is long", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [index, `rad ${index}`, null, true]);

  test("comes whole both ways, wherever it stands, in messages that are all short", async () => {
    const values = rows(1_234);
    const image = { tables: new Map([["Mål", { values, asRead: values, types: rows(3) }]]), sheets: rows(501), findings: rows(2_000).map(([at]) => ({ at, message: { sv: "Å", en: "A" } })) };
    const seen: number[] = [];
    const { here } = line({ echo: (given: unknown) => given }, {}, (message) => seen.push(longest(message)));
    const came = await here.call("echo", [image]);
    expect(came).toEqual(image);
    expect(seen.length).toBeGreaterThan(15);
    expect(Math.max(...seen)).toBeLessThanOrEqual(500);
    // What was one list is one.
    const table = (came as typeof image).tables.get("Mål");
    expect(table?.values).toBe(table?.asRead);
  });

  test("does not change the order of what is sent, nor keep anybody from being told", async () => {
    const heard: unknown[] = [];
    const stopping = new AbortController();
    const { here } = line({
      take: async (list: readonly unknown[], signal?: AbortSignal) => {
        heard.push(list.length);
        if (signal !== undefined) await new Promise((resolve) => signal.addEventListener("abort", resolve));
        if (signal !== undefined) heard.push("stopped");
      },
    });
    const calls = [here.call("take", [rows(5_000), stopping.signal]), here.call("take", [rows(1)]), here.call("take", [rows(600)])];
    stopping.abort();
    await Promise.all(calls);
    expect(heard).toEqual([5_000, 1, 600, "stopped"]);
  });

  test("and cannot be copied is told to whoever sends it, and the next is sent all the same", async () => {
    const { here } = line({ double: (value: number) => value * 2 });
    await expect(here.call("double", [[...rows(600), Symbol("no")]])).rejects.toThrow();
    expect(await here.call("double", [4])).toBe(8);
  });
});

/** The longest list in a message, however deep. */
function longest(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts: readonly unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  return Math.max(Array.isArray(value) ? value.length : 0, ...parts.map(longest));
}
