import { viewTexts } from "../language.js";

/** Why there is no pane, and what to do. Nothing has been read or written then. */
export const unavailableTexts = viewTexts(
  {
    missing: "Måltavla får ingen kontakt med Microsofts server för Office-tillägg. Inget har ändrats. Kontrollera nätet och ladda om Måltavla.",
    notExcel: "Måltavla arbetar i Excel. Öppna Måltavla från fliken Måltavla i Excel.",
    tooOld: "Den här versionen av Excel är för gammal för Måltavla. Inget har ändrats. Uppdatera Excel, eller använd Excel på webben.",
    failed: "Måltavla kunde inte starta. Inget har ändrats. Stäng Måltavla och öppna det igen.",
  },
  {
    missing: "Måltavla cannot reach Microsoft's server for Office add-ins. Nothing has been changed. Check your network and reload Måltavla.",
    notExcel: "Måltavla works in Excel. Open Måltavla from the Måltavla tab in Excel.",
    tooOld: "This version of Excel is too old for Måltavla. Nothing has been changed. Update Excel, or use Excel on the web.",
    failed: "Måltavla could not start. Nothing has been changed. Close Måltavla and open it again.",
  },
);
