import { Spinner } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { useTexts } from "../language.js";
import { shellTexts } from "./texts.js";
import { ViewMishap } from "./ViewMishap.js";

/**
 * A view whose code is loaded when it is first shown. React.lazy would remember a failed load for good; here it can be tried again, as when the network is back.
 * `load` must be the same function each time.
 */
export function OnDemand<View>({ load, children }: { readonly load: () => Promise<View>; readonly children: (view: View) => ReactNode }) {
  const texts = useTexts(shellTexts);
  const [view, setView] = useState<{ readonly loaded: View } | "loading" | "failed">("loading");
  useEffect(() => {
    if (view !== "loading") return undefined;
    let isWanted = true;
    load().then(
      (loaded) => {
        if (isWanted) setView({ loaded });
      },
      () => {
        if (isWanted) setView("failed");
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load, view]);

  if (view === "loading") return <Spinner size="small" label={texts.loading} />;
  if (view === "failed") return <ViewMishap text={texts.notLoaded} onRetry={() => setView("loading")} />;
  return children(view.loaded);
}
