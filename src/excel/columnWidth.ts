/**
 * Office.js takes a column's width in points, we define it in characters of the default font. One character of 11-point
 * Calibri or Aptos Narrow is 7 pixels at 96 dpi, and a column has 5 pixels of padding.
 */
export function columnWidthInPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
