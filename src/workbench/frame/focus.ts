// Within its page the client itself answers Tab, and Esc and F2 everywhere: at the edge it tells the host, which is to move the focus (observed in excel-web-16.00.debug.js).

/** Where the focus goes from the pane: to what comes after or before it on the page, or to the sheet. */
export type FocusTarget = "next" | "previous" | "sheet";

/** The client's numbers for it ("AgaveHostAction"). */
const LEAVING: Readonly<Record<number, FocusTarget>> = { 5: "next", 6: "previous", 13: "next", 14: "previous", 15: "sheet", 16: "sheet", 17: "next", 18: "previous" };

/** What the client is told when the focus comes to it by the keyboard. */
export const TAB_IN = { forward: 11, backward: 12 } as const;

/** Reads a notification of the client, [id, number, …]; undefined when it is about something else, such as telemetry. */
export function focusTarget(notification: unknown): FocusTarget | undefined {
  const action: unknown = Array.isArray(notification) ? notification[1] : undefined;
  return typeof action === "number" ? LEAVING[action] : undefined;
}

const TABBABLE = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, iframe, [tabindex], [contenteditable="true"]';

/** Moves the focus away from the frame, round from the last to the first; to the sheet's grid, or forward on a page that has none. */
export function focusFrom(iframe: HTMLIFrameElement, target: FocusTarget): void {
  const page = iframe.ownerDocument;
  const grid = target === "sheet" ? page.querySelector<HTMLElement>('[role="grid"]') : null;
  const stops = [...page.querySelectorAll<HTMLElement>(TABBABLE)].filter((element) => element === iframe || (element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })));
  const beside = stops.at((stops.indexOf(iframe) + (target === "previous" ? -1 : 1)) % stops.length);
  (grid ?? (beside === iframe ? undefined : beside))?.focus();
}
