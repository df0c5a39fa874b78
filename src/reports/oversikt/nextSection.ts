import { periodLabel } from "../../registers/values/period.js";
import { deadlinesNext, dueNext, type Deadline, type DueNext } from "../../rules/assignments/dueNext.js";
import type { ReportBlock, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { countTable, type Count } from "./countTable.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";

type Kind = "Utfall" | "Uppföljning" | "Kontroller" | "Rapporter";
interface Due {
  readonly kind: Kind;
  readonly unit: string | null;
}

/** What is to be reported for the next period, by who owes it, and what is to be done by then. */
export function nextSection(input: OverviewInput): OverviewSection | undefined {
  const { workbook, groups } = input;
  const next = dueNext(workbook, input);
  const due = duesOf(next);
  const deadlines = deadlinesNext(workbook, input);
  if (due.length + deadlines.length + next.toCarryOn.length === 0) return undefined;
  const label = periodLabel(next.period);
  const kinds = KINDS.filter(({ kind }) => due.some((one) => one.kind === kind));
  const count: Count<Due> = {
    id: "nasta-period", caption: `Att redovisa för ${label}`, by: groups.header, what: "Summa", groups: groups.of(due, ({ unit }) => unit),
    words: kinds.map(({ kind, header }) => ({ word: kind, header })), wordOf: ({ kind }) => kind,
  };
  return {
    name: `Nästa period, ${label}`,
    told: inWords(next, due, deadlines, label),
    blocks: [
      sectionHeading(`Nästa period, ${label}`, "nasta-period"),
      ...(due.length === 0 ? [] : [countTable(count)]),
      ...(deadlines.length === 0 ? [] : [deadlineTable(deadlines, workbook, label)]),
      ...carryOnNote(next),
    ],
  };
}

const KINDS: readonly { readonly kind: Kind; readonly header: string; readonly one: string; readonly several: string }[] = [
  { kind: "Utfall", header: "Utfall", one: "utfall", several: "utfall" },
  { kind: "Uppföljning", header: "Uppföljning", one: "uppföljning", several: "uppföljningar" },
  { kind: "Kontroller", header: "Kontroller", one: "kontrolluppföljning", several: "kontrolluppföljningar" },
  { kind: "Rapporter", header: "Rapporter", one: "rapport", several: "rapporter" },
];

function duesOf({ outcomes, followUps, controls, signOffs }: DueNext): readonly Due[] {
  const of = (kind: Kind, units: readonly (string | null)[]) => units.map((unit): Due => ({ kind, unit }));
  return [...of("Utfall", outcomes), ...of("Uppföljning", followUps), ...of("Kontroller", controls), ...of("Rapporter", signOffs)];
}

function inWords({ toCarryOn }: DueNext, due: readonly Due[], deadlines: readonly Deadline[], label: string): string {
  const parts = KINDS.flatMap(({ kind, one, several }) => {
    const number = due.filter((other) => other.kind === kind).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : several}`];
  });
  return [
    ...(parts.length === 0 ? [] : [`${parts.join(", ")} att redovisa.`]),
    ...(deadlines.length === 0 ? [] : [`${deadlines.length} uppdrag och aktiviteter ska vara klara under ${label}.`]),
    ...(toCarryOn.length === 0 ? [] : [`${toCarryOn.length} uppdrag är inte avslutade när året tar slut.`]),
  ].join(" ");
}

function deadlineTable(deadlines: readonly Deadline[], { subjects }: OverviewInput["workbook"], label: string): ReportTable {
  return {
    kind: "table", id: "klart-nasta-period", caption: `Ska vara klart under ${label}`,
    columns: [
      { key: "text", header: "Uppdrag eller aktivitet", align: "left", gridColumn: 0 },
      { key: "sort", header: "Sort", align: "left", gridColumn: 1 },
      { key: "enhet", header: "Ansvarig", align: "left", gridColumn: 2 },
      { key: "dag", header: "Senast", align: "right", gridColumn: 3 },
    ],
    rows: deadlines.map((deadline) => [
      textCell(deadline.kind === "assignment" ? deadline.row.values.uppdrag : deadline.row.values.aktivitet),
      textCell(deadline.kind === "assignment" ? "Uppdrag" : "Aktivitet"),
      textCell(subjects.ownerOf(deadline)),
      { kind: "date", value: deadline.day },
    ]),
  };
}

function carryOnNote({ toCarryOn }: DueNext): readonly ReportBlock[] {
  if (toCarryOn.length === 0) return [];
  const texts = toCarryOn.map(({ values }) => values.uppdrag).join("; ");
  return [{ kind: "note", text: `Uppdrag som inte är avslutade när året tar slut, och som Ny period frågar om: ${texts}` }];
}
