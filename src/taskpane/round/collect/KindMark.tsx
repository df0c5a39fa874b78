import { Badge } from "@fluentui/react-components";
import type { AnswerKind } from "../../../usecases/round/collectPreview.js";
import { useTexts } from "../../language.js";
import { collectTexts } from "./texts.js";

const colors = {
  new: "success",
  changed: "informative",
  conflict: "danger",
  unreadable: "danger",
  unknownRow: "warning",
  otherPeriod: "warning",
  notOurs: "warning",
  lateReady: "informative",
} as const satisfies Record<AnswerKind, string>;

/** Shapes that differ without their colour: a plus, a turn, two arrows that meet, a cross, a question, a calendar, a crossed circle, a clock. */
const shapes = {
  new: "M8 2v12M2 8h12",
  changed: "M13 5a6 6 0 1 0 .7 5M13 1.5V5H9.5",
  conflict: "M1 8h5M4 5.5 6.5 8 4 10.5M15 8h-5M12 5.5 9.5 8l2.5 2.5",
  unreadable: "M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.5 5.5l5 5M10.5 5.5l-5 5",
  unknownRow: "M5 5.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M8 13v.6",
  otherPeriod: "M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3",
  notOurs: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM3 3l10 10",
  lateReady: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 4v4l3 2",
} as const satisfies Record<AnswerKind, string>;

/** What is to be told of an answer, or of a number of them: word, symbol and colour together. */
export function KindMark({ kind, count }: { readonly kind: AnswerKind; readonly count?: number }) {
  const texts = useTexts(collectTexts);
  const icon = (
    <svg width="12" height="12" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d={shapes[kind]} />
    </svg>
  );
  return (
    <Badge appearance="tint" color={colors[kind]} icon={icon}>
      {count === undefined ? texts.kind(kind) : texts.counted(kind, count)}
    </Badge>
  );
}
