// The add-in's own page in a frame, unmodified, with the embedded Excel as its host: what office.js asks by postMessage is answered here (design notes,
// "Transport 2"). https and one host name for both pages are what office.js demands.
import type { EmbeddedExcel, WorkbookEvent } from "../embeddedExcel.js";
import { ConnectionDropped } from "../faults.js";
import { parseRequest } from "../richApi/request.js";
import { type AddInIdentity, appContext, framedAddress, type HostDescription } from "./appContext.js";
import { answerForRuntime, type PaneVisibility } from "./appRuntime.js";
import { focusFrom, type FocusTarget, focusTarget, TAB_IN } from "./focus.js";
import { ActionType, answerTo, DispatchId, eventFor, type MethodCall, notification, Outcome, type PaneMessage, parseJson, parseMethodCall, parsePaneMessage } from "./message.js";
import { RibbonCommands } from "./ribbonCommands.js";

export interface PaneFrameOptions {
  /** Path of the add-in's page; "/app/taskpane.html" when left out. */
  readonly page?: string;
  /** Requirement sets that the client is told of, over and above those of the embedded Excel; SharedRuntime 1.1 when left out. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Excel's own language; "sv-SE" when left out. */
  readonly displayLanguage?: string;
  /** Whether the pane is to be dark; as the page around it when left out. */
  readonly dark?: boolean;
  /** Office.onReady is about to resolve: also when the pane was loaded anew. */
  onStarted?(): void;
  /** The add-in shows or hides its pane (Office.addin.showAsTaskpane, hide). */
  onPaneVisible?(isVisible: boolean): void;
  /** The add-in opened a workbook beside this one (Excel.createWorkbook), as a file. */
  onWorkbookCreated?(file: Uint8Array): void;
  /** The keyboard leads out of the pane: Tab past its last element, or Esc. Without this the focus goes to what is beside the frame, or to the page's grid. */
  onFocusLeaves?(target: FocusTarget): void;
  /** After each request: the traffic counters may have changed, and the workbook too. */
  onAnswered?(): void;
  /** The client asked for something that the workbench does not have; it was refused. */
  onUnknown?(what: string): void;
}

/** Of the messages that are events. */
const EVENT_CATEGORY = 65_536;
const VISIBILITY_CHANGED = 65_539;
const APP_COMMAND = "appCommandInvoked";
const RICH_API_MESSAGE = "richApiMessage";
const SELECTION_CHANGED = "documentSelectionChanged";
/** Events that the workbench raises; the client may register for no others. */
const raised: ReadonlySet<string> = new Set([APP_COMMAND, RICH_API_MESSAGE, SELECTION_CHANGED]);
/** Id and conversation are opaque to the client. */
const ADD_IN: AddInIdentity = { id: "maltavla", conversationId: "maltavla-workbench" };

/** The add-in in its frame. */
export class PaneFrame {
  private readonly commands = new RibbonCommands();
  private readonly registrations = new Map<string, PaneMessage>();
  private readonly host: HostDescription;
  private isPaneVisible = true;
  /** Button presses from before the add-in was ready for them. */
  private early: (() => void)[] = [];
  private copies: number;
  private readonly stopEvents: () => void;

  constructor(
    private readonly iframe: HTMLIFrameElement,
    private readonly excel: EmbeddedExcel,
    private readonly options: PaneFrameOptions = {},
  ) {
    this.host = {
      requirementSets: { ...excel.requirementSets, ...(options.requirementSets ?? { SharedRuntime: "1.1" }) },
      displayLanguage: options.displayLanguage ?? "sv-SE",
    };
    this.copies = excel.openedCopies.length;
    this.stopEvents = excel.onEvent((event) => this.raise(event));
    if (options.dark !== undefined) iframe.style.colorScheme = options.dark ? "dark" : "light";
    window.addEventListener("message", this.receive);
    iframe.src = framedAddress(options.page ?? "/app/taskpane.html", this.host, ADD_IN, location.origin);
  }

  /**
   * Presses a button of the ribbon, also before the add-in has been loaded; resolves when its function has told that it is completed.
   * @throws CommandNotCompleted
   */
  invokeCommand(controlId: string, functionName: string): Promise<void> {
    return this.commands.invoke(controlId, functionName, (event) => {
      const press = () => this.send(APP_COMMAND, event);
      if (this.registrations.has(APP_COMMAND)) press();
      else this.early.push(press);
    });
  }

  /** Moves the focus into the pane, to its first element, or its last. */
  focus(direction: keyof typeof TAB_IN = "forward"): void {
    this.iframe.focus();
    this.post(notification(ADD_IN.conversationId, TAB_IN[direction]));
  }

  /** To be called when something else has been selected, by whomever. */
  selectionChanged(): void {
    this.send(SELECTION_CHANGED, {});
  }

  /** To be called when the user shows or closes the pane; the add-in hears of it (Office.addin.onVisibilityModeChanged). */
  setPaneVisible(isVisible: boolean): void {
    if (this.isPaneVisible === isVisible) return;
    this.isPaneVisible = isVisible;
    this.raise({ type: VISIBILITY_CHANGED, target: "", message: { visibility: isVisible ? "Visible" : "Hidden" } });
  }

  /** Stops answering. Commands that were not completed fail. */
  close(): void {
    window.removeEventListener("message", this.receive);
    this.stopEvents();
    this.commands.abandon();
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source !== this.iframe.contentWindow || event.origin !== location.origin) return;
    const message = parsePaneMessage(event.data);
    if (message === undefined || message._conversationId !== ADD_IN.conversationId) return;
    switch (message._actionType) {
      case ActionType.invoke:
        void this.invoked(message);
        break;
      case ActionType.registerEvent:
        this.registered(message);
        break;
      case ActionType.unregisterEvent:
        this.registrations.delete(message._actionName);
        this.post(answerTo(message, { Error: Outcome.done }));
        break;
      default:
        this.unknown(message, `${message._actionName} (${message._actionType})`);
    }
  };

  private registered(message: PaneMessage): void {
    if (!raised.has(message._actionName)) return this.unknown(message, message._actionName);
    this.registrations.set(message._actionName, message);
    this.post(answerTo(message, { Error: Outcome.done }));
    if (message._actionName === APP_COMMAND) {
      const early = this.early;
      this.early = [];
      for (const press of early) press();
    }
  }

  private async invoked(message: PaneMessage): Promise<void> {
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        this.started(message);
        break;
      case "ContextActivationManager_notifyHost":
        // The rest is telemetry. The client does not wait for an answer.
        this.leave(focusTarget(message._data));
        break;
      case "executeMethod": {
        const call = parseMethodCall(message._data);
        if (call === undefined) this.unknown(message, "executeMethod");
        else await this.execute(message, call);
        break;
      }
      default:
        this.unknown(message, message._actionName);
    }
  }

  /** The first thing that a loaded page asks; what an earlier page registered or was told died with it. */
  private started(message: PaneMessage): void {
    if (this.registrations.size > 0) this.commands.abandon();
    this.registrations.clear();
    this.post(answerTo(message, appContext(this.host, ADD_IN)));
    this.options.onStarted?.();
  }

  private async execute(message: PaneMessage, call: MethodCall): Promise<void> {
    switch (call.DdaMethod.DispatchId) {
      case DispatchId.richApi:
        this.post(answerTo(message, await this.richApi(call.ArrayData?.[4])));
        this.options.onAnswered?.();
        break;
      case DispatchId.commandCompleted:
        this.post(answerTo(message, { Error: Outcome.done }));
        if (!this.commands.completed(call[0], call[1])) this.options.onUnknown?.(`event.completed ${call[0] ?? ""}`);
        break;
      default:
        this.unknown(message, `executeMethod ${call.DdaMethod.DispatchId}`);
    }
  }

  private async richApi(body: unknown): Promise<object> {
    const request = typeof body === "string" ? parseJson(body) : body;
    const parsed = parseRequest(request);
    const ofRuntime = parsed.ok ? answerForRuntime(parsed.request, this.visibility()) : undefined;
    if (ofRuntime !== undefined) return success(ofRuntime);
    try {
      const response = await this.excel.handle(request);
      this.tellOfCopies();
      return success(response);
    } catch (cause) {
      if (!(cause instanceof ConnectionDropped)) throw cause;
      // What Excel on the web's frame says when its server does not: the client makes a GeneralException of it.
      return { Error: Outcome.internalError };
    }
  }

  private leave(target: FocusTarget | undefined): void {
    if (target === undefined) return;
    if (this.options.onFocusLeaves === undefined) focusFrom(this.iframe, target);
    else this.options.onFocusLeaves(target);
  }

  private tellOfCopies(): void {
    const { openedCopies } = this.excel;
    for (const file of openedCopies.slice(this.copies)) this.options.onWorkbookCreated?.(file);
    this.copies = openedCopies.length;
  }

  private raise({ type, target, message }: WorkbookEvent): void {
    this.send(RICH_API_MESSAGE, { ArrayData: [[EVENT_CATEGORY, type, target, JSON.stringify(message), 0]] });
  }

  private visibility(): PaneVisibility {
    return {
      isVisible: this.isPaneVisible,
      ask: (isVisible) => {
        this.setPaneVisible(isVisible);
        // Told of also when it is shown already: the page around may have it scrolled out of sight.
        this.options.onPaneVisible?.(isVisible);
      },
    };
  }

  private unknown(message: PaneMessage, what: string): void {
    this.options.onUnknown?.(what);
    this.post(answerTo(message, { Error: Outcome.notSupported }));
  }

  private send(event: string, data: object): void {
    const registration = this.registrations.get(event);
    if (registration !== undefined) this.post(eventFor(registration, data));
  }

  private post(json: string): void {
    this.iframe.contentWindow?.postMessage(json, location.origin);
  }
}

function success(response: object): object {
  return { Error: Outcome.done, Data: [200, [], JSON.stringify(response)] };
}
