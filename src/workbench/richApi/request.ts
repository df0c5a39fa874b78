// The request that Microsoft's client sends, as observed on the wire (design notes, "The request"). What arrives is not trusted:
// it is parsed strictly here, and everything behind works on typed values.
import * as z from "zod/mini";

const ArgumentInfo = z.object({
  Arguments: z.optional(z.nullable(z.array(z.unknown()))),
  /** Parallel to Arguments: the id of an object path where the argument is an object, an array of the same where it is an array, else 0. */
  ReferencedObjectPathIds: z.optional(z.nullable(z.array(z.unknown()))),
});

const QueryInfo = z.object({
  Select: z.optional(z.nullable(z.array(z.string()))),
  Expand: z.optional(z.nullable(z.array(z.string()))),
  Top: z.optional(z.nullable(z.int())),
  Skip: z.optional(z.nullable(z.int())),
});

const Action = z.object({
  Id: z.int(),
  ActionType: z.int(),
  Name: z.string(),
  ObjectPathId: z.int(),
  ArgumentInfo: z.optional(z.nullable(ArgumentInfo)),
  QueryInfo: z.optional(z.nullable(QueryInfo)),
  ObjectState: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

const ObjectPath = z.object({
  Id: z.int(),
  ObjectPathType: z.int(),
  Name: z.string(),
  ParentObjectPathId: z.optional(z.int()),
  ArgumentInfo: z.optional(z.nullable(ArgumentInfo)),
});

const RichApiRequest = z.object({
  AutoKeepReference: z.optional(z.boolean()),
  Actions: z.array(Action),
  ObjectPaths: z.record(z.string(), ObjectPath),
});

export type ArgumentInfo = z.infer<typeof ArgumentInfo>;
export type QueryInfo = z.infer<typeof QueryInfo>;
export type Action = z.infer<typeof Action>;
export type ObjectPath = z.infer<typeof ObjectPath>;
export type RichApiRequest = z.infer<typeof RichApiRequest>;

/** What an action does; numbers as on the wire. */
export const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 6, update: 9 } as const;

/** How an object is reached; numbers as on the wire. */
export const ObjectPathType = { globalObject: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

export type ParsedRequest = { readonly ok: true; readonly request: RichApiRequest } | { readonly ok: false; readonly reason: string };

/** Reads a request body. A body of another shape is refused whole, with what was wrong. */
export function parseRequest(body: unknown): ParsedRequest {
  const parsed = RichApiRequest.safeParse(body);
  return parsed.success ? { ok: true, request: parsed.data } : { ok: false, reason: z.prettifyError(parsed.error) };
}
