import { useCallback, useEffect, useState } from "react";

/** Milliseconds that a passing text stands, long enough to be read twice. */
const STANDS_FOR = 6_000;

export interface PassingText {
  readonly text: string;
}

/** A text that is said and goes away by itself; the newest takes the place of the one before. */
export function usePassingText(): readonly [passing: PassingText | undefined, say: (text: string) => void] {
  const [passing, setPassing] = useState<PassingText>();
  useEffect(() => {
    if (passing === undefined) return undefined;
    const timer = setTimeout(() => setPassing(undefined), STANDS_FOR);
    return () => clearTimeout(timer);
  }, [passing]);
  const say = useCallback((text: string) => setPassing({ text }), []);
  return [passing, say];
}
