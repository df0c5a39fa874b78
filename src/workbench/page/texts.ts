/** Every text that the page shows. The pane inside has its own, in two languages. */
export const texts = {
  title: "Måltavla – arbetsbänk",
  loading: "Öppnar arbetsboken …",
  unsaved: "Ändringar som inte är sparade",

  file: {
    menu: "Arkiv",
    open: "Öppna …",
    save: "Spara en kopia",
    empty: "Ny tom arbetsbok",
    emptyName: "Arbetsbok.xlsx",
    ale: "Exempel: Ale, måluppföljning",
    ostersund: "Exempel: Östersund, uppdrag",
    drop: "Släpp filen för att öppna den",
    notFetched: (address: string) => `${address} gick inte att hämta. Arbetsboken som är öppen är som den var. Kontrollera adressen och försök igen.`,
    notFetchedTitle: "Filen kunde inte öppnas",
    created: "Tillägget har gjort en ny arbetsbok.",
    openCreated: "Öppna den",
    createdName: "Kopia.xlsx",
    close: "Stäng",
  },

  unsavedGuard: {
    title: "Spara ändringarna?",
    message: (name: string) => `${name} har ändringar som inte är sparade. Öppnar du en annan arbetsbok utan att spara försvinner de.`,
    save: "Spara en kopia",
    discard: "Spara inte",
    cancel: "Avbryt",
  },

  ribbon: {
    label: "Menyflik",
    working: (label: string) => `${label} arbetar …`,
    failedTitle: "Knappen gjorde inte klart sitt arbete",
    noRibbon: "Menyfliken kunde inte läsas",
  },

  formulaBar: {
    region: "Formelfält",
    nameBox: "Namnruta",
    content: "Cellens innehåll",
    notFound: (text: string) => `”${text}” är varken en cell, ett namn eller en tabell i arbetsboken.`,
    notFoundTitle: "Hittar inte dit",
  },

  sheet: {
    label: (name: string) => `Bladet ${name}`,
    keys: "F2 redigerar cellen, Alt+Nedpil öppnar listan, Skift+F10 öppnar cellens meny, F6 går till nästa del av sidan.",
    corner: "Markera hela bladet",
    edit: (address: string) => `Redigera ${address}`,
    choices: (address: string) => `Välj ett värde för ${address}`,
    openChoices: "Visa listan",
    filter: (column: string) => `Sortera och filtrera ${column}`,
  },

  cellMenu: {
    clear: "Rensa innehållet",
    insertRow: "Infoga tabellrad ovanför",
    deleteRow: "Ta bort tabellraden",
  },

  filter: {
    ascending: "Sortera A till Ö",
    descending: "Sortera Ö till A",
    clear: "Ta bort filtret",
    values: "Visa rader med",
    all: "Markera alla",
    blanks: "(Tomma)",
    search: "Sök bland värdena",
    apply: "OK",
    cancel: "Avbryt",
    more: (count: number) => `och ${count} till; sök för att se dem`,
  },

  outcome: {
    retry: "Försök igen",
    cancel: "Avbryt",
    ok: "OK",
    yes: "Ja",
    no: "Nej",
  },

  tabs: {
    label: "Blad",
    protected: "skyddat",
  },

  status: {
    label: "Statusfält",
    keys: "F6: till nästa del av sidan · Esc: från panelen till bladet",
    count: "Antal",
    sum: "Summa",
    average: "Medel",
    smallest: "Min",
    largest: "Max",
    host: "Inställningar för Excel",
  },

  pane: {
    region: "Måltavlas panel",
    frame: "Måltavla",
    close: "Stäng panelen",
    resize: "Panelens bredd",
  },

  host: {
    region: "Excel i arbetsbänken",
    about: "Hur det Excel ska vara som tillägget möter. Krav, språk och utseende laddar om panelen.",
    requirementSet: "ExcelApi",
    language: "Excels språk",
    swedish: "Svenska (sv-SE)",
    english: "Engelska (en-US)",
    appearance: "Utseende",
    asSystem: "Som datorn",
    light: "Ljust",
    dark: "Mörkt",
    state: "Läge",
    answers: "Svarstid",
    atOnce: "Genast",
    milliseconds: (count: number) => `${count.toLocaleString("sv-SE")} ms`,
    busy: "Upptaget (någon redigerar en cell)",
    readOnly: "Skrivskyddad arbetsbok",
    fault: "Fel som inträffar en gång",
    failAt: "Vid åtgärd nummer",
    fail: "Låt åtgärden misslyckas",
    dropBefore: "Tappa nästa fråga",
    dropAfter: "Tappa nästa svar",
    clear: "Ta bort alla fel",
    faultSet: (what: string) => `Väntar: ${what}`,
    lastCommand: "Sedan senaste tryckningen",
    requests: "Frågor",
    actions: "Åtgärder",
    bytesOut: "Byte till Excel",
    bytesIn: "Byte från Excel",
    unknown: "Saknas i arbetsbänken",
  },
} as const;
