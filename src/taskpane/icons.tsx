// Drawn for the pane, in Fluent's measure of 20: the package of Fluent's icons is no dependency of ours, and these few need none. The words beside them, or the
// button's name, say what they mean.

const frame = { width: "1em", height: "1em", viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.3, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true } as const;

export function SettingsIcon() {
  return (
    <svg {...frame}>
      <path d="M3 5.5h7M15 5.5h2M3 10h2M10 10h7M3 14.5h8M16 14.5h1" />
      <circle cx="12.5" cy="5.5" r="2" />
      <circle cx="7.5" cy="10" r="2" />
      <circle cx="13.5" cy="14.5" r="2" />
    </svg>
  );
}

export function GuideIcon() {
  return (
    <svg {...frame}>
      <circle cx="10" cy="10" r="7.3" />
      <path d="M7.8 8a2.2 2.2 0 1 1 3.4 1.9c-.8.5-1.2.9-1.2 1.8" />
      <circle cx="10" cy="14" r=".4" fill="currentColor" />
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

export function ExpandIcon() {
  return (
    <svg {...frame}>
      <path d="m5 8 5 5 5-5" />
    </svg>
  );
}

export function BackIcon() {
  return (
    <svg {...frame}>
      <path d="M16.5 10h-13M9 4.5 3.5 10 9 15.5" />
    </svg>
  );
}
