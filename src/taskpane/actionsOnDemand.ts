import type { PaneActions } from "./paneActions.js";

/**
 * The actions, loaded when one is first asked for: registers, rules and reports are more code than the first view, which needs none of it.
 * A load that fails is tried again the next time.
 */
export function actionsOnDemand(load: () => Promise<PaneActions>): PaneActions {
  let loaded: Promise<PaneActions> | undefined;
  const actions = (): Promise<PaneActions> => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  return {
    check: async () => (await actions()).check(),
    buildMaluppfoljning: async (edits) => (await actions()).buildMaluppfoljning(edits),
  };
}
