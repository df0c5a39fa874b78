import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { TableChange } from "../../intake/editMapping.js";
import type { Finding } from "../../registers/finding.js";
import type { PreviewTable } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { columnOf, type Decided } from "./saidOfTables.js";
import { lackedColumns } from "./tableFindings.js";
import { TextField } from "./TextField.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
});

interface Deciding {
  readonly decided: Decided;
  readonly onDecide: (change: TableChange) => void;
}

interface TableDefaultsProps extends Deciding {
  readonly table: PreviewTable;
  readonly known: { readonly periods: readonly string[]; readonly units: readonly string[] };
}

/** What holds for all rows of a table: its period and its unit. */
export function TableDefaults({ table, decided, known, onDecide }: TableDefaultsProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  return (
    <div className={styles.fields}>
      <TextField label={texts.period} value={decided.period} placeholder={table.period ?? ""} known={known.periods} onWritten={(text) => onDecide({ period: text === "" ? undefined : text })} />
      <TextField label={texts.unit} value={decided.unit} placeholder={table.unit ?? ""} known={known.units} onWritten={(text) => onDecide({ unit: text === "" ? undefined : text })} />
    </div>
  );
}

/** A value for each column that the rows need and the table lacks: without it they cannot be taken in. */
export function Lacked({ findings, decided, onDecide }: Deciding & { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const given = decided.defaults;
  const lacked = [...new Set([...lackedColumns(findings), ...Object.keys(given)])];
  const give = (target: string, text: string): void => {
    const others = Object.fromEntries(Object.entries(given).filter(([own]) => own !== target));
    onDecide({ defaults: text === "" ? others : { ...others, [target]: text } });
  };
  return lacked.length === 0 ? null : (
    <div className={styles.fields}>
      {lacked.map((target) => (
        <Default key={target} target={target} value={given[target] ?? ""} onGive={(text) => give(target, text)} />
      ))}
    </div>
  );
}

function Default({ target, value, onGive }: { readonly target: string; readonly value: string; readonly onGive: (text: string) => void }) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const column = columnOf(target);
  if (column === undefined) return null;
  const words = (column.values ?? []).flatMap((each) => (typeof each === "string" ? [each] : []));
  if (words.length === 0) return <TextField label={texts.lacking(column.header)} value={value} onWritten={onGive} />;
  return (
    <Field className={styles.field} label={texts.lacking(column.header)}>
      <Select value={value} onChange={(_event, { value: chosen }) => onGive(chosen)}>
        <option value="">{texts.notGiven}</option>
        {words.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </Select>
    </Field>
  );
}
