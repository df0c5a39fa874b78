// Makes a fresh clone ready to run: installs what package-lock.json says when that has not been done, and is silent otherwise.
// No dependencies, and no syntax newer than ES modules: it must be able to say that Node is too old.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, "package-lock.json");
// npm writes this copy of the lock file last of all, so an interrupted installation lacks it.
const installedFile = join(root, "node_modules/.package-lock.json");
const OLDEST_NODE = [20, 9];

function nodeIsNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** True when the installed packages are those of the lock file. */
function installationIsCurrent() {
  try {
    return statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs || samePackages();
  } catch (error) {
    return false;
  }
}

/** True when both files name the same packages: git gives a lock file a new time without changing it. */
function samePackages() {
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const matches = (path) => installed[path] !== undefined && wanted[path] !== undefined && installed[path].version === wanted[path].version;
  // Optional packages are those of other platforms too, and may rightly be absent.
  const needed = Object.keys(wanted).filter((path) => path !== "" && !wanted[path].optional && !wanted[path].devOptional);
  return needed.every(matches) && Object.keys(installed).every(matches);
}

function stop(message) {
  process.stderr.write(message + "\n");
  process.exit(1);
}

/** Runs `npm ci`: one line before it, and nothing more unless it fails. */
function install() {
  process.stderr.write("Installerar paket, ungefär en minut … / Installing packages, about a minute …\n");
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel", "error"];
  // npm is a .cmd file on Windows, which only a shell can start; a script that npm runs is told where npm's own JavaScript is.
  const npm = process.env.npm_execpath;
  const result =
    npm !== undefined && npm.endsWith(".js")
      ? spawnSync(process.execPath, [npm].concat(words), { cwd: root, encoding: "utf8" })
      : spawnSync("npm " + words.join(" "), { cwd: root, encoding: "utf8", shell: true });
  if (result.status !== 0) {
    process.stderr.write((result.stdout || "") + (result.stderr || ""));
    stop("Paketen kunde inte installeras (npm ci, se ovan). Kontrollera nätet och försök igen. / The packages could not be installed (npm ci, see above). Check the network and try again.");
  }
}

if (!nodeIsNewEnough(process.versions.node)) {
  const oldest = OLDEST_NODE.join(".");
  stop("Måltavla behöver Node " + oldest + " eller senare; här finns " + process.versions.node + ". / Måltavla needs Node " + oldest + " or later; this is " + process.versions.node + ".");
}
if (!installationIsCurrent()) install();
