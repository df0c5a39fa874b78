// A round of careless managers, with known truth: no answer is lost, and no figure that nobody gave comes in without being told.
import { openSheets } from "../../src/files/openSheets.js";
import { answerContext } from "../../src/round/answerContext.js";
import type { AnswerLine, CollectDecisions } from "../../src/round/answerLines.js";
import { answersIn } from "../../src/round/answersIn.js";
import type { SourceAnswers } from "../../src/round/answers.js";
import { answerTargets, type AnswerTargets } from "../../src/round/answerTargets.js";
import { formsOf } from "../../src/round/forms.js";
import { fingerprint } from "../../src/round/markText.js";
import { mergeAnswers, type MergedAnswers } from "../../src/round/mergeAnswers.js";
import { append } from "../../src/rules/goals/goalTree.js";
import { workbookOf, type Workbook } from "../../src/rules/workbook.js";
import { readStanding } from "../../src/usecases/takeIn/lookAtSheets.js";
import { unitsKnown } from "../../src/usecases/takeIn/unitsKnown.js";
import { seeded } from "../intake/seeded.js";
import { registersInExcel } from "../usecases/inExcel.js";
import { returned, type Returned, type Truth } from "./carelessManagers.js";
import { municipality, T1, T2, TODAY } from "./municipality.js";
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

let workbook: Workbook;
let targets: AnswerTargets;
const rounds = new Map<number, Round>();

beforeAll(async () => {
  const { contents, settings } = await readStanding((await registersInExcel(municipality(UNITS))).port);
  workbook = workbookOf(contents, settings);
  const forms = formsOf(workbook, T2);
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
    if (line.to !== undefined) return line.kind === "conflict" && line.unit === truth.mark.unit && line.to.register === truth.mark.register && line.to.column === truth.column;
    return line.answers.some(({ text }) => oneLine(text) === oneLine(truth.typed));
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

function never(): never {
  throw new Error("The round was not made");
}

test("counts", () => {
  const all = SEEDS.map((seed) => rounds.get(seed) ?? never());
  const truths = all.flatMap(({ sent }) => sent.truths);
  const plain = all.map((round) => round.sent.truths.filter((truth) => truth.means !== "told" && !truth.isElsewhere && !isIn(round, truth)).map((t) => round.sent.files.find((f) => f.name === t.file)?.mishaps.join("+"))).flat();
  const by: Record<string, number> = {};
  for (const p of plain) by[p ?? ""] = (by[p ?? ""] ?? 0) + 1;
  console.log(all.reduce((s, r) => s + r.sent.files.length, 0), truths.length, truths.filter((t) => t.means === "told").length, truths.filter((t) => t.isElsewhere).length, plain.length, by);
  void fingerprint;
});
