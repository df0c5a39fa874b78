// Runs tests for Stryker in the process at hand, in some hundredths of a second where Jest needs two: 3 000 changes are then minutes and not hours.
// Everything of ours is loaded anew for each change, so that nothing worked out before it is left; what node_modules hold is not.
import { transformFileSync } from "@swc/core";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative, resolve } from "node:path";
import vm from "node:vm";

const SUCCESS = 0;
const FAILED = 1;
const stryker = (globalThis.__stryker__ ??= {});

/** A file's code is compiled once, whatever number of times it is run. */
const compiled = new Map();

function codeOf(file) {
  let code = compiled.get(file);
  if (code === undefined) {
    const { code: text } = transformFileSync(file, { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: file.endsWith("x") } }, module: { type: "commonjs" }, sourceMaps: false });
    const run = new vm.Script(`(function (exports, require, module) {${text}\n})`, { filename: file }).runInThisContext();
    code = { run, requires: createRequire(file) };
    compiled.set(file, code);
  }
  return code;
}

/** Loads files of ours, each once. */
function loader() {
  const loaded = new Map();
  return function load(file) {
    let module = loaded.get(file);
    if (module === undefined) {
      module = { exports: {} };
      loaded.set(file, module);
      const { run, requires } = codeOf(file);
      run(module.exports, (name) => (name.startsWith(".") && !name.endsWith(".json") ? load(sourceOf(resolve(dirname(file), name))) : requires(name)), module);
    }
    return module.exports;
  };
}

function sourceOf(path) {
  return [path.replace(/\.js$/u, ".ts"), path.replace(/\.js$/u, ".tsx"), path].find((file) => existsSync(file));
}

/** The tests of one file as they are told by describe, test and it, each under a name of its own. */
function testsOf(file) {
  const tests = [];
  const within = [];
  const known = new Map();
  const tell = (title, run) => {
    const name = [relative(process.cwd(), file), ...within, title].join(" › ");
    const times = (known.get(name) ?? 0) + 1;
    known.set(name, times);
    tests.push({ id: times === 1 ? name : `${name} (${times})`, file, run });
  };
  const group = (title, tellAll) => {
    within.push(title);
    tellAll();
    within.pop();
  };
  const eachOf = (one) => (cases) => (title, run) => cases.forEach((given) => (Array.isArray(given) ? one(title, () => run(...given)) : one(title, () => run(given))));
  const test = Object.assign(tell, { each: eachOf(tell) });
  Object.assign(globalThis, { test, it: test, describe: Object.assign(group, { each: eachOf(group) }) });
  loader()(file);
  return tests;
}

class InProcess {
  static inject = ["options"];
  /** How long each test took when nothing was changed: the quickest go first, since one that fails is enough. */
  spent = new Map();

  constructor({ tests }) {
    this.files = tests.map((test) => resolve(test));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const requires = createRequire(resolve("package.json"));
    globalThis.expect = createRequire(requires.resolve("jest"))("expect").expect;
    loader()(resolve("test/setup/seed.ts"));
    const fc = requires("fast-check");
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  }

  /** Each test is run with everything loaded anew: what one has made known would otherwise spare the next the code that it is a test of. */
  async dryRun() {
    const results = [];
    for (const file of this.files) {
      for (const index of testsOf(file).keys()) {
        const test = testsOf(file)[index];
        stryker.currentTestId = test.id;
        const started = performance.now();
        const failure = await failureOf(test);
        stryker.currentTestId = undefined;
        const timeSpentMs = performance.now() - started;
        this.spent.set(test.id, timeSpentMs);
        results.push({ id: test.id, name: test.id, timeSpentMs, ...(failure === undefined ? { status: SUCCESS } : { status: FAILED, failureMessage: failure }) });
      }
    }
    return { status: "complete", tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    try {
      return await this.firstFailure(testFilter, () => stryker.hitCount > hitLimit);
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  async firstFailure(testFilter, goesOnForEver) {
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const files = this.files.filter((file) => wanted === undefined || testFilter.some((id) => id.startsWith(`${relative(process.cwd(), file)} › `)));
    const told = [];
    for (const file of files) {
      try {
        told.push(...testsOf(file).filter(({ id }) => wanted === undefined || wanted.has(id)));
      } catch (error) {
        return goesOnForEver() ? { status: "timeout" } : { status: "killed", killedBy: [testFilter?.[0] ?? this.spent.keys().next().value], failureMessage: String(error), nrOfTests: 0 };
      }
    }
    told.sort((a, b) => (this.spent.get(a.id) ?? 0) - (this.spent.get(b.id) ?? 0));
    for (const [index, test] of told.entries()) {
      const failure = await failureOf(test);
      if (goesOnForEver()) return { status: "timeout" };
      if (failure !== undefined) return { status: "killed", killedBy: [test.id], failureMessage: failure, nrOfTests: index + 1 };
    }
    return { status: "survived", nrOfTests: told.length };
  }
}

async function failureOf({ run }) {
  try {
    await run();
  } catch (error) {
    return String(error);
  }
  return undefined;
}

export const strykerPlugins = [{ kind: "TestRunner", name: "inProcess", injectableClass: InProcess }];
export const strykerValidationSchema = { properties: { tests: { type: "array", items: { type: "string" } } } };
