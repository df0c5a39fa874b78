// npm run -s try -- script.js [--workbook in.xlsx] [--out out.xlsx]
import { runScript } from "./runScript.js";

process.exitCode = await runScript(process.argv.slice(2), process.stderr);
