/** What the pane's page was busy with, task by task: ours, or Microsoft's client. From Chromium's own trace, where each task has its processor time and the profiler's samples tell whose code ran. */
import type { Browser } from "playwright-core";
import * as z from "zod/mini";

/** Processor time of one task of the page's main thread, in milliseconds. What the test's own bridge to the embedded Excel does is left out. */
export interface Task {
  /** Our scripts, what they have copied and whose rubbish is collected, and the drawing of the pane. */
  readonly ours: number;
  /** Microsoft's client. */
  readonly client: number;
  /** Where our own time went, most first: "chunk.js:1:2345 name 31". */
  readonly spots: readonly string[];
}

const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-v8.cpu_profiler", "v8.execute", "__metadata"];

const EVENT = z.object({ name: z.string(), pid: z.number(), tid: z.number(), ts: z.number(), dur: z.optional(z.number()), tdur: z.optional(z.number()), id: z.optional(z.string()), args: z.unknown() });
type TraceEvent = z.infer<typeof EVENT>;

const NAMED = z.object({ name: z.string() });
const CHUNK = z.object({
  data: z.object({
    cpuProfile: z.optional(z.object({
      nodes: z.optional(z.array(z.object({
        id: z.number(), parent: z.optional(z.number()),
        callFrame: z.object({ functionName: z.string(), url: z.optional(z.string()), lineNumber: z.optional(z.number()), columnNumber: z.optional(z.number()) }),
      }))),
      samples: z.optional(z.array(z.number())),
    })),
    timeDeltas: z.optional(z.array(z.number())),
  }),
});
const STARTED = z.object({ data: z.object({ startTime: z.number() }) });

/** What the browser does to show what has changed: https://developer.chrome.com/docs/devtools/performance/timeline-reference */
const DRAWING = new Set(["UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit"]);
const KEPT = new Set(["RunTask", "ThreadControllerImpl::RunTask", "thread_name", "Profile", "ProfileChunk", ...DRAWING]);

/** Does some work in the browser and gives the tasks that it came to in the page that runs our scripts. */
export async function tasksOf<Result>(browser: Browser, work: () => Promise<Result>): Promise<{ readonly result: Result; readonly tasks: readonly Task[] }> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  const result = await work();
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString());
  const { traceEvents } = z.parse(z.object({ traceEvents: z.array(z.unknown()) }), trace);
  return { result, tasks: tasksIn(traceEvents.filter(isKept).map((event) => z.parse(EVENT, event))) };
}

function isKept(event: unknown): boolean {
  const name: unknown = typeof event === "object" && event !== null ? Reflect.get(event, "name") : undefined;
  return typeof name === "string" && KEPT.has(name);
}

type Owner = "ours" | "client" | "browser";

interface Sample {
  /** Microseconds of the trace's clock. */
  readonly at: number;
  readonly length: number;
  readonly owner: Owner;
  readonly spot: string;
}

function tasksIn(events: readonly TraceEvent[]): readonly Task[] {
  const pages = new Set(events.filter(({ name, args }) => name === "thread_name" && z.safeParse(NAMED, args).data?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const profiles = events.filter(({ name, pid, tid }) => name === "Profile" && pages.has(`${pid} ${tid}`)).map((main) => ({ main, samples: samplesOf(main, events) }));
  const [ours, ...others] = profiles.filter(({ samples }) => samples.some(({ owner }) => owner !== "browser"));
  if (ours === undefined || others.length > 0) throw new Error(`Our scripts ran in ${others.length + (ours === undefined ? 0 : 1)} pages.`);
  const { main } = ours;
  const onMain = events.filter(({ pid, tid, dur }) => pid === main.pid && tid === main.tid && dur !== undefined).sort((a, b) => a.ts - b.ts);
  const samples = withOwners(ours.samples, onMain.filter(({ name }) => DRAWING.has(name)));
  const tasks = onMain.filter(({ name }) => name.endsWith("RunTask"));
  let next = 0;
  let end = -Infinity;
  return tasks.flatMap(({ ts, dur = 0, tdur = dur }) => {
    // A task within a task is the same one.
    if (ts < end) return [];
    end = ts + dur;
    while ((samples[next]?.at ?? Infinity) < ts) next += 1;
    const own: Sample[] = [];
    for (let sample = samples[next]; sample !== undefined && sample.at < end; sample = samples[++next]) own.push({ ...sample, length: Math.min(sample.length, sample.at - ts) });
    return own.length === 0 ? [] : [taskOf(dur === 0 ? 1 : tdur / dur, own)];
  });
}

/** Nobody's code runs while the browser draws, which is ours, and while it collects rubbish, which is whose code ran before. */
function withOwners(samples: readonly Sample[], drawing: readonly TraceEvent[]): readonly Sample[] {
  let next = 0;
  let before: Owner = "browser";
  return samples.map((sample) => {
    for (let event = drawing[next]; event !== undefined && event.ts + (event.dur ?? 0) < sample.at; event = drawing[++next]);
    const isDrawn = sample.owner === "browser" && (drawing[next]?.ts ?? Infinity) <= sample.at;
    const owner = isDrawn ? "ours" : sample.spot === "(garbage collector)" ? before : sample.owner;
    before = owner;
    return { ...sample, owner };
  });
}

/** @param share Of the time of the samples, what was processor time: the machine may have been doing something else. */
function taskOf(share: number, samples: readonly Sample[]): Task {
  const of = (owner: Owner) => (samples.filter((sample) => sample.owner === owner).reduce((sum, { length }) => sum + length, 0) / 1_000) * share;
  const spots = new Map<string, number>();
  for (const { owner, spot, length } of samples) if (owner === "ours") spots.set(spot, (spots.get(spot) ?? 0) + length / 1_000);
  return {
    client: of("client"), ours: of("ours"),
    spots: [...spots].sort(([, a], [, b]) => b - a).slice(0, 12).map(([spot, time]) => `${spot} ${time.toFixed(0)}`),
  };
}

interface Frame {
  readonly owner: Owner;
  readonly spot: string;
}

/** A native function is of whoever called it. */
function samplesOf({ id, pid, args }: TraceEvent, events: readonly TraceEvent[]): readonly Sample[] {
  const frames = new Map<number, Frame>();
  const samples: Sample[] = [];
  let at = z.parse(STARTED, args).data.startTime;
  for (const event of events.filter(({ name, pid: of, id: profile }) => name === "ProfileChunk" && of === pid && profile === id).sort((a, b) => a.ts - b.ts)) {
    const { cpuProfile, timeDeltas = [] } = z.parse(CHUNK, event.args).data;
    for (const { id: node, parent, callFrame: { functionName, url = "", lineNumber = 0, columnNumber = 0 } } of cpuProfile?.nodes ?? []) {
      const caller = frames.get(parent ?? -1);
      const isNative = !url.startsWith("http");
      const spot = `${isNative ? "" : `${url.split("/").at(-1) ?? ""}:${lineNumber + 1}:${columnNumber + 1} `}${functionName}`;
      frames.set(node, isNative ? { owner: caller?.owner ?? "browser", spot } : { owner: url.endsWith("/office.js") ? "client" : "ours", spot });
    }
    for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
      const length = timeDeltas[index] ?? 0;
      // What ran until the next sample is what this one saw; of that, the time since the last one is a fair guess.
      at += length;
      samples.push({ at, length, ...(frames.get(node) ?? { owner: "browser", spot: "" }) });
    }
  }
  return samples.sort((a, b) => a.at - b.at);
}
