export { Calculator, evaluate } from "./calculator.js";
export { InvalidFormula, NotComputable } from "./invalidFormula.js";
export type { FormulaCell, FormulaError, FormulaSource, FormulaValue, TableShape } from "./source.js";
export { type CellPlace, toDisplayForm, toFileForm } from "./forms.js";
export { type Move, moveReferences } from "./moveReferences.js";
export { type Criterion, criterion } from "./criterion.js";
export { formatted } from "./formatted.js";
