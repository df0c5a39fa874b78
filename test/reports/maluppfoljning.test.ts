import fc from "fast-check";
import { agenda2030Name } from "../../src/reports/parts/agenda2030.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { aleEnheter, aleMal } from "../fixtures/ale/ale.js";
import { aleRows, measure, number, outcome, percent, printedRow, reportOf, rowNamed, tableNamed, tablesOf, textsOf } from "./reportOf.js";

const YOUNG = "Andel arbetslösa och i program i åldern 18–24 år";
const NEWCOMERS = "Andel nyanlända av det totala antalet arbetslösa/i program";

describe("Ale kommun, april 2019", () => {
  const ale = reportOf(aleRows);

  test("is about the committee and the period", () => {
    expect(ale.title).toBe("Måluppföljning T1 2019");
    expect(ale.unitName).toBe("Omsorgs- och arbetsmarknadsnämnden, Ale kommun");
    expect(ale.sheetName).toBe("Måluppföljning T1 2019 OAN");
    expect(ale.audience).toBe("intern");
  });

  test("prints every figure of the published report", () => {
    expect(printedRow(ale, YOUNG).slice(1, 5)).toEqual(["5,5 %", "5,5 %", "100 %", "● Uppnått"]);
    expect(printedRow(ale, NEWCOMERS).slice(1, 6)).toEqual(["14,8 %", "", "", "– Mål saknas", "Sämre"]);
  });

  test("a missing target is empty with a reason, never zero", () => {
    const [, , target, attainment] = rowNamed(ale, NEWCOMERS);
    expect(target).toEqual({ kind: "empty", reason: "Målvärde saknas." });
    expect(attainment).toEqual({ kind: "empty", reason: expect.stringMatching(/./) });
  });

  test("says what the trend was seen against", () => {
    expect(printedRow(ale, NEWCOMERS)[6]).toBe("T1 2018: 14,2 %");
    expect(rowNamed(ale, YOUNG)[6]).toMatchObject({ kind: "empty" });
  });

  test("headings stand in the printed order, with their numbers", () => {
    const headings = ale.blocks.flatMap((block) => (block.kind === "heading" ? [`${block.level} ${block.text.slice(0, 31)}`] : []));
    expect(headings).toEqual([
      "1 2.1 Social hållbarhet och jämli",
      "2 2.1.1 God utbildning för alla",
      "2 2.1.2 Full och produktiv syssel",
      "3 Mål (nivå 1): Andel arbetslösa ",
      "3 Mål (nivå 1): Andel nyanlända a",
      "2 2.1.3 Medskapande samhälle",
      "3 Mål (nivå 1): Andel invånare so",
      "1 Sammanställning",
    ]);
  });

  test("a goal without measures says so; a direction does not have to have any", () => {
    const texts = textsOf(ale);
    expect(texts.filter((text) => text === "Målet har inget mått.")).toHaveLength(1);
    expect(texts.slice(0, texts.indexOf("Målet har inget mått.")).findLast((text) => text.startsWith("Mål (nivå 1)"))).toMatch(/Nöjd Inflytande Index/);
    expect(texts.filter((text) => text.startsWith("Inriktning: "))).toHaveLength(4);
  });

  test("global goals are named", () => {
    expect(textsOf(ale).filter((text) => text.startsWith("Agenda 2030"))).toEqual([
      "Agenda 2030: God utbildning för alla; Minskad ojämlikhet",
      "Agenda 2030: God utbildning för alla; Anständiga arbetsvillkor och ekonomisk tillväxt; Minskad ojämlikhet",
      "Agenda 2030: Hållbara städer och samhällen; Fredliga och inkluderande samhällen",
    ]);
  });

  test("counts add up and each goal has a proposed word", () => {
    const counts = ["2", "1", "0", "0", "0", "1", "1 utan målvärde"];
    expect(printedRow(ale, "2.1 Social hållbarhet och jämlika livsvillkor").slice(1)).toEqual(counts);
    expect(printedRow(ale, "Totalt").slice(1)).toEqual(counts);
    const proposals = tableNamed(ale, "bedomning").rows.map((row) => row.map(printedText));
    expect(proposals.map((row) => row.at(-1))).toEqual(["● Uppnått", "– Ej bedömt"]);
  });

  test("the legend holds the statuses used, in the scale's order", () => {
    const legends = ale.blocks.flatMap((block) => (block.kind === "legend" && block.scale === "mått" ? [block.words] : []));
    expect(legends).toEqual([["Uppnått", "Mål saknas"]]);
  });

  test("is the same whatever order the rows stand in", () => {
    const shuffled = <Row>(rows: readonly Row[]) => fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
    fc.assert(
      fc.property(
        shuffled(aleRows.mal ?? []), shuffled(aleRows.matt ?? []), shuffled(aleRows.utfall ?? []), shuffled(aleRows.uppdrag ?? []), shuffled(aleRows.uppfoljning ?? []),
        (mal, matt, utfall, uppdrag, uppfoljning) => {
          expect(reportOf({ enheter: aleEnheter, mal, matt, utfall, uppdrag, uppfoljning })).toEqual(ale);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("what is not the simple case", () => {
  const goals = aleMal.filter(({ id }) => id === "MÅL-1" || id === "MÅL-4" || id === "MÅL-5");
  const one = (values: Parameters<typeof measure>[0], ...utfall: ReturnType<typeof outcome>[]) =>
    reportOf({ enheter: aleEnheter, mal: goals, matt: [measure(values)], utfall });

  test("what is not met never prints as 100 %", () => {
    const document = one({ id: "A", malId: "MÅL-5", malvarde: number(1000) }, outcome("A", number(996)));
    expect(printedRow(document, "Mått A").slice(3, 5)).toEqual(["99 %", "◆ Delvis uppnått"]);
  });

  test("attainment is uncapped unless the setting says so, and the status does not change", () => {
    const rows = { enheter: aleEnheter, mal: goals, matt: [measure({ id: "A", malId: "MÅL-5", malvarde: number(100) })], utfall: [outcome("A", number(121))] };
    expect(printedRow(reportOf(rows), "Mått A")[3]).toBe("121 %");
    expect(printedRow(reportOf(rows, { settings: { tak100: true } }), "Mått A").slice(3, 5)).toEqual(["100 %", "● Uppnått"]);
  });

  test("an interval target prints as text, with one unit", () => {
    const document = one(
      { id: "A", malId: "MÅL-5", mattenhet: "%", riktning: "Inom intervall", malvarde: percent(0.85), malvardeTill: percent(0.9) },
      outcome("A", percent(0.87)),
    );
    const [, outcomeCell, target] = rowNamed(document, "Mått A");
    expect(outcomeCell).toMatchObject({ kind: "percent", value: 0.87 });
    expect(target).toMatchObject({ kind: "text" });
    expect(printedRow(document, "Mått A")[2]).toMatch(/^85(,0)?–90(,0)? %$/);
  });

  test("numbers keep their unit and are grouped by thousands", () => {
    const document = one({ id: "A", malId: "MÅL-5", mattenhet: "tkr", malvarde: number(2000) }, outcome("A", number(2400)));
    expect(printedRow(document, "Mått A").slice(1, 3)).toEqual(["2 400 tkr", "2 000 tkr"]);
  });

  test("a missing outcome prints empty as Ej mätt, and no mean counts it", () => {
    const document = one({ id: "A", malId: "MÅL-5", malvarde: number(5) });
    expect(printedRow(document, "Mått A").slice(1, 5)).toEqual(["", "5", "", "– Ej mätt"]);
    expect(printedRow(document, goals.find(({ id }) => id === "MÅL-5")?.mal ?? "").slice(1)).toEqual(["1", "0", "", "– Ej bedömt"]);
    expect(textsOf(document)).toContain("Inga utfall är ifyllda för T1 2019.");
  });

  test("a measure whose value cannot be read has no status, is in the sum, and the report says why", () => {
    const document = one({ id: "A", malId: "MÅL-5", mattenhet: "%", malvarde: percent(0.5) }, outcome("A", number(0.5)));
    expect(rowNamed(document, "Mått A")[4]).toMatchObject({ kind: "empty" });
    expect(printedRow(document, "Totalt").slice(1)).toEqual(["1", "0", "0", "0", "0", "1", "1 som inte går att tolka säkert"]);
    expect(textsOf(document)).toContain("Mått A: utfallet går inte att tolka säkert, så måttet har ingen status. Se anmärkningarna i Kontroll.");
  });

  test("a measure without a goal is still reported", () => {
    const document = reportOf({ enheter: aleEnheter, mal: goals, matt: [measure({ id: "A", malId: null, malvarde: number(1) })], utfall: [outcome("A", number(2), { enhet: "OAN" })] });
    expect(tableNamed(document, "matt:utan-mal").rows).toHaveLength(1);
    expect(printedRow(document, "Mått utan mål")[1]).toBe("1");
  });

  test("nothing to report is said in words", () => {
    const document = reportOf({});
    expect(tablesOf(document)).toEqual([]);
    expect(textsOf(document)).toEqual([expect.stringMatching(/^Det finns inga mål eller mått att redovisa/)]);
  });

  test("several units that report one measure have a row each, told apart by name", () => {
    const enheter = [...aleEnheter, { kod: "BUN", namn: "Barn- och utbildningsnämnden", typ: "Nämnd" as const, overordnad: null, alias: null, ordning: 2 }];
    const rows = {
      enheter, mal: goals, matt: [measure({ id: "A", malId: "MÅL-5", malvarde: number(1) })],
      utfall: [outcome("A", number(2), { enhet: "OAN" }), outcome("A", number(0.5), { enhet: "BUN" })],
    };
    const all = tableNamed(reportOf(rows, { unit: null }), "matt:MÅL-5").rows.map(([name]) => name && printedText(name));
    expect(all).toEqual(["Mått A, Omsorgs- och arbetsmarknadsnämnden", "Mått A, Barn- och utbildningsnämnden"]);
    expect(reportOf({ ...rows, utfall: [...rows.utfall].reverse() }, { unit: null })).toEqual(reportOf(rows, { unit: null }));
    expect(tableNamed(reportOf(rows, { unit: "BUN" }), "matt:MÅL-5").rows.map(([name]) => name && printedText(name))).toEqual(["Mått A"]);
    expect(printedRow(reportOf(rows, { unit: "BUN" }), "Mått A")[1]).toBe("0,5");
  });

  test("a committee's report holds what units below it report, also of a goal that is not its own", () => {
    const below = { kod: "AME", namn: "Arbetsmarknadsenheten", typ: "Enhet" as const, overordnad: "OAN", alias: null, ordning: 3 };
    const board = { kod: "KS", namn: "Kommunstyrelsen", typ: "Styrelse" as const, overordnad: null, alias: null, ordning: 4 };
    const mal = goals.map((goal) => ({ ...goal, enhet: "KS" }));
    const rows = { enheter: [...aleEnheter, below, board], mal, matt: [measure({ id: "A", malId: "MÅL-5", malvarde: number(1) })] };
    const printed = (unit: string, ...utfall: ReturnType<typeof outcome>[]) =>
      tablesOf(reportOf({ ...rows, utfall }, { unit })).filter(({ id }) => id.startsWith("matt:")).flatMap((table) => table.rows.map((row) => row.slice(0, 2).map(printedText)));
    expect(printed("OAN", outcome("A", number(7), { enhet: "AME" }))).toEqual([["Mått A", "7"]]);
    expect(printed("KS", outcome("A", number(7), { enhet: "AME" }))).toEqual([["Mått A", ""]]);
    expect(printed("OAN", outcome("A", number(7), { enhet: "AME" }), outcome("A", number(9), { enhet: "OAN" }))).toEqual([["Mått A", "9"]]);
    expect(printed("OAN")).toEqual([]);
  });

  test("goals that are not in force are left out in words, unless somebody reported them", () => {
    const mal = goals.map((goal) => (goal.id === "MÅL-5" ? { ...goal, giltigtTill: 43465 } : goal));
    const rows = { enheter: aleEnheter, mal, matt: [measure({ id: "A", malId: "MÅL-5", malvarde: number(1) })] };
    const without = reportOf(rows);
    expect(tablesOf(without)).toEqual([]);
    expect(textsOf(without)).toContain("Mål som inte gäller under T1 2019 är inte med: Mål (nivå 1): Andel arbetslösa och i program i åldern 18–24 år ska minska.");
    const reported = reportOf({ ...rows, utfall: [outcome("A", number(2))] });
    expect(printedRow(reported, "Mått A")[1]).toBe("2");
    expect(textsOf(reported).filter((text) => text.includes("inte gäller"))).toEqual([]);
    expect(printedRow(reportOf(rows, { period: { kind: "tertial", year: 2018, number: 3 } }), "Mått A")[4]).toBe("– Ej mätt");
  });

  test("a row that says the measure was not measured is no outcome in the summary", () => {
    const notMeasured = { kind: "notMeasured" as const, typed: "Ej mätt" };
    expect(textsOf(one({ id: "A", malId: "MÅL-5", malvarde: number(5) }, outcome("A", notMeasured)))).toContain("Inga utfall är ifyllda för T1 2019.");
  });

  test("outcomes for women and men stand beside the total with the gap between them, only where some measure has them", () => {
    const rows = {
      enheter: aleEnheter, mal: goals,
      matt: [
        measure({ id: "A", malId: "MÅL-5", mattenhet: "%", malvarde: percent(0.5), konsuppdelat: "Ja", ordning: 1 }),
        measure({ id: "B", malId: "MÅL-5", malvarde: number(5), ordning: 2 }),
        measure({ id: "C", malId: "MÅL-5", mattenhet: "dagar", riktning: "Minska", malvarde: number(5), ordning: 3 }),
      ],
      utfall: [
        outcome("A", percent(0.55), { kvinnor: percent(0.6), man: percent(0.515) }), outcome("B", number(3)), outcome("C", number(12), { kvinnor: number(10.5), man: number(14) }),
      ],
    };
    const headers = (document: ReturnType<typeof reportOf>) => tableNamed(document, "matt:MÅL-5").columns.map(({ header }) => header);
    const document = reportOf(rows);
    expect(headers(document).slice(0, 6)).toEqual(["Mått", "Utfall", "Kvinnor", "Män", "Kvinnor − män", "Målvärde"]);
    expect(printedRow(document, "Mått A").slice(1, 5)).toEqual(["55,0 %", "60,0 %", "51,5 %", "8,5 %-enheter"]);
    expect(printedRow(document, "Mått B").slice(1, 5)).toEqual(["3", "", "", ""]);
    expect(printedRow(document, "Mått C").slice(1, 5)).toEqual(["12 dagar", "10,5 dagar", "14 dagar", "−3,5 dagar"]);
    expect(headers(reportOf({ ...rows, utfall: rows.utfall.filter(({ mattId }) => mattId === "B") })).slice(0, 3)).toEqual(["Mått", "Utfall", "Målvärde"]);
    const onlyWomen = reportOf({ ...rows, utfall: [outcome("A", percent(0.55), { kvinnor: percent(0.6) })] });
    expect(printedRow(onlyWomen, "Mått A").slice(2, 5)).toEqual(["60,0 %", "", ""]);
  });

  test("a mean is counted on uncapped figures, and printed as the setting says", () => {
    const rows = {
      enheter: aleEnheter, mal: goals,
      matt: [measure({ id: "A", malId: "MÅL-5", malvarde: number(100), vikt: 3 }), measure({ id: "B", malId: "MÅL-5", malvarde: number(100) }), measure({ id: "C", malId: "MÅL-5", malvarde: number(1) })],
      utfall: [outcome("A", number(150)), outcome("B", number(50))],
    };
    const goal = goals.find(({ id }) => id === "MÅL-5")?.mal ?? "";
    expect(printedRow(reportOf(rows), goal).slice(1)).toEqual(["3", "2", "125 %", "◆ Delvis uppnått"]);
    expect(printedRow(reportOf(rows, { settings: { tak100: true } }), goal)[3]).toBe("100 %");
  });

  test("no figure stands in the wide columns", () => {
    const wide = new Set(reportOf(aleRows).grid.flatMap((width, column) => (width > 20 ? [column] : [])));
    for (const { columns } of tablesOf(reportOf(aleRows))) {
      expect(columns.filter(({ align, gridColumn }) => align === "right" && wide.has(gridColumn))).toEqual([]);
    }
  });

  test("a unit that owns no goal and reports no measure gets words, not others' figures", () => {
    expect(tablesOf(reportOf(aleRows, { unit: "XYZ" }))).toEqual([]);
  });

  test("counts agree with the rows of the measure tables", () => {
    const value = fc.option(fc.integer({ min: -5, max: 200 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, fc.constantFrom("Öka", "Minska", "Följs")), { maxLength: 12 }), (facts) => {
        const matt = facts.map(([target, , riktning], index) => measure({ id: `M${index}`, malId: "MÅL-5", riktning, malvarde: target === null ? null : number(target) }));
        const utfall = facts.flatMap(([, result], index) => (result === null ? [] : [outcome(`M${index}`, number(result))]));
        const document = reportOf({ enheter: aleEnheter, mal: goals, matt, utfall });
        if (facts.length === 0) return;
        const rows = tableNamed(document, "matt:MÅL-5").rows;
        const [, all, met, partly, missed, unmeasured, others, inWords = ""] = printedRow(document, "Totalt");
        const having = (word: string) => rows.filter((row) => row[4] && printedText(row[4]) === word).length;
        expect([met, partly, missed, unmeasured].map(Number)).toEqual(["● Uppnått", "◆ Delvis uppnått", "■ Ej uppnått", "– Ej mätt"].map(having));
        expect(Number(all)).toBe(rows.length);
        expect(Number(others)).toBe(having("– Mål saknas") + having("– Följs"));
        for (const [word, status] of [["utan målvärde", "– Mål saknas"], ["som bara följs", "– Följs"]] as const) {
          expect(inWords.includes(word)).toBe(having(status) > 0);
          if (having(status) > 0) expect(inWords).toContain(`${having(status)} ${word}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test("every goal and every measure is in the report once, whatever the goal tree looks like", () => {
  const id = fc.nat(7).map((index) => `G${index}`);
  const niva = fc.constantFrom("Målområde" as const, "Prioriterat mål" as const, "Nämndmål" as const, "Inriktning" as const, "Delmål" as const);
  const goals = fc.uniqueArray(fc.record({ id, overordnat: fc.option(id, { nil: null }), niva }), { selector: (goal) => goal.id, maxLength: 8 });
  const measures = fc.array(fc.option(id, { nil: null }), { maxLength: 8 });
  fc.assert(
    fc.property(goals, measures, (tree, malIds) => {
      const mal = tree.map((goal) => ({
        ...goal, nr: null, mal: `Text ${goal.id}.`, beskrivning: null, enhet: null, agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null,
      }));
      const document = reportOf({ mal, matt: malIds.map((malId, index) => measure({ id: `M${index}`, malId })) }, { unit: null });
      const texts = textsOf(document);
      for (const goal of mal) expect(texts.filter((text) => text.endsWith(goal.mal))).toHaveLength(1);
      const names = tablesOf(document).filter((table) => table.id.startsWith("matt:")).flatMap(({ rows }) => rows.map(([name]) => name && printedText(name)));
      expect([...names].sort()).toEqual(malIds.map((_, index) => `Mått M${index}`).sort());
      if (malIds.length > 0) expect(printedRow(document, "Totalt")[1]).toBe(String(malIds.length));
    }),
    { numRuns: 200 },
  );
});

test("global goals: number to official short name, anything else as it stands", () => {
  expect([agenda2030Name("4"), agenda2030Name(" 16 "), agenda2030Name("18"), agenda2030Name("utbildning")]).toEqual([
    "God utbildning för alla", "Fredliga och inkluderande samhällen", "18", "utbildning",
  ]);
});
