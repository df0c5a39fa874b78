import type { Rect, Workbook } from "../xlsx/model.js";
import type { CultureName } from "./culture.js";
import type { TriggerSource, WorkbookEvent } from "./events.js";
import { Faults } from "./faults.js";
import { sheetId } from "./ids.js";
import { type Limits, WEB_LIMITS } from "./limits.js";
import { OpenWorkbook } from "./openWorkbook.js";
import { execute, isCleanup } from "./richApi/execute.js";
import { parseRequest, type RichApiRequest } from "./richApi/request.js";
import type { RichApiResponse } from "./richApi/response.js";
import { RichApiError, type RichApiErrorCode } from "./richApi/richApiError.js";
import { Traffic } from "./traffic.js";

export type { WorkbookEvent } from "./events.js";
export type { Traffic } from "./traffic.js";

export interface EmbeddedExcelOptions {
  /** Requirement sets that the client is told of, by name; the version is the highest supported. ExcelApi 1.17 alone when left out. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** How the user's system writes numbers and dates; "sv-SE" when left out. */
  readonly culture?: CultureName;
  /** Excel's serial number of now; 1 January 2026 when left out, so that the same script gives the same workbook. */
  readonly now?: number;
  /** Those of Excel on the web when left out. */
  readonly limits?: Limits;
}

const NEW_YEAR_2026 = 46_023;
const utf8 = new TextEncoder();

/**
 * Excel without Excel: carries out the requests of Microsoft's own Office.js client against an .xlsx workbook, as documented for the real one. It
 * knows the APIs that are listed in the catalogue; any other answers ApiNotFound with its name.
 */
export class EmbeddedExcel {
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly requirementSets: Readonly<Record<string, string>>;
  /** The workbook as it is open; for the workbench itself, which plays the user. */
  readonly open: OpenWorkbook;
  /** The user is typing in a cell: until that is over every request is refused, as in Excel. */
  isCellEdited = false;
  private readonly limits: Limits;
  /** Requests are carried out one at a time, in the order they came. */
  private queue: Promise<unknown> = Promise.resolve();
  private jumpCount = 0;
  private readonly listeners = new Set<() => void>();
  private readonly eventListeners = new Set<(event: WorkbookEvent) => void>();

  constructor(workbook: Workbook, options: EmbeddedExcelOptions = {}) {
    this.requirementSets = options.requirementSets ?? { ExcelApi: "1.17" };
    this.limits = options.limits ?? WEB_LIMITS;
    this.open = new OpenWorkbook(workbook, { culture: options.culture ?? "sv-SE", now: options.now ?? NEW_YEAR_2026, limits: this.limits });
  }

  /**
   * Answers one Rich API request (the body that the client sends, as parsed JSON). Errors of the API are in the answer; it rejects only with
   * ConnectionDropped, when that fault is on.
   */
  handle(request: unknown): Promise<RichApiResponse> {
    const answer = this.queue.then(() => this.answer(request));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  get workbook(): Workbook {
    return this.open.workbook;
  }

  /** Calls back after each request that wrote or selected something; gives the way to stop. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Tells of what the add-in has handlers for, after the answer to the request that made it happen; gives the way to stop. */
  onEvent(listener: (event: WorkbookEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => {
      this.eventListeners.delete(listener);
    };
  }

  /** To be called after something that the user did, so that the add-in hears of it. */
  tellEvents(trigger: TriggerSource = "Unknown"): void {
    const { events, workbook } = this.open;
    const happened = events.take(trigger, (id, { row, column }) => {
      this.open.compute();
      return workbook.sheets.find((sheet) => sheetId(sheet) === id)?.cell(row, column)?.value ?? null;
    });
    if (happened.length > 0) {
      setTimeout(() => {
        for (const event of happened) {
          for (const listener of this.eventListeners) {
            listener(event);
          }
        }
      });
    }
  }

  /** To be told when the workbook was changed behind the host's back, as a test does that plays the user at the keyboard: formulas are computed anew. */
  workbookChanged(): void {
    this.open.writtenElsewhere();
    this.tellListeners();
  }

  /** What the user sees selected, on the active sheet; 0-based. */
  get selection(): { readonly sheet: string } & Rect {
    const { sheet, rect } = this.open.selected;
    return { sheet: sheet.name, ...rect };
  }

  /** Another number each time that the add-in has selected something or turned to a sheet, be it what was selected already. */
  get jumps(): number {
    return this.jumpCount;
  }

  /** Workbooks that Excel.createWorkbook opened beside this one, as files. */
  get openedCopies(): readonly Uint8Array[] {
    return this.open.openedCopies;
  }

  /** The workbook as a file, with every formula computed. */
  save(): Uint8Array {
    this.open.compute();
    return this.workbook.save();
  }

  private async answer(body: unknown): Promise<RichApiResponse> {
    const { faults, traffic } = this;
    if (faults.delay > 0) {
      await new Promise((resolve) => setTimeout(resolve, faults.delay));
    }
    const parsed = parseRequest(body);
    const cleanup = parsed.ok && isCleanup(parsed.request);
    const size = parsed.ok ? bytesOf(body) : 0;
    traffic.bytesOut += size;
    if (cleanup) {
      traffic.cleanups += 1;
      return this.sent(execute(parsed.request, this.open, () => undefined));
    }
    traffic.requests += 1;
    faults.onLine("before");
    const response = parsed.ok ? this.carryOut(parsed.request, size) : refusal("InvalidRequest", parsed.reason);
    faults.onLine("after");
    return this.sent(response);
  }

  private carryOut(request: RichApiRequest, size: number): RichApiResponse {
    const { faults, limits, traffic } = this;
    traffic.actions += request.Actions.length;
    if (size > limits.payloadBytes) {
      return refusal("RequestPayloadSizeLimitExceeded");
    }
    if (faults.refuses() || this.isCellEdited) {
      return refusal("InvalidOperationInCellEditMode");
    }
    const { open } = this;
    open.isReadOnly = faults.isReadOnly;
    const [writes, selections] = [open.revision, open.selectionRevision];
    const response = execute(request, open, () => faults.beforeAction());
    if (open.selectionRevision !== selections) {
      this.jumpCount += 1;
    }
    if (open.revision !== writes || open.selectionRevision !== selections) {
      this.tellListeners();
    }
    this.tellEvents("ThisLocalAddin");
    return response;
  }

  private tellListeners(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }

  /** An answer too large is replaced by an error: what the request did stays done. */
  private sent(response: RichApiResponse): RichApiResponse {
    const size = bytesOf(response);
    const allowed = size > this.limits.payloadBytes ? refusal("ResponsePayloadSizeLimitExceeded") : response;
    this.traffic.bytesIn += allowed === response ? size : bytesOf(allowed);
    return allowed;
  }
}

/** A request refused as a whole: nothing of it is done. */
function refusal(code: RichApiErrorCode, message?: string): RichApiResponse {
  return { Results: [], Error: { Code: code, Message: message ?? new RichApiError(code).message, ActionIndex: -1, Location: "" } };
}

function bytesOf(message: unknown): number {
  return utf8.encode(JSON.stringify(message)).length;
}
