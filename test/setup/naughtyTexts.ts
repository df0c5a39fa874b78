/**
 * Texts that have broken somebody's program: what a spreadsheet takes for a formula, what a language takes for something of its own, and what is hard to count, order, show or store.
 * Written for these tests.
 */
export const FORMULA_TEXTS = [
  "=1+1", "=HYPERLINK(\"http://exempel.se\";\"Klicka\")", "=cmd|' /C calc'!A0", "+46 8 123 45 67", "+SUM(A1:A9)", "-1+1", "-", "@SUM(1)", "@medborgare", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "'=1+1", "''", "'", "=", "+", "@", "==", "=A1", "=[@Utfall]", "{=1}", "|=1", "%=1",
  "=\"\"", "=#REF!", "=INDIRECT(\"A1\")", "=WEBSERVICE(\"http://exempel.se\")", "=IMPORTXML(\"http://exempel.se\")", "＝1+1", "＋1", "－1", "＠a",
] as const;

/** Names that every JavaScript object has something under. */
export const PROTOTYPE_TEXTS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "__proto__.polluted", "constructor.prototype.polluted", "length", "then", "toJSON"] as const;

export const NAUGHTY_TEXTS = [
  ...FORMULA_TEXTS,
  ...PROTOTYPE_TEXTS,
  "undefined", "null", "NaN", "Infinity", "-Infinity", "true", "FALSKT", "nil", "None", "#N/A", "#REF!", "#SPILL!", "0", "-0", "00123", "1e400", "1E-7", "0x10", "1,5", "1.5", "1 000", "1\u00A0000,5", "١٢٣", "½", "5 %", "100%%", "1/2", "1-2", "31/12", "2019-02-30", "9999-12-31", "T4 2019", "T1 99999", "maj",
  " ", "\u00A0", "\u3000", "\u200B", "\uFEFF", "a\u0000b", "\u0001\u001F\u007F", "a\tb", "a\nb", "a\r\nb", "\u2028", "\u0085", "\u202Eomvänd", "\u2066isolerad\u2069",
  "ÅÄÖ", "A\u030A", "é", "e\u0301", "ß", "İ", "ı", "ﬁ", "Ǆ", "ſ", "Ω", "漢字", "עברית", "العربية", "🏳️‍🌈", "👩‍👩‍👧", "\uD800", "\uDC00", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞a̴l̵g̷o",
  "<script>alert(1)</script>", "<b>", "</t>", "]]>", "&lt;", "&#x0;", "<?xml?>", "_x000D_", "_x005F_x000D_", "${1}", "{{1}}", "%s%d%n", "'; DROP TABLE Utfall; --", "\" onload=\"", "\\", "\\u0041", "../../etc/passwd", "C:\\con", "CON", "file:///", "javascript:alert(1)",
  "[Mål]", "a]b[c", "a#b", "a'b", "a;b", "a; ; b", ";", ",", "|", "*", "?", "~", "(((((", ")", "[", "a".repeat(300), "å ".repeat(300), "(".repeat(200), "1".repeat(400), "9".repeat(20), "-".repeat(300),
] as const;
