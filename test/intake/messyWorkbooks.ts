import { parsePeriod, periodLabel } from "../../src/registers/values/period.js";
import type { ColumnValue } from "../../src/registers/schema.js";
import type { Quantity } from "../../src/registers/values/quantity.js";
import type { RegisterKey } from "../../src/registers/registers.js";
import { createXlsx, type Scalar, type Sheet, type Workbook } from "../../src/xlsx/index.js";
import { seeded, type Chance } from "./seeded.js";
import type { TrueColumn, TrueRow, TrueValue, Truth } from "./truth.js";

export interface MessyWorkbook {
  readonly name: string;
  readonly workbook: Workbook;
  readonly truth: Truth;
}

export const messyUnits = [
  { kod: "KS", namn: "Kommunstyrelsen" }, { kod: "SN", namn: "Socialnämnden" }, { kod: "BUN", namn: "Barn- och utbildningsnämnden" },
  { kod: "VON", namn: "Vård- och omsorgsnämnden" }, { kod: "TN", namn: "Tekniska nämnden" },
] as const;

/** What somebody typed, how it was formatted, and what it is. `undefined` in `truth`: the cell is empty. */
interface Typed {
  readonly value: Scalar;
  readonly format?: string;
  readonly formula?: string;
  readonly truth: ColumnValue | null | undefined;
}

interface MadeColumn {
  /** "register.key"; "@T1 2019" after it for a period in the header; `null` for a column no register has. */
  readonly target: string | null;
  readonly headers: readonly string[];
  /** The upper of two header lines, shared with neighbours that have the same. */
  readonly over?: string;
  readonly cells: readonly Typed[];
  readonly group?: "merged" | "blank";
}

const blank: Typed = { value: null, truth: undefined };

const measures = [
  "Andel elever som är behöriga till gymnasiet", "Nöjd Region-Index", "Antal deltagare i daglig verksamhet", "Andel nöjda brukare i hemtjänsten", "Sjukfrånvaro bland medarbetare",
  "Väntetid till särskilt boende", "Andel ekologiska livsmedel", "Invånare per anställd läkare", "Andel fossilfria fordon", "Kostnad per elev i grundskolan", "Antal anmälda skador", "Andel trygga invånare",
] as const;
const assignments = [
  "Ta fram en plan för trygga skolvägar", "Utred möjligheten att samordna bilparken", "Minska matsvinnet i kommunens kök", "Se över avgifterna för trygghetslarm", "Inför digital signering av beslut",
  "Stärk stödet till anhöriga", "Utveckla samverkan med föreningslivet", "Kartlägg lediga lokaler", "Ta fram riktlinjer för sociala medier", "Förbättra tillgängligheten på badplatser", "Pröva språkstöd på arbetsplatser",
] as const;
const activities = [
  "Utbilda ombud på varje enhet", "Informera om rutinen på arbetsplatsträffar", "Skicka ut enkät till anhöriga", "Byta belysning vid entréer", "Följa upp genomförandeplaner", "Starta nätverk för handledare",
  "Öppet hus på träffpunkten", "Gå igenom behörigheter i systemet", "Ta fram lathund för ombokning",
] as const;
const risks = [
  "Felaktiga utbetalningar", "Avtal löper ut utan att det märks", "Obehöriga kommer åt uppgifter", "Delegationsbeslut anmäls inte", "Fakturor betalas för sent", "Brister i upphandling", "Loggar följs inte upp", "Jäv vid beslut",
] as const;
const remarks = ["Arbetet går enligt plan.", "Inväntar svar från regionen,\nåterkommer i nästa uppföljning.", "Klart i maj. 12 av 14 enheter är med.", "Se även protokoll § 45.", "Personalbrist under våren har försenat starten.", "Bra resultat 😊", "- Start i augusti"] as const;

function percentOf(value: number): Quantity {
  return { kind: "number", value, percent: "format", bound: null, unit: null, fromText: false };
}

function numberOf(value: number): Quantity {
  return { kind: "number", value, percent: "none", bound: null, unit: null, fromText: false };
}

function sv(value: number): string {
  return String(value).replace(".", ",");
}

function grouped(value: number, space: string): string {
  const [whole = "", decimals] = String(value).split(".");
  return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, space)}${decimals === undefined ? "" : `,${decimals}`}`;
}

/** A percentage as people type it. `bare`: the header or unit says percent, and the number stands alone. */
function percentTyped(chance: Chance, bare: boolean): Typed {
  const tenths = 20 + chance.below(970);
  const fraction = tenths / 1000;
  const printed = tenths / 10;
  const truth = percentOf(fraction);
  if (chance.happens(0.06)) return oddAmount(chance);
  if (bare) return chance.happens(0.8) ? { value: printed, truth } : { value: `${sv(printed)} %`, truth };
  return chance.pick<Typed>([
    { value: fraction, format: "0.0%", truth }, { value: fraction, format: "0%", truth }, { value: `${sv(printed)} %`, truth }, { value: `${sv(printed)}%`, truth }, { value: `${printed} %`, truth: printed === Math.round(printed) || /\.\d$/u.test(String(printed)) ? truth : null },
    { value: `${sv(printed)} procent`, truth }, { value: printed, format: '0.0" %"', truth }, { value: `\u00A0${sv(printed)}\u00A0%`, truth },
  ]);
}

function countTyped(chance: Chance, unit: string | null): Typed {
  const value = chance.happens(0.5) ? 12 + chance.below(900) : 1000 + chance.below(90_000);
  const truth = numberOf(value);
  if (chance.happens(0.06)) return oddAmount(chance);
  return chance.pick<Typed>([
    { value, truth }, { value, format: "#,##0", truth }, { value: grouped(value, " "), truth }, { value: grouped(value, "\u00A0"), truth }, { value: grouped(value, "\u2009"), truth },
    ...(unit === null ? [] : [{ value: `${grouped(value, " ")} ${unit}`, truth }]), { value, formula: `${value - 2}+2`, truth },
  ]);
}

function oddAmount(chance: Chance): Typed {
  return chance.pick<Typed>([
    { value: { error: "#N/A" }, truth: null }, { value: "se bilaga", truth: null }, { value: "ca 5 %", truth: null }, { value: { error: "#DIV/0!" }, formula: "1/0", truth: null }, { value: "3 av 4", truth: null }, blank,
    { value: "-", truth: { kind: "notMeasured", typed: "-" } }, { value: "Ej mätt", truth: { kind: "notMeasured", typed: "Ej mätt" } }, { value: "..", truth: { kind: "notMeasured", typed: ".." } },
  ]);
}

/** A date as people type it, in 2019. */
function dateTyped(chance: Chance): Typed {
  const serial = 43_466 + chance.below(360);
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  const iso = day.toISOString().slice(0, 10);
  const months = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
  const month = months[day.getUTCMonth()] ?? "";
  if (chance.happens(0.05)) return chance.pick<Typed>([{ value: "våren", truth: null }, { value: "2019-02-30", truth: null }, { value: "3/4/2019", truth: null }]);
  return chance.pick<Typed>([
    { value: serial, format: "yyyy-mm-dd", truth: serial }, { value: serial, format: "d/m/yy", truth: serial }, { value: iso, truth: serial }, { value: `${iso}.`, truth: serial }, { value: iso.replaceAll("-", "."), truth: serial },
    { value: `${day.getUTCDate()} ${month} 2019`, truth: serial }, { value: `${day.getUTCDate()} ${month.slice(0, 3)} 2019`, truth: serial },
  ]);
}

function text(value: string | null): Typed {
  return value === null ? blank : { value, truth: value };
}

function remark(chance: Chance): Typed {
  return chance.happens(0.2) ? blank : text(chance.pick(remarks));
}

function assignmentStatus(chance: Chance): Typed {
  return chance.pick<Typed>([
    { value: "Pågående", truth: "Pågående" }, { value: "pågår", truth: "Pågående" }, { value: "Genomfört", truth: "Genomfört" }, { value: "Klart", truth: "Genomfört" }, { value: "KLAR", truth: "Genomfört" },
    { value: "Ej påbörjat", truth: "Ej påbörjat" }, { value: "ej  påbörjad", truth: "Ej påbörjat" }, { value: "Försenat ", truth: "Försenat" }, { value: "Genomfrt", truth: null }, { value: "Nästan klart", truth: "Nästan genomfört" }, blank, { value: "?", truth: null },
  ]);
}

function unitTyped(chance: Chance, unit: (typeof messyUnits)[number]): Typed {
  return { value: chance.pick([unit.kod, unit.namn, unit.namn.toLowerCase(), `${unit.namn} (${unit.kod})`, `${unit.namn} `]), truth: unit.kod };
}

/** A letter lost, doubled or swapped inside a long word. */
function misspelt(word: string, chance: Chance): string {
  if (word.length < 7) return word;
  const at = 2 + chance.below(word.length - 4);
  return chance.pick([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + (word[at] ?? "") + word.slice(at), word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2)]);
}

function headerAsTyped(column: MadeColumn, chance: Chance): string {
  const header = chance.pick(column.headers);
  if (header === "" || /\d/u.test(header)) return header;
  return chance.pick([header, header, header, header.toUpperCase(), `${header}:`, ` ${header}`, `${header}*`, misspelt(header, chance), header.replace("målvärde", "mål-\nvärde").replace(" ", "\n")]);
}

function extraColumn(chance: Chance, count: number): MadeColumn {
  const header = chance.pick(["Handläggare", "Dnr KS", "Prognos helår tkr", "Fråga till controller", "Bilaga", "x"]);
  return { target: null, headers: [header], cells: Array.from({ length: count }, () => (chance.happens(0.5) ? blank : { value: chance.pick(["ja", "se flik", 12, "§ 4"]), truth: undefined })) };
}

interface Placing {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
  readonly titles: readonly string[];
  readonly twoLines: boolean;
  readonly headings: readonly (string | undefined)[];
}

function put(sheet: Sheet, row: number, column: number, { value, format, formula }: Typed): void {
  if (value === null && formula === undefined) return;
  sheet.setCell(row, column, { value, ...(formula === undefined ? {} : { formula }) });
  if (format !== undefined) sheet.applyFormat({ row, column, rows: 1, columns: 1 }, { numberFormat: format });
}

/** Where each row of data was laid, and the columns that say what they are. */
interface Laid {
  readonly rows: readonly number[];
  readonly columns: readonly TrueColumn[];
  readonly columnOf: (target: string) => number;
  readonly bottom: number;
}

function lay(columns: readonly MadeColumn[], count: number, { sheet, top, left, titles, twoLines, headings }: Placing, chance: Chance): Laid {
  let row = top;
  for (const title of titles) put(sheet, row++, left, { value: title, truth: undefined });
  if (titles.length > 0 && chance.happens(0.7)) row += 1 + chance.below(2);
  const typed = columns.map((column) => headerAsTyped(column, chance));
  const headerRow = twoLines ? row + 1 : row;
  for (const [index, column] of columns.entries()) {
    const header = typed[index] ?? "";
    if (!twoLines) put(sheet, row, left + index, { value: [column.over, header].filter((part) => part !== undefined && part !== "").join(" "), truth: undefined });
    else if (column.over !== undefined) {
      if (columns[index - 1]?.over !== column.over) {
        put(sheet, row, left + index, { value: column.over, truth: undefined });
        const more = columns.slice(index).findIndex(({ over }) => over !== column.over);
        const wide = more < 0 ? columns.length - index : more;
        if (wide > 1 && chance.happens(0.7)) sheet.merge({ row, column: left + index, rows: 1, columns: wide });
      }
      put(sheet, row + 1, left + index, { value: /^\d{4}$/u.test(header) && chance.happens(0.5) ? Number(header) : header, truth: undefined });
    } else if (chance.happens(0.5)) {
      put(sheet, row, left + index, { value: header, truth: undefined });
      sheet.merge({ row, column: left + index, rows: 2, columns: 1 });
    } else put(sheet, row + 1, left + index, { value: header, truth: undefined });
  }
  row = headerRow + 1;
  const rows: number[] = [];
  const repeatAt = !twoLines && count > 6 && chance.happens(0.25) ? 4 : -1;
  const blankAt = chance.happens(0.2) ? 3 : -1;
  for (let index = 0; index < count; index++) {
    const heading = headings[index];
    if (heading !== undefined) {
      if (chance.happens(0.3) && index > 0) row += 1;
      put(sheet, row, left, { value: heading, truth: undefined });
      if (chance.happens(0.6)) sheet.merge({ row, column: left, rows: 1, columns: columns.length });
      row += 1;
    } else if (index === blankAt && headings.every((one) => one === undefined) && columns.every(({ group }) => group === undefined)) row += 1;
    if (index === repeatAt && columns.every(({ group }) => group === undefined)) {
      for (const [place, column] of columns.entries()) put(sheet, row, left + place, { value: [column.over, typed[place]].filter((part) => part !== undefined && part !== "").join(" "), truth: undefined });
      row += 1;
    }
    rows.push(row++);
  }
  for (const [place, column] of columns.entries()) {
    for (const [index, cell] of column.cells.entries()) {
      const at = rows[index];
      if (at === undefined) continue;
      const isFirst = index === 0 || column.cells[index - 1]?.truth !== cell.truth;
      if (column.group === undefined || isFirst) put(sheet, at, left + place, cell);
      if (column.group === "merged" && isFirst) {
        let last = index;
        while (last + 1 < column.cells.length && column.cells[last + 1]?.truth === cell.truth) last += 1;
        const end = rows[last];
        if (end !== undefined && end > at) sheet.merge({ row: at, column: left + place, rows: end - at + 1, columns: 1 });
      }
    }
  }
  if (chance.happens(0.4)) {
    const amounts = columns.findIndex(({ target }) => target?.startsWith("utfall.utfall") === true);
    put(sheet, row, left, { value: chance.pick(["Summa", "Totalt", "Genomsnitt"]), truth: undefined });
    if (amounts > 0) put(sheet, row, left + amounts, { value: 4711, truth: undefined });
    row += 1;
  }
  if (chance.happens(0.4)) {
    row += chance.below(2);
    put(sheet, row++, left, { value: chance.pick(["* Siffrorna är preliminära.", "Källa: Kolada och egna system", "Senast uppdaterad 2019-05-02", "Not: omräknat från 2018"]), truth: undefined });
  }
  if (chance.happens(0.3)) put(sheet, headerRow + 2, left + columns.length + 1, { value: "Fråga Eva om de här siffrorna!", truth: undefined });
  const trueColumns = columns.map(({ target }, index): TrueColumn => ({ sheet: sheet.name, column: left + index, headerRow, target }));
  return {
    rows, columns: trueColumns, bottom: row,
    columnOf: (target) => left + Math.max(0, columns.findIndex((column) => column.target === target)),
  };
}

/** The true rows of one register, from the columns that go to it. */
function rowsOf(register: RegisterKey, columns: readonly MadeColumn[], laid: Laid, sheet: Sheet, also: (index: number) => Readonly<Record<string, TrueValue>>, about?: (index: number) => string, period?: string): TrueRow[] {
  return laid.rows.map((row, index): TrueRow => {
    const values: Record<string, TrueValue> = {};
    for (const column of columns) {
      const [name = "", of] = (column.target ?? "").split("@");
      const [own, key] = name.split(".");
      const cell = column.cells[index];
      if (own !== register || key === undefined || cell?.truth === undefined || (period !== undefined && of !== undefined && of !== period)) continue;
      values[key] = { value: cell.truth, source: { row, column: laid.columnOf(column.target ?? "") } };
    }
    return { sheet: sheet.name, row, register, values: { ...values, ...also(index) }, ...(about === undefined ? {} : { about: about(index) }), ...(period === undefined ? {} : { period }) };
  });
}

function some<T>(items: readonly T[], count: number, chance: Chance): T[] {
  const from = chance.below(items.length);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[(from + index) % items.length] ?? chance.pick(items));
}

function typedPeriod(label: string): ColumnValue {
  const period = parsePeriod(label, { rapportering: "tertial", delarTill: "augusti" });
  if (period === null) throw new RangeError(label);
  return period;
}

function place(sheet: Sheet, chance: Chance, titles: readonly string[]): Placing {
  return { sheet, top: chance.below(4), left: chance.below(3), titles, twoLines: false, headings: [] };
}

/** Measures with years or tertials across, as they are kept for an annual report. */
function measuresAcross(sheet: Sheet, chance: Chance): Truth {
  const names = some(measures, 5 + chance.below(7), chance);
  const years = chance.happens(0.5);
  const labels = years ? ["2014", "2015", "2016"] : ["T1 2019", "T2 2019", "T3 2019"];
  const isPercent = chance.happens(0.6);
  const unitInHeader = chance.happens(0.4);
  const unitColumn = !unitInHeader && chance.happens(0.5);
  const yearInTitle = !years && chance.happens(0.5);
  const over = unitInHeader && isPercent ? "Utfall (%)" : "Utfall";
  const outcomes = labels.slice(0, 2).map((label): MadeColumn => ({
    target: `utfall.utfall@${label}`, over, headers: [yearInTitle ? label.slice(0, 2) : label],
    cells: names.map(() => (isPercent ? percentTyped(chance, unitInHeader || unitColumn) : countTyped(chance, null))),
  }));
  const targetLabel = labels[2] ?? "";
  const target: MadeColumn = {
    target: `utfall.malvarde@${targetLabel}`, headers: [`${chance.pick(["Målvärde", "Mål", "Måltal"])} ${yearInTitle ? targetLabel.slice(0, 2) : targetLabel}`],
    cells: names.map(() => (isPercent ? percentTyped(chance, unitInHeader || unitColumn) : countTyped(chance, null))),
  };
  const columns: MadeColumn[] = [
    { target: "matt.matt", headers: chance.pick([["Mått"], ["Nyckeltal"], ["Indikator"]]), cells: names.map(text) },
    ...(unitColumn ? [{ target: "matt.mattenhet", headers: ["Måttenhet", "Enhet"], cells: names.map((): Typed => (isPercent ? { value: chance.pick(["%", "procent", "Procent"]), truth: "%" } : { value: "antal", truth: "antal" })) }] : []),
    ...outcomes, target,
    ...(chance.happens(0.4) ? [extraColumn(chance, names.length)] : []),
  ];
  const titles = yearInTitle ? ["Nyckeltal 2019"] : chance.happens(0.5) ? ["Nyckeltal till årsredovisningen"] : [];
  const laid = lay(columns, names.length, { ...place(sheet, chance, titles), twoLines: chance.happens(0.5) }, chance);
  const amountColumns = columns.filter(({ target: of }) => of?.startsWith("utfall.") === true);
  const unitOf = (index: number) => {
    if (unitColumn) return {};
    const says = unitInHeader && isPercent || isPercent && amountColumns.some(({ cells }) => typeof cells[index]?.truth === "object" && cells[index].truth !== null && "kind" in cells[index].truth && cells[index].truth.kind === "number");
    return says ? { mattenhet: { value: "%" } } : {};
  };
  return {
    columns: laid.columns,
    rows: [
      ...rowsOf("matt", columns, laid, sheet, unitOf),
      ...labels.flatMap((label) => rowsOf("utfall", columns, laid, sheet, () => ({ period: { value: typedPeriod(label) } }), (index) => names[index] ?? "", periodLabel(typedPeriodOf(label)))
        .filter(({ values }) => Object.entries(values).some(([key, { value }]) => key !== "period" && value !== null))),
    ],
  };
}

function typedPeriodOf(label: string) {
  const period = parsePeriod(label, { rapportering: "tertial", delarTill: "augusti" });
  if (period === null) throw new RangeError(label);
  return period;
}

/** Measures with a target in words and one outcome, the period in the title or in the header. */
function measuresOfPeriod(sheet: Sheet, chance: Chance): Truth {
  const names = some(measures, 4 + chance.below(8), chance);
  const inHeader = chance.happens(0.4);
  const unit = chance.happens(0.4) ? chance.pick(messyUnits) : undefined;
  const tenths = names.map(() => 30 + 5 * chance.below(120));
  const directions = names.map((): string | null => chance.pick(["Öka", "Minska", null]));
  const targets = tenths.map((value, index): Typed => {
    const printed = sv(value / 10);
    const truth = percentOf(value / 1000);
    const direction = directions[index];
    if (direction === "Öka") return { value: chance.pick([`Minst ${printed} %`, `≥ ${printed} %`, `minst ${printed} procent`]), truth };
    if (direction === "Minska") return { value: chance.pick([`Högst ${printed} %`, `Max ${printed} %`, `<= ${printed}%`]), truth };
    return { value: `${printed} %`, truth };
  });
  const columns: MadeColumn[] = [
    { target: "matt.matt", headers: ["Mått", "Indikator", "Nyckeltal"], cells: names.map(text) },
    { target: "matt.malvarde", headers: ["Målvärde", "Mål", "Måltal"], cells: targets },
    { target: inHeader ? "utfall.utfall@T1 2019" : "utfall.utfall", headers: inHeader ? ["Utfall T1 2019", "Utfall 2019 T1"] : ["Utfall", "Resultat"], cells: names.map(() => percentTyped(chance, false)) },
    { target: "utfall.kommentar", headers: ["Kommentar", "Analys", "Kommentarer"], cells: names.map(() => remark(chance)) },
    ...(chance.happens(0.3) ? [extraColumn(chance, names.length)] : []),
  ];
  const titles = [`Måluppföljning ${inHeader ? "" : chance.pick(["T1 2019", "Tertial 1 2019", "april 2019"])}`.trim(), ...(unit === undefined ? [] : [unit.namn])];
  const laid = lay(columns, names.length, place(sheet, chance, titles), chance);
  const directionOf = (index: number): Record<string, TrueValue> => ({ mattenhet: { value: "%" }, ...(directions[index] === null ? {} : { riktning: { value: directions[index] ?? null } }) });
  const withPeriod = (): Record<string, TrueValue> => ({ period: { value: typedPeriod("T1 2019") }, ...(unit === undefined ? {} : { enhet: { value: unit.kod } }) });
  return {
    columns: laid.columns,
    rows: [
      ...rowsOf("matt", columns, laid, sheet, directionOf),
      ...rowsOf("utfall", columns, laid, sheet, withPeriod, (index) => names[index] ?? "").filter(({ values }) => Object.entries(values).some(([key, { value }]) => key !== "period" && key !== "enhet" && value !== null)),
    ],
  };
}

/** Assignments with their follow-up; the committee in a column, merged, left blank, as a heading, in the text or in the title. */
function assignmentsFollowedUp(sheet: Sheet, chance: Chance): Truth {
  const names = some(assignments, 5 + chance.below(6), chance);
  const way = chance.pick(["column", "merged", "blank", "heading", "above", "end", "title"] as const);
  const byRow = names.map((_, index) => messyUnits[way === "title" ? 1 : Math.floor(index / 3) % messyUnits.length] ?? messyUnits[0]);
  const group = way === "merged" || way === "blank" ? { group: way } : {};
  const typedUnits = new Map(messyUnits.map((unit) => [unit.kod, unitTyped(chance, unit)]));
  const unitCells = byRow.map((unit): Typed => (group.group === undefined ? unitTyped(chance, unit) : (typedUnits.get(unit.kod) ?? blank)));
  const written = names.map((name, index): Typed => {
    const unit = byRow[index] ?? messyUnits[0];
    if (way === "above") return { value: `(${unit.namn}) .\n${name}`, truth: name };
    if (way === "end") return { value: `${name} (${unit.kod})`, truth: name };
    return text(name);
  });
  const columns: MadeColumn[] = [
    ...(way === "column" || way === "merged" || way === "blank" ? [{ target: "uppdrag.huvudansvarig", headers: ["Nämnd", "Ansvarig nämnd", "Huvudansvarig"], cells: unitCells, ...group }] : []),
    { target: "uppdrag.uppdrag", headers: ["Uppdrag", "Uppdragstext"], cells: written },
    { target: "uppfoljning.status", headers: ["Status", "Läge", "Status T2 2021"].slice(0, 2), cells: names.map(() => assignmentStatus(chance)) },
    { target: "uppfoljning.kommentar", headers: ["Kommentar", "Kommentarer", "Vad har gjorts"], cells: names.map(() => remark(chance)) },
    ...(chance.happens(0.3) ? [{ target: "uppdrag.slut", headers: ["Slutdatum", "Klart senast", "Slut"], cells: names.map(() => dateTyped(chance)) }] : []),
    ...(chance.happens(0.3) ? [extraColumn(chance, names.length)] : []),
  ];
  const headings = byRow.map((unit, index) => (way === "heading" && unit !== byRow[index - 1] ? unit.namn : undefined));
  const titles = [`Uppföljning av uppdrag ${chance.pick(["T2 2021", "tertial 2 2021", "augusti 2021"])}`, ...(way === "title" ? ["Socialnämnden"] : [])];
  const laid = lay(columns, names.length, { ...place(sheet, chance, titles), headings }, chance);
  const hasColumn = way === "column" || way === "merged" || way === "blank";
  return {
    columns: laid.columns,
    rows: [
      ...rowsOf("uppdrag", columns, laid, sheet, (index) => ({ ar: { value: 2021 }, ...(hasColumn ? {} : { huvudansvarig: { value: byRow[index]?.kod ?? null } }) })),
      ...rowsOf("uppfoljning", columns, laid, sheet, () => ({ period: { value: typedPeriod("T2 2021") } }), (index) => names[index] ?? "").filter(({ values }) => Object.entries(values).some(([key, { value }]) => key !== "period" && value !== null)),
    ],
  };
}

/** Activities whose status is a symbol that the sheet itself explains. */
function activitiesWithSymbols(sheet: Sheet, chance: Chance): Truth {
  const names = some(activities, 4 + chance.below(5), chance);
  const words = ["Genomfört", "Delvis genomfört", "Ej genomfört"];
  // In some sheets the same symbols mean other things.
  const order = chance.happens(0.5) ? ["●", "◆", "■"] : ["■", "●", "▲"];
  const hasLegend = order[0] === "■" || chance.happens(0.6);
  const columns: MadeColumn[] = [
    { target: "aktiviteter.aktivitet", headers: ["Aktivitet", "Åtgärd", "Planerad aktivitet"], cells: names.map(text) },
    { target: "aktiviteter.ansvarig", headers: ["Ansvarig", "Vem"], cells: names.map(() => text(chance.pick(["Enhetschef", "Ledningsgruppen", "Rektor"]))) },
    { target: "aktiviteter.tidsram", headers: ["Tidsram", "När"], cells: names.map(() => text(chance.pick(["Fortlöpande", "Våren 2018", "Kvartal 3", "Enligt plan"]))) },
    { target: "uppfoljning.status", headers: ["Status", "Genomfört"], cells: names.map((): Typed => {
      const index = chance.below(3);
      return chance.happens(0.1) ? blank : { value: order[index] ?? "", truth: words[index] ?? null };
    }) },
    ...(chance.happens(0.5) ? [{ target: "uppfoljning.kommentar", headers: ["Kommentar"], cells: names.map(() => remark(chance)) }] : []),
  ];
  const laid = lay(columns, names.length, place(sheet, chance, ["Kvalitetsarbete 2017"]), chance);
  if (hasLegend) {
    const at = laid.bottom + 1;
    if (chance.happens(0.5)) put(sheet, at, 1, { value: order.map((symbol, index) => `${symbol} = ${words[index] ?? ""}`).join(", "), truth: undefined });
    else for (const [index, symbol] of order.entries()) {
      put(sheet, at + index, 9, { value: symbol, truth: undefined });
      put(sheet, at + index, 10, { value: words[index] ?? "", truth: undefined });
    }
  }
  return {
    columns: laid.columns,
    rows: [
      ...rowsOf("aktiviteter", columns, laid, sheet, () => ({})),
      ...rowsOf("uppfoljning", columns, laid, sheet, () => ({ period: { value: typedPeriod("2017") } }), (index) => names[index] ?? "").filter(({ values }) => Object.entries(values).some(([key, { value }]) => key !== "period" && value !== null)),
    ],
  };
}

/** A plan of internal control with what came of it. */
function controlsWithResults(sheet: Sheet, chance: Chance): Truth {
  const names = some(risks, 4 + chance.below(4), chance);
  const areas = ["Ekonomi", "Personal", "IT"];
  const areaOf = names.map((_, index) => areas[Math.floor(index / 3)] ?? "IT");
  const group = chance.pick(["merged", "blank", "none"] as const);
  const columns: MadeColumn[] = [
    { target: "kontroller.omrade", headers: ["Område", "Process"], cells: areaOf.map(text), ...(group === "none" ? {} : { group }) },
    { target: "kontroller.risk", headers: ["Risk", "Risker"], cells: names.map(text) },
    { target: "kontroller.sannolikhet", headers: ["Sannolikhet"], cells: names.map((): Typed => { const value = 1 + chance.below(4); return { value: chance.happens(0.8) ? value : String(value), truth: value }; }) },
    { target: "kontroller.konsekvens", headers: ["Konsekvens"], cells: names.map((): Typed => { const value = 1 + chance.below(4); return { value, truth: value }; }) },
    { target: "kontroller.kontrollmoment", headers: ["Kontrollmoment", "Kontrollåtgärd"], cells: names.map((name) => text(`Stickprov av ${name.toLowerCase()}`)) },
    { target: "kontrollresultat.bedomning", headers: ["Bedömning", "Resultat"], cells: names.map(() => chance.pick<Typed>([
      { value: "Ingen avvikelse", truth: "Ingen avvikelse" }, { value: "Inga avvikelser", truth: "Ingen avvikelse" }, { value: "mindre avvikelse", truth: "Mindre avvikelse" }, { value: "Stor avvikelse", truth: "Större avvikelse" },
      { value: "Ej utförd", truth: "Ej genomförd" }, { value: "Vet ej", truth: null }, blank,
    ])) },
    { target: "kontrollresultat.kommentar", headers: ["Kommentar", "Analys"], cells: names.map(() => remark(chance)) },
  ];
  const laid = lay(columns, names.length, place(sheet, chance, ["Uppföljning av intern kontroll", "T1 2019"]), chance);
  return {
    columns: laid.columns,
    rows: [
      ...rowsOf("kontroller", columns, laid, sheet, () => ({})),
      ...rowsOf("kontrollresultat", columns, laid, sheet, () => ({ period: { value: typedPeriod("T1 2019") } }), (index) => names[index] ?? "").filter(({ values }) => Object.entries(values).some(([key, { value }]) => key !== "period" && value !== null)),
    ],
  };
}

/** Decisions that are not carried out, as a system prints them. */
function decisions(sheet: Sheet, chance: Chance): Truth {
  const count = 4 + chance.below(8);
  const rows = Array.from({ length: count }, (_, index) => index);
  const columns: MadeColumn[] = [
    { target: "beslut.id", headers: ["Beslutsnr", "Beslut nr", "Beslutsnummer"], cells: rows.map((index): Typed => { const id = 1_300_000 + index * 17; return { value: chance.happens(0.5) ? id : String(id), truth: String(id) }; }) },
    { target: "beslut.lag", headers: ["Lag", "Lagrum"], cells: rows.map(() => chance.pick<Typed>([{ value: "LSS", truth: "LSS" }, { value: "SoL", truth: "SoL" }, { value: "sol", truth: "SoL" }, { value: "Socialtjänstlagen", truth: "SoL" }])) },
    { target: "beslut.kon", headers: ["Kön"], cells: rows.map(() => chance.pick<Typed>([{ value: "Kvinna", truth: "Kvinna" }, { value: "M", truth: "Man" }, { value: "K", truth: "Kvinna" }, blank])) },
    { target: "beslut.beslutsdatum", headers: ["Beslutsdatum", "Beslutdatum"], cells: rows.map(() => dateTyped(chance)) },
    { target: "beslut.insats", headers: ["Insats", "Typ av bistånd"], cells: rows.map(() => text(chance.pick(["Kontaktperson", "Särskilt boende", "Bostad med särskild service"]))) },
    { target: "beslut.verksamhet", headers: ["Verksamhet"], cells: rows.map(() => text(chance.pick(["Funktionshinder", "Äldreomsorg"]))) },
    { target: "beslut.verkstallt", headers: ["Verkställt", "Verkställighetsdatum"], cells: rows.map(() => (chance.happens(0.5) ? blank : dateTyped(chance))) },
    ...(chance.happens(0.3) ? [extraColumn(chance, count)] : []),
  ];
  const laid = lay(columns, count, place(sheet, chance, chance.happens(0.5) ? ["Ej verkställda beslut"] : []), chance);
  return { columns: laid.columns, rows: rowsOf("beslut", columns, laid, sheet, () => ({})) };
}

/** Views and complaints in the order they came in. */
function views(sheet: Sheet, chance: Chance): Truth {
  const count = 5 + chance.below(10);
  const rows = Array.from({ length: count }, (_, index) => index);
  const columns: MadeColumn[] = [
    { target: "synpunkter.datum", headers: ["Datum", "Inkom", "Inkommen"], cells: rows.map(() => dateTyped(chance)) },
    { target: "synpunkter.enhet", headers: ["Enhet", "Verksamhet"], cells: rows.map(() => (chance.happens(0.08) ? { value: "Okända gården", truth: null } : unitTyped(chance, chance.pick(messyUnits)))) },
    { target: "synpunkter.typ", headers: ["Typ", "Typ av synpunkt"], cells: rows.map(() => chance.pick<Typed>([{ value: "Beröm", truth: "Beröm" }, { value: "klagomål", truth: "Klagomål" }, { value: "Förslag", truth: "Förslag" }, { value: "Annat", truth: "Annan" }, { value: "Klagomåll", truth: null }])) },
    { target: "synpunkter.lamnadAv", headers: ["Lämnad av", "Synpunktslämnare"], cells: rows.map(() => chance.pick<Typed>([{ value: "Anhörig", truth: "Anhörig" }, { value: "Brukare", truth: "Brukare/klient" }, { value: "Personal ", truth: "Personal" }])) },
  ];
  const laid = lay(columns, count, place(sheet, chance, chance.happens(0.5) ? ["Synpunkter och klagomål"] : []), chance);
  return { columns: laid.columns, rows: rowsOf("synpunkter", columns, laid, sheet, () => ({})) };
}

const kinds = { measuresAcross, measuresOfPeriod, assignmentsFollowedUp, activitiesWithSymbols, controlsWithResults, decisions, views };
export const kindsOfWorkbook = Object.keys(kinds).length;

/** A workbook as somebody keeps it, made from a seed, and what it truly holds. */
export function messyWorkbook(seed: number): MessyWorkbook {
  const chance = seeded(seed * 7919 + 13);
  const all = Object.entries(kinds);
  const [name, make] = all[seed % all.length] ?? chance.pick(all);
  const workbook = createXlsx({ sheetName: chance.pick(["Blad1", "Underlag", "Data"]) });
  const truth = make(workbook.activeSheet, chance);
  if (chance.happens(0.4)) {
    const cover = workbook.addSheet("Läs mig");
    put(cover, 1, 1, { value: "Fyll i de gula cellerna och skicka till ekonomi senast fredag.", truth: undefined });
    put(cover, 3, 1, { value: "Version", truth: undefined });
    put(cover, 3, 2, { value: 3, truth: undefined });
  }
  if (chance.happens(0.2)) workbook.activeSheet.setRowHidden(workbook.activeSheet.usedRange(true)?.row ?? 0, 1, true);
  return { name: `${seed} ${name}`, workbook, truth };
}
