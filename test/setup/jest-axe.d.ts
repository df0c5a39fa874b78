// jest-axe has no types of its own, and those of DefinitelyTyped bring an older axe with them.
declare module "jest-axe" {
  export function axe(element: Element): Promise<{ readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[] }>;
}
