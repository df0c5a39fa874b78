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
