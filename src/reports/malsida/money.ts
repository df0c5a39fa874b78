import { decimalsOf } from "../../registers/values/formatting.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import { frameTypes, sumMoney, type MoneySum, type Resource } from "../../rules/money/resources.js";
import type { ReportBlock, ReportCell, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { printedText } from "../parts/printedText.js";
import type { UnitNames } from "../parts/unitNames.js";

/** An amount in tkr with the decimals it has, down to the krona. */
export function tkrCell(value: number): Extract<ReportCell, { kind: "number" }> {
  return { kind: "number", value, decimals: Math.min(3, decimalsOf(value)), unit: "tkr" };
}

/** As Östersund prints it: "Varaktig ramjustering SAN: 2 400 tkr", "Ramökning 2024 VON: 350 tkr". */
export function budgetLine({ row: { values }, unit }: Resource): string {
  const { typ, ar, belopp, arsarbetare, beskrivning } = values;
  const posts = arsarbetare === null ? "" : `${printedText({ kind: "number", value: arsarbetare, decimals: decimalsOf(arsarbetare) })} årsarbetare`;
  const amounts = [...(belopp === null ? [] : [printedText(tkrCell(belopp))]), ...(posts === "" ? [] : [posts])];
  const whose = [typ, ...(ar === null ? [] : [String(ar)]), ...(unit === null ? [] : [unit])].join(" ");
  return [`${whose}: ${amounts.length === 0 ? "belopp saknas" : amounts.join(", ")}`, ...(beskrivning === null ? [] : [beskrivning])].join(", ");
}

/** What the committees' frames change by for a goal, and in all. Source: R18. */
export function frameBlocks(goalId: string, resources: readonly Resource[], { units }: Workbook, names: UnitNames): readonly ReportBlock[] {
  const frames = resources.filter(({ row }) => frameTypes.some((typ) => typ === row.values.typ));
  const sums = sumMoney(frames, units);
  if (sums.units.length === 0) return [{ kind: "paragraph", text: "Inga ramjusteringar är registrerade för målet." }];
  const rowOf = (name: string, sum: MoneySum): readonly ReportCell[] => [textCell(name), textCell(ofWhich(sum)), tkrCell(sum.total)];
  return [
    {
      kind: "table",
      id: `ramar:${goalId}`,
      columns: [
        { key: "namnd", header: "Nämnd", align: "left", gridColumn: 0 },
        { key: "varav", header: "Varav", align: "left", gridColumn: 1 },
        { key: "summa", header: "Summa", align: "right", gridColumn: 2 },
      ],
      rows: [...sums.units.map(({ unit, ...sum }) => rowOf(unit === null ? "Utan nämnd" : names(unit), sum)), rowOf("Summa", sums)],
    },
  ];
}

/** "Varaktig ramjustering 2 400 tkr, ramökning 350 tkr" */
function ofWhich({ byType }: MoneySum): string {
  const parts = frameTypes.flatMap((typ) => {
    const sum = byType.get(typ);
    return sum === undefined ? [] : [`${typ} ${printedText(tkrCell(sum))}`];
  });
  return parts.map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(", ");
}

/** What is built or bought for the goal, and by whom. */
export function investmentBlocks(goalId: string, resources: readonly Resource[], { subjects, tree, units }: Workbook, names: UnitNames): readonly ReportBlock[] {
  const investments = resources.filter(({ row }) => row.values.typ === "Investering");
  if (investments.length === 0) return [{ kind: "paragraph", text: "Inga investeringar är registrerade för målet." }];
  const nameOf = ({ row: { values } }: Resource) => values.beskrivning ?? subjects.assignment(values.avser)?.values.uppdrag ?? tree.goal(values.avser)?.values.mal ?? null;
  const table: ReportTable = {
    kind: "table",
    id: `investeringar:${goalId}`,
    columns: [
      { key: "investering", header: "Investering", align: "left", gridColumn: 0 },
      { key: "namnd", header: "Nämnd", align: "left", gridColumn: 1 },
      { key: "belopp", header: "Belopp", align: "right", gridColumn: 2 },
      { key: "ar", header: "År", align: "right", gridColumn: 3 },
    ],
    rows: [
      ...investments.map((investment): readonly ReportCell[] => {
        const { unit, year, row } = investment;
        return [
          textCell(nameOf(investment)),
          textCell(unit === null ? "Utan nämnd" : names(unit)),
          row.values.belopp === null ? { kind: "empty", reason: "Beloppet saknas." } : tkrCell(row.values.belopp),
          // A year is no amount: it has no thousands to part.
          textCell(year === null ? null : String(year)),
        ];
      }),
      ...(investments.length === 1 ? [] : [[textCell("Summa"), textCell(null), tkrCell(sumMoney(investments, units).total), textCell(null)]]),
    ],
  };
  return [table];
}
