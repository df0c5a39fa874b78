import { takeTurns } from "../../excel/turns.js";
import type { LocalText } from "../../registers/language.js";
import { WorkbookError, type WorkbookErrorCode } from "../../usecases/workbookError.js";
import { isPlain, piecesOf, withLongLists, withoutLongLists, type Shortened } from "./longLists.js";

/** Either end of the line between the page and its worker: a Worker, a worker's own scope, or a MessagePort. */
export interface LineEnd {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** What stands for a function of the other end in a message: it is called there. */
interface FunctionThere {
  readonly functionThere: number;
}

/** What stands for an AbortSignal of the other end. */
interface SignalThere {
  readonly signalThere: number;
}

type Message =
  | { readonly kind: "call"; readonly id: number; readonly method: string | number; readonly args: readonly unknown[]; readonly lends: boolean }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly failure: Failure }
  | { readonly kind: "abort"; readonly signal: number };

/** What goes over the line: a message with what stood in its long lists before it, piece by piece. */
type Parcel = { readonly kind: "piece"; readonly list: number; readonly items: readonly unknown[] } | { readonly kind: "message"; readonly message: unknown };

/** An error as it can be sent: errors lose what is their own on the way. */
interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  readonly workbookError: { readonly code: WorkbookErrorCode; readonly text: LocalText } | undefined;
}

/** The other end, as something to call. */
export interface Line {
  /** Calls a method there by its name. Rejects with what it threw, a WorkbookError as one. */
  call(method: string, args: readonly unknown[]): Promise<unknown>;
}

/**
 * Lets each end call the other's methods as if they were its own. Functions and abort signals among the arguments, or in objects that are arguments or stand in a list
 * that is one, work on the other side too, until the call is answered; a method that answers with a function keeps them until that is called. Messages come in the order that
 * they are sent in, and a long one takes turns with whatever else its end is doing: the pane draws and hears its user meanwhile.
 */
export function openLine(end: LineEnd, ownMethods: object): Line {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (cause: unknown) => void }>();
  const functionsHere = new Map<number, (...args: readonly unknown[]) => unknown>();
  const signalsFromThere = new Map<number, AbortController>();
  /** Long lists of the message that is coming. */
  let coming: unknown[][] = [];
  /** Long messages that wait to be sent, and when the last of them is. */
  let underWay = 0;
  let sent: Promise<unknown> = Promise.resolve();
  let last = 0;

  function call(method: string | number, args: readonly unknown[]): Promise<unknown> {
    const id = ++last;
    const lent: number[] = [];
    const given = args.map((value) => toSend(value, lent, 0));
    const answer = new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ kind: "call", id, method, args: given, lends: lent.length > 0 }).catch(reject);
    });
    const takeBack = (): void => lent.forEach((number) => functionsHere.delete(number));
    return answer.then(
      (value) => {
        if (!isFunctionThere(value)) {
          takeBack();
          return value;
        }
        return async (...more: readonly unknown[]) => {
          await call(value.functionThere, more);
          takeBack();
        };
      },
      (cause: unknown) => {
        takeBack();
        throw cause;
      },
    );
  }

  function toSend(value: unknown, lent: number[], depth: number): unknown {
    if (typeof value === "function") return lend((...given) => Reflect.apply(value, undefined, given), lent);
    if (value instanceof AbortSignal) return watched(value, lent);
    if (depth === 2 || typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.some(isObject) ? value.map((item) => toSend(item, lent, depth + 1)) : value;
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typeof part === "function" || part instanceof AbortSignal ? toSend(part, lent, depth + 1) : part]));
  }

  function lend(value: (...args: readonly unknown[]) => unknown, lent: number[]): FunctionThere {
    const functionThere = ++last;
    functionsHere.set(functionThere, value);
    lent.push(functionThere);
    return { functionThere };
  }

  function watched(signal: AbortSignal, lent: number[]): SignalThere {
    const signalThere = ++last;
    const abort = (): void => void post({ kind: "abort", signal: signalThere });
    signal.addEventListener("abort", abort);
    functionsHere.set(signalThere, () => signal.removeEventListener("abort", abort));
    lent.push(signalThere);
    // An end that is told of the call first knows the signal when it hears of it.
    if (signal.aborted) queueMicrotask(abort);
    return { signalThere };
  }

  function received(value: unknown, signals: number[], depth: number): unknown {
    if (isFunctionThere(value)) return (...args: readonly unknown[]) => call(value.functionThere, args);
    if (isSignalThere(value)) {
      const controller = new AbortController();
      signalsFromThere.set(value.signalThere, controller);
      signals.push(value.signalThere);
      return controller.signal;
    }
    if (depth === 2 || typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.some(isObject) ? value.map((item) => received(item, signals, depth + 1)) : value;
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, isFunctionThere(part) || isSignalThere(part) ? received(part, signals, depth + 1) : part]));
  }

  async function answer({ id, method, args, lends }: Extract<Message, { kind: "call" }>): Promise<void> {
    const signals: number[] = [];
    try {
      const asked: unknown = typeof method === "number" ? functionsHere.get(method) : Object.hasOwn(ownMethods, method) ? Reflect.get(ownMethods, method) : undefined;
      if (typeof asked !== "function") throw new Error(`There is no ${method} at this end of the line.`);
      const value: unknown = await Reflect.apply(asked, ownMethods, lends ? args.map((arg) => received(arg, signals, 0)) : args);
      await post({ kind: "answer", id, value: typeof value === "function" ? lend((...more) => Reflect.apply(value, undefined, more), []) : value });
    } catch (cause) {
      await post({ kind: "failure", id, failure: failureOf(cause) });
    } finally {
      signals.forEach((signal) => signalsFromThere.delete(signal));
    }
  }

  /** Rejects where something cannot be copied. */
  async function post(message: Message): Promise<void> {
    const shortened = withoutLongLists(message);
    // At once where it can be: whoever is asked hears of it before its caller goes on.
    if (underWay === 0 && shortened.lists.length === 0) return send({ kind: "message", message });
    underWay += 1;
    const before = sent;
    const own = before.then(() => sendInPieces(shortened));
    sent = own.catch(() => undefined);
    await own.finally(() => { underWay -= 1; });
  }

  async function sendInPieces({ value, lists }: Shortened): Promise<void> {
    for (const [list, items] of lists.entries()) {
      for (const piece of piecesOf(items)) {
        await takeTurns();
        send({ kind: "piece", list, items: piece });
      }
    }
    send({ kind: "message", message: value });
  }

  function send(parcel: Parcel): void {
    end.postMessage(parcel);
  }

  end.onmessage = (event: MessageEvent<unknown>) => {
    const parcel = event.data;
    if (!isParcel(parcel)) return;
    if (parcel.kind === "piece") {
      (coming[parcel.list] ??= []).push(...parcel.items);
      return;
    }
    const lists = coming;
    coming = [];
    const message = lists.length === 0 ? parcel.message : withLongLists({ value: parcel.message, lists });
    if (!isMessage(message)) return;
    if (message.kind === "call") void answer(message);
    else if (message.kind === "abort") signalsFromThere.get(message.signal)?.abort();
    else {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === "answer") asked?.resolve(message.value);
      else asked?.reject(errorOf(message.failure));
    }
  };
  return { call };
}

/** Both ends are this very file: what comes with a kind is what was sent. */
function isParcel(data: unknown): data is Parcel {
  return typeof data === "object" && data !== null && "kind" in data;
}

function isMessage(data: unknown): data is Message {
  return typeof data === "object" && data !== null && "kind" in data;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isFunctionThere(value: unknown): value is FunctionThere {
  return typeof value === "object" && value !== null && "functionThere" in value;
}

function isSignalThere(value: unknown): value is SignalThere {
  return typeof value === "object" && value !== null && "signalThere" in value;
}

function failureOf(cause: unknown): Failure {
  if (!(cause instanceof Error)) return { message: String(cause), stack: undefined, workbookError: undefined };
  return { message: cause.message, stack: cause.stack, workbookError: cause instanceof WorkbookError ? { code: cause.code, text: cause.text } : undefined };
}

function errorOf({ message, stack, workbookError }: Failure): Error {
  if (workbookError !== undefined) return new WorkbookError(workbookError.code, workbookError.text);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
