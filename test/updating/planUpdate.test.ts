// What rows from elsewhere come to: new, changed, the same, gone; told by key and by value.
import fc from "fast-check";
import { registers, type RegisterKey } from "../../src/registers/registers.js";
import type { ColumnValue } from "../../src/registers/schema.js";
import type { Period } from "../../src/registers/values/period.js";
import { parseQuantity, type Quantity } from "../../src/registers/values/quantity.js";
import type { BroughtRow } from "../../src/updating/broughtRow.js";
import { planUpdate } from "../../src/updating/planUpdate.js";
import type { UpdatePlan } from "../../src/updating/updatePlan.js";
import { rowsFor } from "../registers/rows.js";
import { brings, carriedOut, planIn, tablesWith, type, type SomeRows } from "./bringing.js";

const t1: Period = { kind: "tertial", year: 2019, number: 1 };
const t2: Period = { kind: "tertial", year: 2019, number: 2 };
const april: Period = { kind: "month", year: 2019, number: 4 };

function amount(typed: string | number, numberFormat = "General"): Quantity {
  const read = parseQuantity({ value: typed, type: typeof typed === "number" ? "Double" : "String", numberFormat });
  if (read === null || read.kind === "unreadable") throw new Error(`unreadable: ${typed}`);
  return read;
}

/** Two units, a goal of SAN's with a measure, and a measure that nobody owns. */
const ground: SomeRows = {
  enheter: [{ kod: "SAN", namn: "Samhällsnämnden", typ: "Nämnd", alias: ["Samhällsbyggnadsnämnden"] }, { kod: "KS", namn: "Kommunstyrelsen", typ: "Styrelse" }],
  mal: [{ id: "MÅL-1", niva: "Nämndmål", mal: "Trygghet", enhet: "SAN" }, { id: "MÅL-2", niva: "Nämndmål", mal: "Hälsa", enhet: "KS" }],
  matt: [{ id: "MÅTT-1", malId: "MÅL-1", matt: "Nöjda", mattenhet: "%", riktning: "Öka" }, { id: "MÅTT-2", matt: "Besök", mattenhet: "antal", riktning: "Följs" }],
  dokument: [{ id: "DOK-1", typ: "Årsredovisning", enhet: "SAN" }],
};

const withOutcomes = (...utfall: readonly object[]) => tablesWith({ ...ground, utfall });
const outcome = (values: Readonly<Record<string, ColumnValue | null>>, from?: Parameters<typeof brings>[2]) => brings("utfall", { mattId: "MÅTT-1", period: t1, ...values }, from);
const counts = ({ added, changed, unchanged, missing }: UpdatePlan) => [added.length, changed.length, unchanged.length, missing.length];
const rules = ({ findings }: UpdatePlan) => findings.map(({ ruleId }) => ruleId);

describe("a row is told by its key", () => {
  const standing = withOutcomes({ mattId: "MÅTT-1", period: t1, enhet: "SAN", utfall: amount(0.05, "0%") });

  test.each([
    ["in other letters", outcome({ mattId: "mått-1 ", enhet: "san", utfall: amount(0.05, "0%") })],
    ["with the unit by another name", outcome({ enhet: "Samhällsbyggnadsnämnden", utfall: amount(0.05, "0%") })],
    ["without the unit that owns it", outcome({ utfall: amount(0.05, "0%") })],
    ["with the month that ends the period", outcome({ period: april, utfall: amount(0.05, "0%") })],
  ])("%s", (_, row) => {
    expect(counts(planIn(standing, [row]).plan)).toEqual([0, 0, 1, 0]);
  });

  test.each([
    ["of another unit", outcome({ enhet: "KS", utfall: amount(0.05, "0%") })],
    ["of another period", outcome({ period: t2 })],
    ["of a part of the period", outcome({ period: { kind: "month", year: 2019, number: 3 } })],
    ["of a measure that nobody owns", outcome({ mattId: "MÅTT-2" })],
  ])("and is another %s", (_, row) => {
    expect(counts(planIn(standing, [row]).plan)).toEqual([1, 0, 0, 0]);
  });

  test("a blank unit is the owner that the brought goal says", () => {
    const blank = withOutcomes({ mattId: "MÅTT-1", period: t1, enhet: null, utfall: amount(0.05, "0%") });
    const moved = brings("mal", { id: "MÅL-1", enhet: "KS" });
    expect(counts(planIn(blank, [moved, outcome({ enhet: "KS", utfall: amount(0.05, "0%") })]).plan)).toEqual([0, 1, 1, 0]);
    expect(planIn(blank, [outcome({ enhet: "KS" })]).plan.added.map(({ key }) => key)).toEqual(["MÅTT-1 · T1 2019 · KS"]);
  });
});

test("where two goals are brought with different owners, the first one's is meant", () => {
  const blank = withOutcomes({ mattId: "MÅTT-1", period: t1, utfall: amount(0.05, "0%") });
  const { plan } = planIn(blank, [brings("mal", { id: "MÅL-1", enhet: "KS" }), brings("mal", { id: "MÅL-1", enhet: "SAN" }), outcome({ enhet: "KS", utfall: amount(0.06, "0%") })]);
  expect(plan.changed.map(({ column, key }) => [column, key])).toEqual([["enhet", "MÅL-1"], ["utfall", "MÅTT-1 · T1 2019 · KS"]]);
});

describe("values are compared, not what is written", () => {
  const standing = type(withOutcomes({ mattId: "MÅTT-1", period: t1, enhet: "SAN", utfall: amount("5,5 %"), kommentar: "rad ett\nrad två" }), "utfall", 0, "malvarde", "ungefär 7");

  test("the same amount and text, written otherwise, is unchanged", () => {
    const row = outcome({ utfall: amount(0.055, "0.0%"), kommentar: " rad ett\r\nrad\u00a0två" });
    expect(counts(planIn(standing, [row]).plan)).toEqual([0, 0, 1, 0]);
  });

  test("another amount is listed with both, and written as the register writes it", () => {
    const { changed } = planIn(standing, [outcome({ utfall: amount("6,25 %"), kvinnor: amount(0.06, "0%") }, { row: 6 })]).plan;
    expect(changed.map(({ header, standing: was, brought, key }) => [header, was, brought, key])).toEqual([
      ["Utfall", "5,5\u00a0%", "6,25\u00a0%", "MÅTT-1 · T1 2019 · SAN"],
      ["Kvinnor", "", "6\u00a0%", "MÅTT-1 · T1 2019 · SAN"],
    ]);
    expect(changed[1]).toMatchObject({ value: 0.06, numberFormat: "0%", origin: { file: "T1.xlsx", at: { sheet: "Blad1", row: 6, column: 3 } }, at: { sheet: "Utfall", row: 1, column: 4 } });
  });

  test("what could not be read is not the same as anything, and is shown as typed", () => {
    const { changed } = planIn(standing, [outcome({ malvarde: amount(0.07, "0%") })]).plan;
    expect(changed.map(({ standing: was, brought }) => [was, brought])).toEqual([["ungefär 7", "7\u00a0%"]]);
  });

  test("lists are the same when a cell would hold the same", () => {
    const goal = tablesWith({ ...ground, mal: [{ id: "MÅL-1", niva: "Nämndmål", mal: "Trygghet", agenda2030: ["3", "11"] }] });
    expect(counts(planIn(goal, [brings("mal", { id: "MÅL-1", agenda2030: ["3; 11"] })]).plan)).toEqual([0, 0, 1, 0]);
    expect(counts(planIn(goal, [brings("mal", { id: "MÅL-1", agenda2030: ["3", "12"] })]).plan)).toEqual([0, 1, 0, 0]);
  });

  test("what a row does not say is left as it stands", () => {
    expect(counts(planIn(standing, [outcome({ enhet: "SAN" })]).plan)).toEqual([0, 0, 1, 0]);
    expect(counts(planIn(standing, [outcome({ kommentar: " " })]).plan)).toEqual([0, 0, 1, 0]);
  });
});

describe("nothing is settled in silence", () => {
  test("of two rows that say different things the first is taken, and the other told with both places", () => {
    const { plan } = planIn(withOutcomes(), [outcome({ utfall: amount("5 %") }, { row: 3 }), outcome({ utfall: amount("6 %"), kommentar: "Bra" }, { sheet: "Blad2", row: 8 })]);
    expect(plan.added.map(({ row }) => row.values)).toEqual([{ mattId: "MÅTT-1", period: t1, utfall: amount("5 %"), kommentar: "Bra" }]);
    expect(rules(plan)).toEqual(["uppdatering.motstridigt"]);
    expect(plan.findings[0]).toMatchObject({ at: { sheet: "Blad2", row: 8, column: 2 }, column: "Utfall" });
    expect(plan.findings[0]?.message.sv).toMatch(/5\u00a0%” i T1.xlsx, Blad1!C4 och ”6\u00a0%” här/u);
  });

  test("a key that the register has twice: the upper row is compared, and it is told", () => {
    const twice = withOutcomes({ mattId: "MÅTT-1", period: t1, enhet: "SAN", utfall: amount(0.05, "0%") }, { mattId: "MÅTT-1", period: t1, utfall: amount(0.06, "0%") });
    const { plan } = planIn(twice, [outcome({ utfall: amount("6 %") })]);
    expect(plan.changed.map(({ at }) => at.row)).toEqual([1]);
    expect(rules(plan)).toEqual(["uppdatering.dubbel-rad"]);
  });

  test.each([
    ["has the key and lacks something else", (tables: Tables) => type(tables, "matt", 0, "riktning", ""), brings("matt", { id: "MÅTT-1", matt: "Nöjda", riktning: "Öka" })],
    ["may have the key", (tables: Tables) => type(tables, "utfall", 0, "period", "T9 2019"), outcome({ utfall: amount("6 %") })],
    ["has the owner's key without naming it", (tables: Tables) => type(type(tables, "utfall", 0, "period", "T9 2019"), "utfall", 0, "enhet", ""), outcome({ enhet: "SAN" })],
  ])("a row that cannot be used and %s is not doubled", (_, broken, row) => {
    const { plan } = planIn(broken(withOutcomes({ mattId: "MÅTT-1", period: t1, enhet: "SAN" })), [row]);
    expect([counts(plan), rules(plan)]).toEqual([[0, 0, 0, 0], ["uppdatering.oanvandbar-rad"]]);
    expect(plan.findings[0]?.message.sv).toMatch(/rad 2 i/u);
  });

  test("a row that cannot be used and is another stops nothing", () => {
    const broken = type(withOutcomes({ mattId: "MÅTT-2", period: t1 }), "utfall", 0, "period", "T9 2019");
    expect(counts(planIn(broken, [outcome({})]).plan)).toEqual([1, 0, 0, 0]);
  });

  test("a new row that lacks what it needs is told, and stays out", () => {
    const { plan } = planIn(withOutcomes(), [brings("matt", { id: "MÅTT-9", matt: "Nytt" }), brings("utfall", { period: t1, utfall: amount(5) })]);
    expect([counts(plan), rules(plan)]).toEqual([[0, 0, 0, 0], ["uppdatering.ofullstandig-rad", "uppdatering.ofullstandig-rad"]]);
    expect(plan.findings.map(({ message }) => message.sv)).toEqual([expect.stringContaining("Riktning saknas"), expect.stringContaining("Mått-id saknas")]);
  });

  test("a value that the column cannot hold is told, and the rest comes in", () => {
    const { plan } = planIn(withOutcomes(), [brings("matt", { id: "MÅTT-1", riktning: "Framåt", kalla: "Kolada" })]);
    expect([plan.changed.map(({ column }) => column), rules(plan)]).toEqual([["kalla"], ["uppdatering.fel-sorts-varde"]]);
  });

  test("a text that no cell can hold is told; a long key is cut where it is read", () => {
    const { plan } = planIn(withOutcomes(), [outcome({ kommentar: "a".repeat(32_768) }), brings("texter", { dokumentId: "DOK-1", avsnitt: "Vision\n".repeat(30).trim(), text: "Ja" })]);
    expect([counts(plan), rules(plan)]).toEqual([[2, 0, 0, 0], ["uppdatering.fel-sorts-varde"]]);
    expect(plan.added[1]?.row.values).toEqual({ mattId: "MÅTT-1", period: t1 });
    expect(plan.added[0]?.key).toMatch(/^DOK-1 · (?:Vision ){17}V…$/u);
  });

  test("a column that somebody has taken away is told; rows that it tells apart stay out", () => {
    const image = withOutcomes({ mattId: "MÅTT-1", period: t1 }).get("Utfall");
    const without = (header: string) => {
      if (image === undefined) throw new Error("no outcomes");
      const index = image.headers.indexOf(header);
      const cut = <T>(cells: readonly T[]) => cells.filter((_, at) => at !== index);
      const { values, numberFormats, types, columnFormulas } = image;
      return new Map(withOutcomes()).set("Utfall", {
        ...image, headers: cut(image.headers), columnFormulas: cut(columnFormulas), values: values.map(cut), numberFormats: numberFormats.map(cut), types: types.map(cut),
      });
    };
    const rows = [outcome({ enhet: "KS", kommentar: "Bra" }), outcome({ kommentar: "Bra" })];
    const noComment = planIn(without("Kommentar"), rows).plan;
    expect([counts(noComment), rules(noComment)]).toEqual([[1, 0, 1, 0], ["uppdatering.kolumn-saknas"]]);
    expect(noComment.findings[0]?.message.sv).toMatch(/^Utfall har ingen kolumn Kommentar. Det som står där på 2 rader tas inte in/u);
    const noUnit = planIn(without("Enhet"), rows).plan;
    expect([counts(noUnit), rules(noUnit)]).toEqual([[0, 1, 0, 0], ["uppdatering.kolumn-saknas"]]);
  });
});

describe("rows that may be alike", () => {
  const view = { datum: 43_500, enhet: "SAN", typ: "Klagomål", lamnadAv: "Anhörig" };

  test("are counted: as many as are there are unchanged, the rest are new", () => {
    const standing = tablesWith({ ...ground, synpunkter: [view, view] });
    expect(counts(planIn(standing, [view, view, view, { ...view, typ: "Beröm" }].map((row) => brings("synpunkter", row))).plan)).toEqual([2, 0, 2, 0]);
  });

  test("are the same where somebody has filled in more since", () => {
    const money = { avser: "UPP-1", typ: "Investering", belopp: 500 };
    const standing = tablesWith({ ...ground, resurser: [{ ...money, beskrivning: "Skola" }, { typ: "Investering", belopp: 500, ar: 2019 }] });
    expect(counts(planIn(standing, [brings("resurser", { typ: "Investering", belopp: 500 }), brings("resurser", money)]).plan)).toEqual([0, 0, 2, 0]);
  });
});

describe("what came from the same sheet last time and does not now", () => {
  const from = (rad: string, fil: string, blad: string) => ({ register: "Utfall", rad, fil, blad, cell: "A2" });
  const outcomes = [{ mattId: "MÅTT-1", period: t1 }, { mattId: "MÅTT-1", period: t1, enhet: "KS" }, { mattId: "MÅTT-2", period: t1 }, { mattId: "MÅTT-2", period: t2 }];
  const keys = ["MÅTT-1 · T1 2019 · SAN", "MÅTT-1 · T1 2019 · KS", "MÅTT-2 · T1 2019", "MÅTT-2 · T2 2019"];
  const cameFrom = (fil: string, blad: string, rows = keys) => tablesWith({ ...ground, utfall: outcomes, ursprung: rows.map((rad) => from(rad, fil, blad)) });
  const missing = (tables: Tables, ...rows: readonly BroughtRow[]) => planIn(tables, rows).plan.missing.map(({ key, at }) => [key, at.row]);

  test("is listed where it stands, for the periods that are brought", () => {
    expect(missing(cameFrom("T1.xlsx", "Blad1"), outcome({}))).toEqual([["MÅTT-1 · T1 2019 · KS", 2], ["MÅTT-2 · T1 2019", 3]]);
  });

  test("is known in next year's file by its sheet, where some of it comes again", () => {
    expect(missing(cameFrom("förra.xlsx", "Blad1"), outcome({}))).toHaveLength(2);
    expect(missing(cameFrom("förra.xlsx", "Blad1", keys.slice(1)), outcome({}))).toEqual([]);
    expect(missing(cameFrom("förra.xlsx", "Blad2"), outcome({}))).toEqual([]);
  });

  test("is not what has been deleted since, or typed by hand", () => {
    expect(missing(cameFrom("T1.xlsx", "Blad1", ["MÅTT-9 · T1 2019"]), outcome({}))).toEqual([]);
  });
});

type Tables = ReturnType<typeof tablesWith>;

/** Any rows of a register with keys out of a few, so that they meet. */
function rowsMeeting(key: RegisterKey, keys: Readonly<Record<string, readonly (ColumnValue | null)[]>>): fc.Arbitrary<Record<string, ColumnValue | null>> {
  const drawn = fc.record(Object.fromEntries(Object.entries(keys).map(([column, values]) => [column, fc.constantFrom(...values)])));
  return fc.tuple(rowsFor(registers[key]), drawn).map(([row, own]) => ({ ...row, ...own }));
}

const units = ["SAN", "KS", null];
const meeting: readonly (readonly [RegisterKey, fc.Arbitrary<Record<string, ColumnValue | null>>])[] = [
  ["utfall", rowsMeeting("utfall", { mattId: ["MÅTT-1", "mått-1", "MÅTT-2"], period: [t1, t2, april, { ...t1, kind: "month" }], enhet: [...units, "Samhällsnämnden"] })],
  ["uppfoljning", rowsMeeting("uppfoljning", { avser: ["MÅL-1", "MÅL-2"], period: [t1], enhet: units, status: ["Uppnått", "Delvis uppnått", null] })],
  ["mal", rowsMeeting("mal", { id: ["MÅL-1", "MÅL-2", "MÅL-3"], niva: ["Nämndmål"], overordnat: [null], enhet: units })],
  ["texter", rowsMeeting("texter", { dokumentId: ["DOK-1"], avsnitt: ["Vision", "vision", "= 5"], ordning: [1, null] })],
  ["synpunkter", rowsMeeting("synpunkter", { datum: [43_500], enhet: ["SAN"], typ: ["Beröm", "Fråga"], lamnadAv: ["Anhörig"] })],
  ["resurser", rowsMeeting("resurser", { avser: ["MÅL-1", null], enhet: [null], typ: ["Investering"], belopp: [5, null], arsarbetare: [null], ar: [2019, null], beskrivning: [null] })],
];
const standingRows = fc.tuple(...meeting.map(([key, row]) => fc.array(row, { maxLength: 4 }).map((rows) => [key, rows] as const)));
const broughtRows = fc.array(fc.oneof(...meeting.map(([key, row]) => row.map((values) => [key, values] as const))), { maxLength: 12 });
const drawn = fc.tuple(standingRows, broughtRows).map(([standing, brought]) => ({
  tables: tablesWith({ ...ground, ...Object.fromEntries(standing), mal: [...(ground.mal ?? []), ...(Object.fromEntries(standing)["mal"] ?? [])] }),
  brought: brought.map(([key, values], row) => brings(key, values, { row })),
}));

const written = ({ added, changed }: UpdatePlan) => [
  ...added.map(({ row }) => JSON.stringify([row.register, Object.entries(row.values).sort()])),
  ...changed.map(({ at, value }) => JSON.stringify([at, value])),
].sort();

test("when a plan has been carried out there is nothing left of it to do", () => {
  fc.assert(
    fc.property(drawn, ({ tables, brought }) => {
      const { plan } = planIn(tables, brought);
      const again = planIn(carriedOut(tables, plan), brought).plan;
      expect([again.added, again.changed]).toEqual([[], []]);
    }),
    { numRuns: 50 },
  );
});

test("the order of the brought rows does not matter, where none contradicts another", () => {
  fc.assert(
    fc.property(drawn, ({ tables, brought }) => {
      const { plan, reading } = planIn(tables, brought);
      fc.pre(!rules(plan).includes("uppdatering.motstridigt"));
      const turned = planUpdate(reading.contents, reading.settings, [...brought].reverse());
      expect(written(turned)).toEqual(written(plan));
    }),
    { numRuns: 40 },
  );
});

test("thousands of rows are told apart", () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({ mattId: `MÅTT-${index}`, period: t1, utfall: amount(index) }));
  const { plan } = planIn(withOutcomes(...many), many.map((values, row) => brings("utfall", values, { row })));
  expect(plan.unchanged).toHaveLength(5000);
});
