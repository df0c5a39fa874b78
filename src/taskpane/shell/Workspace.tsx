import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Language } from "../../registers/language.js";
import { Header, type PanePage } from "../header/Header.js";
import { WorkbookChoice } from "../header/WorkbookChoice.js";
import type { IntakeDraft } from "../intake/intakeDraft.js";
import { useTexts } from "../language.js";
import type { PaneActions } from "../paneActions.js";
import type { IntakeSource } from "../../usecases/takeIn/intakePreview.js";
import type { PaneRequests } from "../../commands/paneRequests.js";
import { PaneSessionProvider, type PaneView } from "../paneSession.js";
import { Failures } from "../session/Failures.js";
import { sessionTexts } from "../session/texts.js";
import { useFirstReading } from "../session/useFirstReading.js";
import { useLiveCheck } from "../session/useLiveCheck.js";
import { useSession } from "../session/useSession.js";
import { WorkStatus } from "../session/WorkStatus.js";
import { OnDemand } from "./OnDemand.js";
import { Page } from "./Page.js";
import { shellTexts } from "./texts.js";
import { ViewBoundary } from "./ViewBoundary.js";
import { useDropsElsewhere } from "./useDropsElsewhere.js";
import { Views } from "./Views.js";

const loadOverview = () => import("../overview/OverviewView.js");
const loadFindings = () => import("../findings/FindingsView.js");
const loadReports = () => import("../reports/ReportsView.js");
const loadRound = () => import("../round/RoundView.js");
const loadGuide = () => import("../guide/GuidePage.js");
const loadIntake = () => import("../intake/IntakePage.js");
const loadPeriod = () => import("../period/PeriodPage.js");
const loadSettings = () => import("../settings/SettingsPage.js");

const useStyles = makeStyles({
  // minmax: a MessageBar is otherwise wider than a narrow pane.
  workspace: { minHeight: "100vh", boxSizing: "border-box", padding: tokens.spacingHorizontalL, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, "& > *": { minWidth: 0 } },
  // For who hears the pane and does not see how the number at the tab follows what is written.
  unseen: { position: "absolute", width: "1px", height: "1px", margin: "-1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

interface WorkspaceProps {
  readonly actions: PaneActions;
  readonly requests: PaneRequests;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly diagnosis: () => Promise<string>;
}

/** The pane in its language: header, what has failed, the views or a page in their place, and what is being done. Reads the workbook when it is first shown. */
export function Workspace({ actions, requests, language, onLanguage, diagnosis }: WorkspaceProps) {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const sessionSays = useTexts(sessionTexts);
  const [view, setView] = useState<PaneView>("overview");
  const [turns, setTurns] = useState(0);
  const [page, setPage] = useState<PanePage>();
  const [takenFrom, setTakenFrom] = useState<IntakeSource>();
  const [intakeDraft, setIntakeDraft] = useState<IntakeDraft>();
  const [isChoosing, setChoosing] = useState(false);
  const [asked, setAsked] = useState<{ readonly report: string; readonly direct: boolean }>();
  const [guideButton, setGuideButton] = useState<HTMLButtonElement | null>(null);
  const [settingsButton, setSettingsButton] = useState<HTMLButtonElement | null>(null);
  const show = useCallback((turnedTo: PaneView) => {
    setPage(undefined);
    setView(turnedTo);
    setTurns((turns) => turns + 1);
  }, []);
  const { session, work, passing, takeIn } = useSession(actions, show);
  const { check, run, isBusy } = session;
  const hasRead = session.overview !== undefined;
  const isWaiting = useFirstReading({ actions, run, check, what: sessionSays.checking, hasRead, onOverview: takeIn });
  useDropsElsewhere();
  const [change, setChange] = useState("");
  const live = useLiveCheck({
    actions, hasRead, isBusy,
    onOverview: (overview) => {
      const [before, now] = [session.overview?.findings.length ?? 0, overview.findings.length];
      // The view of the findings says by itself how many there are.
      if (now !== before && view !== "findings") setChange(now > before ? sessionSays.more(now - before, now) : sessionSays.fewer(before - now, now));
      takeIn(overview);
    },
  });

  useEffect(
    () =>
      requests.listen((request) => {
        switch (request.kind) {
          case "open":
            break;
          case "check":
            show("findings");
            void check();
            break;
          case "build":
            show("reports");
            setAsked({ report: request.report, direct: true });
            break;
          case "round":
            show("round");
            break;
          case "intake":
            setTakenFrom(undefined);
            setPage("intake");
            break;
          case "period":
          case "guide":
            setPage(request.kind);
            break;
        }
      }),
    [requests, show, check],
  );

  const turnToPage = (turnedTo: PanePage): void => {
    setChoosing(false);
    setPage(turnedTo);
  };
  const leavePage = (left: PanePage): void => {
    setPage(undefined);
    // From the ribbon's page the keyboard goes back to the views.
    (left === "guide" ? guideButton : left === "settings" ? settingsButton : document.querySelector<HTMLElement>("[role=tab][aria-selected=true]"))?.focus();
  };

  return (
    <PaneSessionProvider value={session}>
      <main
        className={styles.workspace}
        aria-busy={session.isBusy}
        onKeyDown={(event) => {
          if (event.key === "Escape" && page !== undefined) leavePage(page);
          // Office.js, which listens on the window, moves the focus itself on Tab. From what only code can focus (a heading, a view) it finds no place to go on
          // from and leaves the pane; there the browser's own Tab is right.
          if (event.key === "Tab" && event.target instanceof HTMLElement && event.target.tabIndex < 0) event.stopPropagation();
        }}
      >
        <div>
          <Header page={page} onPage={(turnedTo) => (turnedTo === page ? leavePage(page) : turnToPage(turnedTo))} guideButton={setGuideButton} settingsButton={setSettingsButton} />
          <WorkbookChoice isOpen={isChoosing} onOpen={setChoosing} />
        </div>
        {isWaiting && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{sessionSays.editing}</MessageBarBody>
          </MessageBar>
        )}
        <Failures failures={work.failures} onDismiss={work.dismiss} />
        {page !== undefined && (
          <Page key={page} heading={texts[page]} onBack={() => leavePage(page)}>
            <ViewBoundary>
              {page === "guide" ? (
                <OnDemand load={loadGuide}>{({ GuidePage }) => <GuidePage />}</OnDemand>
              ) : page === "intake" ? (
                <OnDemand load={loadIntake}>{({ IntakePage }) => <IntakePage {...(takenFrom === undefined ? {} : { from: takenFrom })} draft={intakeDraft} onDraft={setIntakeDraft} onTaken={() => show("overview")} />}</OnDemand>
              ) : page === "period" ? (
                <OnDemand load={loadPeriod}>{({ PeriodPage }) => <PeriodPage onBegun={() => show("overview")} />}</OnDemand>
              ) : (
                <OnDemand load={loadSettings}>{({ SettingsPage }) => <SettingsPage language={language} onLanguage={onLanguage} live={live} diagnosis={diagnosis} />}</OnDemand>
              )}
            </ViewBoundary>
          </Page>
        )}
        <div hidden={page !== undefined}>
          <Views view={view} onSelect={setView} turns={turns}>
            {{
              overview: (
                <OnDemand load={loadOverview}>
                  {({ OverviewView }) => (
                    <OverviewView
                      onChoose={() => setChoosing(true)}
                      onNewPeriod={() => turnToPage("period")}
                      onTakeIn={(from) => {
                        setTakenFrom(from);
                        turnToPage("intake");
                      }}
                      onBuild={(report) => {
                        show("reports");
                        setAsked({ report, direct: false });
                      }}
                    />
                  )}
                </OnDemand>
              ),
              findings: <OnDemand load={loadFindings}>{({ FindingsView }) => <FindingsView />}</OnDemand>,
              reports: <OnDemand load={loadReports}>{({ ReportsView }) => <ReportsView {...(asked === undefined ? {} : { asked })} onTaken={() => setAsked(undefined)} />}</OnDemand>,
              round: <OnDemand load={loadRound}>{({ RoundView }) => <RoundView onChoose={() => setChoosing(true)} onNewPeriod={() => turnToPage("period")} />}</OnDemand>,
            }}
          </Views>
        </div>
        <p role="status" className={styles.unseen}>
          {change}
        </p>
        <WorkStatus ongoing={work.ongoing} passing={passing} />
      </main>
    </PaneSessionProvider>
  );
}
