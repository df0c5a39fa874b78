// Reads {cells, formulas} as JSON from standard input and writes what IronCalc answers for each formula: an oracle of its own
// process, because IronCalc's package is an ES module with WebAssembly, which Jest's CommonJS cannot load.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";

const require = createRequire(import.meta.url);
initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });

const { cells, formulas } = JSON.parse(readFileSync(0, "utf8"));
const model = new Model("oracle", "en", "UTC", "en");
model.pauseEvaluation();
for (const { row, column, content } of cells) model.setUserInput(0, row + 1, column + 1, content);
const firstRow = 200;
formulas.forEach((formula, i) => {
  model.setUserInput(0, firstRow + i, 20, `=${formula}`);
  // Seen as text with 15 digits, and with its type, so that nothing is lost to a display format.
  model.setUserInput(0, firstRow + i, 22, `=TYPE(T${firstRow + i})`);
  model.setUserInput(0, firstRow + i, 23, `=IFERROR(T${firstRow + i}&"","")`);
});
model.evaluate();
const answers = formulas.map((_, i) => {
  const type = model.getFormattedCellValue(0, firstRow + i, 22);
  const shown = model.getFormattedCellValue(0, firstRow + i, 20);
  const text = model.getFormattedCellValue(0, firstRow + i, 23);
  return type === "16" ? { error: shown } : type === "2" ? text : type === "4" ? text === "TRUE" : Number(text);
});
process.stdout.write(JSON.stringify(answers));
