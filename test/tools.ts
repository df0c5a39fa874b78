import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** A program that tests use and that a machine may lack. .ci/run installs all of them. */
export type Tool = "soffice" | "chromium" | "python3-openpyxl";

/** Candidates for each tool, and arguments with which the right one exits 0. */
const candidates: Readonly<Record<Tool, readonly (readonly [program: string, ...arguments_: string[]])[]>> = {
  soffice: [["soffice", "--version"], ["libreoffice", "--version"], ["/Applications/LibreOffice.app/Contents/MacOS/soffice", "--version"]],
  // The shell draws the same pages without the windows that nobody sees, in half the time.
  chromium: [["chromium-headless-shell", "--version"], ["chromium", "--version"], ["chromium-browser", "--version"], ["google-chrome", "--version"]],
  // The second is Debian's own Python, for which apt installs openpyxl, where another one comes first on the path.
  "python3-openpyxl": [["python3", "-c", "import openpyxl"], ["/usr/bin/python3", "-c", "import openpyxl"]],
};

const found = new Map<Tool, string | undefined>();

/** The absolute path of the program to start for a tool (python3 for openpyxl), or undefined when this machine lacks it. Looked up once per test file. */
export function toolPath(tool: Tool): string | undefined {
  if (!found.has(tool)) {
    const working = candidates[tool].flatMap(([program, ...arguments_]) => {
      const path = whereIs(program);
      return path !== undefined && runs(path, arguments_) ? [path] : [];
    });
    found.set(tool, working[0]);
  }
  return found.get(tool);
}

function whereIs(program: string): string | undefined {
  const places = isAbsolute(program) ? [program] : (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => existsSync(place));
}

function runs(path: string, arguments_: readonly string[]): boolean {
  try {
    execFileSync(path, arguments_, { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * A describe block for tests that need `tool`; `tests` is given the program to start. Where the tool is missing the block is skipped
 * and says so; with CI=true it fails instead, because CI installs every tool and a skip there would prove nothing.
 */
export function describeWith(tool: Tool, name: string, tests: (program: string) => void): void {
  const program = toolPath(tool);
  if (program !== undefined) {
    describe(name, () => {
      tests(program);
    });
  } else if (process.env["CI"] === "true") {
    test(`${name}: ${tool} must be installed in CI`, () => {
      throw new Error(`${tool} saknas på CI-maskinen; .ci/run ska installera den.`);
    });
  } else {
    process.stderr.write(`HOPPAS ÖVER / SKIPPED: ${name} (${tool} saknas på den här datorn)\n`);
    describe.skip(`${name} (${tool} saknas)`, () => {
      tests(tool);
    });
  }
}
