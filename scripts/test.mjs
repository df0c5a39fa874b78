// Runs everything that must hold before a commit. Quiet while all is well: one line a step; a step that fails shows all it said.
// `npm test -- <words>` passes the words to Jest and runs nothing else. The last line is always "N passed, N failed", for CI.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jestWords = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "maltavla-test-"));
const jestReport = join(scratch, "jest.json");

const packageFile = (path) => join(root, "node_modules", path);

// Each test file runs its modules anew, so most of what V8 optimises is thrown away soon after. Asking for more runs before it begins takes a third of the processor time off short test files, and nothing on long ones.
const OPTIMISE_LATER = "--interrupt-budget=1500000";

const jest = { name: "tests", words: [OPTIMISE_LATER, packageFile("jest/bin/jest.js"), "--json", "--outputFile", jestReport, ...(jestWords.length > 0 ? jestWords : ["--maxWorkers", "100%"])] };

// Two lanes for two cores: the slow tests in one, everything else after each other in the other.
const lanes =
  jestWords.length > 0
    ? [[{ ...jest, shown: true }]]
    : [
        [jest],
        [
          { name: "types", words: [packageFile("@typescript/native/bin/tsc"), "-p", "."] },
          { name: "layers", words: [packageFile("dependency-cruiser/bin/dependency-cruise.mjs"), "src", "test", "scripts", "bench", "--config", ".dependency-cruiser.mjs"] },
          { name: "unused code", words: [packageFile("knip/bin/knip.js"), "--no-progress", "--no-config-hints"] },
          { name: "lint", words: [packageFile("eslint/bin/eslint.js"), ".", "--max-warnings", "0"] },
        ],
      ];

/** No step takes a third of this, also on a slow machine; one that does hangs, and would hold CI for ever. */
const LIMIT_SECONDS = 3000;

/** Runs one step. Resolves to its exit code, output and seconds; never rejects. */
function run(step) {
  const started = Date.now();
  return new Promise((resolve) => {
    // --json would make Jest print its report; that goes to the file, and what a person reads to stderr.
    const child = spawn(process.execPath, step.words, { cwd: root, stdio: ["ignore", "pipe", step.shown ? "inherit" : "pipe"] });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      // Its own children may hold its output open, so "close" is not waited for.
      end(1, Buffer.concat(output).toString("utf8") + `\nStopped after ${LIMIT_SECONDS} seconds.`);
      child.stdout.destroy();
      child.stderr?.destroy();
    }, LIMIT_SECONDS * 1000);
    const end = (code, text) => {
      clearTimeout(timer);
      resolve({ code, text, seconds: (Date.now() - started) / 1000 });
    };
    child.on("error", (error) => end(1, String(error)));
    child.on("close", (code) => end(code === null ? 1 : code, Buffer.concat(output).toString("utf8")));
  });
}

/** Lines in which a test says that it was left out; they are shown even when all is well. */
const skips = (text) => [...new Set(text.split("\n").filter((line) => line.includes("HOPPAS ÖVER")))];

/** What Jest came to, or undefined when it stopped before it could tell. */
function jestResults() {
  try {
    return JSON.parse(readFileSync(jestReport, "utf8"));
  } catch {
    return undefined;
  }
}

function jestCounts() {
  const report = jestResults();
  // A test file that cannot even load has no tests to count, and is a failure all the same.
  return report && { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites, skipped: report.numPendingTests };
}

/** Lines of a stack that are Jest's and Node's own. */
const OF_JEST = /\n +at .*(?:node_modules\/jest-|node:internal).*/g;

/** The tests that failed and why, without the hundreds that passed: a page that cuts long output shows them. Undefined when Jest has no failure to tell of, and something else went wrong. */
function jestFailures() {
  const failures = (jestResults()?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((each) => each.status === "failed").map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join("\n")}`);
    const whole = status === "failed" && tests.length === 0 ? [message] : [];
    return [...tests, ...whole].map((what) => `● ${relative(root, name)} › ${what.replace(OF_JEST, "").trim()}`);
  });
  return failures.length > 0 ? failures.join("\n\n") : undefined;
}

async function runLane(steps) {
  const failed = [];
  for (const step of steps) {
    const { code, text, seconds } = await run(step);
    const time = `${seconds.toFixed(1)} s`;
    if (code === 0) {
      for (const line of skips(text)) console.log(line);
      console.log(`ok      ${step.name} (${time})`);
    } else {
      failed.push(step.name);
      console.log(`FAILED  ${step.name} (${time})\n${((step === jest && jestFailures()) || text).trimEnd()}\n`);
    }
  }
  return failed;
}

const failed = (await Promise.all(lanes.map(runLane))).flat();
const counts = jestCounts();
rmSync(scratch, { recursive: true, force: true });

if (counts?.skipped) console.log(`${counts.skipped} skipped`);
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}`);
// Every other step that fails counts as one, so that the line never says 0 failed when something did.
const otherFailures = failed.filter((name) => name !== jest.name).length;
const testFailures = failed.includes(jest.name) ? Math.max(1, counts?.failed ?? 0) : 0;
console.log(`${counts?.passed ?? 0} passed, ${testFailures + otherFailures} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
