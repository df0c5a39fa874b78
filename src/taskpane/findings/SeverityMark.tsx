import { Badge } from "@fluentui/react-components";
import type { Severity } from "../../registers/finding.js";
import { useTexts } from "../language.js";
import { findingsTexts } from "./texts.js";

const colors = { fel: "danger", varning: "warning", upplysning: "informative" } as const satisfies Record<Severity, string>;

/** Shapes that differ without their colour: a cross in an octagon, a triangle, a circle. */
const shapes = {
  fel: "M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.5 5.5l5 5M10.5 5.5l-5 5",
  varning: "M8 1.5 15 14.5H1zM8 6v4M8 12v.8",
  upplysning: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 7v5M8 4.2V5",
} as const satisfies Record<Severity, string>;

/** How serious a finding is: word, symbol and colour together. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const texts = useTexts(findingsTexts);
  const icon = (
    <svg width="12" height="12" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d={shapes[severity]} />
    </svg>
  );
  return (
    <Badge appearance="tint" color={colors[severity]} icon={icon}>
      {texts.severity(severity)}
    </Badge>
  );
}
