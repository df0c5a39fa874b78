import { mappingText, MappingError, readMappingText } from "../../intake/mappingFile.js";
import { emptyMapping, type Mapping } from "../../intake/mapping.js";
import { splitsSurrogatePair } from "../../reports/layout/wrapping.js";
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
  const parts = count === undefined ? [first] : [beginning, ...(await Promise.all(Array.from({ length: Number(count) - 1 }, (_, index) => port.readChoice(pieceName(index + 2)))))];
  try {
    return readMappingText(parts.join(""));
  } catch (error) {
    if (error instanceof MappingError) return emptyMapping;
    throw error;
  }
}

/** One request, and one more for every 30 000 characters beyond the first; none where it is remembered already. */
export async function rememberMapping(port: WorkbookPort, mapping: Mapping): Promise<void> {
  const text = mappingText(mapping);
  if (text === mappingText(await rememberedMapping(port))) return;
  const [first = "", ...rest] = pieces(text);
  await Promise.all([port.writeChoice(NAME, rest.length === 0 ? first : `${rest.length + 1}\n${first}`), ...rest.map((piece, index) => port.writeChoice(pieceName(index + 2), piece))]);
}

/** Never parted inside a character that takes two places. */
function pieces(text: string): readonly string[] {
  if (text.length <= LONGEST) return [text];
  const end = splitsSurrogatePair(text, LONGEST) ? LONGEST - 1 : LONGEST;
  return [text.slice(0, end), ...pieces(text.slice(end))];
}

function pieceName(number: number): string {
  return `${NAME}.${number}`;
}
