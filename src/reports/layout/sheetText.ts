import { textToWrite } from "../../registers/writing/textCell.js";

/**
 * Text as Office.js takes it to store exactly this text: a leading apostrophe says "text", and is not part of the value. "#N/A" typed as text
 * would become an error value.
 */
export function asTextValue(text: string): string {
  return text.startsWith("#") ? `'${text}` : textToWrite(text);
}

/** A value as Excel gives it back: the marking apostrophe is gone, and line breaks are "\n". */
export function asGivenBack<Value>(value: Value): Value | string {
  if (typeof value !== "string") return value;
  return withLineFeeds(value.startsWith("'") ? value.slice(1) : value);
}

/** Excel's own line breaks, however a text came with others. Few have any, and there are many texts. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** UTF-16 units that a cell holds. */
export const LONGEST_TEXT = 32_767;

/** Characters that Excel allows in the name of a sheet. */
export const LONGEST_SHEET_NAME = 31;

/**
 * The name as Excel allows it: at most 31 characters, none of []:*?/\, no apostrophe first or last. A longer name is cut and ends
 * with a checksum, so that two long names stay two sheets.
 */
export function validSheetName(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\\p{Cc}\s]+/gu, " ").replace(/^[' ]+|[' ]+$/g, "");
  if (allowed === "") return "Rapport";
  if (allowed.length <= LONGEST_SHEET_NAME) return allowed;
  const checksum = checksumOf(name);
  const kept = allowed.slice(0, LONGEST_SHEET_NAME - checksum.length - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}~${checksum}`;
}

/** Four characters that tell long names apart (FNV-1a, 20 bits of it). */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash & 0xfffff).toString(36).padStart(4, "0");
}
