import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import type { ReactNode } from "react";

const renderer = createDOMRenderer(document, { unstable_filterCSSRule: (rule) => /display:\s*none|visibility:|pointer-events:/u.test(rule) });

/**
 * Of Fluent's styles those that hide something or take it out of reach. Nothing in jsdom has a size or a colour, and it goes through every rule of the page for each element that it
 * is asked about. How the pane looks is proved in Chromium.
 */
export function PaneStyles({ children }: { readonly children: ReactNode }) {
  return <RendererProvider renderer={renderer}>{children}</RendererProvider>;
}
