import { texts } from "./texts.js";

// Drawn for the page: the words beside them, or the button's name, say what they mean.

const frame = { width: "1em", height: "1em", viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true } as const;

export function ArrowDownIcon() {
  return (
    <svg {...frame} width="10" height="10">
      <path d="m3 7 7 7 7-7" />
    </svg>
  );
}

export function CornerIcon() {
  return (
    <svg {...frame} width="12" height="12" role="img" aria-hidden={undefined} aria-label={texts.sheet.corner} stroke="none">
      <path d="M18 2v16H2Z" fill="currentColor" opacity=".5" />
    </svg>
  );
}

export function FilterIcon() {
  return (
    <svg {...frame} width="12" height="12">
      <path d="M2 4h16l-6 7v6l-4-2v-4Z" fill="currentColor" />
    </svg>
  );
}

export function CloseIcon() {
  return (
    <svg {...frame}>
      <path d="m5 5 10 10M15 5 5 15" />
    </svg>
  );
}

export function FolderIcon() {
  return (
    <svg {...frame}>
      <path d="M2.5 5.5v9a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-7a1 1 0 0 0-1-1H10l-2-2H3.5a1 1 0 0 0-1 1Z" />
    </svg>
  );
}

export function SaveIcon() {
  return (
    <svg {...frame}>
      <path d="M10 3v9m0 0-3.5-3.5M10 12l3.5-3.5M3.5 14v2.5h13V14" />
    </svg>
  );
}
