import { Component, type ReactNode } from "react";
import { useTexts } from "../language.js";
import { shellTexts } from "./texts.js";
import { ViewMishap } from "./ViewMishap.js";

/** Keeps a fault in one view from taking the whole pane with it. React knows no way to do this but a class. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <NotDrawn onRetry={() => this.setState({ hasFailed: false })} /> : this.props.children;
  }
}

function NotDrawn({ onRetry }: { readonly onRetry: () => void }) {
  return <ViewMishap text={useTexts(shellTexts).notDrawn} onRetry={onRetry} />;
}
