import { extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseDate } from "../registers/values/date.js";
import { workAreas, type WorkArea } from "../registers/workAreas.js";

/** Bad use of the command line: told in one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type Command =
  | { readonly name: "template"; readonly out: string; readonly areas: readonly WorkArea[] }
  | { readonly name: "check"; readonly workbook: string; readonly json: boolean }
  | { readonly name: "reports"; readonly json: boolean }
  | {
      readonly name: "build";
      readonly report: string;
      readonly workbook: string;
      readonly out: string;
      readonly unit: string | undefined;
      readonly period: string | undefined;
      readonly edits: "ask" | "keep" | "replace";
      readonly json: boolean;
    }
  | { readonly name: "new-period"; readonly workbook: string; readonly out: string; readonly period: string | undefined; readonly json: boolean }
  | {
      readonly name: "import";
      readonly source: string;
      /** The workbook with the registers; left out, a new one. */
      readonly into: string | undefined;
      readonly out: string;
      readonly mapping: string | undefined;
      readonly saveMapping: string | undefined;
      readonly period: string | undefined;
      readonly unit: string | undefined;
      readonly json: boolean;
    }
  | {
      readonly name: "distribute";
      readonly workbook: string;
      readonly outDir: string;
      /** Where the workbook is kept with its id; left out, it is left as it is. */
      readonly out: string | undefined;
      readonly period: string | undefined;
      readonly units: readonly string[] | undefined;
      /** The last day to answer; serial number. */
      readonly deadline: number | undefined;
      readonly json: boolean;
    }
  | {
      readonly name: "collect";
      readonly workbook: string;
      /** Files, and folders whose files are all taken. */
      readonly paths: readonly string[];
      readonly out: string;
      readonly period: string | undefined;
      readonly prefer: "newest" | "existing" | undefined;
      readonly json: boolean;
    }
  | { readonly name: "help" };

export const usage = `Måltavla på kommandoraden

  template <ut.xlsx> [--for mal,uppdrag]
                                     en arbetsbok med register: alla, eller dem för det som räknas upp
                                     (mal, uppdrag, kontroller, beslut, synpunkter, dokument, klarmarkering)
  check <in.xlsx> [--json]           anmärkningar; slutkod 1 om någon är ett fel
  reports [--json]                   rapporterna som kan byggas
  build <rapport> <in.xlsx> --out <ut.xlsx>
        [--unit KOD] [--period "T1 2019"] [--keep-edits | --replace-edits] [--json]
                                     bygger rapporten i arbetsboken
  new-period <in.xlsx> --out <ut.xlsx> [--period "T2 2019"] [--json]
                                     lägger till raderna som ska fyllas i för nästa period
  import <in.xlsx> --out <ut.xlsx> [--into <register.xlsx>]
        [--mapping val.json] [--save-mapping val.json] [--period "T1 2019"] [--unit KOD] [--json]
                                     läser in bladen i en arbetsbok till registren, i en ny arbetsbok om --into utelämnas
  distribute <register.xlsx> --out-dir <mapp> [--period "T2 2026"] [--unit KOD] [--deadline 2026-09-30] [--out <register.xlsx>] [--json]
                                     en fil till varje enhet att fylla i; --out sparar arbetsboken med ett kännetecken som filerna bär, och
                                     med sista dagen i Klarmarkering för enheter som saknar en
  collect <register.xlsx> <filer eller mappar …> --out <ut.xlsx>
        [--period "T2 2026"] [--prefer newest | existing] [--json]
                                     tar in svaren ur ifyllda filer; slutkod 1 om något inte kunde läsas eller ska avgöras

Slutkod 0: klart. 1: fel i arbetsboken, eller ändringar för hand att ta ställning till. 2: fel i anropet eller filen.`;

/** Reads the arguments after the program's name; throws UsageError with one Swedish line when they cannot be followed. */
export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
      throw new UsageError("Skriv vad som ska göras: template, check, reports, build, new-period, import, distribute eller collect. --help visar hur.");
    case "help":
    case "--help":
    case "-h":
      return { name: "help" };
    case "template": {
      const { values, positionals } = parse(rest, { for: { type: "string" } });
      return { name, out: only(positionals, "Skriv filen som ska skapas: template <ut.xlsx>."), areas: areasCalled(textOf(values["for"])) };
    }
    case "check": {
      const { values, positionals } = parse(rest, { json: { type: "boolean" } });
      return { name, workbook: only(positionals, "Skriv filen som ska kontrolleras: check <in.xlsx>."), json: values["json"] === true };
    }
    case "reports": {
      const { values, positionals } = parse(rest, { json: { type: "boolean" } });
      if (positionals.length > 0) {
        throw new UsageError("reports tar ingen fil.");
      }
      return { name, json: values["json"] === true };
    }
    case "build":
      return readBuild(rest);
    case "new-period": {
      const { values, positionals } = parse(rest, { out: { type: "string" }, period: { type: "string" }, json: { type: "boolean" } });
      const workbook = only(positionals, "Skriv filen med registren: new-period <in.xlsx> --out <ut.xlsx>.");
      return { name, workbook, out: outFile(workbook, values["out"]), period: textOf(values["period"]), json: values["json"] === true };
    }
    case "import":
      return readImport(rest);
    case "distribute":
      return readDistribute(rest);
    case "collect":
      return readCollect(rest);
    default:
      throw new UsageError(`Kommandot ${name} finns inte. --help visar vilka som finns.`);
  }
}

/** The areas of work as they are called on the command line. */
const areaNames: Readonly<Record<string, WorkArea>> = {
  mal: "goals", uppdrag: "assignments", kontroller: "controls", beslut: "decisions", synpunkter: "views", dokument: "documents", klarmarkering: "signOff",
};

function areasCalled(names: string | undefined): readonly WorkArea[] {
  if (names === undefined) return workAreas;
  return names.split(",").map((name) => {
    const area = areaNames[name.trim().toLowerCase()];
    if (area === undefined) throw new UsageError(`${name.trim()} går inte att välja med --for. Välj bland ${Object.keys(areaNames).join(", ")}.`);
    return area;
  });
}

/** What kind of workbook it is (macros, template) stands inside the file too: under another of these endings Excel refuses to open it. */
const EXCEL_ENDINGS = [".xlsx", ".xlsm", ".xltx", ".xltm"];

function readBuild(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    out: { type: "string" },
    unit: { type: "string" },
    period: { type: "string" },
    "keep-edits": { type: "boolean" },
    "replace-edits": { type: "boolean" },
    json: { type: "boolean" },
  });
  const [report, workbook, ...more] = positionals;
  if (report === undefined || workbook === undefined || more.length > 0) {
    throw new UsageError("Skriv rapporten och filen: build <rapport> <in.xlsx> --out <ut.xlsx>.");
  }
  const out = outFile(workbook, values["out"]);
  if (values["keep-edits"] === true && values["replace-edits"] === true) {
    throw new UsageError("Välj antingen --keep-edits eller --replace-edits.");
  }
  return {
    name: "build",
    report,
    workbook,
    out,
    unit: textOf(values["unit"]),
    period: textOf(values["period"]),
    edits: values["keep-edits"] === true ? "keep" : values["replace-edits"] === true ? "replace" : "ask",
    json: values["json"] === true,
  };
}

function readImport(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    into: { type: "string" },
    out: { type: "string" },
    mapping: { type: "string" },
    "save-mapping": { type: "string" },
    period: { type: "string" },
    unit: { type: "string" },
    json: { type: "boolean" },
  });
  const source = only(positionals, "Skriv filen med bladen: import <in.xlsx> --out <ut.xlsx>.");
  const into = textOf(values["into"]);
  const out = outFile(into ?? "ny.xlsx", values["out"]);
  if (resolve(out) === resolve(source) && (into === undefined || resolve(into) !== resolve(source))) {
    throw new UsageError("Filen som läses in får inte skrivas över. Skriv en annan fil efter --out.");
  }
  return {
    name: "import",
    source,
    into,
    out,
    mapping: textOf(values["mapping"]),
    saveMapping: textOf(values["save-mapping"]),
    period: textOf(values["period"]),
    unit: textOf(values["unit"]),
    json: values["json"] === true,
  };
}

function readDistribute(args: readonly string[]): Command {
  const { values, positionals } = parse(args, { "out-dir": { type: "string" }, out: { type: "string" }, period: { type: "string" }, unit: { type: "string" }, deadline: { type: "string" }, json: { type: "boolean" } });
  const workbook = only(positionals, "Skriv filen med registren: distribute <register.xlsx> --out-dir <mapp>.");
  const outDir = textOf(values["out-dir"]);
  if (outDir === undefined) throw new UsageError("Skriv mappen som filerna ska sparas i: --out-dir <mapp>.");
  const unit = textOf(values["unit"]);
  return {
    name: "distribute", workbook, outDir,
    out: values["out"] === undefined ? undefined : outFile(workbook, values["out"]),
    period: textOf(values["period"]),
    units: unit?.split(",").map((code) => code.trim()),
    deadline: dayCalled(textOf(values["deadline"])),
    json: values["json"] === true,
  };
}

function dayCalled(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const read = parseDate({ value: text, type: "String", numberFormat: "@" });
  if (read?.kind !== "read") throw new UsageError(`${text} är inget datum. Skriv sista dagen som 2026-09-30: --deadline 2026-09-30.`);
  return read.value;
}

function readCollect(args: readonly string[]): Command {
  const { values, positionals } = parse(args, { out: { type: "string" }, period: { type: "string" }, prefer: { type: "string" }, json: { type: "boolean" } });
  const [workbook, ...paths] = positionals;
  if (workbook === undefined || paths.length === 0) {
    throw new UsageError("Skriv filen med registren och de ifyllda filerna: collect <register.xlsx> <filer eller mappar …> --out <ut.xlsx>.");
  }
  const { prefer } = values;
  if (prefer !== undefined && prefer !== "newest" && prefer !== "existing") throw new UsageError("Skriv --prefer newest (det nyaste svaret) eller --prefer existing (det som står i registret).");
  const out = outFile(workbook, values["out"]);
  if (paths.some((path) => resolve(path) === resolve(out))) throw new UsageError("En ifylld fil får inte skrivas över. Skriv en annan fil efter --out.");
  return { name: "collect", workbook, paths, out, period: textOf(values["period"]), prefer, json: values["json"] === true };
}

/** Where the changed workbook is saved: a file of the same kind. */
function outFile(workbook: string, out: unknown): string {
  if (typeof out !== "string") {
    throw new UsageError("Skriv vart arbetsboken ska sparas: --out <ut.xlsx>.");
  }
  const [ending, outEnding] = [extname(workbook).toLowerCase(), extname(out).toLowerCase()];
  if (EXCEL_ENDINGS.includes(ending) && EXCEL_ENDINGS.includes(outEnding) && ending !== outEnding) {
    throw new UsageError(`Spara arbetsboken med samma filändelse som den har: --out <ut${ending}>.`);
  }
  return out;
}

type Options = Record<string, { readonly type: "boolean" | "string" }>;

function parse(args: readonly string[], options: Options): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const detail = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1];
    throw new UsageError(`Argumentet ${detail ?? "sist på raden"} går inte att använda här. --help visar hur.`);
  }
}

function only(positionals: readonly string[], message: string): string {
  const [first, ...more] = positionals;
  if (first === undefined || more.length > 0) {
    throw new UsageError(message);
  }
  return first;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
