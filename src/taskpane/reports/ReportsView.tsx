import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { WorkArea } from "../../registers/workAreas.js";
import type { EditedCell } from "../../usecases/buildReport.js";
import type { Overview } from "../../usecases/overview.js";
import type { ReportPreview } from "../../usecases/previewReport.js";
import { useLocal, useTexts } from "../language.js";
import type { ReportRequest } from "../paneActions.js";
import { usePaneSession } from "../paneSession.js";
import { BuiltReport, type Built } from "./BuiltReport.js";
import { decide, decided, keepAll, type Decision } from "./decisions.js";
import { ReportCards } from "./ReportCards.js";
import { ReportPlan, type Plan } from "./ReportPlan.js";
import { reportTitle } from "./reportWords.js";
import { reportsTexts } from "./texts.js";
import type { UnitAndPeriodChoice } from "./UnitAndPeriod.js";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** What the view shows: the cards, a chosen report, or one that has been built. */
type Stage =
  | { readonly kind: "cards"; readonly returnedFrom: string | undefined }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "built"; readonly report: string; readonly built: Built };

interface ReportsViewProps {
  /** A report asked for on the ribbon; `direct` builds it at once unless something has to be decided first. */
  readonly asked?: { readonly report: string; readonly direct: boolean };
  /** Told when what was asked for has been taken in hand. */
  readonly onTaken: () => void;
}

/** Rapporter: choose a report, see what it would write, decide about cells changed by hand, and build it. */
export function ReportsView({ asked, onTaken }: ReportsViewProps) {
  const session = usePaneSession();
  const { actions, overview, isBusy } = session;
  const texts = useTexts(reportsTexts);
  const local = useLocal();
  const styles = useStyles();
  const [stage, setStage] = useState<Stage>({ kind: "cards", returnedFrom: undefined });
  const heading = useRef<HTMLHeadingElement>(null);

  function preview({ report, choice }: Plan): Promise<ReportPreview | undefined> {
    return session.run(texts.previewing, (work) => actions.preview(requestOf(report, choice), work));
  }

  /** Shows a plan, and what it would write as soon as that is known. */
  async function look(plan: Plan) {
    setStage({ kind: "plan", plan });
    const found = await preview(plan);
    if (found === undefined) return;
    // Something else may have been chosen in the meantime.
    setStage((now) => (now.kind === "plan" && now.plan === plan ? { kind: "plan", plan: { ...plan, preview: found, madeFor: overview?.choice } } : now));
  }

  async function build(plan: Plan, edits: readonly EditedCell[]) {
    const started = performance.now();
    // Without edits to decide about, one made since the preview must not be written over.
    const decisions = edits.length === 0 ? "ask" : decided(edits, plan.decisions);
    const outcome = await session.run(texts.building, (work) => actions.build({ ...requestOf(plan.report, plan.choice), edits: decisions }, work));
    if (outcome === undefined) return;
    if (outcome.kind === "edited") {
      setStage({ kind: "plan", plan: { ...plan, preview: plan.preview && { ...plan.preview, edits: outcome.edits }, isAgain: true } });
      return;
    }
    const { findings, written, keptEdits, lostEdits } = outcome;
    setStage({ kind: "built", report: plan.report, built: { title: local(reportTitle(plan.report)), took: performance.now() - started, findings, written, keptEdits, lostEdits } });
    await session.check();
  }

  /** From the ribbon: one click builds, when nothing has to be decided. */
  const takeAsked = useEffectEvent(({ report, direct }: { report: string; direct: boolean }) => {
    onTaken();
    const plan = freshPlan(report);
    void preview(plan).then((found) => {
      const known = { ...plan, preview: found, madeFor: overview?.choice };
      setStage({ kind: "plan", plan: known });
      if (direct && found?.edits.length === 0) void build(known, []);
    });
  });
  useEffect(() => {
    // It waits for its turn: the pane does one thing at a time.
    if (asked !== undefined && !isBusy) takeAsked(asked);
  }, [asked, isBusy]);

  async function createRegisters(areas: readonly WorkArea[]) {
    const created = await session.run(texts.creating, async () => {
      await actions.createRegisters(areas);
      return true;
    });
    if (created === undefined) return;
    session.say(texts.created);
    heading.current?.focus();
    await session.check();
  }

  const goToSheet = (sheet: string) => void session.run(texts.goingTo(sheet), () => actions.goToSheet(sheet));
  const showFindings = () => session.show("findings");

  if (stage.kind === "built") {
    const { report, built } = stage;
    return (
      <BuiltReport
        built={built}
        isBusy={isBusy}
        onGoToReport={() => goToSheet(built.written.sheet)}
        onShowFindings={showFindings}
        onBack={() => setStage({ kind: "cards", returnedFrom: report })}
      />
    );
  }
  if (stage.kind === "plan") {
    const plan = upToDate(stage.plan, overview);
    const change = (changes: Partial<Plan>) => setStage({ kind: "plan", plan: { ...plan, ...changes } });
    return (
      <ReportPlan
        plan={plan}
        overview={overview}
        isBusy={isBusy}
        onChoice={(choice, isFinal) => {
          const changed = { ...freshPlan(plan.report), choice };
          if (isFinal) void look(changed);
          else setStage({ kind: "plan", plan: changed });
        }}
        onDecide={(cells: readonly EditedCell[], decision: Decision) => change({ decisions: decide(plan.decisions, cells, decision) })}
        onPreview={() => void look(plan)}
        onBuild={() => void build(plan, plan.preview?.edits ?? [])}
        onShowFindings={showFindings}
        onBack={() => setStage({ kind: "cards", returnedFrom: plan.report })}
      />
    );
  }
  return (
    <div className={styles.view}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {texts.heading}
      </h2>
      {overview === undefined ? (
        <>
          <Text>{texts.notRead}</Text>
          <Button disabledFocusable={isBusy} onClick={() => void session.check()}>
            {texts.read}
          </Button>
        </>
      ) : (
        <ReportCards
          reports={overview.reports}
          returnedFrom={stage.returnedFrom}
          isBusy={isBusy}
          onChoose={(report) => void look(freshPlan(report))}
          onGoToSheet={goToSheet}
          onCreateRegisters={(areas) => void createRegisters(areas)}
        />
      )}
    </div>
  );
}

function freshPlan(report: string): Plan {
  return { report, choice: { unit: undefined, period: undefined }, preview: undefined, madeFor: undefined, decisions: keepAll, isAgain: false };
}

/** Without its preview, when the workbook's committee or period has become another since and the plan follows the workbook's. */
function upToDate(plan: Plan, overview: Overview | undefined): Plan {
  const { madeFor, choice } = plan;
  if (madeFor === undefined || overview === undefined) return plan;
  const isSame = (choice.unit !== undefined || madeFor.unit?.code === overview.choice.unit?.code) && (choice.period !== undefined || madeFor.period === overview.choice.period);
  return isSame ? plan : { ...plan, preview: undefined };
}

function requestOf(report: string, { unit, period }: UnitAndPeriodChoice): ReportRequest {
  return { report, unit, period: period === "" ? undefined : period };
}
