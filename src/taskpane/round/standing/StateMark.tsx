import { Badge } from "@fluentui/react-components";
import type { SignOffState } from "../../../rules/assignments/signOffs.js";
import { useTexts } from "../../language.js";
import { standingTexts } from "./texts.js";

/** Colour and shape, which differs without it: a tick, a tick in a square, a triangle, a clock, a dash. */
const looks = {
  inTime: { color: "success", shape: "m2 8.5 4 4 8-9" },
  late: { color: "warning", shape: "M2 2h12v12H2zM5 8l2.5 2.5L11.5 5.5" },
  missing: { color: "danger", shape: "M8 1.5 15 14.5H1zM8 6v4M8 12v.8" },
  notDue: { color: "informative", shape: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 4v4l3 2" },
} as const satisfies Record<SignOffState, { color: string; shape: string }>;

const NONE = { color: "informative", shape: "M3 8h10" } as const;

/** How a unit stands: word, symbol and colour together. */
export function StateMark({ state }: { readonly state: SignOffState | null }) {
  const texts = useTexts(standingTexts);
  const { color, shape } = state === null ? NONE : looks[state];
  const icon = (
    <svg width="12" height="12" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
  return (
    <Badge appearance="tint" color={color} icon={icon}>
      {texts.state(state)}
    </Badge>
  );
}
