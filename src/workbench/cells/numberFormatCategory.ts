/** Excel.NumberFormatCategory of a number format, by the kind of its first section. */
export function numberFormatCategory(numberFormat: string): string {
  if (numberFormat === "General") {
    return "General";
  }
  if (numberFormat === "@") {
    return "Text";
  }
  const code = numberFormat.split(";")[0]?.replace(/"[^"]*"|\\.|\[(?:\$-[^\]]*|[A-Za-z]+)\]/g, "") ?? "";
  if (code.includes("%")) {
    return "Percentage";
  }
  if (/[eE][+-]/.test(code)) {
    return "Scientific";
  }
  const hasTime = /[hs]/i.test(code);
  // An m beside hours or seconds is minutes.
  if (/[yd]/i.test(code) || (/m/i.test(code) && !hasTime)) {
    return "Date";
  }
  if (hasTime) {
    return "Time";
  }
  if (code.includes("?/") || code.includes("#/")) {
    return "Fraction";
  }
  if (/_\(.*\*|\* /.test(code)) {
    return "Accounting";
  }
  if (/[$€£¥]|kr/.test(numberFormat)) {
    return "Currency";
  }
  return /^#?,?#*0*(?:\.0+)?$/.test(code) ? "Number" : "Custom";
}
