/** The text is not a formula Excel would accept: a bracket is missing, a function has too few arguments. */
export class InvalidFormula extends Error {
  override readonly name = "InvalidFormula";

  constructor(
    readonly formula: string,
    readonly reason: string,
  ) {
    super(`Formeln "${formula}" går inte att läsa: ${reason}. Cellen är inte ändrad. Rätta formeln och försök igen.`);
  }
}

/** The formula is valid in Excel but uses something this calculator lacks; its cached value must stand. */
export class NotComputable extends Error {
  override readonly name = "NotComputable";

  constructor(readonly what: string) {
    super(`Formeln använder ${what}, som inte räknas om här. Cellen behåller sitt senaste värde från Excel.`);
  }
}
