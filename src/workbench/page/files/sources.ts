// Where a workbook can come from. Nothing leaves the browser: files are read in the page, and saved by its own download.
import { createXlsx } from "../../../xlsx/index.js";
import { texts } from "../texts.js";

/** A file that is to be opened. */
export interface Source {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** A file could not be fetched from the site. */
export class NotFetched extends Error {
  override readonly name = "NotFetched";
}

/** A file on the workbench's own site. */
export function onSite(address: string): Source {
  return {
    name: decodeURIComponent(address.split("/").at(-1) ?? address),
    read: async () => {
      const answer = await fetch(address).catch(() => undefined);
      if (answer?.ok !== true) throw new NotFetched(texts.file.notFetched(address));
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

const { samples } = texts.file;

/** The first is open at the start. */
export const SAMPLES = [
  { label: samples.ale, source: onSite("/samples/ale-maluppfoljning-t1-2019.xlsx") },
  { label: samples.ostersund, source: onSite("/samples/ostersund-uppdrag-t2-2021.xlsx") },
  { label: samples.ostersundGoal, source: onSite("/samples/ostersund-trygghet-och-stod-2024.xlsx") },
  { label: samples.norrkoping, source: onSite("/samples/norrkoping-verksamhetsplan-2016.xlsx") },
  { label: samples.aleControl, source: onSite("/samples/ale-internkontroll-2019.xlsx") },
  { label: samples.ovanaker, source: onSite("/samples/ovanaker-kvalitetsbokslut-2017.xlsx") },
  { label: samples.aleDecisions, source: onSite("/samples/ale-ej-verkstallda-beslut-q1-2019.xlsx") },
] as const;

export function emptyWorkbook(): Source {
  return { name: texts.file.emptyName, read: () => Promise.resolve(createXlsx().save()) };
}

/** A file that the user chose or dropped. */
export function chosen(file: File): Source {
  return { name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

export function inMemory(name: string, bytes: Uint8Array): Source {
  return { name, read: () => Promise.resolve(bytes) };
}
