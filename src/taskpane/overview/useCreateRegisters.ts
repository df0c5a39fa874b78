import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { overviewTexts } from "./texts.js";

/** Adds the registers that the workbook lacks, and reads it again. */
export function useCreateRegisters(): () => Promise<void> {
  const texts = useTexts(overviewTexts);
  const { actions, run, check, say } = usePaneSession();
  return async () => {
    const isCreated = await run(texts.creating, async () => {
      await actions.createRegisters();
      return true;
    });
    if (isCreated !== true) return;
    await check();
    say(texts.created);
  };
}
