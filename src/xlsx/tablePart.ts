/** The markup of a new table part, as Excel writes it. */
import { areaName } from "./areas.js";
import type { Rect } from "./model.js";
import { xmlDeclaration } from "./package.js";
import { escapeAttribute } from "./xml.js";

export const tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

export function tableMarkup(id: number, range: Rect, options: { readonly name: string; readonly headerRow: boolean; readonly style?: string }): string {
  const name = escapeAttribute(options.name);
  const header = options.headerRow ? "" : ' headerRowCount="0"';
  const filter = options.headerRow ? `<autoFilter ref="${areaName(range)}"/>` : "";
  const style = options.style === undefined ? "" : ` name="${escapeAttribute(options.style)}"`;
  const columns = Array.from({ length: range.columns }, (_, index) => `<tableColumn id="${index + 1}" name=""/>`).join("");
  return (
    `${xmlDeclaration}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" displayName="${name}" ref="${areaName(range)}"${header} totalsRowShown="0">${filter}` +
    `<tableColumns count="${range.columns}">${columns}</tableColumns><tableStyleInfo${style} showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}
