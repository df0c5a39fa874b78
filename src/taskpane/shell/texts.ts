import { viewTexts } from "../language.js";

/** The frame around the views: header, tabs, and what stands in for a view that cannot be shown. */
export const shellTexts = viewTexts(
  {
    title: "Måltavla",
    overview: "Översikt",
    findings: "Kontroll",
    reports: "Rapporter",
    tabs: "Vyer",
    openFindings: (count: number): string => (count === 1 ? "1 anmärkning" : `${count} anmärkningar`),
    guide: "Guide",
    settings: "Inställningar",
    period: "Ny period",
    back: "Tillbaka",
    loading: "Hämtar …",
    notLoaded: "Den här vyn kunde inte hämtas. Inget har ändrats i arbetsboken. Kontrollera nätet och försök igen.",
    notDrawn: "Något oväntat hände när vyn skulle visas. Inget har ändrats i arbetsboken. Försök igen, och ladda om Måltavla om det händer igen.",
    tryAgain: "Försök igen",
  },
  {
    title: "Måltavla",
    overview: "Overview",
    findings: "Check",
    reports: "Reports",
    tabs: "Views",
    openFindings: (count) => (count === 1 ? "1 finding" : `${count} findings`),
    guide: "Guide",
    settings: "Settings",
    period: "New period",
    back: "Back",
    loading: "Loading …",
    notLoaded: "This view could not be loaded. Nothing has been changed in the workbook. Check your network and try again.",
    notDrawn: "Something unexpected happened when the view was to be shown. Nothing has been changed in the workbook. Try again, and reload Måltavla if it happens again.",
    tryAgain: "Try again",
  },
);
