// `npm run mutation`: every part of stryker.config.mjs, one after the other; `-- values` one of them, `-- values src/registers/values/choice.ts` a file of it. MUTATION_BY=jest runs the tests by Jest, which tells the same and takes hours.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parts } from "../stryker.config.mjs";

const [wanted, ...files] = process.argv.slice(2);
if (wanted !== undefined && !(wanted in parts)) {
  console.error(`There is no part ${wanted}: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
for (const name of wanted === undefined ? Object.keys(parts) : [wanted]) {
  const { status } = spawnSync(process.execPath, ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", ...(files.length > 0 ? ["--mutate", files.join(",")] : [])], {
    cwd: dirname(dirname(fileURLToPath(import.meta.url))),
    env: { MUTATION_BY: "inProcess", ...process.env, MUTATION_OF: name },
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
