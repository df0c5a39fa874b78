import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { WorkArea } from "../../registers/workAreas.js";
import type { Overview } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { overviewTexts } from "./texts.js";

const useStyles = makeStyles({
  choices: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", margin: 0, padding: 0, border: "none" },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  sheets: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

/** What most workbooks follow up. */
export const commonAreas: readonly WorkArea[] = ["goals", "assignments"];

interface AreaChoiceProps {
  /** What can be chosen among, with the sheets that come with each. */
  readonly areas: Overview["otherAreas"];
  readonly chosen: readonly WorkArea[];
  readonly onChange: (chosen: readonly WorkArea[]) => void;
}

/** What somebody sets out to follow up: each area of work with the registers that it brings. */
export function AreaChoice({ areas, chosen, onChange }: AreaChoiceProps) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{texts.followUp}</legend>
      {areas.map(({ area, sheets }) => (
        <Checkbox
          key={area}
          checked={chosen.includes(area)}
          onChange={(_, { checked }) => onChange(checked === true ? [...chosen, area] : chosen.filter((other) => other !== area))}
          label={
            <>
              {texts.areas[area]}
              <span className={styles.sheets}>{sheets.join(", ")}</span>
            </>
          }
        />
      ))}
    </fieldset>
  );
}
