import { addressText, columnLetters } from "../registers/address.js";
import { dayText } from "../registers/values/formatting.js";
import { collectAndTell } from "../usecases/round/collect.js";
import type { AnswerKind, AnswerLine, AnswerPlace, Collected, CollectPreview, UnitAnswers } from "../usecases/round/collectPreview.js";
import { answerFiles, type AnswerFiles } from "./answerFiles.js";
import type { Command } from "./arguments.js";
import { counted, hostToJson } from "./printing.js";
import type { Terminal } from "./terminal.js";
import { openWorkbookFile } from "./workbookFile.js";

type CollectCommand = Extract<Command, { name: "collect" }>;

/** Takes in the answers of returned files. Exit code 1 when something waits for a decision, or could not be taken in; what could has then been. */
export async function collect(command: CollectCommand, terminal: Terminal): Promise<number> {
  terminal.progress?.("Läser arbetsboken …");
  const files = await answerFiles(command.paths, [command.workbook, command.out]);
  const file = await openWorkbookFile(command.workbook);
  const work = {
    onCount: (done: number, of: number) => terminal.progress?.(`Läser svaren, ${done} av ${of} …`),
    onStep: (step: "reading" | "checking" | "writing") => { if (step === "writing") terminal.progress?.("Skriver i registren …"); },
  };
  const rule = command.prefer === undefined ? {} : { rule: command.prefer };
  const { preview, collected } = await collectAndTell(file.port, files.sources, { today: terminal.today, period: command.period }, rule, work);
  terminal.progress?.("Sparar …");
  await file.saveAs(command.out);
  terminal.progress?.("");
  if (command.json) terminal.out(JSON.stringify({ ...preview, lines: preview.lines.map(lineToJson), ...collected, skipped: files.skipped, host: hostToJson(file) }));
  else print(preview, collected, files, command, terminal);
  const isLeft = preview.lines.some(({ kind }) => NOT_TAKEN.has(kind)) || collected.undecided > 0;
  return isLeft ? 1 : 0;
}

/** What somebody has to look at, for the answers are not in. */
const NOT_TAKEN: ReadonlySet<AnswerKind> = new Set(["unreadable", "otherPeriod", "notOurs", "unknownRow"]);

const KINDS: Readonly<Record<AnswerKind, readonly [one: string, many: string]>> = {
  new: ["nytt", "nya"], changed: ["ändrat", "ändrade"], conflict: ["krock", "krockar"], unreadable: ["oläsligt", "oläsliga"], otherPeriod: ["annan period", "andra perioder"],
  notOurs: ["främmande", "främmande"], unknownRow: ["okänd rad", "okända rader"], lateReady: ["klar för sent", "klara för sent"],
};

function print({ period, files, units, lines }: CollectPreview, { written, kept, undecided }: Collected, { skipped }: AnswerFiles, command: CollectCommand, terminal: Terminal): void {
  const silent = units.filter(({ sources }) => sources.length === 0);
  for (const unit of units.filter(({ sources }) => sources.length > 0)) {
    terminal.out(unitText(unit));
    for (const line of lines.filter((each) => each.unit === unit.unit && each.kind !== "new")) terminal.out(`  ${lineText(line)}`);
  }
  const known = new Set(units.filter(({ sources }) => sources.length > 0).map(({ unit }) => unit));
  const others = lines.filter(({ unit }) => !known.has(unit));
  if (others.length > 0) terminal.out("Hör inte till någon enhet som har svarat:");
  for (const line of others) terminal.out(`  ${lineText(line)}`);
  for (const { name, why } of skipped) terminal.out(`${name} har inte lästs: ${why}.`);
  if (silent.length > 0) terminal.out(`Har inte svarat: ${silent.map(({ unit, name }) => `${unit} ${name}`).join(", ")}.`);
  terminal.out(
    [
      `${counted(files, "fil", "filer")} för ${period}.`,
      `${counted(written, "svar är inskrivet", "svar är inskrivna")} i ${command.out}.`,
      ...(kept === 0 ? [] : [`${counted(kept, "krock lämnade", "krockar lämnade")} registret som det stod.`]),
      ...(undecided === 0 ? [] : [`${counted(undecided, "krock är inte avgjord", "krockar är inte avgjorda")}: rätta i registret, eller välj --prefer newest eller --prefer existing.`]),
    ].join(" "),
  );
}

function unitText({ unit, name, asked, answered, ready, counts }: UnitAnswers): string {
  const kinds = Object.entries(KINDS).flatMap(([kind, [one, many]]) => {
    const count = Object.entries(counts).find(([key]) => key === kind)?.[1] ?? 0;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  const done = `${answered} av ${asked} besvarade, ${ready === null ? "inte markerad klar" : `klar ${dayText(ready)}`}`;
  return `${unit} ${name}: ${[done, ...kinds].join(", ")}`;
}

function lineText({ kind, to, standing, answers, message }: AnswerLine): string {
  const where = to === undefined ? "" : ` ${to.key}, ${to.header}${to.at === null ? "" : ` (${addressText(to.at)})`}:`;
  const stands = standing === "" ? "" : ` i registret ${quoted(standing)};`;
  const said = answers.map(({ text, from }) => `${text === "" ? "" : `${quoted(text)} i `}${placeText(from)}`).join("; ");
  return `${KINDS[kind][0].toUpperCase()}${where}${stands} ${said}. ${message.sv}`.replace(/\s+/gu, " ");
}

function placeText({ file, at }: AnswerPlace): string {
  const cell = at.sheet === "" ? "" : ` bladet ${at.sheet}, ${columnLetters(at.column)}${at.row + 1}`;
  return `${file}${cell}`.trim();
}

const LONGEST = 60;
const quoted = (text: string) => `”${text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text}”`;

function lineToJson({ id, kind, unit, to, standing, answers, message }: AnswerLine) {
  return {
    id, kind, unit,
    register: to?.register ?? null, key: to?.key ?? null, column: to?.header ?? null, address: to === undefined || to.at === null ? null : addressText(to.at),
    standing,
    answers: answers.map(({ text, from: { file, at } }) => ({ text, file, sheet: at.sheet, cell: `${columnLetters(at.column)}${at.row + 1}` })),
    message: message.sv,
  };
}
