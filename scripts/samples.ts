/** `npm run samples`: makes samples/, docs/registers.md and docs/rules.md anew, through the add-in itself. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { sampleFiles } from "./sampleFiles.js";

for (const [path, bytes] of await sampleFiles()) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
