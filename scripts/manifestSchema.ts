import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const [MANIFEST, ...OTHERS] = ["OfficeAppManifestV1_1.xsd", "OfficeAppBasicTypesV1_0.xsd", "TaskPaneAppVersionOverridesV1_0.xsd"] as const;

/** What Microsoft's schemas in the folder say of a manifest. They are of 2020 and do not know Runtimes, which is left out before they are asked. */
export async function schemaProblems(manifest: string, folder: string): Promise<string[]> {
  const schema = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") });
  // The same number of lines, so that a problem's line is the manifest's own.
  const known = manifest.replace(/<Runtimes>[\s\S]*?<\/Runtimes>/u, (runtimes) => runtimes.replace(/[^\n]/gu, ""));
  const { errors } = await validateXML({ xml: [{ fileName: "manifest.xml", contents: known }], schema: [schema(MANIFEST)], preload: OTHERS.map(schema) });
  return errors.map(({ message, loc }) => `line ${loc?.lineNumber ?? "?"}: ${message}`);
}
