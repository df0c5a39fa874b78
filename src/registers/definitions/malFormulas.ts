/**
 * How many goals are asked, from a measure's own goal upwards, for the unit that owns it. A formula cannot ask without end, and the
 * rules must agree with it; the deepest goal tree seen has four levels.
 */
export const OWNER_LEVELS = 5;

/** Mal[Rad för överordnat]: the row in Mal of the goal above. */
export const rowAboveFormula = '=IFERROR(MATCH(TRIM([@[Överordnat mål]]),Mal[Mål-id],0),"")';

/** Mal[Ägare]: the goal's own unit or that of the nearest goal above that has one. Same as `ownerOfGoal` in src/rules/goalTree.ts. */
export const goalOwnerFormula = (() => {
  const unitFrom = (unit: string, rowAbove: string, levels: number): string => {
    if (levels === 1) return unit;
    const above = unitFrom(`INDEX(Mal[Enhet],${rowAbove})`, `INDEX(Mal[Rad för överordnat],${rowAbove})`, levels - 1);
    return `IF(${unit}<>"",${unit},${above})`;
  };
  return `=IFERROR(TRIM(${unitFrom("[@Enhet]", "[@[Rad för överordnat]]", OWNER_LEVELS)}),"")`;
})();
