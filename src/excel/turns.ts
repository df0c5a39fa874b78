// Requires: nothing of Excel. Long work in the page, in pieces between which the browser draws and hears its user.

/** Milliseconds that work goes on before the page gets its turn: well below the fifty at which it is felt to hang. */
const AT_A_STRETCH = 16;

/** When the task at hand began, as far as is known here; work that others have begun gives way at once. */
let began = -Infinity;

/** Ends the task at hand where it has gone on for long enough, and comes back in one of its own. */
export async function takeTurns(): Promise<void> {
  if (performance.now() - began < AT_A_STRETCH) return;
  await nextTask();
  began = performance.now();
}

/** As `items.map(make)`, taking turns. */
export async function mapInTurns<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    await takeTurns();
    made.push(make(item, index));
  }
  return made;
}

/** As `mapInTurns`, of things that are made in turns themselves. */
export async function eachInTurn<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}

/** Ends the task at hand. By a message and no timer: timers of a page that nobody looks at come once a second. https://developer.mozilla.org/docs/Web/API/setTimeout#timeouts_in_inactive_tabs */
function nextTask(): Promise<void> {
  // The DOM that tests run in has no channels.
  if (typeof MessageChannel === "undefined") return new Promise((resume) => setTimeout(resume));
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(undefined);
  });
}
