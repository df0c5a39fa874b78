import { AriaLiveAnnouncer, FluentProvider } from "@fluentui/react-components";
import { render, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import type { Language } from "../../src/registers/language.js";
import { LanguageContext } from "../../src/taskpane/language.js";
import type { PaneActions } from "../../src/taskpane/paneActions.js";
import { PaneSessionProvider, type PaneView } from "../../src/taskpane/paneSession.js";
import { useSession } from "../../src/taskpane/session/useSession.js";
import { workbookActions } from "../../src/taskpane/workbookActions.js";
import type { ExcelFacts } from "../../src/excel/officeWorkbook.js";
import { openClient } from "../../src/workbench/client.js";
import type { InExcel } from "../usecases/inExcel.js";
import { TODAY } from "./paneOn.js";
import { PaneStyles } from "./paneStyles.js";

export interface ViewInExcel extends RenderResult {
  readonly user: UserEvent;
  /** Views that the view has turned to. */
  readonly turnedTo: readonly PaneView[];
}

interface Options {
  readonly language?: Language;
  readonly facts?: ExcelFacts;
  /** In place of what the pane can have done in the workbook. */
  readonly instead?: Partial<PaneActions>;
}

/** One view of the pane in the pane's own session, on a workbook open in the embedded Excel, with the genuine client between. */
export function viewInExcel({ excel }: Pick<InExcel, "excel">, view: ReactNode, { language = "sv", facts, instead }: Options = {}): ViewInExcel {
  const turnedTo: PaneView[] = [];
  const actions = { ...workbookActions(openClient(excel).Excel, () => TODAY, facts), ...instead };
  const user = userEvent.setup();
  const rendered = render(
    // No colours: jsdom would go through all of them for each element that it is asked about.
    <FluentProvider theme={{}}>
      <AriaLiveAnnouncer>
        <LanguageContext value={language}>
          <Session actions={actions} onShow={(name) => turnedTo.push(name)}>
            {view}
          </Session>
        </LanguageContext>
      </AriaLiveAnnouncer>
    </FluentProvider>,
    { wrapper: PaneStyles },
  );
  return { ...rendered, user, turnedTo };
}

/** As the shell does: the view beside what has failed and what is said in passing. */
function Session({ actions, onShow, children }: { readonly actions: PaneActions; readonly onShow: (view: PaneView) => void; readonly children: ReactNode }) {
  const [show] = useState(() => onShow);
  const { session, work, passing } = useSession(actions, show);
  return (
    <PaneSessionProvider value={session}>
      <main>
        <h1>Måltavla</h1>
        {work.failures.map(({ what, text }) => (
          <p key={what} role="alert">
            {text.sv}
          </p>
        ))}
        {children}
        <p role="status" data-testid="passing">
          {passing?.text}
        </p>
      </main>
    </PaneSessionProvider>
  );
}
