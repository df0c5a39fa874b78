import { TextDecoder as NodeTextDecoder, TextEncoder as NodeTextEncoder } from "node:util";
// What jsdom lacks and Fluent needs. Layout itself is not simulated: nothing here has a size.
if (typeof window !== "undefined") {
  // MessageBar watches its own width.
  window.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  // The add-in asks whether the system is dark; tests run light.
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined });
}

// jsdom has no text encoding. Node's gives arrays of Node's own realm, which code in jsdom's does not know as its own.
if (typeof globalThis.TextEncoder === "undefined") {
  class RealmTextEncoder extends NodeTextEncoder {
    override encode(text?: string): Uint8Array<ArrayBuffer> {
      return Uint8Array.from(super.encode(text));
    }
  }
  Object.assign(globalThis, { TextEncoder: RealmTextEncoder, TextDecoder: NodeTextDecoder });
}
