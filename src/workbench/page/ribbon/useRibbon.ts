import { useEffect, useState } from "react";
import { ManifestError, ribbonOf, type RibbonTab } from "./manifestRibbon.js";

/** The manifest's ribbon in a language of Excel; undefined until it has been fetched. */
export function useRibbon(locale: string): RibbonTab | ManifestError | undefined {
  const [manifest, setManifest] = useState<string | ManifestError>();
  useEffect(() => {
    fetchManifest().then(setManifest, () => setManifest(new ManifestError("den gick inte att hämta")));
  }, []);
  if (manifest === undefined || manifest instanceof ManifestError) return manifest;
  try {
    return ribbonOf(manifest, locale);
  } catch (cause) {
    if (cause instanceof ManifestError) return cause;
    throw cause;
  }
}

async function fetchManifest(): Promise<string | ManifestError> {
  const answer = await fetch("/manifest.xml");
  return answer.ok ? answer.text() : new ManifestError(`servern svarade ${answer.status}`);
}
