// Carries out one request: action by action, in order, until the first error. What was done before the error stays done, as in Excel.
import { capabilitiesOf } from "../catalogue.js";
import { ConnectionDropped } from "../faults.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { HostObject } from "../subjects.js";
import { Arguments, HostObjectArgument } from "./arguments.js";
import { query } from "./query.js";
import { type Action, ActionType, type ArgumentInfo, type ObjectPath, ObjectPathType, type RichApiRequest } from "./request.js";
import type { ActionResult, Json, RichApiResponse } from "./response.js";
import { RichApiError } from "./richApiError.js";
import { asRichApiError } from "./translateError.js";

/** Whether a request only lets go of tracked objects, as Excel.run does in the background when its work is over. */
export function isCleanup(request: RichApiRequest): boolean {
  const removes = (action: Action) => action.ActionType === ActionType.method && action.Name === "_RemoveReference";
  return request.Actions.some(removes) && request.Actions.every((action) => action.ActionType === ActionType.instantiate || removes(action));
}

/** @param beforeAction Called before each action; what it throws becomes that action's failure. */
export function execute(request: RichApiRequest, host: OpenWorkbook, beforeAction: () => void): RichApiResponse {
  const execution = new Execution(request, host);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  const done = () => ({ Results: results, ...(traces.length === 0 ? {} : { TraceIds: traces }) });
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.trace) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      beforeAction();
      const value = execution.perform(action);
      if (value !== undefined) {
        results.push({ ActionId: action.Id, Value: value });
      }
    } catch (cause) {
      if (cause instanceof ConnectionDropped) throw cause;
      const error = asRichApiError(cause);
      return { ...done(), Error: { Code: error.code, Message: error.message, ActionIndex: index, Location: execution.location(action) } };
    }
  }
  return done();
}

class Execution {
  /** Object paths reached so far; a path is walked once, for walking may create something. */
  private readonly reached = new Map<number, HostObject | undefined>();
  /** References by the path that was asked to keep one. */
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly request: RichApiRequest,
    private readonly host: OpenWorkbook,
  ) {}

  perform(action: Action): Json {
    const object = this.reach(action.ObjectPathId);
    if (object === undefined) {
      // Asking a null object gives null, and telling it something does nothing.
      return null;
    }
    this.host.ensureExists(object);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return { ...this.identity(object), ...this.reference(action.ObjectPathId) };
      case ActionType.query:
        return query(object, action.QueryInfo ?? {}, this.host);
      case ActionType.method:
        return this.call(object, action);
      case ActionType.setProperty: {
        const [value] = action.ArgumentInfo?.Arguments ?? [];
        return this.set(object, action.Name, value);
      }
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          this.set(object, name, value);
        }
        return undefined;
      default:
        throw new RichApiError("ApiNotFound", `Action type ${action.ActionType} is not implemented.`);
    }
  }

  /** Where an action failed, as Excel says it: "Worksheet.getRange". */
  location(action: Action): string {
    const named = (kind: string, name: string) => (name === "" ? kind : `${kind}.${camelCase(name)}`);
    const object = this.reached.get(action.ObjectPathId);
    if (object !== undefined) {
      return named(object.kind, action.Name);
    }
    const path = this.path(action.ObjectPathId);
    const parent = path?.ParentObjectPathId === undefined ? undefined : this.reached.get(path.ParentObjectPathId);
    const name = path?.ObjectPathType === ObjectPathType.indexer ? "GetItem" : (path?.Name ?? "");
    return parent === undefined ? camelCase(name) : named(parent.kind, name);
  }

  private call(object: HostObject, action: Action): Json {
    const can = capabilitiesOf(object, this.host);
    if (action.Name === "_KeepReference" && can.isTracked) {
      this.kept.set(action.ObjectPathId, this.host.references.keep(object));
      return undefined;
    }
    const args = this.readArguments(action.ArgumentInfo);
    const method = can.method(action.Name);
    if (method !== undefined) {
      return method(args) ?? null;
    }
    const act = can.action(action.Name) ?? can.objectMethod(action.Name);
    if (act === undefined) {
      throw notFound(object, action.Name);
    }
    act(args);
    return null;
  }

  private set(object: HostObject, name: string, value: unknown): undefined {
    const write = capabilitiesOf(object, this.host).writer(name);
    if (write === undefined) {
      throw notFound(object, name);
    }
    write(this.withObjects(value));
  }

  /** What the client needs to find the object again after the request. */
  private identity(object: HostObject): Readonly<Record<string, string | number>> {
    const { id } = capabilitiesOf(object, this.host);
    return id === undefined ? {} : { [id.name]: id.value };
  }

  private reference(pathId: number): Readonly<Record<string, string>> {
    const id = this.kept.get(pathId);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  private path(id: number): ObjectPath | undefined {
    return this.request.ObjectPaths[String(id)];
  }

  private reach(pathId: number): HostObject | undefined {
    if (this.reached.has(pathId)) {
      return this.reached.get(pathId);
    }
    const path = this.path(pathId);
    if (path === undefined) {
      throw new RichApiError("InvalidRequest", `Object path ${pathId} is missing from the request.`);
    }
    const object = this.walk(path);
    this.reached.set(pathId, object);
    return object;
  }

  private walk(path: ObjectPath): HostObject | undefined {
    switch (path.ObjectPathType) {
      case ObjectPathType.globalObject:
        return { kind: "Workbook", target: this.host.workbook };
      case ObjectPathType.reference:
        return this.host.references.get(path.Name);
      case ObjectPathType.nullObject:
        return undefined;
      case ObjectPathType.newObject:
        throw new RichApiError("ApiNotFound", `${path.Name} is not implemented.`);
      default:
        return this.walkFromParent(path);
    }
  }

  private walkFromParent(path: ObjectPath): HostObject | undefined {
    if (path.ParentObjectPathId === undefined) {
      throw new RichApiError("InvalidRequest", `Object path ${path.Id} has no parent.`);
    }
    const parent = this.reach(path.ParentObjectPathId);
    if (parent === undefined) {
      return undefined;
    }
    this.host.ensureExists(parent);
    const can = capabilitiesOf(parent, this.host);
    switch (path.ObjectPathType) {
      case ObjectPathType.property: {
        const property = can.property(path.Name);
        if (property === undefined) {
          throw notFound(parent, path.Name);
        }
        return property();
      }
      case ObjectPathType.method: {
        const method = can.objectMethod(path.Name);
        if (method === undefined) {
          throw notFound(parent, path.Name);
        }
        return method(this.readArguments(path.ArgumentInfo));
      }
      case ObjectPathType.indexer: {
        const item = can.indexer();
        if (item === undefined) {
          throw notFound(parent, "GetItem");
        }
        return item(path.ArgumentInfo?.Arguments?.[0]);
      }
      default:
        throw new RichApiError("ApiNotFound", `Object path type ${path.ObjectPathType} is not implemented.`);
    }
  }

  private readArguments(info: ArgumentInfo | null | undefined): Arguments {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return new Arguments((info?.Arguments ?? []).map((value, index) => this.readArgument(value, ids[index])));
  }

  private readArgument(value: unknown, objectPathId: unknown): unknown {
    return typeof objectPathId === "number" && objectPathId !== 0 ? this.objectArgument(objectPathId) : this.withObjects(value);
  }

  /** Inside a record (a validation rule, say) an object of the API stands as { _ObjectPathId }. */
  private withObjects(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return value;
    }
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") {
      return this.objectArgument(value._ObjectPathId);
    }
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.withObjects(member)]));
  }

  private objectArgument(objectPathId: number): HostObjectArgument {
    const object = this.reach(objectPathId);
    if (object === undefined) {
      throw new RichApiError("InvalidArgument", "An argument is a null object.");
    }
    this.host.ensureExists(object);
    return new HostObjectArgument(object);
  }
}


function notFound(object: HostObject, name: string): RichApiError {
  return new RichApiError("ApiNotFound", `${object.kind}.${camelCase(name)} is not implemented in the embedded Excel.`);
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
