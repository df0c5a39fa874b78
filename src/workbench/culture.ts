/** How the user's Windows or browser writes numbers and dates. Reading and writing through the API is en-US whatever the culture. */
export interface Culture {
  readonly name: CultureName;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly shortDatePattern: string;
  readonly longDatePattern: string;
  readonly longTimePattern: string;
}

export type CultureName = "sv-SE" | "en-US";

export const CULTURES: Readonly<Record<CultureName, Culture>> = {
  "sv-SE": {
    name: "sv-SE",
    decimalSeparator: ",",
    groupSeparator: "\u00a0",
    dateSeparator: "-",
    timeSeparator: ":",
    shortDatePattern: "yyyy-MM-dd",
    longDatePattern: "'den 'd MMMM yyyy",
    longTimePattern: "HH:mm:ss",
  },
  "en-US": {
    name: "en-US",
    decimalSeparator: ".",
    groupSeparator: ",",
    dateSeparator: "/",
    timeSeparator: ":",
    shortDatePattern: "M/d/yyyy",
    longDatePattern: "dddd, MMMM d, yyyy",
    longTimePattern: "h:mm:ss tt",
  },
};
