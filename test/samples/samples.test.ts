import { readFile } from "node:fs/promises";
import { sampleFiles } from "../../scripts/sampleFiles.js";

test("every sample and generated page is what the fixtures and definitions make today (npm run samples)", async () => {
  for (const [path, bytes] of await sampleFiles()) {
    expect({ path, current: Buffer.from(bytes).equals(await readFile(path)) }).toEqual({ path, current: true });
  }
});
