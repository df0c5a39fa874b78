import { RichApiError } from "../richApi/richApiError.js";

/** Throws InvalidArgument for a name that no worksheet can have. */
export function checkSheetName(name: string): void {
  const isReserved = name.toLowerCase() === "history";
  if (name.length < 1 || name.length > 31 || /[[\]:*?/\\]/.test(name) || name.startsWith("'") || name.endsWith("'") || isReserved) {
    throw new RichApiError("InvalidArgument", `"${name}" cannot be the name of a worksheet: 1 to 31 characters, none of [ ] : * ? / \\, no apostrophe first or last.`);
  }
}
