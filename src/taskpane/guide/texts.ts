import { viewTexts } from "../language.js";

/** Taken by `npm run pictures`; the sizes, in pixels, keep the place of a picture until it has come. */
const TAKE_IN = { file: "guide-ta-in.png", width: 350, height: 420 } as const;
const ROUND = { file: "guide-inlamning.png", width: 350, height: 420 } as const;
const CHECK = { file: "guide-kontroll.png", width: 350, height: 420 } as const;
const REPORT = { file: "guide-rapport.png", width: 900, height: 480 } as const;

/** The guide: what Måltavla does, in the order that one does it. */
export const guideTexts = viewTexts(
  {
    purpose: "Måltavla håller det ni följer upp i register: mål, uppdrag, kontroller, beslut, synpunkter. Registren kontrolleras, och nämndens rapporter byggs ur dem i samma arbetsbok.",
    steps: "Så arbetar du",
    stepList: [
      { name: "Skapa register", text: "Kryssa för vad ni följer upp. Registren för det läggs på egna blad, och mer kan läggas till senare under Följ upp mer. Varje register är en vanlig Exceltabell: du får sortera, filtrera, flytta bladen och lägga till egna kolumner." },
      { name: "Fyll i", text: "Börja med Enheter, sedan till exempel mål och mått, eller uppdrag. Klicka på en rubrik så står det vad som ska i kolumnen. Grå kursiva kolumner räknas ut." },
      { name: "Ta in det ni redan har", text: "Ta in blad i Översikt läser arbetsbokens egna blad eller en Excelfil, även med rubriker på två rader, tomma rader och summor. Du ser varje kolumns plats och varför, hur raderna läses och vad som skrivs, och kan ändra allt innan du tar in. Originalet ändras inte. Valen gäller nästa gång också." },
      { name: "Välj nämnd och period", text: "Överst i Måltavla. Arbetsboken minns valet." },
      { name: "Skicka ut och ta emot", text: "Fliken Inlämning ger varje enhet ett blad eller en fil med det den ska svara på. Filerna går att fylla i utan Måltavla. När de kommer tillbaka ser du vad varje enhet har svarat, avgör det som krockar och skriver allt i ett steg." },
      { name: "Kontrollera", text: "Fliken Kontroll visar vad som behöver rättas. Gå till cellen, rätta med ett klick där det är säkert, eller godta anmärkningen med ett skäl. En regel som bara upplyser kan stängas av." },
      { name: "Bygg rapporten", text: "Välj bland dem som registren räcker till. Du ser först vad som kommer att skrivas. Rapporten får ett eget blad och byggs om på samma plats. Det du har ändrat för hand behålls om du vill." },
      { name: "Börja nästa period", text: "Ny period lägger till raderna som ska fyllas i. Uppdrag som inte är avslutade kan föras vidare till nästa år." },
    ],
    pictures: [
      { ...TAKE_IN, caption: "Bild av Ta in blad", alt: "Sidan Ta in blad: varifrån bladen tas, hur många tabeller och rader som hittades och hur många rader det blir i registren." },
      { ...ROUND, caption: "Bild av Inlämning", alt: "Fliken Inlämning: perioden, delarna Skicka ut, Ta emot och Läget, och hur många enheter och svar som är kvar." },
      { ...CHECK, caption: "Bild av Kontroll", alt: "Fliken Kontroll: ett fel på bladet Utfall, med knappar som går till cellen och godtar anmärkningen." },
      { ...REPORT, caption: "Bild av en rapport", alt: "En byggd måluppföljning: rubrik, förklaring av statusarna och en tabell med utfall, målvärde, måluppfyllelse och status för varje mått." },
    ],
    places: "Var allt finns",
    placeList: [
      { name: "Översikt", text: "Hur mycket som är ifyllt, nästa steg, ny period, Ta in blad och vägen till varje register." },
      { name: "Kontroll", text: "Alla anmärkningar, grupperade efter register. Sist står de godtagna, och reglerna som är avstängda." },
      { name: "Rapporter", text: "Rapporterna som kan byggas och när de senast ändrades. Sist står de som behöver fler register." },
      { name: "Inlämning", text: "Blad ut till enheterna, svar in, vem som har svarat och påminnelser att kopiera." },
      { name: "Fliken Måltavla i menyfliksområdet", text: "Öppna, kontrollera, ta in, bygg, börja en period och gå till inlämningen utan att leta i panelen." },
      { name: "Bladet Inställningar", text: "Gränser, rapporteringstakt, avstängda regler och annat som gäller hela arbetsboken." },
    ],
    keyboard: "Tangentbord",
    keyList: [
      { name: "F6", text: "Växlar mellan bladet, menyfliksområdet och Måltavla." },
      { name: "Tabb", text: "Går till nästa knapp eller fält. Skift+Tabb går tillbaka." },
      { name: "Piltangenter", text: "Byter flik i Måltavla. Enter eller blanksteg öppnar den." },
      { name: "Enter", text: "Sparar i ett formulär, eller trycker på knappen." },
      { name: "Esc", text: "Stänger formuläret eller sidan." },
    ],
    privacy: "Dina uppgifter",
    privacyText: "Inget av det som står i arbetsboken lämnar den. Måltavla räknar i Excel på din dator eller i din webbläsare, och skickar varken innehåll eller statistik någonstans. Måltavla ändrar bara sina egna register och rapportblad.",
    publicReports: "En publik rapport visar varken enskilda beslut eller små tal. Innan du bygger står det vad som hålls inne. Läs ändå igenom den innan den lämnas ut.",
    version: (version: string): string => `Måltavla ${version}`,
  },
  {
    purpose: "Måltavla keeps what you follow up in registers: goals, assignments, controls, decisions, views. The registers are checked, and the committee's reports are built from them in the same workbook.",
    steps: "How to work",
    stepList: [
      { name: "Create registers", text: "Tick what you follow up. Its registers come on sheets of their own, and more can be added later under Follow up more. Each register is an ordinary Excel table: you may sort, filter, move the sheets and add columns of your own." },
      { name: "Fill in", text: "Begin with Enheter, then for example goals and measures, or assignments. Click a header to see what belongs in the column. Columns in grey italics are calculated." },
      { name: "Take in what you already have", text: "Take in sheets in the Overview reads the workbook's own sheets or an Excel file, also with headers on two lines, blank rows and totals. You see where each column goes and why, how the rows are read and what is written, and can change all of it before you take it in. The original is not changed. Your choices hold next time too." },
      { name: "Choose committee and period", text: "At the top of Måltavla. The workbook remembers your choice." },
      { name: "Send out and take in", text: "The Hand-in tab gives each unit a sheet or a file with what it is to answer. The files can be filled in without Måltavla. When they come back you see what each unit has answered, decide what is in conflict and write everything in one step." },
      { name: "Check", text: "The Check tab shows what needs correcting. Go to the cell, correct it with one click where that is safe, or accept the finding with a reason. A rule that only informs can be switched off." },
      { name: "Build the report", text: "Choose among those that the registers are enough for. You first see what will be written. The report has a sheet of its own and is rebuilt in the same place. What you have changed by hand is kept if you like." },
      { name: "Begin the next period", text: "New period adds the rows to be filled in. Assignments that are not finished can go on into the next year." },
    ],
    pictures: [
      { ...TAKE_IN, caption: "Picture of Take in sheets", alt: "The page Take in sheets: where the sheets are taken from, how many tables and rows were found and how many rows the registers get." },
      { ...ROUND, caption: "Picture of Hand-in", alt: "The Hand-in tab: the period, the parts Send out, Take in and Progress, and how many units and answers are left." },
      { ...CHECK, caption: "Picture of Check", alt: "The Check tab: an error on the sheet Utfall, with buttons that go to the cell and accept the finding." },
      { ...REPORT, caption: "Picture of a report", alt: "A goal follow-up that has been built: heading, legend of the statuses and a table of outcome, target, goal attainment and status for each measure." },
    ],
    places: "Where things are",
    placeList: [
      { name: "Overview", text: "How much is filled in, the next step, a new period, Take in sheets and the way to each register." },
      { name: "Check", text: "Every finding, grouped by register. Last come those accepted, and the rules that are switched off." },
      { name: "Reports", text: "The reports that can be built and when they were last changed. Last come those that need more registers." },
      { name: "Hand-in", text: "Sheets out to the units, answers in, who has answered, and reminders to copy." },
      { name: "The Måltavla tab of the ribbon", text: "Open, check, take in, build, begin a period and go to the hand-in without looking for it in the pane." },
      { name: "The sheet Inställningar", text: "Limits, how often you report, rules switched off and other things that hold for the whole workbook." },
    ],
    keyboard: "Keyboard",
    keyList: [
      { name: "F6", text: "Moves between the sheet, the ribbon and Måltavla." },
      { name: "Tab", text: "Goes to the next button or field. Shift+Tab goes back." },
      { name: "Arrow keys", text: "Move between the tabs of Måltavla. Enter or Space opens one." },
      { name: "Enter", text: "Saves a form, or presses the button." },
      { name: "Esc", text: "Closes the form or the page." },
    ],
    privacy: "Your data",
    privacyText: "Nothing that stands in the workbook leaves it. Måltavla does its work in Excel on your computer or in your browser, and sends neither content nor statistics anywhere. Måltavla changes only its own registers and report sheets.",
    publicReports: "A public report shows neither individual decisions nor small counts. Before you build it says what is held back. Read it through all the same before you hand it out.",
    version: (version) => `Måltavla ${version}`,
  },
);
