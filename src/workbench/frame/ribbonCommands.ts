/** How a pressed button that never was completed is told of. */
export class CommandNotCompleted extends Error {
  override readonly name = "CommandNotCompleted";
  constructor(readonly functionName: string, why: string) {
    super(`Knappens funktion ${functionName} ${why}. Arbetsboken är som den är. Ladda om sidan och försök igen.`);
  }
}

interface Invocation {
  readonly functionName: string;
  complete(): void;
  fail(cause: CommandNotCompleted): void;
}

/** Office waits longer; a developer wants to know sooner that `event.completed()` was forgotten. */
const PATIENCE_MS = 30_000;

/** Function commands that the add-in has been told to run and has not completed. */
export class RibbonCommands {
  private readonly waiting = new Map<string, Invocation>();
  private pressed = 0;

  /**
   * Runs `send` with the event for a pressed button, and resolves when the add-in has completed it.
   * @throws CommandNotCompleted after half a minute, when the add-in knows no such function, or when its page was loaded anew.
   */
  invoke(controlId: string, functionName: string, send: (event: object) => void): Promise<void> {
    this.pressed += 1;
    const id = `${controlId}/${this.pressed}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.settle(id)?.fail(new CommandNotCompleted(functionName, "blev inte klar på en halv minut")), PATIENCE_MS);
      const settled = (then: () => void) => {
        clearTimeout(timer);
        then();
      };
      this.waiting.set(id, { functionName, complete: () => settled(resolve), fail: (cause) => settled(() => reject(cause)) });
      send({ 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
    });
  }

  /** To be called when the add-in completes one, with the client's code for how it went: 0 is well. False when nothing waits for it. */
  completed(id: string | undefined, status: number | undefined): boolean {
    const invocation = id === undefined ? undefined : this.settle(id);
    if (invocation === undefined) return false;
    if (status === 0) invocation.complete();
    else invocation.fail(new CommandNotCompleted(invocation.functionName, "finns inte i tillägget"));
    return true;
  }

  /** To be called when the add-in's page is loaded anew: what it was told is forgotten. */
  abandon(): void {
    for (const id of [...this.waiting.keys()]) {
      const invocation = this.settle(id);
      invocation?.fail(new CommandNotCompleted(invocation.functionName, "avbröts, för tillägget laddades om"));
    }
  }

  private settle(id: string): Invocation | undefined {
    const invocation = this.waiting.get(id);
    this.waiting.delete(id);
    return invocation;
  }
}
