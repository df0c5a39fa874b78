/** What has passed between client and host since the start or the last `reset`. */
export class Traffic {
  /** Requests that did work: those that an add-in waits for. */
  requests = 0;
  /** Requests that only let go of tracked objects; the client sends one in the background after each Excel.run that used ranges. */
  cleanups = 0;
  /** Actions in the requests that did work. */
  actions = 0;
  /** Bytes from client to host, UTF-8. */
  bytesOut = 0;
  /** Bytes from host to client, UTF-8. */
  bytesIn = 0;

  reset(): void {
    this.requests = 0;
    this.cleanups = 0;
    this.actions = 0;
    this.bytesOut = 0;
    this.bytesIn = 0;
  }
}
