import { message } from "../../registers/message.js";

interface AboutJudgement {
  readonly goal: string;
  readonly own: string;
  readonly proposed: string;
  readonly period: string;
}

/** What is told of outcomes and judgements that are put together from those of units below. */
export const rollUpMessages = {
  /** `way` as in Sammanvägning. */
  "matt.sammanvagning-enhet": message<{ measure: string; way: string; unit: string }>("varning", {
    sv: ({ measure, way, unit }) =>
      `Utfall för ${measure} räknas i ${unit} och kan inte vägas samman som ${way}, så rapporten visar bara enheternas egna utfall. Välj ${way === "Summa" && unit !== "text" && unit !== "Ja/Nej" ? "Medel" : "Redovisas inte"} i Sammanvägning.`,
    en: ({ measure, way, unit }) =>
      `Outcomes of ${measure} are counted in ${unit} and cannot be put together as ${way}, so the report only shows the units' own outcomes. Choose ${way === "Summa" && unit !== "text" && unit !== "Ja/Nej" ? "Medel" : "Redovisas inte"} in Sammanvägning.`,
  }),
  "matt.sammanvagning-saknas": message<{ measure: string; period: string; units: number }>("upplysning", {
    sv: ({ measure, period, units }) =>
      `${units} enheter har utfall för ${measure}, ${period}, men Sammanvägning är tom, så inget samlat utfall visas. Välj hur utfallen ska vägas samman, eller Redovisas inte.`,
    en: ({ measure, period, units }) =>
      `${units} units have outcomes of ${measure}, ${period}, but Sammanvägning is empty, so no combined outcome is shown. Choose how the outcomes are to be put together, or Redovisas inte.`,
  }),
  "utfall.sammanvagning-avviker": message<{ measure: string; unit: string; period: string; own: string; together: string; way: string; units: number }>("varning", {
    sv: ({ measure, unit, period, own, together, way, units }) =>
      `${unit} har utfallet ${own} för ${measure}, ${period}, men ${units} enheter under ger tillsammans ${together} (${way}). Det egna utfallet visas i rapporten. Kontrollera talen, eller ändra Sammanvägning.`,
    en: ({ measure, unit, period, own, together, way, units }) =>
      `${unit} has the outcome ${own} of ${measure}, ${period}, but ${units} units below it come to ${together} (${way}). The unit's own outcome goes into the report. Check the figures, or change Sammanvägning.`,
  }),
  "mal.bedomning-mot-mal-under": message<AboutJudgement>("varning", {
    sv: ({ goal, own, proposed, period }) => `Målet ${goal} är bedömt som ${own} för ${period}, men målen under ger ${proposed}. Den egna bedömningen gäller i rapporten. Skriv varför i Orsak.`,
    en: ({ goal, own, proposed, period }) => `The goal ${goal} is judged ${own} for ${period}, but the goals below it give ${proposed}. The goal's own word goes into the report. Write why in Orsak.`,
  }),
  "mal.mal-under-med-orsak": message<AboutJudgement>("upplysning", {
    sv: ({ goal, own, proposed, period }) => `Målet ${goal} är bedömt som ${own} för ${period}, men målen under ger ${proposed}. Den egna bedömningen gäller, och orsaken är skriven. Du behöver inte göra något.`,
    en: ({ goal, own, proposed, period }) => `The goal ${goal} is judged ${own} for ${period}, but the goals below it give ${proposed}. The goal's own word holds, and the reason is written. Nothing needs to be done.`,
  }),
};
