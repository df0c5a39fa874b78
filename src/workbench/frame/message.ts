// What office.js sends to the page it is framed by, as seen on the wire (design notes, "Transport 2"). It is parsed strictly here.
import * as z from "zod/mini";

/** Numbers as on the wire. */
export const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** Methods of the older API that the client still uses, by dispatch id. */
export const DispatchId = { richApi: 93, commandCompleted: 94 } as const;

/** The client's own codes for how a call went. */
export const Outcome = { done: 0, notSupported: 5000, internalError: 5001 } as const;

const PaneMessage = z.object({
  _messageType: z.literal(0),
  _actionName: z.string(),
  _actionType: z.int(),
  _conversationId: z.string(),
  _correlationId: z.int(),
  _data: z.optional(z.unknown()),
});

export type PaneMessage = z.infer<typeof PaneMessage>;

const MethodCall = z.object({
  DdaMethod: z.object({ DispatchId: z.int() }),
  /** Arguments of a Rich API request; the fifth is its body. */
  ArrayData: z.optional(z.array(z.unknown())),
  /** Arguments of a completed command: its id, and the client's code for how it went. */
  0: z.optional(z.string()),
  1: z.optional(z.int()),
});

export type MethodCall = z.infer<typeof MethodCall>;

/** Undefined for what is no request of office.js: other scripts send messages too. */
export function parsePaneMessage(data: unknown): PaneMessage | undefined {
  return typeof data === "string" ? PaneMessage.safeParse(parseJson(data)).data : undefined;
}

/** The older API's method and arguments in an `executeMethod`. */
export function parseMethodCall(data: unknown): MethodCall | undefined {
  return MethodCall.safeParse(data).data;
}

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Something the host tells the client's own page of, by number. The client answers, and nobody needs the answer. */
export function notification(conversationId: string, action: number): string {
  return JSON.stringify({ _messageType: 0, _actionName: "Office_notifyAgave", _actionType: ActionType.invoke, _conversationId: `${conversationId}_ntf`, _correlationId: 0, _serializerVersion: 1, _data: [action] });
}

type Meant = Pick<PaneMessage, "_actionName" | "_conversationId" | "_correlationId">;

/** The answer to a call or a registration. */
export function answerTo(message: Meant, data: unknown): string {
  return envelope(message, 0, data);
}

/** An event that the pane has registered for with `registration`. */
export function eventFor(registration: Meant, data: unknown): string {
  return envelope(registration, 1, data);
}

function envelope({ _actionName, _conversationId, _correlationId }: Meant, responseType: 0 | 1, data: unknown): string {
  return JSON.stringify({ _messageType: 1, _actionName, _conversationId, _correlationId, _errorCode: 0, _responseType: responseType, _serializerVersion: 1, _data: data });
}
