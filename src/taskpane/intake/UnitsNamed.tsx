import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { NamedUnit } from "../../intake/unitsNamed.js";
import { useTexts } from "../language.js";
import { CutList } from "./CutList.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  units: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, border: "none", minWidth: 0, overflowWrap: "anywhere" },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

/** How many are seen at first. */
const FIRST = 8;

interface UnitsNamedProps {
  readonly units: readonly NamedUnit[];
  /** Names of those that are to become rows of Enheter. */
  readonly added: readonly string[];
  readonly onAdd: (names: readonly string[]) => void;
}

/** Committees that stand on the sheets and not in Enheter: those that are chosen become rows of it, and are then known on the sheets. */
export function UnitsNamed({ units, added, onAdd }: UnitsNamedProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const chosen = units.filter(({ namn }) => added.includes(namn));
  return (
    <fieldset className={styles.units}>
      <legend className={styles.legend}>{texts.unitsNamed}</legend>
      <p>{texts.unitsNamedHint}</p>
      {units.length > 1 && (
        <Checkbox
          checked={chosen.length === units.length ? true : chosen.length === 0 ? false : "mixed"}
          label={texts.allUnits(units.length)}
          onChange={(_event, { checked }) => onAdd(checked === true ? units.map(({ namn }) => namn) : [])}
        />
      )}
      <CutList items={units} name={texts.unitsNamed} first={FIRST}>
        {({ namn, kod }) => <Checkbox checked={added.includes(namn)} label={`${namn} (${kod})`} onChange={(_event, { checked }) => onAdd(checked === true ? [...added, namn] : added.filter((name) => name !== namn))} />}
      </CutList>
    </fieldset>
  );
}
