import type { Column } from "../registers/column.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { headerText } from "../registers/reading/headers.js";
import { families, type Family } from "./families.js";
import { lettersOf } from "./headerParts.js";

/**
 * What people call the columns of their own sheets, besides the registers' headers and aliases. Wider than the aliases: a word here is a guess that the cells must bear out,
 * and that is shown before anything is written.
 */
const spoken: Readonly<Record<string, readonly string[]>> = {
  "enheter.kod": ["Nämndkod"],
  "enheter.namn": ["Nämndens namn", "Nämnd/enhet"],
  "mal.mal": ["Mål", "Målområde", "Prioriterat mål", "Nämndmål", "Nämndens mål", "Fullmäktiges mål", "Inriktning", "Delmål", "Inriktningsmål", "Effektmål", "Kvalitetsinsats", "Mål nivå 1"],
  "mal.nr": ["Målnr", "Mål nr"],
  "matt.matt": ["Mått/indikator", "Mått/nyckeltal", "Nyckeltal/indikator", "Indikatorer", "Resultatmått", "Mätetal", "KPI", "Nyckeltalets namn", "Vad mäts"],
  "matt.mattenhet": ["Enhet", "Mätenhet", "Anges i", "Mäts i"],
  "matt.riktning": ["Riktn", "Ska", "Ska öka eller minska"],
  "matt.malvarde": ["Målnivå", "Målsättning", "Börvärde", "Ska nå"],
  "matt.startvarde": ["Nuläge", "Startläge", "Ingångsvärde"],
  "matt.kalla": ["Datakälla", "Hämtas från"],
  "matt.kallansId": ["Kolada-id", "Kolada"],
  "utfall.utfall": ["Utfall/resultat", "Ackumulerat utfall", "Utf", "Mätvärde"],
  "utfall.kvinnor": ["Utfall kvinnor", "Varav kvinnor"],
  "utfall.man": ["Utfall män", "Varav män"],
  "utfall.kommentar": ["Analys", "Kommentarer", "Kommentar/analys", "Anmärkning", "Notering"],
  "utfall.period": ["Avser period", "Mättillfälle"],
  "uppdrag.id": ["Uppdrag nr", "Uppdragsnr", "Uppdragsnummer"],
  "uppdrag.uppdrag": ["Uppdrag i budget", "Beskrivning av uppdraget", "Uppdragets lydelse", "Uppdrag från fullmäktige", "Vad ska göras"],
  "uppdrag.huvudansvarig": ["Huvudansvar", "Nämnd/styrelse", "Berörd nämnd", "Ägare"],
  "uppdrag.medansvariga": ["Övriga nämnder", "I samverkan med", "Samverkan"],
  "uppdrag.ar": ["Budgetår", "Beslutsår"],
  "uppdrag.slut": ["Senast klart", "Klart senast den", "Ska vara klart", "Klardatum"],
  "uppfoljning.status": ["Läge", "Lägesrapport", "Statusläge", "Genomfört", "Klart?"],
  "uppfoljning.kommentar": ["Kommentarer", "Uppföljning", "Nämndens kommentar", "Kommentar till status", "Svar", "Vad har gjorts"],
  "uppfoljning.orsak": ["Orsak till avvikelse", "Varför"],
  "uppfoljning.klartSenast": ["Nytt klardatum", "Ny tidplan"],
  "aktiviteter.aktivitet": ["Aktiviteter", "Åtgärder", "Planerade aktiviteter", "Handling"],
  "aktiviteter.ansvarig": ["Ansvariga", "Utförare"],
  "aktiviteter.tidsram": ["Tidplan", "Tid", "Tidpunkt", "Klart"],
  "kontroller.risk": ["Riskbeskrivning", "Vad kan gå fel"],
  "kontroller.omrade": ["Granskningsområde", "Riskområde"],
  "kontroller.sannolikhet": ["S", "Sannol"],
  "kontroller.konsekvens": ["K", "Kons"],
  "kontroller.kontrollmoment": ["Kontroll", "Kontrollåtgärd", "Moment"],
  "kontroller.ansvarig": ["Ansvarig roll"],
  "kontrollresultat.bedomning": ["Resultat av kontroll", "Utfall av kontroll", "Bedömt utfall"],
  "kontrollresultat.granskade": ["Antal kontrollerade", "Granskade ärenden"],
  "kontrollresultat.avvikande": ["Antal avvikelser", "Antal fel", "Avvikelser"],
  "kontrollresultat.kommentar": ["Kommentarer", "Slutsats"],
  "beslut.beslutsdatum": ["Datum för beslut", "Beslutat"],
  "beslut.insats": ["Bistånd", "Insatstyp"],
  "beslut.verksamhet": ["Verksamhetsområde"],
  "beslut.tillfalligLosning": ["Tillfällig insats"],
  "synpunkter.datum": ["Inkommet datum", "Ankomstdatum", "Inkom", "Inkommen"],
  "synpunkter.typ": ["Ärendetyp", "Kategori", "Typ av synpunkt"],
  "synpunkter.lamnadAv": ["Lämnat av", "Från vem"],
  "resurser.belopp": ["Summa", "Belopp (tkr)"],
};

interface Name {
  readonly text: string;
  readonly letters: string;
  /** 1 for the register's own header or alias, less for what people merely tend to write, more for what somebody has said that they write. */
  readonly weight: number;
}

const OWN = 1;
const SPOKEN = 0.93;
const SAID = 1.1;

/** One column that a sheet of a family can have. */
export interface Candidate {
  readonly register: RegisterKey;
  readonly key: string;
  readonly column: Column;
  /** Headers as they are compared (`headerText`). */
  readonly names: readonly Name[];
}

/** What the headers of sheets are compared with. */
export interface Vocabulary {
  /** Every column that a family's rows can have: those of its registers, but for what only points from one to another on the same row. */
  candidatesOf(family: Family): readonly Candidate[];
  /** Every name of a column, as it is compared. */
  readonly names: ReadonlySet<string>;
  /** True when a text is nearly one of them, and long enough to tell. */
  readonly hasNear: (text: string) => boolean;
}

/** The registers' own words and what people tend to write, and besides them `said`: words that this municipality writes, each with its column ("uppfoljning.status"). */
export function vocabularyOf(said: Readonly<Record<string, string>>): Vocabulary {
  const saidOf = new Map<string, string[]>();
  for (const [word, target] of Object.entries(said)) saidOf.set(target, [...(saidOf.get(target) ?? []), word]);
  const made = new Map(families.map((family) => [family, candidates(family, saidOf)] as const));
  const names = new Set([...made.values()].flatMap((all) => all.flatMap((candidate) => candidate.names.map(({ text }) => text))));
  const byFirst = new Map<string, string[]>();
  for (const name of names) byFirst.set(name[0] ?? "", [...(byFirst.get(name[0] ?? "") ?? []), name]);
  return { candidatesOf: (family) => made.get(family) ?? candidates(family, saidOf), names, hasNear: (text) => text.length >= 4 && (byFirst.get(text[0] ?? "") ?? []).some((name) => resembles(text, name)) };
}

export const commonWords = vocabularyOf({});

function candidates(family: Family, said: ReadonlyMap<string, readonly string[]>): Candidate[] {
  return [
    ...columnsOf(family.primary, [], said),
    ...(family.companion === undefined ? [] : columnsOf(family.companion.register, [family.companion.link, "nr"], said)),
    ...(family.goal === undefined ? [] : columnsOf("mal", [], said).filter(({ key }) => key === "mal")),
  ];
}

function columnsOf(register: RegisterKey, without: readonly string[], said: ReadonlyMap<string, readonly string[]>): Candidate[] {
  return Object.entries(registers[register].columns).flatMap(([key, column]: [string, Column]) => {
    if (column.kind === "calculated" || without.includes(key)) return [];
    const target = `${register}.${key}`;
    const names = [
      ...(said.get(target) ?? []).map((text) => nameOf(text, SAID)), ...[column.header, ...column.aliases].map((text) => nameOf(text, OWN)), ...(spoken[target] ?? []).map((text) => nameOf(text, SPOKEN)),
    ];
    return [{ register, key, column, names }];
  });
}

function nameOf(header: string, weight: number): Name {
  const text = headerText(header);
  return { text, letters: lettersOf(text), weight };
}

/** True when one of two headers is the other with a letter or two wrong (one in short words), but not the first. */
export function resembles(header: string, name: string): boolean {
  if (name.length < 4 || Math.abs(header.length - name.length) > 2 || header[0] !== name[0]) return false;
  return isWithin(header, name, 1, 1, Math.min(header.length, name.length) >= 5 ? 2 : 1);
}

/** True when `most` letters changed, added or taken away make the rest of one text the rest of the other. Takes time with the length alone, since `most` is small. */
function isWithin(text: string, other: string, from: number, otherFrom: number, most: number): boolean {
  let [at, otherAt] = [from, otherFrom];
  while (at < text.length && text[at] === other[otherAt]) {
    at += 1;
    otherAt += 1;
  }
  const [left, otherLeft] = [text.length - at, other.length - otherAt];
  if (left === 0 || otherLeft === 0) return Math.max(left, otherLeft) <= most;
  if (Math.abs(left - otherLeft) > most || most === 0) return false;
  return isWithin(text, other, at + 1, otherAt + 1, most - 1) || isWithin(text, other, at + 1, otherAt, most - 1) || isWithin(text, other, at, otherAt + 1, most - 1);
}
