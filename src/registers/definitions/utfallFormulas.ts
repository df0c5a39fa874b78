// Placeholder during the first hour of the project; the rules' live formulas replace it.
export const attainmentFormula = '=""';
export const statusFormula = '=""';
export const trendFormula = '=""';
export const periodKeyFormula = '=""';
