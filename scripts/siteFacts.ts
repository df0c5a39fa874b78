import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ribbonCommands } from "../src/commands/ribbonCommands.js";
import { requirementSets } from "../src/excel/requirementSets.js";
import type { ManifestFacts } from "./manifestChecks.js";

/** The address in manifest.xml, for development; the build puts another one in its place. */
export const DEVELOPMENT_ADDRESS = "https://localhost:3000/";

/** What the project's own manifest is checked against: its sources, not a build. */
export function projectFacts(root: string): ManifestFacts {
  const source = (path: string) => join(root, path.endsWith(".html") ? `src/${path.replace(/\.html$/u, "")}/${path}` : path);
  const version = /"version": "([^"]+)"/u.exec(readFileSync(join(root, "package.json"), "utf8"))?.[1] ?? "";
  return {
    version,
    address: DEVELOPMENT_ADDRESS,
    hasFile: (path) => existsSync(source(path)),
    imageSize: (path) => (existsSync(source(path)) ? pngSize(readFileSync(source(path))) : undefined),
    commands: Object.keys(ribbonCommands),
    requirementSets,
  };
}

/** Width and height of a PNG file, from its header. */
function pngSize(bytes: Buffer): readonly [number, number] | undefined {
  return bytes.length > 24 && bytes.subarray(1, 4).toString("latin1") === "PNG" ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}
