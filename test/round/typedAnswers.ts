import type { RowMark } from "../../src/round/marks.js";
import type { Chance } from "../intake/seeded.js";
import { TODAY } from "./municipality.js";
import type { DeskCell } from "./sheetOnDesk.js";

/** What somebody types in one cell, and what it means: a value as `plainly`, or "told", something that must be told of since nobody can know. */
export interface TypedAnswer {
  readonly cell: DeskCell;
  readonly means: string;
}

/** A value as a text of its own, apart from the code under test: 12 significant digits, days as serial numbers, texts with plain line breaks. */
export function plainly(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  if (typeof value === "string") return value.replace(/\r\n?/gu, "\n").trim();
  if (typeof value === "boolean") return value ? "Ja" : "Nej";
  if (typeof value !== "object") throw new TypeError(`No such value in a cell: ${typeof value}`);
  if ("typed" in value) return plainly(value.typed);
  if ("kind" in value && value.kind === "yesNo" && "value" in value) return value.value === true ? "Ja" : "Nej";
  if ("value" in value) return plainly(value.value);
  return JSON.stringify(value);
}

const between = (chance: Chance, from: number, to: number) => from + chance.below(to - from + 1);
const cell = (value: DeskCell["value"], numberFormat = "General", formula?: string): DeskCell => ({ value, numberFormat, ...(formula === undefined ? {} : { formula }) });
const means = (typed: DeskCell, value: unknown): TypedAnswer => ({ cell: typed, means: plainly(value) });
const told = (typed: DeskCell): TypedAnswer => ({ cell: typed, means: "told" });

const longComment = (chance: Chance) => Array.from({ length: between(chance, 5, 9) }, (_, index) => `Stycke ${index + 1}. ${"Vi har arbetat vidare med det som beslutades i våras. ".repeat(20)}`).join(chance.happens(0.5) ? "\r\n" : "\n");

const comments: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => text(`Arbetet löper enligt plan, ${between(chance, 1, 999)} har deltagit.`),
  (chance) => text(longComment(chance)),
  () => text("- klart i maj\n- ny start i augusti"),
  () => text("=vi väntar på besked"),
  () => text("'citat' & <taggar> \"här\""),
  (chance) => { const number = between(chance, 1, 99); return means(cell(number + 0.5), `${number},5`); },
  () => means(cell(0.85, "0%"), "85 %"),
  () => told(cell({ error: "#NAME?" })),
];

const text = (said: string): TypedAnswer => means(cell(said), said);

const percents: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => share(chance, (share) => cell(share, "0.0%")),
  (chance) => share(chance, (share) => cell(share, "0.0%")),
  (chance) => share(chance, (share) => cell(`${String(Number((share * 100).toFixed(1))).replace(".", ",")} %`, "@")),
  // Typed in a cell that has lost its format.
  (chance) => { const whole = between(chance, 2, 100); return means(cell(whole), whole / 100); },
  (chance) => share(chance, (share) => cell(share, "0%", `${share}+0`)),
  () => told(cell(0.5)),
  () => told(cell(85, "0%")),
  () => told(cell("runt hälften")),
  () => told(cell({ error: "#DIV/0!" }, "0%", "1/0")),
];

function share(chance: Chance, typed: (share: number) => DeskCell): TypedAnswer {
  const value = Number((between(chance, 1, 999) / 1000).toFixed(3));
  return means(typed(value), value);
}

const counts: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => number(between(chance, 2, 5000), (value) => cell(value)),
  (chance) => number(between(chance, 1000, 9999), (value) => cell(`${String(value).slice(0, -3)} ${String(value).slice(-3)}`, "@")),
  (chance) => number(between(chance, 2, 90), (value) => cell(value, "General", `${value - 1}+1`)),
  () => told(cell("ca 40")),
  () => told(cell("3 av 4")),
  () => told(cell(0.4, "0%")),
  () => told(cell("över 100")),
];

function number(value: number, typed: (value: number) => DeskCell): TypedAnswer {
  return means(typed(value), value);
}

const money: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => number(between(chance, 100, 900), (value) => cell(value)),
  (chance) => number(between(chance, 100, 900), (value) => cell(`${value} tkr`, "@")),
  () => told(cell("1,2 mnkr")),
  () => told(cell("12 dagar")),
];

const days: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => number(TODAY + between(chance, 1, 200), (value) => cell(value, "yyyy-mm-dd")),
  () => means(cell("2026-12-01", "@"), 46_357),
  () => told(cell("till hösten")),
];

const statuses: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => text(chance.pick(["Ej påbörjat", "Pågående", "Försenat", "Genomfört"])),
  () => means(cell("pågår"), "Pågående"),
  () => means(cell("KLART"), "Genomfört"),
  () => told(cell("halvvägs")),
  () => told(cell(3)),
];

const assessments: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => text(chance.pick(["Ingen avvikelse", "Mindre avvikelse", "Större avvikelse", "Ej genomförd"])),
  () => means(cell("inga avvikelser"), "Ingen avvikelse"),
  () => told(cell("mellanstor")),
];

const whole: readonly ((chance: Chance) => TypedAnswer)[] = [
  (chance) => number(between(chance, 1, 50), (value) => cell(value)),
  () => told(cell("tre")),
  () => told(cell(12.5)),
];

const yesNo: readonly ((chance: Chance) => TypedAnswer)[] = [() => text("Ja"), () => means(cell("nej"), "Nej"), () => told(cell(1)), () => told(cell("delvis"))];
const words: readonly ((chance: Chance) => TypedAnswer)[] = [() => text("Mycket bra"), () => text("Det går bättre än förra året, men långsamt")];
const ready: readonly ((chance: Chance) => TypedAnswer)[] = [() => means(cell("Ja"), "tick"), () => means(cell("x"), "tick"), () => number(TODAY - 10, (value) => cell(value, "yyyy-mm-dd")), () => told(cell("snart"))];

/** Something that somebody may type in a cell of a form. */
export function typedAnswer({ register, key }: RowMark, column: string, chance: Chance): TypedAnswer {
  return chance.pick(waysToAnswer(register, key[0] ?? "", column))(chance);
}

function waysToAnswer(register: string, id: string, column: string): readonly ((chance: Chance) => TypedAnswer)[] {
  if (register === "klarmarkering") return ready;
  if (column === "status") return statuses;
  if (column === "bedomning") return assessments;
  if (column === "granskade" || column === "avvikande") return whole;
  if (column === "klartSenast") return days;
  if (register !== "utfall" || column === "kommentar") return comments;
  return { "MÅTT-1": percents, "MÅTT-2": counts, "MÅTT-3": money, "MÅTT-4": yesNo, "MÅTT-5": words }[id] ?? comments;
}
