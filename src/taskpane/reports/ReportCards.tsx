import { Button, Subtitle2, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { dayText } from "../../registers/values/formatting.js";
import type { ReportState } from "../../usecases/overview.js";
import { useLocal, useTexts } from "../language.js";
import { reportTitle, reportWords } from "./reportWords.js";
import { reportsTexts } from "./texts.js";

const useStyles = makeStyles({
  all: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, overflowWrap: "anywhere" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0 },
  state: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  others: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  part: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  other: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start", rowGap: tokens.spacingVerticalXXS },
  otherTitle: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightRegular },
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

/** A card a report that can be built: what it is for and when its content last changed. Then the others in few words, with what they need: a workbook seldom has the registers of every report. */
export function ReportCards({ reports, returnedFrom, isBusy, onChoose, onGoToSheet, onCreateRegisters }: ReportCardsProps) {
  const texts = useTexts(reportsTexts);
  const local = useLocal();
  const styles = useStyles();
  const othersId = useId();
  const chooseButtons = useRef(new Map<string, HTMLButtonElement>());
  const possible = reports.filter(({ missing }) => missing.length === 0);
  const others = reports.filter(({ missing }) => missing.length > 0);

  useEffect(() => {
    if (returnedFrom !== undefined) chooseButtons.current.get(returnedFrom)?.focus();
  }, [returnedFrom]);

  return (
    <div className={styles.all}>
      {possible.length > 0 && (
        <ul className={styles.list}>
          {possible.map(({ name, lacking, built }) => {
            const title = local(reportTitle(name));
            const purpose = reportWords[name]?.purpose;
            return (
              <li key={name} className={styles.card}>
                <Subtitle2 as="h3" className={styles.title}>
                  {title}
                </Subtitle2>
                {purpose !== undefined && <Text>{local(purpose)}</Text>}
                <Text className={styles.state}>
                  <BuiltText built={built} />
                </Text>
                {lacking.length > 0 && <Text className={styles.state}>{texts.lacking(lacking)}</Text>}
                <div className={styles.buttons}>
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
      )}
      {others.length > 0 && (
        <section className={styles.others} aria-labelledby={othersId}>
          <h3 id={othersId} className={styles.part}>
            {texts.needMore}
          </h3>
          <ul className={styles.list}>
            {others.map(({ name, missing, isOneEnough, areas }) => {
              const title = local(reportTitle(name));
              const purpose = reportWords[name]?.purpose;
              return (
                <li key={name} className={styles.other}>
                  <h4 className={styles.otherTitle}>{title}</h4>
                  {purpose !== undefined && (
                    <Text size={200} className={styles.state}>
                      {local(purpose)}
                    </Text>
                  )}
                  <Text size={200} className={styles.state}>
                    {isOneEnough ? texts.missingAny(missing) : texts.missing(missing)}
                  </Text>
                  {!isOneEnough && (
                    <Button size="small" disabledFocusable={isBusy} aria-label={texts.createMissingFor(title)} onClick={() => onCreateRegisters(areas)}>
                      {texts.createMissing}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

function BuiltText({ built }: Pick<ReportState, "built">) {
  const texts = useTexts(reportsTexts);
  if (built === null) return texts.notBuilt;
  return built.changed === null ? texts.builtOn(built.sheet) : texts.contentChanged(dayText(built.changed), built.sheet);
}
