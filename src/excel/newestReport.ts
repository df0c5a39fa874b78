/** The hidden defined name that marks the sheet a report was last built on. */
export function newestReportName(report: string): string {
  return `Maltavla_${report.replaceAll("-", "_")}`;
}
