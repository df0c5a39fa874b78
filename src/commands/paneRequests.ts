/** What the ribbon can ask the pane to do, once it is shown. */
export type PaneRequest =
  | { readonly kind: "open" }
  | { readonly kind: "check" }
  | { readonly kind: "build"; readonly report: string }
  | { readonly kind: "intake" }
  | { readonly kind: "period" }
  | { readonly kind: "round" }
  | { readonly kind: "guide" };

/** From the ribbon's commands to the pane, which live in one page (shared runtime). */
export interface PaneRequests {
  send(request: PaneRequest): void;
  /** The listener hears every request from now on, and those sent before anybody listened. Gives a function that ends it. */
  listen(listener: (request: PaneRequest) => void): () => void;
}

export function createPaneRequests(): PaneRequests {
  const listeners = new Set<(request: PaneRequest) => void>();
  let waiting: PaneRequest[] = [];
  return {
    send(request) {
      if (listeners.size === 0) waiting.push(request);
      for (const listener of listeners) listener(request);
    },
    listen(listener) {
      listeners.add(listener);
      const missed = waiting;
      waiting = [];
      for (const request of missed) listener(request);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
