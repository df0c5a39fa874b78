import { useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";
import { openXlsx } from "../../xlsx/index.js";
import { EmbeddedExcel } from "../embeddedExcel.js";
import { PaneFrame } from "../frame/paneFrame.js";

// The page's security policy allows no code made from text, which zod otherwise tries.
z.config({ jitless: true });

const SAMPLE = "/samples/ale-maluppfoljning-t1-2019.xlsx";

/** The pane on a workbook, with nothing of Excel around it. */
function BarePane({ excel }: { readonly excel: EmbeddedExcel }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const pane = new PaneFrame(frame.current, excel);
    return () => pane.close();
  }, [excel]);
  return <iframe ref={frame} title="Måltavla" style={{ border: 0, width: 360, height: "100vh" }} />;
}

async function start(container: HTMLElement): Promise<void> {
  const address = new URLSearchParams(location.search).get("workbook") ?? SAMPLE;
  const file = await fetch(address);
  createRoot(container).render(<BarePane excel={new EmbeddedExcel(openXlsx(new Uint8Array(await file.arrayBuffer())))} />);
}

const container = document.getElementById("page");
if (container === null) throw new Error("index.html lacks the element #page");
void start(container);
