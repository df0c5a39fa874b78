import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of a plan before its year: whether its goals can be told to be met, and whether somebody does something for them, when. */
export const planningMessages = {
  "mal.kriterier-omatbara": message<{ goal: string }>("varning", {
    sv: ({ goal }) => `Kriterierna för målet ${goal} säger varken när det ska vara nått eller hur mycket, så det går inte att avgöra om det är nått. Skriv en tid eller ett tal i något kriterium, eller lägg till ett mått.`,
    en: ({ goal }) => `The criteria of the goal ${goal} say neither by when it is to be reached nor by how much, so nobody can tell whether it is. Write a time or a number in a criterion, or add a measure.`,
  }),
  "mal.utan-aktivitet": message<{ goal: string }>("varning", {
    sv: ({ goal }) => `Målet ${goal} har ingen planerad aktivitet, fast andra mål på samma nivå har det. Lägg till det som ska göras i Aktiviteter.`,
    en: ({ goal }) => `The goal ${goal} has no planned activity, although other goals on the same level have. Add what is to be done in Aktiviteter.`,
  }),
  "mal.utan-malomrade": message<{ goal: string }>("varning", {
    sv: ({ goal }) => `Målet ${goal} har inget målområde, så verksamhetsplanen skriver att det saknas. Lägg till målområdet i Mål, och skriv dess id i Överordnat mål.`,
    en: ({ goal }) => `The goal ${goal} has no goal area, and the operational plan says that it is missing. Add the area in Mål, and write its id in Överordnat mål.`,
  }),
  "mal.riktning-kriterium": message<{ goal: string; word: string; number: string; other: string }>("upplysning", {
    sv: ({ goal, word, number, other }) => `Målet ${goal} säger ”${word}”, men kriterium ${number} säger ”${other}”. Kontrollera att de menar samma sak.`,
    en: ({ goal, word, number, other }) => `The goal ${goal} says ”${word}”, but criterion ${number} says ”${other}”. See that they mean the same.`,
  }),
  "mal.nas-inte": message<{ goal: string; words: string }>("upplysning", {
    sv: ({ goal, words }) => `Om målet ${goal} står det ”${words}”. Dela upp målet, så att en del går att nå under planens tid, eller ändra Giltigt till.`,
    en: ({ goal, words }) => `Of the goal ${goal} it says ”${words}”. Divide the goal so that a part can be reached within the plan, or change Giltigt till.`,
  }),
  "aktivitet.ansvarig-arvd": message<{ activity: string; owner: string }>("upplysning", {
    sv: ({ activity, owner }) => `Aktiviteten ${activity} har ingen egen ansvarig, så ${owner} räknas som ansvarig. Fyll i Ansvarig om det är någon annan.`,
    en: ({ activity, owner }) => `The activity ${activity} names nobody responsible, so ${owner} counts as responsible. Fill in Ansvarig if it is somebody else.`,
  }),
  "aktivitet.utan-tid": message<{ without: number; all: number }>("upplysning", {
    sv: ({ without, all }) => `${without} av ${all} aktiviteter säger inte när de ska göras, så det går inte att se om de blir försenade. Fyll i Tidsram eller Slut.`,
    en: ({ without, all }) => `${without} of ${all} activities do not say when they are to be done, so nobody can see whether they are late. Fill in Tidsram or Slut.`,
  }),
  "aktivitet.avsikt": message<{ activity: string; words: readonly string[] }>("upplysning", {
    sv: ({ activity, words }) => `Aktiviteten ${activity} säger ${listed(words.map((word) => `”${word}”`), "och")}, så det går inte att se när den är gjord. Skriv vad som ska göras.`,
    en: ({ activity, words }) => `The activity ${activity} says ${listed(words.map((word) => `”${word}”`), "and")}, so nobody can see when it is done. Write what is to be done.`,
  }),
  "aktivitet.fore-beslutet": message<{ activity: string; day: string; decided: string }>("varning", {
    sv: ({ activity, day, decided }) => `Aktiviteten ${activity} är planerad till ${day}, men planen beslutades först ${decided}. Rätta dagen, eller ta bort aktiviteten om den redan är gjord.`,
    en: ({ activity, day, decided }) => `The activity ${activity} is planned for ${day}, but the plan was not decided until ${decided}. Correct the day, or delete the activity if it is done already.`,
  }),
  "kontroll.egenkontroll-oplanerad": message<{ control: string; missing: readonly string[] }>("upplysning", {
    sv: ({ control, missing }) => `Egenkontrollen ${control} saknar ${listed(missing, "och")}, så planen säger inte hur den ska göras. Fyll i det i Kontroller.`,
    en: ({ control, missing }) => `The self-check ${control} lacks ${listed(missing, "and")}, so the plan does not say how it is to be made. Fill it in in Kontroller.`,
  }),
};
