import { message } from "../../registers/message.js";

/** What is told of a measure's own row: its target, direction, unit, weight and goal. */
export const measureMessages = {
  "matt.malvarde-saknas": message<{ measure: string; direction: string }>("varning", {
    sv: ({ measure, direction }) => `Måttet ${measure} har riktningen ${direction} men inget målvärde. Fyll i Målvärde, eller välj Följs om måttet bara ska följas.`,
    en: ({ measure, direction }) => `The measure ${measure} has the direction ${direction} but no target. Fill in Målvärde, or choose Följs if the measure is only to be followed.`,
  }),
  "matt.granser-saknas": message<{ measure: string; header: string }>("varning", {
    sv: ({ measure, header }) => `Måttet ${measure} ska ligga inom ett intervall, men ${header} saknas. Fyll i båda gränserna.`,
    en: ({ measure, header }) => `The measure ${measure} should be within an interval, but ${header} is missing. Fill in both bounds.`,
  }),
  "matt.granser-omvanda": message<{ measure: string; from: string; to: string }>("fel", {
    sv: ({ measure, from, to }) => `Intervallet för ${measure} börjar på ${from} men slutar på ${to}, så måttet får ingen status. Byt plats på Målvärde och Målvärde till.`,
    en: ({ measure, from, to }) => `The interval of ${measure} begins at ${from} but ends at ${to}, so the measure gets no status. Swap Målvärde and Målvärde till.`,
  }),
  "matt.intervall-ovantat": message<{ measure: string; typed: string }>("fel", {
    sv: ({ measure, typed }) => `Målvärdet ${typed} för ${measure} är ett intervall, men riktningen är en annan. Välj riktningen Inom intervall, eller skriv ett enda tal.`,
    en: ({ measure, typed }) => `The target ${typed} of ${measure} is an interval, but the measure has another direction. Choose the direction Inom intervall, or enter a single number.`,
  }),
  "matt.ja-nej-mal": message<{ measure: string; typed: string }>("fel", {
    sv: ({ measure, typed }) => `Måttet ${measure} har riktningen Ja/Nej, men målvärdet är ${typed}. Skriv Ja eller Nej, eller ändra Riktning.`,
    en: ({ measure, typed }) => `The measure ${measure} has the direction Ja/Nej, but the target is ${typed}. Write Ja or Nej, or change Riktning.`,
  }),
  "matt.riktning-enhet": message<{ measure: string; direction: string; unit: string }>("fel", {
    sv: ({ measure, direction, unit }) =>
      `Måttet ${measure} räknas i ${unit}, men riktningen är ${direction}, så det kan inte få någon status. Välj riktningen ${directionFor(unit)}, eller ändra Måttenhet.`,
    en: ({ measure, direction, unit }) =>
      `The measure ${measure} is counted in ${unit}, but its direction is ${direction}, so it can get no status. Choose the direction ${directionFor(unit)}, or change Måttenhet.`,
  }),
  "matt.foljs-med-mal": message<{ measure: string }>("upplysning", {
    sv: ({ measure }) => `Måttet ${measure} har riktningen Följs, så målvärdet används inte. Ta bort målvärdet, eller välj en annan riktning.`,
    en: ({ measure }) => `The measure ${measure} has the direction Följs, so the target is not used. Delete the target, or choose another direction.`,
  }),
  "matt.vikt": message<{ measure: string; weight: string }>("varning", {
    sv: ({ measure, weight }) => `Vikten ${weight} gör att ${measure} inte räknas med i målets medelvärde. Skriv ett tal över 0, eller lämna cellen tom.`,
    en: ({ measure, weight }) => `With the weight ${weight}, ${measure} is left out of the goal's mean. Enter a number above 0, or leave the cell empty.`,
  }),
  "matt.grans-delvis": message<{ measure: string; typed: string; standard: string }>("fel", {
    sv: ({ measure, typed, standard }) =>
      `Gräns delvis för ${measure} är ${typed} men ska vara över 0 och högst 100 %. Arbetsbokens gräns ${standard} används. Skriv till exempel 90 %.`,
    en: ({ measure, typed, standard }) =>
      `Gräns delvis for ${measure} is ${typed} but should be above 0 and at most 100 %. The workbook's limit ${standard} is used. Write for example 90 %.`,
  }),
  "matt.utan-mal": message<{ measure: string }>("varning", {
    sv: ({ measure }) => `Måttet ${measure} hör inte till något mål och kommer inte med under något mål i rapporten. Fyll i Mål-id.`,
    en: ({ measure }) => `The measure ${measure} belongs to no goal and is not shown under any goal in the report. Fill in Mål-id.`,
  }),
  "matt.samma-text": message<{ measure: string; other: string; row: number }>("varning", {
    sv: ({ measure, other, row }) => `Måttet ${measure} har samma text som ${other} på rad ${row}. Ta bort det ena, eller gör texterna olika.`,
    en: ({ measure, other, row }) => `The measure ${measure} has the same text as ${other} in row ${row}. Delete one of them, or make the texts differ.`,
  }),
};

/** The one direction that suits a unit that is no number. */
function directionFor(unit: string): string {
  return unit === "Ja/Nej" ? "Ja/Nej" : "Följs";
}
