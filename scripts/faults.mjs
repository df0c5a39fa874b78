// `npm run faults`: Excel fails at points all through every command, on a small and a medium workbook (test/faults), where `npm test` takes a few. `-- every` takes each kind of fault at each of their actions, which is a night and more.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const how = process.argv[2] === "every" ? "every" : "all";
const { status } = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", "test/faults", "-w", "1"], {
  cwd: dirname(dirname(fileURLToPath(import.meta.url))),
  env: { ...process.env, FAULTS: how },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
