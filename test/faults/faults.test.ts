// Excel fails at every point of every command. Whatever it does, what people have put in is as it was or as the command was to leave it, the message tells the truth, and giving the command again
// comes to what it would have come to at once. Here some points of each command; FAULTS=all takes up to 60 actions of each on a small workbook and 15 on a medium one, one kind of
// fault after the other, and every request; FAULTS=every takes every kind at every action on both.
import { commands, type Size } from "./commands.js";
import { actionFaults, sweep, type Kind, type Outcome } from "./sweep.js";

jest.setTimeout(3_600_000);

const extent = process.env["FAULTS"];
const isWhole = extent === "all" || extent === "every";
/** Beginnings of commands' names, "check,fix": these alone. */
const only = process.env["FAULTS_OF"]?.split(",");
const sizes: readonly Size[] = isWhole ? ["small", "medium"] : ["small"];
/** How many actions of a command fail in a whole run, evenly apart; those that make registers have thousands, each of which takes seconds. */
const MOST: Readonly<Record<Size, number>> = { small: 60, medium: 15 };
/** Of each kind in a command: those that only read, and those that write. */
const READS = 1;
const WRITES = 1;

/** Evenly apart, the first and the last included, from another place for each kind. */
const some = (size: Size) => (kind: Kind, firstWrite: number, count: number): readonly number[] => {
  const isRequest = kind === "busy" || kind === "unanswered";
  if (isWhole) {
    if (extent === "every" || isRequest) return Array.from({ length: count }, (_, index) => index + 1);
    const stride = Math.max(1, Math.ceil(count / MOST[size]));
    const nth = actionFaults.findIndex((each) => each === kind);
    return Array.from({ length: Math.ceil(count / stride) }, (_, index) => 1 + index * stride).filter((_at, index) => index % actionFaults.length === nth);
  }
  const spread = (from: number, to: number, points: number) => {
    const shift = { error: 0, denied: 0.33, dropped: 0.66, busy: 0, unanswered: 0 }[kind];
    return Array.from({ length: points }, (_, index) => from + Math.floor(((index + shift) * (to - from)) / Math.max(1, points - 1 + shift)));
  };
  return [...new Set(isRequest ? spread(1, count, count) : [...spread(1, firstWrite - 1, READS), ...spread(firstWrite, count, WRITES)])].filter((at) => at >= 1 && at <= count);
};

const outcomes = new Map<Outcome, number>();
const kinds = new Map<Kind, number>();

/** A report that is built in the place of an older one fails as any other does: here two, one of them with charts. */
const isChosen = (name: string) => (only === undefined ? isWhole || !name.endsWith(" again") || ["maluppfoljning again", "oversikt again"].includes(name) : only.some((beginning) => name.startsWith(beginning)));
const names = Object.keys(commands).filter(isChosen);

test.each(names.flatMap((name) => sizes.map((size) => [name, size] as const)))("%s in a %s workbook", async (name, size) => {
  const command = commands[name];
  if (command === undefined) throw new Error(name);
  const { actions, requests, told, broken } = await sweep(command, size, some(size));
  for (const { fault, outcome } of told) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    kinds.set(fault.kind, (kinds.get(fault.kind) ?? 0) + 1);
  }
  // A whole run takes long: each case is told of when it is done.
  if (isWhole) process.stdout.write(`${name} (${size}): ${requests} requests, ${actions} actions, ${told.length} faults, ${broken.length} not as it should be\n`);
  expect(broken.slice(0, 12)).toEqual([]);
});

afterAll(() => {
  const list = (counts: ReadonlyMap<string, number>) => [...counts].map(([what, count]) => `${what} ${count}`).join(", ");
  const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(`Faults injected: ${total} (${list(kinds)}). Outcomes: ${list(outcomes)}.\n`);
});
