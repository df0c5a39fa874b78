// Checks manifest.xml without a network: our own checks, and Microsoft's schemas of 2020 where ../shared/manifest-xsd has them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestProblems } from "./manifestChecks.js";
import { schemaProblems } from "./manifestSchema.js";
import { projectFacts } from "./siteFacts.js";

const root = join(import.meta.dirname, "..");
const schemas = join(root, "../shared/manifest-xsd");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

const problems = manifestProblems(manifest, projectFacts(root));
if (existsSync(schemas)) problems.push(...(await schemaProblems(manifest, schemas)));
for (const problem of problems) console.error(problem);
console.log(`manifest.xml: ${problems.length === 0 ? "no problems" : `${problems.length} problems`}${existsSync(schemas) ? "" : " (not checked against Microsoft's schemas, which are not on this machine)"}`);
process.exitCode = problems.length === 0 ? 0 : 1;
