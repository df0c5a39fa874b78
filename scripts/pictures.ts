// `npm run pictures`: the pictures of README and the guide, taken anew. The end-to-end tests take many, into out/pictures; these few are for readers.
import { copyFileSync, mkdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const SHOWN = ["oversikt", "kontroll", "rapport", "morkt"];

const { status } = spawnSync(process.execPath, [join(root, "node_modules/jest/bin/jest.js"), "test/e2e"], { cwd: root, stdio: "inherit" });
if (status === 0) {
  mkdirSync(join(root, "docs/pictures"), { recursive: true });
  for (const name of SHOWN) copyFileSync(join(root, "out/pictures", `${name}.png`), join(root, "docs/pictures", `${name}.png`));
}
process.exitCode = status ?? 1;
