import { unzipSync } from "fflate";
import { zipForms } from "../../../src/taskpane/round/send/zipForms.js";
import { WorkbookError } from "../../../src/usecases/workbookError.js";

const file = (unit: string, name: string, text: string) => ({ unit, name, bytes: new TextEncoder().encode(text) });
const files = [file("KS", "Inlämning KS.xlsx", "ett"), file("BUN", "Inlämning BUN.xlsx", "två"), file("SN", "inlämning ks.XLSX", "tre"), file("ÖN", "utan ändelse", "")];

test("every file is in the zip as it was, under its own name; of two that Windows takes for one, the second gets a number", async () => {
  const zipped = await zipForms(files);
  const read = unzipSync(new Uint8Array(await zipped.arrayBuffer()));
  const texts = Object.entries(read).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  expect(texts).toEqual([["Inlämning KS.xlsx", "ett"], ["Inlämning BUN.xlsx", "två"], ["inlämning ks (2).XLSX", "tre"], ["utan ändelse", ""]]);
});

test("it tells how many files are packed, and is stopped between two of them", async () => {
  const told: number[] = [];
  const stopping = new AbortController();
  const work = {
    signal: stopping.signal,
    onCount: (done: number) => {
      told.push(done);
      if (done === 2) stopping.abort();
    },
  };
  await expect(zipForms(files, work)).rejects.toThrow(WorkbookError);
  expect(told).toEqual([1, 2]);
});
