import type { WorkArea } from "../../registers/workAreas.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { overviewTexts } from "./texts.js";

/** Adds the registers of some areas of work that the workbook lacks, and reads it again. */
export function useCreateRegisters(): (areas: readonly WorkArea[]) => Promise<void> {
  const texts = useTexts(overviewTexts);
  const { actions, run, check, say } = usePaneSession();
  return async (areas) => {
    const isCreated = await run(texts.creating, async () => {
      await actions.createRegisters(areas);
      return true;
    });
    if (isCreated !== true) return;
    await check();
    say(texts.created);
  };
}
