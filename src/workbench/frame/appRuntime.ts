// Office.addin of a shared runtime: services of the host beside the workbook, asked by the same kind of request.
import { ActionType, ObjectPathType, type RichApiRequest } from "../richApi/request.js";
import type { ActionResult, Json, RichApiResponse } from "../richApi/response.js";

/** The task pane, shown or not; its page lives on when it is not (lifetime long in the manifest). */
export interface PaneVisibility {
  readonly isVisible: boolean;
  /** The add-in asks for it to be shown or hidden. */
  ask(isVisible: boolean): void;
}

const RUNTIME = "Microsoft.AppRuntime.AppRuntimeService";
/** Told of when the add-in is ready for actions of the host; there is nothing to answer. */
const INTERNAL = "Microsoft.InternalService.AddinInternalService";

/** The answer to a request that is for the add-in's runtime; undefined for one that is for the workbook. */
export function answerForRuntime(request: RichApiRequest, pane: PaneVisibility): RichApiResponse | undefined {
  const services = Object.values(request.ObjectPaths).flatMap(({ ObjectPathType: type, Name }) => (type === ObjectPathType.newObject || type === ObjectPathType.globalObject ? [Name] : []));
  if (!services.some((name) => name === RUNTIME || name === INTERNAL)) return undefined;
  const results: ActionResult[] = [];
  for (const [index, action] of request.Actions.entries()) {
    const service = request.ObjectPaths[String(action.ObjectPathId)]?.Name;
    const value = service === INTERNAL ? null : perform(action.ActionType, action.Name, action.ArgumentInfo?.Arguments?.[0], pane);
    if (value === undefined) {
      return { Results: results, Error: { Code: "ApiNotFound", Message: `${action.Name} is not implemented in the workbench.`, ActionIndex: index, Location: `AppRuntimeService.${action.Name}` } };
    }
    results.push({ ActionId: action.Id, Value: value });
  }
  return { Results: results };
}

function perform(type: number, name: string, argument: unknown, pane: PaneVisibility): Json {
  if (type === ActionType.instantiate) return {};
  if (type === ActionType.trace) return null;
  if (name === "GetAppRuntimeState") return pane.isVisible ? "Visible" : "Background";
  if (name === "SetAppRuntimeState" && (argument === "Visible" || argument === "Background")) {
    pane.ask(argument === "Visible");
    return null;
  }
  return undefined;
}
