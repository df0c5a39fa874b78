import { activityStatuses, assignmentStatuses } from "../../src/registers/definitions/statusWords.js";
import { activityScale, assignmentScale, goalScale, judgementScale, lookOfWrittenStatus, measureScale, scaleStep, statusText, UnknownScaleError } from "../../src/reports/scales.js";
import { cellStyles, sheetColor } from "../../src/reports/layout/sheetStyles.js";

/** Relative luminance of "#RRGGBB" (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const channel = parseInt(color.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each(Object.entries(cellStyles))("%s is read against its fill (4.5:1 or more)", (_look, style) => {
  expect(style.font.color).toMatch(/^#[0-9A-F]{6}$/);
  expect(contrast(style.font.color, style.fill ?? sheetColor)).toBeGreaterThanOrEqual(4.5);
});

test("contrast is computed as the standard does", () => {
  expect(contrast("#FFFFFF", "#000000")).toBeCloseTo(21);
  expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
});

describe("status scales", () => {
  test("words of measures and goals are those of the model, each with symbol and look", () => {
    expect(measureScale.steps.map(({ word }) => statusText("mått", word))).toEqual([
      "● Uppnått", "◆ Delvis uppnått", "■ Ej uppnått", "– Ej mätt", "– Mål saknas", "– Följs",
    ]);
    expect(goalScale.steps.map(({ word }) => statusText("mål", word))).toEqual(["● Uppnått", "◆ Delvis uppnått", "■ Ej uppnått", "– Ej bedömt"]);
  });

  test("words of assignments and activities are those of the model, and last the blank one", () => {
    expect(assignmentScale.steps.map(({ word }) => word)).toEqual([...assignmentStatuses, "Ej angivet"]);
    expect(activityScale.steps.map(({ word }) => word)).toEqual([...activityStatuses, "Ej angivet"]);
    expect(activityScale.steps.map(({ word }) => statusText("aktivitet", word))).toEqual([
      "● Genomfört", "◆ Delvis genomfört", "■ Ej genomfört", "– Ej aktuellt", "– Ej angivet",
    ]);
    expect(judgementScale.steps.map(({ word, symbol, look }) => [word, symbol, look])).toEqual(goalScale.steps.map(({ word, symbol, look }) => [word, symbol, look]));
  });

  test("one shape has one look within a scale, so that colour never says more than shape", () => {
    for (const { steps } of [measureScale, goalScale, judgementScale, assignmentScale, activityScale]) {
      const looks = new Map(steps.map(({ symbol, look }) => [symbol, look]));
      for (const { symbol, look } of steps) expect(looks.get(symbol)).toBe(look);
    }
  });

  test("a status written by hand has the look that its word has in every scale", () => {
    expect(["Genomfört", "► Pågående", "försenat", "Ej angivet", "Klart"].map(lookOfWrittenStatus)).toEqual([
      "statusMet", "statusOngoing", "statusPartly", "statusUnknown", "statusUnknown",
    ]);
  });

  test("an unknown word is an error that says nothing was written", () => {
    expect(() => scaleStep("mått", "Klart")).toThrow(UnknownScaleError);
    expect(() => scaleStep("okänd", "Uppnått")).toThrow(/Inget har skrivits/);
  });
});
