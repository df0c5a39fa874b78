import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { ExpandIcon } from "../icons.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { OnDemand } from "../shell/OnDemand.js";
import { headerTexts } from "./texts.js";

const loadForm = () => import("./ChoiceForm.js");

const useStyles = makeStyles({
  // Its text stands in line with the title above.
  button: { justifyContent: "space-between", width: `calc(100% + 2 * ${tokens.spacingHorizontalM})`, margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`, fontWeight: tokens.fontWeightRegular, textAlign: "left", overflowWrap: "anywhere" },
});

interface WorkbookChoiceProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The workbook's committee and period, to be seen and changed; nothing where the workbook has no registers to choose in. */
export function WorkbookChoice({ isOpen, onOpen }: WorkbookChoiceProps) {
  const styles = useStyles();
  const texts = useTexts(headerTexts);
  const { overview } = usePaneSession();
  const form = useId();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  if (overview?.state !== "registers") return null;
  const { unit, period } = overview.choice;
  const close = (): void => {
    onOpen(false);
    button?.focus();
  };
  return (
    <div
      role="group"
      aria-label={texts.choice}
      onKeyDown={({ key }) => {
        if (key === "Escape" && isOpen) close();
      }}
    >
      <Button ref={setButton} className={styles.button} appearance="subtle" icon={<ExpandIcon />} iconPosition="after" aria-expanded={isOpen} aria-controls={form} onClick={() => onOpen(!isOpen)}>
        {unit?.name ?? texts.everyUnit} · {period ?? texts.noPeriod}
      </Button>
      <div id={form}>{isOpen && <OnDemand load={loadForm}>{({ ChoiceForm }) => <ChoiceForm overview={overview} onClose={close} />}</OnDemand>}</div>
    </div>
  );
}
