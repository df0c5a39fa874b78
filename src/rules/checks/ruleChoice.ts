import type { Finding, Severity } from "../../registers/finding.js";
import type { LocalText } from "../../registers/language.js";
import { settingRegistry } from "../../registers/settings.js";
import { nearest } from "../../registers/values/choice.js";
import { folded } from "../../registers/values/reading.js";
import { ruleFinding } from "../messages.js";
import { ruleSeverities } from "../ruleChoice.js";
import { inInstallningar, type CheckContext } from "./context.js";

const inWords: Readonly<Record<Severity, LocalText>> = {
  fel: { sv: "ett fel", en: "an error" },
  varning: { sv: "en varning", en: "a warning" },
  upplysning: { sv: "en upplysning", en: "a note" },
};

/** What is written in regler-av is a rule, and one that may be left out. Source: issue 5, Rules. */
export function onlyWhatIsGoodToKnowIsSwitchedOff(context: CheckContext): Finding[] {
  const { nyckel, write } = settingRegistry.reglerAv;
  const row = context.contents.installningar?.rows.find(({ values }) => folded(values.nyckel) === nyckel);
  if (row === undefined) return [];
  const { reglerAv } = context.settings;
  const place = inInstallningar(context, row, "varde");
  /** The cell with another word, or none, in the place of one. */
  const withInstead = (typed: string, instead: readonly string[]) => {
    const written = write(reglerAv.flatMap((slug) => (slug === typed ? instead : [slug])));
    return place.at === undefined ? undefined : { cells: [{ at: place.at, ...written }] };
  };
  const choosable = [...ruleSeverities].filter(([, severity]) => severity === "upplysning").map(([slug]) => slug);
  return [...new Set(reglerAv)].flatMap((typed) => {
    const severity = ruleSeverities.get(folded(typed));
    if (severity === "upplysning") return [];
    if (severity !== undefined) return [ruleFinding("installning.regel-maste-vara-pa", { typed, gives: inWords[severity] }, { ...place, fix: withInstead(typed, []) })];
    const near = nearest(folded(typed), choosable) ?? null;
    return [ruleFinding("installning.okand-regel", { typed, near }, { ...place, fix: near === null ? undefined : withInstead(typed, [near]) })];
  });
}
