import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";
import { Workbench } from "./Workbench.js";

// The page's security policy allows no code made from text, which zod otherwise tries.
z.config({ jitless: true });

const container = document.getElementById("page");
if (container === null) throw new Error("index.html lacks the element #page");
createRoot(container).render(
  <StrictMode>
    <Workbench workbookAddress={new URLSearchParams(location.search).get("workbook") ?? undefined} />
  </StrictMode>,
);
