import { run } from "../../src/cli/run.js";

/** The day that tests run on: when Ale's report was made. */
const DAY = 43_605;

/** Runs the command line as `npm run maltavla --` does, and gives its exit code and what it wrote. */
export async function maltavla(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly error: readonly string[] }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(args, { out: (text) => out.push(text), error: (text) => error.push(text), progress: undefined, today: DAY });
  return { code, out: out.join("\n"), error };
}
