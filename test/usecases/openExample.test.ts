import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openExample, type Example } from "../../src/usecases/openExample.js";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import { inExcel } from "./inExcel.js";

const root = join(__dirname, "../..");

const examples: readonly Example[] = ["ale", "ostersund", "ostersundGoal", "norrkoping", "aleControl", "ovanaker", "aleDecisions"];

test.each(examples)("the example %s is one of the samples, and opens beside the workbook, which stays as it is", async (example) => {
  const { port, excel } = inExcel(createXlsx());
  const before = excel.save();
  await openExample(port, example, (path) => readFile(join(root, path)));
  expect(excel.openedCopies.map((file) => openXlsx(file).table("Enheter")?.name)).toEqual(["Enheter"]);
  expect(excel.save()).toEqual(before);
  expect(excel.traffic.requests).toBe(1);
});

test("every sample is an example", async () => {
  const fetched: string[] = [];
  for (const example of examples) {
    const { port } = inExcel(createXlsx());
    await openExample(port, example, (path) => {
      fetched.push(path);
      return readFile(join(root, path));
    });
  }
  const samples = (await readdir(join(root, "samples"))).filter((name) => name.endsWith(".xlsx"));
  expect(fetched.sort()).toEqual(samples.map((name) => `samples/${name}`).sort());
});

test("an example that cannot be fetched is told, and nothing is opened", async () => {
  const { port, excel } = inExcel(createXlsx());
  await expect(openExample(port, "ale", () => Promise.reject(new Error("404")))).rejects.toMatchObject({ name: "WorkbookError", code: "example-missing" });
  expect(excel.openedCopies).toEqual([]);
});

test("a page in place of the file is told as missing; a broken file as Excel's refusal", async () => {
  const { port, excel } = inExcel(createXlsx());
  const fetched = (text: string) => () => Promise.resolve(new TextEncoder().encode(text));
  await expect(openExample(port, "ale", fetched("<!doctype html>"))).rejects.toMatchObject({ name: "WorkbookError", code: "example-missing" });
  await expect(openExample(port, "ale", fetched(""))).rejects.toMatchObject({ code: "example-missing" });
  await expect(openExample(port, "ale", fetched("PK..."))).rejects.toMatchObject({ name: "WorkbookError", code: "host" });
  expect(excel.openedCopies).toEqual([]);
});
