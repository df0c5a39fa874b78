import { viewTexts } from "../language.js";

/** The header's line about committee and period, and the form behind it. */
export const headerTexts = viewTexts(
  {
    choice: "Nämnd och period",
    everyUnit: "Alla nämnder",
    noPeriod: "ingen period vald",
    unit: "Nämnd",
    period: "Period",
    periodHint: "Till exempel T1 2019, April 2019 eller 2019.",
    save: "Spara i arbetsboken",
    cancel: "Avbryt",
    saving: "Sparar nämnd och period …",
    saved: "Nämnd och period är sparade i arbetsboken.",
  },
  {
    choice: "Committee and period",
    everyUnit: "All committees",
    noPeriod: "no period chosen",
    unit: "Committee",
    period: "Period",
    periodHint: "For example T1 2019, April 2019 or 2019.",
    save: "Save in the workbook",
    cancel: "Cancel",
    saving: "Saving committee and period …",
    saved: "Committee and period have been saved in the workbook.",
  },
);
