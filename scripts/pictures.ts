// `npm run pictures`: the pictures of README and the pane's guide, taken anew by the end-to-end tests that come by what they show.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Pictures for readers, and how the test is called that takes them. */
const SHOWN: readonly { readonly test: string; readonly pictures: readonly string[] }[] = [
  { test: "edits by hand of which one is kept", pictures: ["kontroll", "rapport", "guide-kontroll", "guide-rapport"] },
  { test: "what stands in the report is what the pane", pictures: ["oversikt"] },
  { test: "in the dark all can be read", pictures: ["morkt"] },
  { test: "sheets as people have them become registers", pictures: ["ta-in", "guide-ta-in"] },
  { test: "out to six units, in from careless managers", pictures: ["inlamning-ut", "inlamning-in", "inlamning-laget", "guide-inlamning"] },
];
/** With both bundles to be made, on a machine that does other things too, it is over in half of this. */
const LIMIT_MS = 15 * 60_000;

const pictures = SHOWN.flatMap((shown) => shown.pictures);
const taken = (name: string): string => join(root, "out/pictures", `${name}.png`);
for (const name of pictures) rmSync(taken(name), { force: true });

const words = ["test/e2e/story", "test/e2e/samples", "test/e2e/access", "test/e2e/intake", "test/e2e/round", "-w", "1", "--verbose", "-t", SHOWN.map(({ test }) => test).join("|")];
const { status, signal } = spawnSync(process.execPath, [join(root, "node_modules/jest/bin/jest.js"), ...words], { cwd: root, stdio: "inherit", timeout: LIMIT_MS });
if (signal !== null) process.stderr.write("Bilderna blev inte klara på en kvart. / The pictures were not done in a quarter of an hour.\n");
if (status === 0) {
  mkdirSync(join(root, "docs/pictures"), { recursive: true });
  for (const name of pictures) copyFileSync(taken(name), join(root, "docs/pictures", `${name}.png`));
}
process.exitCode = status ?? 1;
