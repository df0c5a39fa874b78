// The managers' round: sheets and files out to six units, answers typed by managers of whom some are careless, back in, and every figure of the reports traced to who wrote it.
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { columnLetters } from "../../src/registers/address.js";
import { createXlsx, openXlsx, type Scalar, type Sheet } from "../../src/xlsx/index.js";
import { texts } from "../../src/workbench/page/texts.js";
import { registersAsFile } from "../usecases/inExcel.js";
import { fillIn, reverseRows, rowsOnDesk, type RowOnDesk } from "./formOnDesk.js";
import { describeInChromium } from "./inChromium.js";
import { picture, placeOf } from "./pictures.js";
import { IN_TIME, roundRows } from "./roundRows.js";
import type { Workbench } from "./workbench.js";

const STATUSES = ["Pågående", "Genomfört", "Försenat", "Nästan genomfört"] as const;
const WORDS = ["budgeten", "rekryteringen", "lokalerna", "upphandlingen", "samverkan", "utbildningen"];

/** The same hand each time: a linear congruential generator. */
function seeded(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed;
  return (items) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const item = items[Math.floor((state / 2 ** 32) * items.length)];
    if (item === undefined) throw new Error("nothing to choose among");
    return item;
  };
}

/** What a manager writes of an assignment, by the assignment's words. */
type Truth = Map<string, { readonly status: string; readonly comment: string }>;

const isAssignment = ({ columnOf }: RowOnDesk): boolean => columnOf.has("Status");
const isMeasure = ({ columnOf }: RowOnDesk): boolean => columnOf.has("Utfall");
const isReady = ({ columnOf }: RowOnDesk): boolean => columnOf.has("Klarmarkerad");

/** Fills in a form's assignments, all but the last `left`, and keeps what was written. */
function answerAssignments(sheet: Sheet, unit: string, truth: Truth, choose: ReturnType<typeof seeded>, left = 0): void {
  const rows = rowsOnDesk(sheet).filter(isAssignment);
  for (const row of rows.slice(0, rows.length - left)) {
    const status = choose(STATUSES);
    const comment = `${unit}: ${choose(WORDS)} tog tid,\nmen ${choose(WORDS)} är klar.`;
    fillIn(sheet, row, "Status", status);
    fillIn(sheet, row, "Kommentar", comment);
    truth.set(row.what, { status, comment });
  }
}

function markReady(sheet: Sheet, what: string | number): void {
  for (const row of rowsOnDesk(sheet).filter(isReady)) fillIn(sheet, row, "Klarmarkerad", what);
}

function contents(sheet: Sheet | undefined): Scalar[][] {
  const used = sheet?.usedRange(true);
  if (sheet === undefined || used === undefined) return [];
  return Array.from({ length: used.row + used.rows }, (_, row) => Array.from({ length: used.column + used.columns }, (__, column) => sheet.cell(row, column)?.value ?? null));
}

const textOf = (value: Scalar | undefined): string => (typeof value === "string" ? value : "");

/** The one sheet of a unit's file. */
function formIn(workbook: ReturnType<typeof openXlsx>): Sheet {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("the file has no sheet");
  return sheet;
}

async function downloaded(bench: Workbench, button: RegExp): Promise<Readonly<Record<string, Uint8Array>>> {
  const download = bench.page.waitForEvent("download");
  await bench.pane.getByRole("button", { name: button }).click();
  const handed = await download;
  expect(handed.suggestedFilename()).toBe("Inlämning T3 2021.zip");
  return unzipSync(new Uint8Array(readFileSync(await handed.path())));
}

describeInChromium("the managers' round", (open) => {
  test("out to six units, in from careless managers, and every figure and status of the reports is what somebody answered", async () => {
    const bench = await open();
    const { page, pane } = bench;
    await bench.openFile("östersund t3 2021.xlsx", await registersAsFile(roundRows));
    await page.getByText("östersund t3 2021.xlsx").waitFor();
    await pane.getByRole("heading", { name: "Register", exact: true }).waitFor();

    // Out: a sheet in the workbook for one, files for five.
    await pane.getByRole("tab", { name: "Inlämning" }).click();
    await pane.getByText(/^6 enheter, \d+ svar kvar att lämna\.$/).waitFor();
    await picture(bench, "inlamning-ut");
    await picture(bench, "guide-inlamning", await placeOf(page.getByTitle(texts.pane.frame, { exact: true }), 350, 420));
    await pane.getByRole("button", { name: "Välj inga" }).click();
    await pane.getByRole("checkbox", { name: /^Kommunstyrelsen/ }).check();
    await pane.getByRole("button", { name: "Gör 1 blad i arbetsboken" }).click();
    await pane.getByText(/^1 blad är gjort/).waitFor();
    await pane.getByRole("button", { name: "Välj alla" }).click();
    await pane.getByRole("checkbox", { name: /^Kommunstyrelsen/ }).uncheck();
    const files = await downloaded(bench, /^Ladda ner 5 filer$/);
    expect(Object.keys(files)).toHaveLength(5);

    // The managers. Whose file it is stands in its name.
    const choose = seeded(2021);
    const truth: Truth = new Map();
    const opened = new Map(Object.entries(files).map(([name, bytes]) => [/\b(VON|SAN|GÖN|BUN|KFN)(?= )/u.exec(name)?.[1] ?? name, { name, workbook: openXlsx(bytes) }]));
    const desk = (unit: string) => {
      const found = opened.get(unit);
      if (found === undefined) throw new Error(`no file for ${unit} among ${[...opened.keys()].join(", ")}`);
      return { ...found, sheet: formIn(found.workbook) };
    };
    for (const unit of ["VON", "GÖN", "BUN", "KFN"]) answerAssignments(desk(unit).sheet, unit, truth, choose);
    // One leaves two assignments, and does not mark it ready.
    answerAssignments(desk("SAN").sheet, "SAN", truth, choose, 2);
    for (const unit of ["VON", "GÖN", "KFN"]) markReady(desk(unit).sheet, IN_TIME);
    // One sorts the rows and calls the sheet something else.
    reverseRows(desk("VON").sheet, rowsOnDesk(desk("VON").sheet).filter(isAssignment));
    desk("VON").sheet.name = "Mitt svar";
    // One writes words in a cell for a number, and a number as text in the other.
    const [eligible, councils] = rowsOnDesk(desk("BUN").sheet).filter(isMeasure);
    const [library] = rowsOnDesk(desk("KFN").sheet).filter(isMeasure);
    if (eligible === undefined || councils === undefined || library === undefined) throw new Error("the forms lack measures");
    fillIn(desk("BUN").sheet, eligible, "Utfall", "ungefär nittio");
    fillIn(desk("BUN").sheet, councils, "Utfall", "11");
    fillIn(desk("KFN").sheet, library, "Utfall", 412);
    // One hands in twice, and has changed a comment in between.
    const returned = [...["VON", "SAN", "GÖN", "BUN", "KFN"].map(desk)].map(({ name, workbook }) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(workbook.save()) }));
    const [contested] = rowsOnDesk(desk("GÖN").sheet).filter(isAssignment);
    if (contested === undefined) throw new Error("GÖN has no assignment");
    fillIn(desk("GÖN").sheet, contested, "Kommentar", "GÖN: rättad i efterhand.");
    returned.push({ name: "GÖN rättad.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(desk("GÖN").workbook.save()) });
    returned.push({ name: "semester.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(semester()) });

    // The manager of the sheet types in it.
    const { workbook: withForm } = await bench.save();
    const own = withForm.sheets.find((sheet) => rowsOnDesk(sheet).length > 0);
    if (own === undefined) throw new Error("the workbook has no form");
    await bench.turnTo(own.name);
    for (const row of rowsOnDesk(own)) {
      const at = (header: string) => `${columnLetters(row.columnOf.get(header) ?? 0)}${row.row + 1}`;
      if (isReady(row)) await bench.typeRows(at("Klarmarkerad"), [["2022-01-17"]]);
      if (!isAssignment(row)) continue;
      const answer = { status: choose(STATUSES), comment: `KS: ${choose(WORDS)} är klar.` };
      await bench.typeRows(at("Status"), [[answer.status]]);
      await bench.typeRows(at("Kommentar"), [[answer.comment]]);
      truth.set(row.what, answer);
    }

    // In: the sheet first, then all files.
    await pane.getByRole("tab", { name: "Ta emot" }).click();
    await pane.getByRole("button", { name: "Ta bladen i arbetsboken" }).click();
    await pane.getByText("bladen i arbetsboken, 1 enhet.").waitFor();
    await pane.locator("input[type=file]").last().setInputFiles(returned);
    await pane.getByText("7 filer och bladen i arbetsboken, 6 enheter.").waitFor();
    const attention = pane.getByRole("region", { name: /^Behöver ses över/ });
    await attention.getByRole("button", { name: /^Gemensam överförmyndarnämnd/ }).click();
    await picture(bench, "inlamning-in");
    await pane.getByText("semester.xlsx", { exact: false }).first().waitFor();
    await attention.getByRole("button", { name: /^Barn- och utbildningsnämnden/ }).click();
    await attention.getByText("”ungefär nittio”", { exact: false }).first().waitFor();
    await attention.getByRole("radio", { name: /rättad i efterhand.*GÖN rättad\.xlsx/ }).check();
    truth.set(contested.what, { status: truth.get(contested.what)?.status ?? "", comment: "GÖN: rättad i efterhand." });
    await pane.getByRole("button", { name: /^Skriv \d+ svar$/ }).click();
    await pane.getByText(/svar är skrivna i registren\./).waitFor();

    // Who has answered.
    await pane.getByRole("button", { name: "Visa läget" }).click();
    await pane.getByText("4 av 6 enheter är klara.", { exact: false }).waitFor();
    await picture(bench, "inlamning-laget");
    const late = pane.getByRole("list", { name: "Inte klara" });
    expect(await late.getByRole("listitem").allInnerTexts()).toEqual([expect.stringMatching(/^Social- och arbetsmarknadsnämnden\s+Försenad\s+10 av 14 besvarade, 4 saknas/), expect.stringMatching(/^Barn- och utbildningsnämnden\s+Försenad\s/)]);

    // The same once more brings nothing.
    await pane.getByRole("tab", { name: "Ta emot" }).click();
    await pane.getByRole("button", { name: "Ta emot fler" }).click();
    await pane.locator("input[type=file]").last().setInputFiles(returned.filter(({ name }) => !name.startsWith("T3 2021 GÖN")));
    await pane.getByText("Det finns inget nytt att skriva.").waitFor();

    // The reports.
    await bench.press("Bygg rapport", "Uppdragsuppföljning");
    await pane.getByText("Rapporten står på bladet Uppdragsuppföljning T3 2021").waitFor();
    await bench.press("Bygg rapport", "Måluppföljning");
    await pane.getByText("Rapporten står på bladet Måluppföljning T3 2021").waitFor();
    const { workbook } = await bench.save();
    const assignments = contents(workbook.sheets.find(({ name }) => name.startsWith("Uppdragsuppföljning T3 2021")));
    const asked = (roundRows.uppdrag ?? []).map(({ uppdrag }) => uppdrag);
    const printed = assignments.filter(([, what]) => asked.some((text) => text === what)).map(([, what, comment, status]) => ({ what: textOf(what), comment: textOf(comment), status: textOf(status).replace(/^\S+ /u, "") }));
    expect(new Map(printed.filter(({ what }) => truth.has(what)).map(({ what, comment, status }) => [what, { status, comment }]))).toEqual(truth);
    // Those that nobody answered say so, and nothing else.
    expect(printed.filter(({ what }) => !truth.has(what)).map(({ comment }) => comment)).toEqual(["Kommentar saknas.", "Kommentar saknas."]);
    const measures = contents(workbook.sheets.find(({ name }) => name.startsWith("Måluppföljning T3 2021")));
    const figure = (measure: string) => measures.find(([first]) => first === measure)?.[1];
    expect([figure("Skolor med elevråd"), figure("Öppna timmar på biblioteken")]).toEqual([11, 412]);
    expect(measures.flat().includes("ungefär nittio")).toBe(false);
    expect(typeof figure("Elever behöriga till gymnasiet")).not.toBe("number");

    // Where each answer came from is kept: of a file and its corrected copy, the copy, which says all that the first did.
    const origins = contents(workbook.sheet("Ursprung")).slice(1).map(([, , file]) => file);
    expect(new Set(origins.map((file) => (file === null ? "" : file)))).toEqual(new Set(["", ...returned.filter(({ name }) => name !== "semester.xlsx" && !name.startsWith("T3 2021 GÖN")).map(({ name }) => name)]));
  });
});

/** A workbook that has nothing to do with the round. */
function semester(): Uint8Array {
  const workbook = createXlsx();
  workbook.sheets[0]?.setCell(0, 0, { value: "Semester 2022" });
  return workbook.save();
}
