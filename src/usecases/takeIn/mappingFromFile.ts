import type { Mapping } from "../../intake/mapping.js";
import { MappingError, readMappingText } from "../../intake/mappingFile.js";
import { WorkbookError } from "../workbookError.js";

/**
 * How sheets are taken in, from the text of a file that somebody has picked.
 * @throws WorkbookError `file-refused` when it is no such file: nothing of it is used
 */
export function mappingFromFile(text: string): Mapping {
  try {
    return readMappingText(text);
  } catch (cause) {
    if (cause instanceof MappingError) throw new WorkbookError("file-refused", cause.text, { cause });
    throw cause;
  }
}
