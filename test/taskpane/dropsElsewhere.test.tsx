/** @jest-environment jsdom */
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { useDropsElsewhere } from "../../src/taskpane/shell/useDropsElsewhere.js";

afterEach(cleanup);

function Shell({ onFiles }: { readonly onFiles: (count: number) => void }) {
  useDropsElsewhere();
  return (
    <main>
      <p>Bredvid</p>
      <div onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); onFiles(event.dataTransfer.files.length); }}>
        Släpp här
      </div>
    </main>
  );
}

/** Gives what the browser would be asked to show while it hovers, and whether it would do as it always does. */
function dragged(over: string, kind: "dragOver" | "drop", types: readonly string[]): { readonly effect: string; readonly isBrowsers: boolean } {
  const dataTransfer = { types, files: types.includes("Files") ? [new File([], "KS.xlsx")] : [], dropEffect: "copy" };
  const event = createEvent[kind](screen.getByText(over), { dataTransfer });
  fireEvent(screen.getByText(over), event);
  return { effect: dataTransfer.dropEffect, isBrowsers: !event.defaultPrevented };
}

test("a file dropped beside where files are taken does not take the pane's place; where they are taken it comes in", () => {
  const taken: number[] = [];
  const { unmount } = render(<Shell onFiles={(count) => void taken.push(count)} />);
  expect(dragged("Bredvid", "dragOver", ["Files"]).isBrowsers).toBe(false);
  expect(dragged("Bredvid", "drop", ["Files"]).isBrowsers).toBe(false);
  expect(dragged("Bredvid", "drop", ["text/plain"]).isBrowsers).toBe(true);
  expect(taken).toEqual([]);
  expect(dragged("Släpp här", "dragOver", ["Files"])).toEqual({ effect: "copy", isBrowsers: false });
  dragged("Släpp här", "drop", ["Files"]);
  expect(taken).toEqual([1]);
  unmount();
});
