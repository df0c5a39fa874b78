import { Zip, ZipPassThrough } from "fflate";
import type { FormFile } from "../../../usecases/round/roundPlan.js";
import { counted, type Work } from "../../../usecases/work.js";

/**
 * Several files as one zip. They are packed as they are, one at a time with a pause between: an .xlsx is compressed already, and the pane must answer meanwhile. Two of
 * the same name both come with it.
 * @throws WorkbookError `cancelled`
 */
export async function zipForms(files: readonly FormFile[], work?: Work): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
  });
  const names = new Set<string>();
  for (const [index, { name, bytes }] of files.entries()) {
    const entry = new ZipPassThrough(free(name, names));
    zip.add(entry);
    entry.push(bytes, true);
    await counted(work, index + 1, files.length);
  }
  zip.end();
  return new Blob(parts, { type: "application/zip" });
}

/** The name, or with a number after it where it is taken: "KS.xlsx", "KS (2).xlsx". Upper and lower case are the same to Windows. */
function free(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot <= 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  let wanted = name;
  for (let number = 2; taken.has(wanted.toLocaleLowerCase("sv")); number += 1) wanted = `${stem} (${number})${ending}`;
  taken.add(wanted.toLocaleLowerCase("sv"));
  return wanted;
}
