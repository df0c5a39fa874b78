import { Link, makeStyles } from "@fluentui/react-components";
import { areaReference } from "../../registers/address.js";
import type { CellAddress } from "../../registers/cell.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  place: { fontSize: "inherit" },
});

/** A cell of a sheet that is named nearby, e.g. "D7": the way to it where its workbook is open. */
export function CellPlace({ at, isOpen }: { readonly at: CellAddress; readonly isOpen: boolean }) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const { actions, run, isBusy } = usePaneSession();
  const place = areaReference({ row: at.row, column: at.column, rows: 1, columns: 1 });
  if (!isOpen) return place;
  return (
    <Link as="button" inline className={styles.place} disabledFocusable={isBusy} aria-label={texts.goTo(at)} onClick={() => void run(texts.going, () => actions.goTo(at))}>
      {place}
    </Link>
  );
}
