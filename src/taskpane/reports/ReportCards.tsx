import { Button, Subtitle2, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { dayText } from "../../reports/printedText.js";
import type { ReportState } from "../../usecases/overview.js";
import { useLocal, useTexts } from "../language.js";
import { reportTitle, reportWords } from "./reportWords.js";
import { reportsTexts } from "./texts.js";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  title: { margin: 0 },
  state: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ReportCardsProps {
  readonly reports: readonly ReportState[];
  /** The report that the user comes back from: its button gets the focus. */
  readonly returnedFrom: string | undefined;
  readonly isBusy: boolean;
  readonly onChoose: (report: string) => void;
  readonly onGoToSheet: (sheet: string) => void;
  readonly onCreateRegisters: (areas: ReportState["areas"]) => void;
}

/** A card a report: what it is for, when its content last changed, and what is missing for it. */
export function ReportCards({ reports, returnedFrom, isBusy, onChoose, onGoToSheet, onCreateRegisters }: ReportCardsProps) {
  const texts = useTexts(reportsTexts);
  const local = useLocal();
  const styles = useStyles();
  const chooseButtons = useRef(new Map<string, HTMLButtonElement>());

  // What can be built comes first: a workbook seldom has the registers of every report.
  const inOrder = [...reports.filter(({ missing }) => missing.length === 0), ...reports.filter(({ missing }) => missing.length > 0)];

  useEffect(() => {
    if (returnedFrom !== undefined) chooseButtons.current.get(returnedFrom)?.focus();
  }, [returnedFrom]);

  return (
    <ul className={styles.list}>
      {inOrder.map(({ name, missing, isOneEnough, lacking, areas, built }) => {
        const title = local(reportTitle(name));
        const purpose = reportWords[name]?.purpose;
        return (
          <li key={name} className={styles.card}>
            <Subtitle2 as="h3" className={styles.title}>
              {title}
            </Subtitle2>
            {purpose !== undefined && <Text>{local(purpose)}</Text>}
            <Text className={styles.state}>{missing.length === 0 ? <BuiltText built={built} /> : isOneEnough ? texts.missingAny(missing) : texts.missing(missing)}</Text>
            {lacking.length > 0 && <Text className={styles.state}>{texts.lacking(lacking)}</Text>}
            <div className={styles.buttons}>
              {missing.length > 0 ? (
                !isOneEnough && (
                  <Button disabledFocusable={isBusy} onClick={() => onCreateRegisters(areas)}>
                    {texts.createMissing}
                  </Button>
                )
              ) : (
                <Button
                  ref={(element: HTMLButtonElement | null) => {
                    if (element === null) chooseButtons.current.delete(name);
                    else chooseButtons.current.set(name, element);
                  }}
                  disabledFocusable={isBusy}
                  aria-label={texts.chooseReport(title)}
                  onClick={() => onChoose(name)}
                >
                  {texts.choose}
                </Button>
              )}
              {built !== null && (
                <Button appearance="subtle" disabledFocusable={isBusy} aria-label={texts.showSheetOf(title)} onClick={() => onGoToSheet(built.sheet)}>
                  {texts.showSheet}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function BuiltText({ built }: Pick<ReportState, "built">) {
  const texts = useTexts(reportsTexts);
  if (built === null) return texts.notBuilt;
  return built.changed === null ? texts.builtOn(built.sheet) : texts.contentChanged(dayText(built.changed), built.sheet);
}
