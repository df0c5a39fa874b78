import { read } from "../rules/testWorkbook.js";

const control = { "Kontroll-id": "KON-1", Sort: "Intern kontroll", Risk: "Inköp utanför avtal" };

test("assessments are read as they stand in Ale's and Ovanåker's reports, and each is told with the list's own word", () => {
  const printed = ["Inga avvikelser", "Mindre avvikelser", "Större avvikelser", "Stor avvikelse", "ej utförd", "●", "◆", "■", "—", "Mindre avvikelse"];
  const { contents, findings } = read({
    kontroller: [control],
    kontrollresultat: printed.map((word, index) => ({ "Kontroll-id": "KON-1", Period: "T1 2019", Nr: index + 1, "Bedömning": word })),
  });
  expect(contents.kontrollresultat?.rows.map(({ values }) => values.bedomning)).toEqual([
    "Ingen avvikelse", "Mindre avvikelse", "Större avvikelse", "Större avvikelse", "Ej genomförd", "Ingen avvikelse", "Mindre avvikelse", "Större avvikelse", "Ej genomförd", "Mindre avvikelse",
  ]);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(printed.slice(1).map(() => "cell.stavning"));
  expect(findings[0]?.message.sv).toBe("”Inga avvikelser” läses som Ingen avvikelse. Skriv Ingen avvikelse, så fungerar även Excels formler och filter.");
  expect(findings[0]?.fix?.cells.map(({ value }) => value)).toEqual(["Ingen avvikelse"]);
});

test("an assessment pasted from a report has its symbol beside it; a symbol that says something else than the word is not guessed at", () => {
  const printed = ["● Ingen avvikelse", "Större avvikelser ■", "– Ej genomförd", "♦", "● Större avvikelse"];
  const { contents, findings } = read({
    kontroller: [control],
    kontrollresultat: printed.map((word, index) => ({ "Kontroll-id": "KON-1", Period: "T1 2019", Nr: index + 1, "Bedömning": word })),
  });
  expect(contents.kontrollresultat?.rows.map(({ values }) => values.bedomning)).toEqual(["Ingen avvikelse", "Större avvikelse", "Ej genomförd", "Mindre avvikelse", null]);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual([...printed.slice(1).map(() => "cell.stavning"), "cell.ej-i-listan"]);
});

test("short forms of the other registers are read too, and a symbol that no list knows is not", () => {
  const decision = { Lag: "LSS", Beslutsdatum: 43_400, Insats: "Kontaktperson", Verksamhet: "Funktionshinder" };
  const { contents, findings } = read({ beslut: ["K", "man", "●"].map((kon, index) => ({ ...decision, Beslutsnr: `B-${index}`, "Kön": kon })) });
  expect(contents.beslut?.rows.map(({ values }) => values.kon)).toEqual(["Kvinna", "Man", null]);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(["cell.stavning", "cell.stavning", "cell.ej-i-listan"]);
});
