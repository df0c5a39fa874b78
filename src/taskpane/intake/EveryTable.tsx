import { makeStyles, tokens } from "@fluentui/react-components";
import type { IntakeChoices } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { TextField } from "./TextField.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

interface EveryTableProps {
  readonly choices: IntakeChoices;
  readonly known: { readonly periods: readonly string[]; readonly units: readonly string[] };
  readonly onChoose: (change: (choices: IntakeChoices) => IntakeChoices) => void;
}

/** Period and unit for the sheets that do not say theirs: the workbook's own, unless something else is written. */
export function EveryTable({ choices, known, onChoose }: EveryTableProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const { overview } = usePaneSession();
  const set = (what: "period" | "unit", text: string): void =>
    onChoose(({ [what]: _before, ...rest }) => (text === "" ? rest : { ...rest, [what]: text }));
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{texts.everyTable}</legend>
      <TextField label={texts.period} hint={texts.periodHint} value={choices.period ?? ""} placeholder={overview?.choice.period ?? ""} known={known.periods} onWritten={(text) => set("period", text)} />
      <TextField label={texts.unit} hint={texts.unitHint} value={choices.unit ?? ""} placeholder={overview?.choice.unit?.code ?? ""} known={known.units} onWritten={(text) => set("unit", text)} />
    </fieldset>
  );
}
