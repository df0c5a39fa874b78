/**
 * The spreadsheet's own escape on top of XML (ST_Xstring, ECMA-376 part 1, 22.9.2.19): `_xHHHH_` is the UTF-16 unit HHHH.
 * It carries what XML cannot, and an escape-like text is itself escaped.
 */

/** Text as meant, from text as read from XML. */
export function decodeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

// The closing underscore is not asked for: the next character may become an escape and bring it.
// eslint-disable-next-line no-control-regex -- control characters are what is escaped
const needsEscape = /_(?=x[0-9A-Fa-f]{4})|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text to be written to XML (and there escaped as XML). Line feed and tab stand as they are. */
export function encodeXstring(text: string): string {
  return text.replace(needsEscape, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** As `encodeXstring`, for attributes, where Excel writes line feed and tab too as escapes. */
export function encodeXstringAttribute(text: string): string {
  return encodeXstring(text).replace(/[\n\t]/g, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, "0")}_`);
}
