// A round of careless managers, with known truth: no answer is lost, and no figure that nobody gave comes in without being told.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSheets } from "../../src/files/openSheets.js";
import { answerContext } from "../../src/round/answerContext.js";
import type { AnswerLine, CollectDecisions } from "../../src/round/answerLines.js";
import { answersIn } from "../../src/round/answersIn.js";
import type { SourceAnswers } from "../../src/round/answers.js";
import { answerTargets, type AnswerTargets } from "../../src/round/answerTargets.js";
import { formsOf } from "../../src/round/forms.js";
import { mergeAnswers, type MergedAnswers } from "../../src/round/mergeAnswers.js";
import type { Form } from "../../src/round/form.js";
import { layOutForm } from "../../src/round/layOutForm.js";
import { append } from "../../src/rules/goals/goalTree.js";
import { workbookOf, type Workbook } from "../../src/rules/workbook.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { collectAnswers } from "../../src/usecases/round/collect.js";
import type { AnswerSource } from "../../src/usecases/round/collectPreview.js";
import { readStanding } from "../../src/usecases/takeIn/lookAtSheets.js";
import { unitsKnown } from "../../src/usecases/takeIn/unitsKnown.js";
import { seeded } from "../intake/seeded.js";
import { inExcel, registersInExcel } from "../usecases/inExcel.js";
import { mishapNames, returned, type Returned, type Truth } from "./carelessManagers.js";
import { municipality, T1, T2, TODAY } from "./municipality.js";
import { saved, SheetOnDesk, textOf } from "./sheetOnDesk.js";
import { plainly } from "./typedAnswers.js";

jest.setTimeout(120_000);

const SEEDS = [1, 2, 3, 4, 5, 6, 7];
const UNITS = 30;
const ROUND = { workbook: "prov-1", period: "T2 2026" };

interface Round {
  readonly sent: Returned;
  readonly sources: readonly SourceAnswers[];
  readonly merged: MergedAnswers;
  /** What is brought, by cell of a register; what is told, by file. */
  readonly accepted: ReadonlyMap<string, MergedAnswers["accepted"]>;
  readonly linesOfFile: ReadonlyMap<string, readonly AnswerLine[]>;
}

let registers: Uint8Array;
let workbook: Workbook;
let asked: readonly Form[];
let targets: AnswerTargets;
const rounds = new Map<number, Round>();

beforeAll(async () => {
  const made = await registersInExcel({ ...municipality(UNITS), installningar: [...(municipality(1).installningar ?? []), { nyckel: "arbetsboks-id", varde: ROUND.workbook, forklaring: null }] });
  registers = made.excel.save();
  const { contents, settings } = await readStanding(made.port);
  workbook = workbookOf(contents, settings);
  const forms = formsOf(workbook, T2);
  asked = forms.forms;
  targets = answerTargets(workbook, forms, ROUND.workbook, ROUND.period);
  const lastForms = formsOf(workbook, T1).forms;
  for (const seed of SEEDS) {
    const chance = seeded(seed);
    const sent = returned(forms.forms, forms.forms.map(({ unit }) => lastForms.find((last) => last.unit === unit)).flatMap((form) => form ?? []), ROUND.workbook, chance);
    const sources = sent.files.map(read);
    const merged = merge(sources);
    const accepted = new Map<string, MergedAnswers["accepted"][number][]>();
    for (const each of merged.accepted) append(accepted, cellOf(each.target.register, each.target.identity, each.column), each);
    const linesOfFile = new Map<string, AnswerLine[]>();
    for (const line of merged.lines) for (const file of new Set(line.answers.map(({ from }) => from.file))) append(linesOfFile, file, line);
    rounds.set(seed, { sent, sources, merged, accepted, linesOfFile });
  }
});

function read({ name, bytes }: Returned["files"][number]): SourceAnswers {
  const opened = openSheets(name, bytes);
  const file = { file: name, modified: null, forms: [], answers: [] };
  if (opened.kind === "refused") return { ...file, notOurs: [], unread: [{ unit: "", period: null, workbook: null, at: { sheet: "", row: 0, column: 0 }, text: "", message: opened.text }] };
  return answersIn({ file: name, modified: opened.modified, grids: opened.grids }, answerContext(workbook, unitsKnown(workbook.contents), TODAY), targets.asked);
}

function merge(sources: readonly SourceAnswers[], decisions: CollectDecisions = {}): MergedAnswers {
  return mergeAnswers(sources, targets, ROUND, decisions);
}

const cellOf = (register: string, identity: string, column: string) => JSON.stringify([register, identity, column]);

const cellsOfTruths = new Map<Truth, string>();

function cellOfTruth(truth: Truth): string {
  const cell = cellsOfTruths.get(truth) ?? cellOf(truth.mark.register, targets.identity(truth.mark.register, truth.mark.key), truth.column);
  cellsOfTruths.set(truth, cell);
  return cell;
}

/** Whether the register is given what the manager meant; a tick is given a day. */
function isIn({ accepted }: Round, truth: Truth): boolean {
  return (accepted.get(cellOfTruth(truth)) ?? []).some(({ given: { answer } }) => (truth.means === "tick" ? answer.isTick : plainly(answer.value) === truth.means));
}

const oneLine = (text: string) => text.trim().replace(/\s+/gu, " ");

/** Whether somebody is told of the answer: of its cell, of the very text in its file, or of the whole form or file. */
function isTold({ linesOfFile }: Round, truth: Truth): boolean {
  return (linesOfFile.get(truth.file) ?? []).some((line) => {
    if (truth.isElsewhere) return line.kind === "otherPeriod" || line.kind === "notOurs";
    if (line.kind === "conflict") return line.unit === truth.mark.unit && line.to?.register === truth.mark.register && line.to.column === truth.column;
    return line.kind !== "new" && line.kind !== "changed" && line.answers.some(({ text }) => oneLine(text) === oneLine(truth.typed));
  });
}

test("no answer is lost: each is on its way to the register, or is told of", () => {
  const lost = SEEDS.flatMap((seed) => {
    const round = rounds.get(seed) ?? never();
    const { sent } = round;
    const known = (truth: Truth) => (truth.means !== "told" && !truth.isElsewhere && isIn(round, truth)) || isTold(round, truth);
    return sent.truths.filter((truth) => !known(truth)).map((truth) => ({ seed, mishaps: sent.files.find(({ name }) => name === truth.file)?.mishaps, ...truth }));
  });
  expect(lost).toEqual([]);
});

test("no wrong figure comes in: what is brought to a register is what its manager gave there", () => {
  const wrong = SEEDS.flatMap((seed) => {
    const { sent, merged } = rounds.get(seed) ?? never();
    return merged.accepted.flatMap(({ target, column, given: { answer, source } }) => {
      const truth = sent.truths.find((each) => (each.file === source.file || `Kopia av ${each.file}` === source.file) && cellOfTruth(each) === cellOf(target.register, target.identity, column));
      const isRight = truth !== undefined && !truth.isElsewhere && (truth.means === "tick" ? answer.isTick : plainly(answer.value) === truth.means);
      return isRight ? [] : [{ seed, key: target.key, column, brought: plainly(answer.value), truth, mishaps: sent.files.find(({ name }) => name === source.file)?.mishaps }];
    });
  });
  expect(wrong).toEqual([]);
});

test("whatever somebody wrote where nothing was asked is told of", () => {
  const lost = SEEDS.flatMap((seed) => {
    const { sent, merged } = rounds.get(seed) ?? never();
    return sent.remarks.filter(({ file, text }) => !merged.lines.some(({ answers }) => answers.some((answer) => answer.from.file === file && answer.text === text))).map((remark) => ({ seed, ...remark }));
  });
  expect(lost).toEqual([]);
});

test("the order that files come in does not matter", () => {
  const { sources, merged } = rounds.get(1) ?? never();
  const other = merge([...sources].reverse());
  expect(other.lines).toEqual(merged.lines);
  const brought = ({ accepted }: MergedAnswers) => accepted.map(({ target, column, given }) => [cellOf(target.register, target.identity, column), given.says]).sort();
  expect(brought(other)).toEqual(brought(merged));
});

test("what is brought stands in the registers afterwards with where it came from, and the same files once more change nothing", async () => {
  const { sent, sources: read } = rounds.get(2) ?? never();
  // A third of them is enough to see what Excel does with them.
  const files = sent.files.slice(0, 10);
  const merged = merge(read.slice(0, 10));
  const { port } = inExcel(openXlsx(registers));
  const sources = files.map(({ name, bytes }): AnswerSource => ({ kind: "file", name, read: () => Promise.resolve(bytes) }));
  expect(await collectAnswers(port, sources, { today: TODAY }, {})).toEqual({ written: merged.accepted.length, kept: 0, undecided: merged.undecided });
  const { contents, settings } = await readStanding(port);
  const after = answerTargets(workbookOf(contents, settings), formsOf(workbook, T2), ROUND.workbook, ROUND.period);
  const other = merged.accepted.filter(({ column, given }) => {
    const standing = after.find(given.answer.mark)?.standing(column);
    // What a measure in words says is text in a column of numbers.
    return plainly(standing?.value) !== plainly(given.answer.value) && standing?.text !== plainly(given.answer.value);
  });
  expect(other.map(({ target, column }) => [target.key, column])).toEqual([]);
  const rowsWithOrigin = new Set(contents.ursprung?.rows.map(({ values: { register, rad } }) => JSON.stringify([register, rad])));
  expect(rowsWithOrigin.size).toBe(new Set(merged.accepted.map(({ target }) => JSON.stringify([target.register, target.identity]))).size);
  expect(await collectAnswers(port, sources, { today: TODAY }, {})).toEqual({ written: 0, kept: 0, undecided: merged.undecided });
});

test("the figures that docs/round.md tells are these", () => {
  const all = SEEDS.map((seed) => rounds.get(seed) ?? never());
  const truths = all.flatMap((round) => round.sent.truths.map((truth) => ({ truth, isIn: isIn(round, truth) })));
  const count = (is: (truth: Truth, isIn: boolean) => boolean) => truths.filter((each) => is(each.truth, each.isIn)).length;
  const figures = {
    files: all.reduce((sum, { sent }) => sum + sent.files.length, 0),
    answers: truths.length,
    written: count((truth, here) => !truth.isElsewhere && truth.means !== "told" && here),
    "unclear, told": count((truth) => !truth.isElsewhere && truth.means === "told"),
    "on sheets of another round, told": count((truth) => truth.isElsewhere),
    "clear but only told": count((truth, here) => !truth.isElsewhere && truth.means !== "told" && !here),
    "remarks, told": all.reduce((sum, { sent }) => sum + sent.remarks.length, 0),
  };
  const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`).join(", ");
  const page = readFileSync(join(__dirname, "..", "..", "docs", "round.md"), "utf8");
  if (!page.includes(told)) throw new Error(`docs/round.md should say: ${told}`);
  // Each is tried: a kind of carelessness that chance never picks proves nothing.
  const tried = new Set(all.flatMap(({ sent }) => sent.files.flatMap(({ mishaps }) => mishaps)));
  expect(mishapNames.filter((name) => !tried.has(name))).toEqual([]);
});

function never(): never {
  throw new Error("The round was not made");
}

/** The form of the unit with this place in Enheter, with one answer: 400 tkr. */
function desk(unit: number): SheetOnDesk {
  const form = asked.find((each) => each.unit === `E0${unit}`) ?? never();
  const sheet = new SheetOnDesk(layOutForm(form, { workbook: ROUND.workbook, kommun: "" }), "Svar");
  const cost = sheet.rows().find(({ mark }) => mark.key[0] === "MÅTT-3") ?? never();
  sheet.at(cost.row, cost.places.get("utfall") ?? 0).value = 400;
  return sheet;
}

const linesOf = (...sheets: readonly SheetOnDesk[]) => merge([read({ name: "svar.xlsx", bytes: saved(sheets, "2026-09-09T08:00:00Z"), mishaps: [] })]).lines.map(({ kind, unit, answers }) => [kind, unit, answers[0]?.text]);

test("two forms under each other on one sheet answer each for their unit", () => {
  const both = desk(2);
  both.cells.push(...desk(3).cells);
  expect(linesOf(both)).toEqual([["new", "E02", "400"], ["new", "E03", "400"]]);
});

test("a sheet without the column of marks is known by what it shows, and without its title by nothing: what is filled in is then told", () => {
  const bare = desk(2);
  bare.deleteColumn(0);
  expect(linesOf(bare)).toEqual([["new", "E02", "400"]]);
  bare.deleteRow(0);
  expect(linesOf(bare)).toEqual([["unreadable", "", "400"]]);
});

test("a sheet without any marks is told as a whole, and so is one that a later version has made", () => {
  const bare = desk(2);
  bare.deleteColumn(0);
  for (let row = bare.cells.length - 1; row >= 0; row--) if (bare.cells[row]?.some(({ value }) => textOf(value).startsWith("måltavla:")) === true) bare.deleteRow(row);
  expect(linesOf(bare)).toEqual([["notOurs", "", ""]]);
  const later = desk(2);
  for (const { row } of later.rows()) later.at(row, 0).value = later.text(row, 0).replace("[1,", "[2,");
  expect(linesOf(later)).toEqual([["notOurs", "", ""]]);
});

test("a row whose mark is spoilt is told, and the others come in", () => {
  const spoilt = desk(2);
  const cost = spoilt.rows().find(({ mark }) => mark.key[0] === "MÅTT-3") ?? never();
  spoilt.at(cost.row, 0).value = spoilt.text(cost.row, 0).slice(0, 30);
  const visits = spoilt.rows().find(({ mark }) => mark.key[0] === "MÅTT-2") ?? never();
  spoilt.at(visits.row, visits.places.get("utfall") ?? 0).value = 12;
  expect(linesOf(spoilt)).toEqual(expect.arrayContaining([["new", "E02", "12"], ["unreadable", "E02", "400"]]));
});
