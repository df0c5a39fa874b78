import { CHART_PREFIX } from "../excel/writeCharts.js";
import type { Workbook } from "../xlsx/model.js";

/** True whatever the figures become: a later build in Excel changes the chart, and cannot reach this. */
const WHERE_IT_IS_SAID = "Under diagrammet står vad det visar. Siffrorna står i en tabell på samma blad.";

/** Gives our charts an alternative text where they have none. Office.js cannot, so Excel's add-in leaves them without; in a file it can be done. */
export function describeCharts(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    for (const chart of sheet.charts) {
      if (chart.name.startsWith(CHART_PREFIX) && chart.altText === undefined) {
        chart.altText = WHERE_IT_IS_SAID;
      }
    }
  }
}
