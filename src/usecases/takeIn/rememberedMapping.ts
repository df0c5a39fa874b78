import { mappingText, MappingError, readMappingText } from "../../intake/mappingFile.js";
import { emptyMapping, type Mapping } from "../../intake/mapping.js";
import type { WorkbookPort } from "../port.js";

const NAME = "intag";
/** One setting holds no more than a cell does. */
const LONGEST = 30_000;

/**
 * What the workbook remembers of how sheets are taken in; nothing where it remembers nothing that can be used, as settings are lost now and then. One request, and one
 * more for every 30 000 characters beyond the first.
 */
export async function rememberedMapping(port: WorkbookPort): Promise<Mapping> {
  const first = await port.readChoice(NAME);
  if (first === null) return emptyMapping;
  const [, count, beginning] = /^(\d{1,3})\n(.*)$/su.exec(first) ?? [];
  const pieces = count === undefined ? [first] : [beginning, ...(await Promise.all(Array.from({ length: Number(count) - 1 }, (_, index) => port.readChoice(pieceName(index + 2)))))];
  try {
    return readMappingText(pieces.join(""));
  } catch (error) {
    if (error instanceof MappingError) return emptyMapping;
    throw error;
  }
}

/** One request, and one more for every 30 000 characters beyond the first; none where it is remembered already. */
export async function rememberMapping(port: WorkbookPort, mapping: Mapping): Promise<void> {
  const text = mappingText(mapping);
  if (text === mappingText(await rememberedMapping(port))) return;
  const count = Math.ceil(text.length / LONGEST);
  const pieces = Array.from({ length: count }, (_, index) => text.slice(index * LONGEST, (index + 1) * LONGEST));
  const [first = "", ...rest] = pieces;
  await Promise.all([port.writeChoice(NAME, count === 1 ? first : `${count}\n${first}`), ...rest.map((piece, index) => port.writeChoice(pieceName(index + 2), piece))]);
}

function pieceName(number: number): string {
  return `${NAME}.${number}`;
}
