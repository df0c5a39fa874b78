import { viewTexts } from "../language.js";

/** The settings page. */
export const settingsTexts = viewTexts(
  {
    language: "Språk i Måltavla",
    languageHint: "Gäller den här arbetsboken. Register och rapporter är alltid på svenska.",
    saving: "Sparar språket …",
    live: "Kontrollera medan jag skriver",
    liveHint: "Gäller den här arbetsboken. Anmärkningarna följer det som skrivs i registren så länge Måltavla är öppet.",
    savingLive: "Sparar valet …",
    more: "Övriga inställningar, som gränser och rapporteringstakt, står på bladet Inställningar.",
    about: "Om Måltavla",
    version: "Version",
    excel: "Excel",
    asking: "Frågar Excel …",
    notTold: "Excel svarar inte på vilken version det är.",
    licence: "Licens",
    licenceText: "MIT",
  },
  {
    language: "Language of Måltavla",
    languageHint: "Holds for this workbook. Registers and reports are always in Swedish.",
    saving: "Saving the language …",
    live: "Check while I write",
    liveHint: "Holds for this workbook. The findings follow what is written in the registers as long as Måltavla is open.",
    savingLive: "Saving the choice …",
    more: "Other settings, such as limits and how often you report, are on the sheet Inställningar.",
    about: "About Måltavla",
    version: "Version",
    excel: "Excel",
    asking: "Asking Excel …",
    notTold: "Excel does not tell which version it is.",
    licence: "Licence",
    licenceText: "MIT",
  },
);

/** Each language in its own words, so that whoever needs it finds it. */
export const languageNames = { sv: "Svenska", en: "English" } as const;
