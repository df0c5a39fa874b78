import { localDaySerial } from "../usecases/localDay.js";
import { run } from "./run.js";

// `maltavla … | head` closes our output when it has read enough: that is no fault, and nobody is left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001b[2K${text}`) : undefined,
  today: localDaySerial(new Date()),
});
