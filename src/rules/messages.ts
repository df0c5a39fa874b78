import type { CellAddress } from "../registers/cell.js";
import type { Finding, ProposedFix, Severity } from "../registers/finding.js";

/** Why a percentage is empty, as a report prints it. */
export const reasons = {
  foljs: "måttet följs utan mål",
  ejMatt: "inte mätt",
  utfallOklart: "utfallet kan inte tolkas",
  malSaknas: "mål saknas",
  malvardeOklart: "målvärdet kan inte tolkas",
  ejJamforbara: "utfall och målvärde kan inte jämföras",
  utfallNollEllerNegativt: "utfallet är noll eller negativt",
  malvardeNollEllerNegativt: "målvärdet är noll eller negativt",
  malvardeNoll: "målvärdet är noll",
} as const;

/** What each rule tells about. A text in another language needs only another table of this type. */
interface Parameters {
  "varde.procent-antaget": { header: string; typed: string; printed: string };
  "varde.omraknat": { header: string; typed: string; printed: string };
  "varde.procent-tvetydig": { header: string; typed: string; asShare: string; asPercentage: string };
  "varde.procent-i-annan-enhet": { header: string; typed: string; unit: string };
  "varde.enhet-avviker": { header: string; typed: string; unit: string };
  "varde.ja-nej-vantat": { header: string; typed: string };
  "varde.tal-vantat": { header: string; typed: string; unit: string };
  "matt.malvarde-saknas": { measure: string; direction: string };
  "matt.granser-saknas": { measure: string; header: string };
  "matt.granser-omvanda": { measure: string; from: string; to: string };
  "matt.intervall-ovantat": { measure: string; typed: string };
  "matt.ja-nej-mal": { measure: string; typed: string };
  "matt.riktning-enhet": { measure: string; direction: string; unit: string };
  "matt.foljs-med-mal": { measure: string };
  "matt.vikt": { measure: string; weight: string };
  "matt.grans-delvis": { measure: string; typed: string; standard: string };
  "matt.utan-mal": { measure: string };
  "matt.samma-text": { measure: string; other: string; row: number };
  "mal.samma-text": { goal: string; other: string; row: number };
  "mal.utan-matt": { goal: string };
  "mal.cykel": { goal: string };
  "mal.utan-agare": { goal: string };
  "mal.giltighet-omvand": { from: string; to: string };
  "mal.giltighet-slut": { goal: string; until: string; period: string };
  "mal.giltighet-start": { goal: string; from: string; period: string };
  "mal.agenda-2030": { goal: string; typed: readonly string[] };
  "mal.nummer-saknas": { missing: readonly string[]; before: string };
  "enhet.cykel": { unit: string };
  "text.personnummer": { header: string };
  "utfall.saknas": { measure: string; unit: string | null; period: string };
  "utfall.ej-jamforbart": { measure: string; outcome: string; target: string };
  "utfall.vantar-malvarde": { measure: string; outcome: string; period: string };
  "utfall.fel-hall": { measure: string; outcome: string; period: string; earlier: string; earlierPeriod: string; direction: string };
  "utfall.dubblett": { measure: string; period: string; unit: string; rows: readonly number[]; outcomes: readonly string[] };
  "utfall.period-rytm": { period: string; rhythm: string };
  "utfall.framtida-period": { period: string };
  "utfall.annat-varde": { header: string; shown: string; counted: string };
  "utfall.kon-andel": { total: string; women: string; men: string };
  "utfall.kon-summa": { total: string; women: string; men: string; sum: string };
  "utfall.kon-saknas": { measure: string; missing: string };
}

export type RuleId = keyof Parameters;

/** fel: a result is wrong or missing. varning: look at it before the report is sent. upplysning: good to know. */
const severities: Readonly<Record<RuleId, Severity>> = {
  "varde.procent-antaget": "upplysning",
  "varde.omraknat": "varning",
  "varde.procent-tvetydig": "fel",
  "varde.procent-i-annan-enhet": "fel",
  "varde.enhet-avviker": "fel",
  "varde.ja-nej-vantat": "fel",
  "varde.tal-vantat": "fel",
  "matt.malvarde-saknas": "varning",
  "matt.granser-saknas": "varning",
  "matt.granser-omvanda": "fel",
  "matt.intervall-ovantat": "fel",
  "matt.ja-nej-mal": "fel",
  "matt.riktning-enhet": "fel",
  "matt.foljs-med-mal": "upplysning",
  "matt.vikt": "varning",
  "matt.grans-delvis": "fel",
  "matt.utan-mal": "varning",
  "matt.samma-text": "varning",
  "mal.samma-text": "varning",
  "mal.utan-matt": "varning",
  "mal.cykel": "fel",
  "mal.utan-agare": "varning",
  "mal.giltighet-omvand": "fel",
  "mal.giltighet-slut": "varning",
  "mal.giltighet-start": "varning",
  "mal.agenda-2030": "varning",
  "mal.nummer-saknas": "varning",
  "enhet.cykel": "fel",
  "text.personnummer": "varning",
  "utfall.saknas": "varning",
  "utfall.ej-jamforbart": "fel",
  "utfall.vantar-malvarde": "varning",
  "utfall.fel-hall": "varning",
  "utfall.dubblett": "fel",
  "utfall.period-rytm": "upplysning",
  "utfall.framtida-period": "varning",
  "utfall.annat-varde": "varning",
  "utfall.kon-andel": "varning",
  "utfall.kon-summa": "varning",
  "utfall.kon-saknas": "upplysning",
};

type Messages = { readonly [K in RuleId]: (about: Parameters[K]) => string };

const swedish: Messages = {
  "varde.procent-antaget": ({ header, typed, printed }) =>
    `${header} ${typed} läses som ${printed}, eftersom måttet räknas i procent. Skriv ${printed}, så råder ingen tvekan.`,
  "varde.omraknat": ({ header, typed, printed }) => `${header} ${typed} räknas om till ${printed}, som är måttets enhet. Skriv ${printed}, så räknar även Excels formler rätt.`,
  "varde.procent-tvetydig": ({ header, typed, asShare, asPercentage }) =>
    `${header} ${typed} kan betyda ${asShare} eller ${asPercentage}, så värdet används inte. Skriv det du menar med procenttecken.`,
  "varde.procent-i-annan-enhet": ({ header, typed, unit }) =>
    `${header} ${typed} är i procent, men måttet räknas i ${unit}, så värdet används inte. Ändra Måttenhet till % eller skriv talet i ${unit}.`,
  "varde.enhet-avviker": ({ header, typed, unit }) => `${header} ${typed} har en annan enhet än måttet, som räknas i ${unit}. Värdet används inte. Räkna om det och skriv bara talet.`,
  "varde.ja-nej-vantat": ({ header, typed }) => `${header} ${typed} ska vara Ja eller Nej för det här måttet. Skriv Ja eller Nej, eller ändra Måttenhet.`,
  "varde.tal-vantat": ({ header, typed, unit }) => `${header} ${typed} ska vara ett tal, eftersom måttet räknas i ${unit}. Skriv ett tal, eller ändra Måttenhet till Ja/Nej.`,
  "matt.malvarde-saknas": ({ measure, direction }) =>
    `Måttet ${measure} har riktningen ${direction} men inget målvärde. Fyll i Målvärde, eller välj Följs om måttet bara ska följas.`,
  "matt.granser-saknas": ({ measure, header }) => `Måttet ${measure} ska ligga inom ett intervall, men ${header} saknas. Fyll i båda gränserna.`,
  "matt.granser-omvanda": ({ measure, from, to }) =>
    `Intervallet för ${measure} börjar på ${from} men slutar på ${to}, så måttet får ingen status. Byt plats på Målvärde och Målvärde till.`,
  "matt.intervall-ovantat": ({ measure, typed }) =>
    `Målvärdet ${typed} för ${measure} är ett intervall, men riktningen är en annan. Välj riktningen Inom intervall, eller skriv ett enda tal.`,
  "matt.ja-nej-mal": ({ measure, typed }) => `Måttet ${measure} har riktningen Ja/Nej, men målvärdet är ${typed}. Skriv Ja eller Nej, eller ändra Riktning.`,
  "matt.riktning-enhet": ({ measure, direction, unit }) =>
    `Måttet ${measure} räknas i ${unit}, men riktningen är ${direction}, så det kan inte få någon status. Välj riktningen ${unit === "Ja/Nej" ? "Ja/Nej" : "Följs"}, eller ändra Måttenhet.`,
  "matt.foljs-med-mal": ({ measure }) => `Måttet ${measure} har riktningen Följs, så målvärdet används inte. Ta bort målvärdet, eller välj en annan riktning.`,
  "matt.vikt": ({ measure, weight }) => `Vikten ${weight} gör att ${measure} inte räknas med i målets medelvärde. Skriv ett tal över 0, eller lämna cellen tom.`,
  "matt.grans-delvis": ({ measure, typed, standard }) =>
    `Gräns delvis för ${measure} är ${typed} men ska vara över 0 och högst 100 %. Arbetsbokens gräns ${standard} används. Skriv till exempel 90 %.`,
  "matt.utan-mal": ({ measure }) => `Måttet ${measure} hör inte till något mål och kommer inte med under något mål i rapporten. Fyll i Mål-id.`,
  "matt.samma-text": ({ measure, other, row }) => `Måttet ${measure} har samma text som ${other} på rad ${row}. Ta bort det ena, eller gör texterna olika.`,
  "mal.samma-text": ({ goal, other, row }) => `Målet ${goal} har samma text som ${other} på rad ${row}. Ta bort det ena, eller gör texterna olika.`,
  "mal.utan-matt": ({ goal }) => `Målet ${goal} har inget mått, så det går inte att bedöma. Lägg till ett mått med målets id.`,
  "mal.cykel": ({ goal }) => `Överordnat mål för ${goal} leder tillbaka till målet självt. Ändra Överordnat mål, så att kedjan slutar i ett mål utan överordnat.`,
  "mal.utan-agare": ({ goal }) =>
    `Målet ${goal} har ingen enhet, och inget mål ovanför har det heller. Fyll i Enhet, så går det att se vem som rapporterar när Enhet är tomt i Utfall.`,
  "mal.giltighet-omvand": ({ from, to }) => `Målet gäller från ${from} men slutar gälla ${to}. Rätta ett av datumen.`,
  "mal.giltighet-slut": ({ goal, until, period }) => `Målet ${goal} slutade gälla ${until} men har utfall för ${period}. Ändra Giltigt till, eller ta bort utfallen.`,
  "mal.giltighet-start": ({ goal, from, period }) => `Målet ${goal} börjar gälla ${from} men har utfall för ${period}. Ändra Giltigt från, eller ta bort utfallen.`,
  "mal.agenda-2030": ({ goal, typed }) =>
    `${listed(typed)} är inget nummer på ett globalt mål för ${goal}. Skriv tal från 1 till 17, med semikolon mellan.`,
  "mal.nummer-saknas": ({ missing, before }) => `Numreringen hoppar över ${listed(missing)} före ${before}. Kontrollera om något mål saknas, eller numrera om.`,
  "enhet.cykel": ({ unit }) => `Överordnad för ${unit} leder tillbaka till enheten själv. Ändra Överordnad, så att kedjan slutar i en enhet utan överordnad.`,
  "text.personnummer": ({ header }) => `${header} ser ut att innehålla ett personnummer, och texten kommer med i rapporter. Ta bort numret.`,
  "utfall.saknas": ({ measure, unit, period }) =>
    `Utfall för ${period} saknas för ${measure}${unit === null ? "" : ` (${unit})`}. Lägg till utfallet i Utfall. Är det inte mätt, skriv Ej mätt.`,
  "utfall.ej-jamforbart": ({ measure, outcome, target }) =>
    `Utfallet ${outcome} för ${measure} går inte att jämföra med målvärdet ${target}, så måttet får ingen status. Skriv dem på samma sätt, till exempel båda med procenttecken, och fyll i Måttenhet.`,
  "utfall.vantar-malvarde": ({ measure, outcome, period }) =>
    `${measure} har utfallet ${outcome} för ${period} men inget målvärde, så måluppfyllelsen går inte att räkna. Fyll i Målvärde i Mått, eller välj riktningen Följs.`,
  "utfall.fel-hall": ({ measure, outcome, period, earlier, earlierPeriod, direction }) =>
    `${measure} gick åt fel håll: ${outcome} ${period} mot ${earlier} ${earlierPeriod}, och måttet ska ${direction}. Kontrollera siffrorna och skriv orsaken i Kommentar.`,
  "utfall.dubblett": ({ measure, period, unit, rows, outcomes }) =>
    `Rad ${listed(rows.map(String))} är alla utfall för ${measure}, ${period}, ${unit} (${outcomes.join(" och ")}). Bara den översta används. Ta bort de andra, eller ändra Enhet eller Period.`,
  "utfall.period-rytm": ({ period, rhythm }) =>
    `${period} är en annan sorts period än arbetsboken rapporterar (${rhythm}), så utfallet kommer inte med i en sådan rapport. Du behöver inte göra något om det är meningen.`,
  "utfall.framtida-period": ({ period }) => `${period} har inte börjat än. Kontrollera perioden.`,
  "utfall.annat-varde": ({ header, shown, counted }) =>
    `${header} visar ${shown}, men ska vara ${counted === "" ? "tom" : counted}. Någon har ändrat formeln, eller så har Excel inte räknat om. Inget annat har ändrats. Lägg tillbaka formeln, så stämmer värdet med rapporterna.`,
  "utfall.kon-andel": ({ total, women, men }) =>
    `Totalen ${total} ligger inte mellan kvinnor ${women} och män ${men}. En andel för alla måste ligga mellan de två. Kontrollera de tre talen.`,
  "utfall.kon-summa": ({ total, women, men, sum }) => `Kvinnor ${women} och män ${men} blir tillsammans ${sum}, men utfallet är ${total}. Kontrollera de tre talen.`,
  "utfall.kon-saknas": ({ measure, missing }) => `${measure} ska redovisas för kvinnor och män, men ${missing} saknas. Fyll i det, eller ändra Könsuppdelat i Mått.`,
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} och ${words.at(-1) ?? ""}`;
}

/** Where a finding is, and what would resolve it. */
export interface Place {
  readonly register: string;
  readonly at: CellAddress | undefined;
  readonly column: string;
  readonly fix?: ProposedFix | undefined;
}

/** A rule's finding, with its text and severity. */
export function ruleFinding<K extends RuleId>(ruleId: K, about: Parameters[K], place: Place): Finding {
  return {
    ruleId,
    severity: severities[ruleId],
    register: place.register,
    column: place.column,
    message: { sv: swedish[ruleId](about), en: swedish[ruleId](about) },
    ...(place.at === undefined ? {} : { at: place.at }),
    ...(place.fix === undefined ? {} : { fix: place.fix }),
  };
}

/** At most 80 characters of a text, in quotation marks: enough to know it by. */
export function named(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return `”${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}
