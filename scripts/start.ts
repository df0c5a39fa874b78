/** `npm start`: builds what is to be shown, serves the workbench on this machine, and tells where it is. `-- --help` tells what else it can. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "../src/cli/run.js";
import { APP, type Bundle, BuildFailed, developmentOutput, ensureBuilt, PAGE, watch } from "../src/workbench/server/bundles.js";
import { localhostCertificate } from "../src/workbench/server/certificate.js";
import { Reloading } from "../src/workbench/server/development.js";
import { NoFreePort } from "../src/workbench/server/listen.js";
import { startWorkbenchServer } from "../src/workbench/server/workbenchServer.js";

const HELP = `npm start                         öppnar arbetsbänken: Måltavla i ett Excel som körs i webbläsaren
npm start -- --workbook fil.xlsx  öppnar den filen i den
npm start -- --port 3100          på en annan port än 3000
npm start -- --dev                bygger om och laddar om när källkoden ändras
npm start -- --headless           bygger exempelrapporten utan webbläsare`;

const root = fileURLToPath(new URL("..", import.meta.url));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Wishes {
  readonly workbook: string | undefined;
  readonly port: number;
  readonly dev: boolean;
  readonly headless: boolean;
  readonly help: boolean;
}

/** Something that was asked for cannot be done: told in one line. */
class StartError extends Error {
  override readonly name = "StartError";
}

function wishesOf(words: string[]): Wishes {
  const options = { workbook: { type: "string" }, port: { type: "string", default: "3000" }, dev: { type: "boolean", default: false }, headless: { type: "boolean", default: false }, help: { type: "boolean", default: false } } as const;
  const { values } = parsed(() => parseArgs({ args: words, options }));
  const port = Number(values.port);
  if (!/^\d{1,5}$/u.test(values.port) || port > 65_535) throw new StartError(`--port ${values.port}: en port är ett heltal från 0 till 65535.`);
  const workbook = values.workbook === undefined ? undefined : resolve(values.workbook);
  if (workbook !== undefined && !/\.xls[xm]$/iu.test(workbook)) throw new StartError(`${workbook} är ingen Excelfil (.xlsx eller .xlsm).`);
  if (workbook !== undefined && !existsSync(workbook)) throw new StartError(`Filen ${workbook} finns inte.`);
  return { ...values, workbook, port };
}

function parsed<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (cause) {
    throw new StartError(`${cause instanceof Error ? cause.message : String(cause)}\n${HELP}`, { cause });
  }
}

/** Builds the sample's report in the embedded Excel, without a browser, and tells where the workbook is. */
async function headless(): Promise<number> {
  const out = "out/ale-maluppfoljning-t1-2019.xlsx";
  // The day of the sample's own report, so that every start writes the same file.
  const today = 43_605;
  await mkdir("out", { recursive: true });
  return run(["build", "maluppfoljning", "samples/ale-maluppfoljning-t1-2019.xlsx", "--out", resolve(out), "--replace-edits"], {
    out: say,
    error: (text) => process.stderr.write(`${text}\n`),
    progress: undefined,
    today,
  });
}

async function built(bundle: Bundle, what: string): Promise<string> {
  const told = setTimeout(() => say(`Bygger ${what} …`), 500);
  try {
    await ensureBuilt(root, bundle);
  } finally {
    clearTimeout(told);
  }
  return join(root, bundle.output);
}

/** Both bundles made anew at each change of the sources, and pages told of it. */
function development(): { readonly app: string; readonly page: string; readonly reloading: Reloading; end(): void } {
  const watched = [APP, PAGE].map((bundle) => ({ process: watch(root, bundle), folder: join(root, developmentOutput(bundle)) }));
  const [app = "", page = ""] = watched.map(({ folder }) => folder);
  const reloading = new Reloading([app, page]);
  return {
    app,
    page,
    reloading,
    end: () => {
      reloading.close();
      for (const { process: child } of watched) child.kill();
    },
  };
}

async function workbench({ workbook, port, dev }: Wishes): Promise<void> {
  const watching = dev ? development() : undefined;
  const site = {
    app: watching?.app ?? (await built(APP, "tillägget")),
    page: watching?.page ?? (await built(PAGE, "arbetsbänken")),
    officeJs: dirname(createRequire(join(root, "package.json")).resolve("@microsoft/office-js/dist/office.js")),
    samples: join(root, "samples"),
    manifest: join(root, "manifest.xml"),
    ...(workbook === undefined ? {} : { workbook }),
  };
  const certificate = localhostCertificate(join(root, ".cache/certificate"), Date.now());
  const server = await startWorkbenchServer({ site, certificate, port, ...(watching === undefined ? {} : { reloading: watching.reloading }) });
  if (server.port !== port && port !== 0) say(`Port ${port} är upptagen.`);
  say(`Måltavla i arbetsbänken: ${server.address}`);
  say("Certifikatet är gjort på den här datorn, så webbläsaren varnar första gången: välj Avancerat och fortsätt till localhost.");
  say("Arbetsboken stannar i webbläsaren. Avsluta med Ctrl+C.");
  const end = (): void => {
    watching?.end();
    void server.close().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

async function start(): Promise<void> {
  const wishes = wishesOf(process.argv.slice(2));
  if (wishes.help) say(HELP);
  else if (wishes.headless) process.exitCode = await headless();
  else await workbench(wishes);
}

try {
  await start();
} catch (cause) {
  if (!(cause instanceof StartError || cause instanceof NoFreePort || cause instanceof BuildFailed)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 2;
}
