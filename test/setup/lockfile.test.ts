import { readFileSync } from "node:fs";
import { join } from "node:path";

interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(__dirname, "../../package-lock.json"), "utf8")) as { packages: Record<string, LockEntry> };

/**
 * Optional packages that some entry lists and the lock file does not hold, as "package needs optional". npm leaves a platform's
 * package out without a word when the registry lacks it, and `npm ci` then fails on that platform and on every newer npm.
 */
function missingOptionals(packages: Readonly<Record<string, LockEntry>>): string[] {
  const found = (from: string, name: string): boolean => {
    // Node's own search: in the package's own node_modules first, then in those of each folder above.
    const above = from.split("/node_modules/");
    return [...above.map((_part, index) => `${above.slice(0, above.length - index).join("/node_modules/")}/`), ""].some((folder) => packages[`${folder === "/" ? "" : folder}node_modules/${name}`] !== undefined);
  };
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !found(path, name))
      .map((name) => `${path} needs ${name}`),
  );
}

test("every optional package that the lock file speaks of is in it", () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
  expect(missingOptionals(lock.packages)).toEqual([]);
});

test("a platform's package that is left out is found", () => {
  const packages = {
    "": {},
    "node_modules/engine": { optionalDependencies: { "@engine/linux": "1.0.0", "@engine/mac": "1.0.0", "@engine/win": "1.0.0" } },
    "node_modules/@engine/linux": { version: "1.0.0" },
    "node_modules/engine/node_modules/@engine/mac": { version: "1.0.0" },
  };
  expect(missingOptionals(packages)).toEqual(["node_modules/engine needs @engine/win"]);
});

test("every direct dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^(npm:@?[^@]+@)?\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
