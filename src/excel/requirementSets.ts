/**
 * What the add-in cannot do without, by requirement set. The manifest asks for the same, and a pane that is opened by other ways than the manifest asks again.
 * ExcelApi 1.13: table.resize. SharedRuntime 1.1: ribbon commands and pane in one page. What is newer (undo groups, 1.20) is asked for where it is used.
 */
export const requirementSets = { ExcelApi: "1.13", SharedRuntime: "1.1" } as const;
