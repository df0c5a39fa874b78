/** The languages that the add-in speaks to its user: Swedish first. What is written in the workbook itself is always Swedish. */
export type Language = "sv" | "en";

/** One text in every language. */
export type LocalText = Readonly<Record<Language, string>>;
