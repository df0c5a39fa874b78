import { RichApiError } from "./richApi/richApiError.js";

/** The line to the host broke: no answer ever came. What the host had done may or may not have been done. */
export class ConnectionDropped extends Error {
  override readonly name = "ConnectionDropped";
}

/**
 * Faults that a real host shows now and then, switched on by reliability tests. All are off to begin with.
 * Action numbers count the actions that work is done in, from 1, over all requests since the fault was set; instantiations and clean-ups
 * are not counted.
 */
export class Faults {
  private actionFault: { remaining: number; readonly error: RichApiError | ConnectionDropped } | undefined;
  private requestFault: { remaining: number; readonly what: "busy" | "unanswered" } | undefined;
  private drop: "before" | "after" | undefined;
  /** Excel is in cell edit mode: every request is refused until this is false again. */
  isBusy = false;
  /** Every write is refused, as in a workbook opened for reading. */
  isReadOnly = false;
  /** Milliseconds before each answer. */
  delay = 0;

  /** Fails once, at the n-th counted action from now. What came before it in the request stays done. */
  failAt(actionNumber: number, error: RichApiError = new RichApiError("GeneralException")): void {
    this.actionFault = { remaining: actionNumber, error };
  }

  /** Loses the line once, at the n-th counted action from now: what came before it in the request stays done, and no answer comes. */
  dropAt(actionNumber: number): void {
    this.actionFault = { remaining: actionNumber, error: new ConnectionDropped("The connection was dropped while the request was carried out.") };
  }

  /** The n-th request from now is refused since a cell is being edited, or carried out without an answer. */
  failRequest(requestNumber: number, what: "busy" | "unanswered"): void {
    this.requestFault = { remaining: requestNumber, what };
  }

  /** Called once for each request. Whether it is refused, as Excel is in cell edit mode. */
  refuses(): boolean {
    const fault = this.requestFault;
    if (fault !== undefined) {
      fault.remaining -= 1;
      if (fault.remaining === 0) {
        this.requestFault = undefined;
        if (fault.what === "unanswered") this.drop = "after";
        return fault.what === "busy" || this.isBusy;
      }
    }
    return this.isBusy;
  }

  /** Loses the next request before it is carried out, or its answer after it was. */
  dropNext(when: "before" | "after"): void {
    this.drop = when;
  }

  clear(): void {
    this.actionFault = undefined;
    this.requestFault = undefined;
    this.drop = undefined;
    this.isBusy = false;
    this.isReadOnly = false;
    this.delay = 0;
  }

  /** Called before each counted action. */
  beforeAction(): void {
    if (this.actionFault === undefined) {
      return;
    }
    this.actionFault.remaining -= 1;
    if (this.actionFault.remaining <= 0) {
      const { error } = this.actionFault;
      this.actionFault = undefined;
      throw error;
    }
  }

  /** Called before a request is carried out and before its answer is sent. */
  onLine(moment: "before" | "after"): void {
    if (this.drop === moment) {
      this.drop = undefined;
      throw new ConnectionDropped(`The connection was dropped ${moment} the request was carried out.`);
    }
  }
}
