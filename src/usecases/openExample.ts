import type { WorkbookPort } from "./port.js";
import { WorkbookError } from "./workbookError.js";

/** Fetches a file that lies beside the page, e.g. "samples/ale-maluppfoljning-t1-2019.xlsx". Rejects when it cannot. */
export type FetchFile = (path: string) => Promise<Uint8Array>;

const FILES = {
  ale: "samples/ale-maluppfoljning-t1-2019.xlsx",
  ostersund: "samples/ostersund-uppdrag-t2-2021.xlsx",
  ostersundGoal: "samples/ostersund-trygghet-och-stod-2024.xlsx",
  norrkoping: "samples/norrkoping-verksamhetsplan-2016.xlsx",
  aleControl: "samples/ale-internkontroll-2019.xlsx",
  ovanaker: "samples/ovanaker-kvalitetsbokslut-2017.xlsx",
  aleDecisions: "samples/ale-ej-verkstallda-beslut-q1-2019.xlsx",
} as const;

/** A filled-in workbook that comes with the add-in. */
export type Example = keyof typeof FILES;

/**
 * Opens a sample workbook of its own; the open one is left as it is. One request.
 * @throws WorkbookError `example-missing` when the file cannot be fetched, or what came is no workbook: some hosts answer with a page for whatever is missing
 */
export async function openExample(port: WorkbookPort, example: Example, fetchFile: FetchFile): Promise<void> {
  let file: Uint8Array;
  try {
    file = await fetchFile(FILES[example]);
    if (!isZip(file)) throw new Error("Not a workbook.");
  } catch (cause) {
    throw new WorkbookError(
      "example-missing",
      {
        sv: "Exemplet gick inte att hämta. Din arbetsbok är orörd. Kontrollera nätet och försök igen.",
        en: "The example could not be fetched. Your workbook is untouched. Check the network and try again.",
      },
      { cause },
    );
  }
  await port.openCopy(file);
}

/** Every .xlsx file is a zip archive, which begins with "PK". */
function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}
