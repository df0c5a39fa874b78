import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { overviewTexts } from "./texts.js";

/** Turns to a sheet of the workbook. */
export function useGoToSheet(): (sheet: string) => void {
  const texts = useTexts(overviewTexts);
  const { actions, run } = usePaneSession();
  return (sheet) => void run(texts.turning, () => actions.goToSheet(sheet));
}
