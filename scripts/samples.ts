/** Makes samples/ from the fixtures, through the add-in itself, and docs/registers.md from the definitions: `npm run samples`. */
import { mkdir, writeFile } from "node:fs/promises";
import { newWorkbookFile } from "../src/cli/workbookFile.js";
import { registerSection } from "../src/registers/documentation.js";
import { registers } from "../src/registers/registers.js";
import { createTemplate } from "../src/usecases/createTemplate.js";
import { aleRows } from "../test/fixtures/ale/aleRows.js";

await mkdir("samples", { recursive: true });
const ale = newWorkbookFile();
await createTemplate(ale.port, aleRows);
await ale.saveAs("samples/ale-maluppfoljning-t1-2019.xlsx");
await writeFile("docs/registers.md", ["# Registren", "Den här sidan görs av registrens definitioner med `npm run samples`.", ...Object.values(registers).map(registerSection)].join("\n\n") + "\n");
