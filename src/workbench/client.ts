// Microsoft's own Office.js client, loaded as it is from the development package and connected to the embedded Excel (design notes, "Transport 1").
// Its licence allows this for developing and testing an add-in; it is never shipped.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { type Context, createContext, runInContext, Script } from "node:vm";
import * as z from "zod/mini";
import type { EmbeddedExcel } from "./embeddedExcel.js";
import { ConnectionDropped } from "./faults.js";

/** The globals that Office.js gives an add-in. */
export interface OfficeClient {
  readonly Excel: typeof globalThis.Excel;
  readonly Office: typeof globalThis.Office;
  readonly OfficeExtension: typeof globalThis.OfficeExtension;
  /** The window that they live in, for running scripts beside them. */
  readonly context: Context;
}

const CLIENT_FILE = "@microsoft/office-js/dist/excel-web-16.00.js";
/** Of the messages that are events. */
const EVENT_CATEGORY = 65_536;
let clientScript: Script | undefined;

const BridgeMessage = z.object({ id: z.int(), message: z.object({ body: z.unknown() }) });

/** A client of its own for the host: each call loads a new one, and knows nothing of the others. */
export function openClient(host: Pick<EmbeddedExcel, "handle" | "onEvent" | "requirementSets">): OfficeClient {
  const bridge: { onMessageFromHost?: (json: string) => void; sendMessageToHost: (json: string) => void } = {
    sendMessageToHost: (json) => {
      const { id, message } = BridgeMessage.parse(JSON.parse(json));
      const answer = (reply: object) => bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: reply }));
      host.handle(message.body).then(
        (body) => answer({ statusCode: 200, headers: {}, body }),
        (cause: unknown) => answer(failure(cause)),
      );
    },
  };
  host.onEvent(({ type, target, message }) => {
    const entry = { messageCategory: EVENT_CATEGORY, messageType: type, targetId: target, message: JSON.stringify(message) };
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries: [entry] } }));
  });
  const context = createContext(globals(bridge));
  runInContext("var window = globalThis, self = globalThis;", context);
  clientScript ??= new Script(readFileSync(clientFile(), "utf8"), { filename: CLIENT_FILE });
  clientScript.runInContext(context);
  introduce(context, host.requirementSets);
  runInContext(GUARD_UNDO_GROUPS, context);
  // The one cast of the workbench: these are Microsoft's objects, and @types/office-js is their type.
  const { Excel, Office, OfficeExtension } = context as unknown as OfficeClient;
  return { Excel, Office, OfficeExtension, context };
}

/** What the client expects of a window, and no more of a browser than that. */
function globals(bridge: object): Record<string, unknown> {
  return {
    console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, URL, URLSearchParams, TextEncoder, TextDecoder, AbortController, performance,
    navigator: { userAgent: "Node", language: "sv-SE" },
    location: { hash: "", search: "", protocol: "https:", href: "https://localhost/", origin: "https://localhost", hostname: "localhost" },
    document: { URL: "https://localhost/", cookie: "", getElementById: () => null, getElementsByTagName: () => [], createElement: () => ({}) },
    name: "",
    _richApiNativeBridge: bridge,
  };
}

/** Gives the client what office.js would once it knows its host. Until then the client takes every requirement set for supported. */
function introduce(window: Context, requirementSets: Readonly<Record<string, string>>): void {
  const info = { host: "Excel", platform: "OfficeOnline" };
  const context = {
    ...info,
    displayLanguage: "sv-SE",
    contentLanguage: "sv-SE",
    diagnostics: { ...info, version: "16.0" },
    requirements: { isSetSupported: (name: string, version: unknown = "1.1") => isAtLeast(requirementSets[name], String(version)) },
  };
  // Office.context is a getter that asks this factory, which only office.js has.
  Object.assign(window.OSF, { _OfficeAppFactory: { getContext: () => context } });
  // The client can refuse what the host's requirement sets lack, but turns the switch on in a subclass, where its check does not look.
  runInContext("OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;", window);
  Object.assign(window.Office, {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline" },
    initialize: () => undefined,
    onReady: async (callback?: (ready: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
  });
}

/**
 * Excel.run({ mergeUndoGroup: true }) is ExcelApi 1.20. The packaged client is older than the option and drops it unseen, whatever the host; the one that add-ins
 * load from Microsoft refuses it below 1.20. Nothing of it reaches the wire.
 */
const GUARD_UNDO_GROUPS = `{
  const run = Excel.run;
  Excel.run = async function (...args) {
    if (args[0]?.mergeUndoGroup === true) {
      OfficeExtension.CommonUtility.throwIfApiNotSupported("Excel.run with mergeUndoGroup", "ExcelApi", "1.20", "Excel");
    }
    return run.apply(this, args);
  };
}`;

/** Compares "1.9" and "1.13" part by part. */
function isAtLeast(supported: string | undefined, wanted: string): boolean {
  if (supported === undefined) {
    return false;
  }
  const [have, need] = [supported, wanted].map((version) => version.split(".").map(Number));
  const [major = 0, minor = 0] = have ?? [];
  const [needMajor = 0, needMinor = 0] = need ?? [];
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** A broken line as the client sees it: no answer but a status, which it calls ConnectionFailure. */
function failure(cause: unknown): object {
  if (cause instanceof ConnectionDropped) {
    return { statusCode: 0, headers: {}, body: "" };
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return { statusCode: 500, headers: {}, body: JSON.stringify({ error: { code: "GeneralException", message } }) };
}

/** Found from the project that runs, or from the program that was started, so that it works from any folder. */
function clientFile(): string {
  const starts = [resolve("package.json"), ...process.argv.slice(1, 2)];
  for (const start of starts) {
    try {
      return createRequire(start).resolve(CLIENT_FILE);
    } catch {
      // Looked for from the next place.
    }
  }
  throw new Error(`${CLIENT_FILE} is not installed. Run npm ci.`);
}
