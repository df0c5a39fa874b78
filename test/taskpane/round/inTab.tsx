import type { ReactNode } from "react";

/** A part of the tab under its heading, as the tab shows it. */
export function inTab(part: ReactNode): ReactNode {
  return (
    <>
      <h2>Inlämning</h2>
      {part}
    </>
  );
}
