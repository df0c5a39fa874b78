import { makeStyles, tokens } from "@fluentui/react-components";

export const COLUMN_HEADER_PX = 22;
export const ROW_HEADER_PX = 46;

/** Excel's green, with contrast enough against white. */
const ACTIVE = "#107c41";
const GRIDLINE = "#d4d4d4";
/** Carlito has the same widths where Calibri is not installed. */
const CALIBRI = "Calibri, Carlito, 'Segoe UI', sans-serif";

/**
 * The look of the grid. The sheet itself is white also when the page is dark, as in Excel: the workbook's colours are made for it. What marks selection is an
 * outline too, which forced colours keep. From below: 1 texts that run over their neighbours, 2 the active cell and charts, 3 frozen columns, 4 what lies over cells, 5 row numbers,
 * 6 column letters with the frozen rows.
 */
export const useSheetStyles = makeStyles({
  scroller: { position: "relative", overflow: "auto", width: "100%", height: "100%", backgroundColor: "#ffffff", color: "#000000", colorScheme: "light", contain: "strict" },
  grid: { position: "relative", outline: "none", userSelect: "none", cursor: "cell" },
  top: { position: "sticky", top: 0, zIndex: 6 },
  // The cells beneath can be selected all the same.
  chart: { position: "absolute", zIndex: 2, pointerEvents: "none", fontFamily: CALIBRI, forcedColorAdjust: "none" },
  // Merged cells reach over the rows beneath, which are not to catch what is meant for those.
  row: { position: "absolute", left: 0, display: "flex", width: "100%", pointerEvents: "none" },
  topRow: { position: "relative", display: "flex", width: "100%", pointerEvents: "none" },
  header: {
    pointerEvents: "auto",
    boxSizing: "border-box",
    position: "absolute",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    fontSize: "12px",
    fontFamily: tokens.fontFamilyBase,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: "default",
  },
  stickyHeader: { position: "sticky", flexShrink: 0, zIndex: 5 },
  selectedHeader: { backgroundColor: tokens.colorNeutralBackground3Pressed, fontWeight: tokens.fontWeightSemibold, borderBottomColor: ACTIVE, borderRightColor: ACTIVE },
  cell: {
    boxSizing: "border-box",
    position: "absolute",
    top: "-1px",
    border: "1px solid transparent",
    borderRightColor: GRIDLINE,
    borderBottomColor: GRIDLINE,
    backgroundClip: "padding-box",
    pointerEvents: "auto",
  },
  // Cells that stand still must hide what is scrolled beneath them.
  frozenCell: { position: "sticky", flexShrink: 0, marginLeft: "-1px", marginTop: "-1px", top: "auto", zIndex: 3, backgroundColor: "#ffffff", backgroundClip: "border-box" },
  frozenEdgeRow: { boxShadow: "0 1px 0 #808080" },
  frozenEdgeColumn: { boxShadow: "1px 0 0 #808080" },
  text: {
    boxSizing: "border-box",
    position: "absolute",
    inset: 0,
    padding: "0 2px",
    display: "flex",
    alignItems: "flex-end",
    overflow: "hidden",
    whiteSpace: "pre",
    color: "#000000",
    fontFamily: CALIBRI,
    fontSize: "11pt",
    lineHeight: 1.25,
  },
  textRunningOver: { right: "auto", zIndex: 1, pointerEvents: "none" },
  words: { maxWidth: "100%", flexShrink: 0 },
  selected: { "::after": { content: '""', position: "absolute", inset: 0, backgroundColor: "rgba(16, 124, 65, 0.12)", pointerEvents: "none" }, "@media (forced-colors: active)": { outline: "1px dashed Highlight", outlineOffset: "-1px" } },
  active: { outline: `2px solid ${ACTIVE}`, outlineOffset: "-2px", zIndex: 2, "@media (forced-colors: active)": { outline: "3px solid Highlight" } },
  activeFrozen: { zIndex: 4 },
  invalid: { "::before": { content: '""', position: "absolute", top: 0, left: 0, borderTop: "7px solid #c50f1f", borderRight: "7px solid transparent" } },
  arrow: {
    position: "absolute",
    right: "1px",
    bottom: "1px",
    width: "17px",
    height: "17px",
    padding: 0,
    display: "grid",
    placeItems: "center",
    border: "1px solid #8a8a8a",
    borderRadius: "2px",
    backgroundColor: "#ffffff",
    color: "#242424",
    cursor: "pointer",
    ":hover": { backgroundColor: "#e6f2ea" },
  },
  arrowInUse: { backgroundColor: "#cfe8d8" },
  outsideArrow: { right: "-19px" },
  editor: {
    boxSizing: "border-box",
    position: "absolute",
    top: "-1px",
    left: "-1px",
    minWidth: "calc(100% + 2px)",
    minHeight: "calc(100% + 2px)",
    margin: 0,
    padding: "1px 3px",
    border: `2px solid ${ACTIVE}`,
    outline: "none",
    backgroundColor: "#ffffff",
    color: "#000000",
    fontFamily: CALIBRI,
    fontSize: "11pt",
    lineHeight: 1.25,
    resize: "none",
    overflow: "hidden",
    whiteSpace: "pre-wrap",
    zIndex: 4,
    fieldSizing: "content",
  },
  prompt: {
    position: "absolute",
    top: "calc(100% + 4px)",
    left: "8px",
    width: "max-content",
    maxWidth: "260px",
    padding: "6px 8px",
    backgroundColor: "#fff9e5",
    color: "#242424",
    border: "1px solid #b8a86b",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "12px",
    lineHeight: 1.35,
    whiteSpace: "pre-line",
    pointerEvents: "none",
    zIndex: 4,
  },
});
