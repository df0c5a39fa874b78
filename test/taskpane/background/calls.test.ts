import { MessageChannel } from "node:worker_threads";
import { openLine, type Line, type LineEnd } from "../../../src/taskpane/background/calls.js";
import { WorkbookError } from "../../../src/usecases/workbookError.js";

const open: (() => void)[] = [];

/** Two ends of a line that copies what goes through it, as between a page and its worker. */
function line(methodsThere: object, methodsHere: object = {}): { readonly here: Line; readonly there: Line } {
  const { port1, port2 } = new MessageChannel();
  open.push(() => port1.close());
  const end = (port: typeof port1): LineEnd => {
    const made: LineEnd = { postMessage: (message) => port.postMessage(message), onmessage: null };
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
