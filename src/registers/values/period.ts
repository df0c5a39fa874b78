/** A period as people write it: "T1 2019", "Kvartal 1 2019", "April 2019", "Delår 2024", "Helår 2024", "2024". */
export type PeriodKind = "year" | "half" | "tertial" | "quarter" | "month";

export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1-based number within the year; 1 for a year. A `half` 1 is the "Delår". */
  readonly number: number;
}
