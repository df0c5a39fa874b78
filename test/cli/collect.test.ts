import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filledIn } from "../round/filledIn.js";
import { maltavla } from "./maltavla.js";

const SAMPLE = "samples/ostersund-uppdrag-t2-2021.xlsx";

let folder: string;
let registers: string;
const SAN = "T3 2021 SAN Social- och arbetsmarknadsnämnden.xlsx";
const GON = "T3 2021 GÖN Gemensam överförmyndarnämnd.xlsx";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maltavla-in-"));
  registers = join(folder, "register.xlsx");
  const sent = await maltavla("distribute", SAMPLE, "--period", "T3 2021", "--out-dir", join(folder, "svar"), "--out", registers);
  expect(sent.code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

async function answer(name: string, answers: Parameters<typeof filledIn>[1], to = name): Promise<void> {
  const path = join(folder, "svar", name);
  await writeFile(join(folder, "svar", to), filledIn(await readFile(path), answers, "2021-12-20T08:00:00Z"));
}

const collect = (...more: string[]) => maltavla("collect", registers, join(folder, "svar"), "--period", "T3 2021", "--out", join(folder, "ut.xlsx"), ...more);

test("answers of a folder come in; what could not, is told line by line, with exit code 1; the next time there is nothing more to do", async () => {
  await answer(GON, { "UPP-15.status": "Pågående", "UPP-15.kommentar": "Vi är halvvägs" });
  const first = await collect("--json");
  expect([first.code, first.error]).toEqual([0, []]);
  const told: unknown = JSON.parse(first.out);
  expect(told).toMatchObject({ period: "T3 2021", files: 3, written: 2, undecided: 0, lines: [{ kind: "new", unit: "GÖN", column: "Kommentar" }, { kind: "new", column: "Status" }] });

  await answer(GON, { "UPP-15.status": "halvvägs" });
  await mkdir(join(folder, "svar", "fler"));
  await writeFile(join(folder, "svar", "fler", "trasig.xlsx"), "PK inget mer");
  await writeFile(join(folder, "svar", `~$${SAN}`), "lås");
  await writeFile(join(folder, "svar", "Läs mig.docx"), "text");
  const second = await collect();
  expect(second.code).toBe(1);
  expect(second.out).toContain("OLÄSLIGT UPP-15 · T3 2021 · GÖN, Status");
  expect(second.out).toContain(join("fler", "trasig.xlsx"));
  expect(second.out).toContain(`~$${SAN} har inte lästs: någon har filen öppen i Excel.`);
  expect(second.out).toContain("Läs mig.docx har inte lästs");
  expect(second.out).toContain("1 svar är inskrivet");
  const again = await maltavla("collect", join(folder, "ut.xlsx"), join(folder, "svar", GON), "--period", "T3 2021", "--out", join(folder, "ut2.xlsx"));
  expect(again.out).toContain("0 svar är inskrivna");
});

test("two answers wait for a decision, unless one is preferred", async () => {
  await copyFile(join(folder, "svar", SAN), join(folder, "svar", "a.xlsx"));
  await answer("a.xlsx", { "UPP-9.kommentar": "Ett svar" });
  await answer("a.xlsx", { "UPP-9.kommentar": "Ett annat" }, "b.xlsx");
  const files = ["a.xlsx", "b.xlsx"].map((name) => join(folder, "svar", name));
  const run = (...more: string[]) => maltavla("collect", registers, ...files, "--period", "T3 2021", "--out", join(folder, "ut3.xlsx"), ...more);
  const open = await run();
  expect([open.code, open.out.includes("KROCK"), open.out.includes("1 krock är inte avgjord")]).toEqual([1, true, true]);
  const kept = await run("--prefer", "existing");
  expect([kept.code, kept.out.includes("1 krock lämnade registret som det stod")]).toEqual([0, true]);
});

test("bad use is told in one line", async () => {
  expect((await maltavla("collect", registers)).error).toEqual([expect.stringContaining("collect <register.xlsx>")]);
  expect((await collect("--prefer", "äldst")).code).toBe(2);
  expect(await maltavla("collect", registers, join(folder, "finns inte"), "--out", join(folder, "x.xlsx"))).toMatchObject({ code: 2, error: [expect.stringContaining("finns inte")] });
});
