/**
 * The settings of a workbook (register Installningar), typed. Each key stands once, in the registry below, with what may be
 * written, its default and its text.
 */
export interface Settings {
  /** Name of the municipality, printed on reports. */
  readonly kommun: string;
  /** Code of the committee the workbook belongs to; blank when not chosen. */
  readonly enhet: string;
  /** The workbook's current period as written, e.g. "T1 2019"; blank when not chosen. */
  readonly period: string;
  /** Lowest attainment, as a fraction, that counts as Delvis uppnått. */
  readonly gransDelvis: number;
  /** How the percentage of a Minska measure is counted. */
  readonly minskaFormel: "målvärde / utfall" | "2 − utfall / målvärde";
  /** What the percentage is where outcome or target is zero or negative. */
  readonly nollRegel: "tom" | "1 ± avvikelse / |målvärde|";
  /** Whether reports print at most 100 %. Never changes a status or a mean. */
  readonly tak100: boolean;
  readonly trendMot: "samma period förra året" | "föregående period" | "startvärde";
  /** How outcomes are reported: the month that ends a tertial or quarter is then read as that tertial or quarter. */
  readonly rapportering: "tertial" | "kvartal" | "månad" | "halvår" | "år";
  /** Last month of what is called Delår. */
  readonly delarTill: "juni" | "augusti";
}
