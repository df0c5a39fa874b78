import { createContext, useContext } from "react";
import type { Overview } from "../usecases/overview.js";
import type { Work } from "../usecases/work.js";
import type { PaneActions } from "./paneActions.js";

/** The pane's tabs. */
export type PaneView = "overview" | "findings" | "reports" | "round";

/** What the views of the pane share: the workbook as last read, and the way to have something done in it. */
export interface PaneSession {
  readonly actions: PaneActions;
  /** The workbook as last read; undefined until it has been read once. */
  readonly overview: Overview | undefined;
  /** When it was read. */
  readonly checkedAt: Date | undefined;
  /** True while something is being done: buttons that would start something else are disabled. */
  readonly isBusy: boolean;
  /**
   * Does one thing at a time. Shows `what` as progress when it takes longer than 0.4 s, offers to stop it after 2 s, and shows an error that stays until it is
   * dismissed. Gives undefined when it failed, was stopped, or something else was under way.
   */
  readonly run: <Result>(what: string, task: (work: Work) => Promise<Result>) => Promise<Result | undefined>;
  /** Reads and checks the workbook again. */
  readonly check: () => Promise<void>;
  /** Turns to another view, e.g. from a report's warning to the findings. */
  readonly show: (view: PaneView) => void;
  /** Says something in passing: a toast with role status. */
  readonly say: (text: string) => void;
}

const PaneSessionContext = createContext<PaneSession | undefined>(undefined);

export const PaneSessionProvider = PaneSessionContext.Provider;

/** @throws Error outside a PaneSessionProvider: a fault of ours. */
export function usePaneSession(): PaneSession {
  const session = useContext(PaneSessionContext);
  if (session === undefined) throw new Error("usePaneSession outside a PaneSessionProvider");
  return session;
}
