import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of money and posts. `resource` names a row: ”Ramökning 2024 VON: 350 tkr”. */
export const resourceMessages = {
  "resurs.avser-annat": message<{ resource: string; id: string; what: string }>("fel", {
    sv: ({ resource, id, what }) => `Resursen ${resource} avser ${id}, som finns i ${what}, så den kommer inte med i någon rapport. Skriv id för ett mål eller ett uppdrag i Avser.`,
    en: ({ resource, id, what }) => `The resource ${resource} refers to ${id}, which is in ${what}, so no report shows it. Write the id of a goal or an assignment in Avser.`,
  }),
  "resurs.utan-avser": message<{ resource: string }>("varning", {
    sv: ({ resource }) => `Resursen ${resource} säger inte vad pengarna är till för, så den kommer inte med på någon målsida. Skriv id för målet eller uppdraget i Avser.`,
    en: ({ resource }) => `The resource ${resource} does not say what the money is for, so no goal page shows it. Write the id of the goal or the assignment in Avser.`,
  }),
  "resurs.utan-belopp": message<{ resource: string; header: string }>("varning", {
    sv: ({ resource, header }) => `Resursen ${resource} har inget i ${header}, så den räknas inte med i någon summa. Fyll i ${header}.`,
    en: ({ resource, header }) => `The resource ${resource} has nothing in ${header}, so no sum counts it. Fill in ${header}.`,
  }),
  "resurs.utan-enhet": message<{ resource: string }>("varning", {
    sv: ({ resource }) => `Det går inte att se vem som får resursen ${resource}: Enhet är tomt, och det som den avser har ingen som leder eller äger det. Fyll i Enhet.`,
    en: ({ resource }) => `Nobody can see who gets the resource ${resource}: Enhet is empty, and what it refers to has nobody who leads or owns it. Fill in Enhet.`,
  }),
  "resurs.annan-enhet": message<{ resource: string; unit: string; assignment: string; responsible: readonly string[] }>("fel", {
    sv: ({ resource, unit, assignment, responsible }) =>
      `${unit} får resursen ${resource}, men leder inte uppdraget ${assignment} och deltar inte i det. Det gör ${listed(responsible, "och")}. Rätta Enhet, eller lägg till ${unit} i Medansvariga.`,
    en: ({ resource, unit, assignment, responsible }) =>
      `${unit} gets the resource ${resource}, but neither leads the assignment ${assignment} nor takes part in it. ${listed(responsible, "and")} ${responsible.length === 1 ? "does" : "do"}. Correct Enhet, or add ${unit} to Medansvariga.`,
  }),
  "resurs.utan-ar": message<{ resource: string }>("varning", {
    sv: ({ resource }) => `Resursen ${resource} säger inte vilket år den gäller från. Fyll i År.`,
    en: ({ resource }) => `The resource ${resource} does not say which year it is given from. Fill in År.`,
  }),
  "resurs.varaktighet": message<{ resource: string }>("upplysning", {
    sv: ({ resource }) => `Resursen ${resource} säger inte om pengarna är varaktiga eller tillfälliga. Skriv det i Beskrivning, eller välj Varaktig ramjustering som Typ.`,
    en: ({ resource }) => `The resource ${resource} does not say whether the money is lasting or temporary. Write it in Beskrivning, or choose Varaktig ramjustering as Typ.`,
  }),
};
