import { Badge, Checkbox, Field, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import { withColumn, withWord } from "../../intake/editMapping.js";
import type { Mapping } from "../../intake/mapping.js";
import { useLocal, useTexts } from "../language.js";
import { certaintyOf } from "./certainty.js";
import { chosenTarget, columnOf, isKnownWord, type Decided, type NthTable } from "./saidOfTables.js";
import { TextField } from "./TextField.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  column: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS },
  // A Select is otherwise as wide as its longest choice.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  badge: { marginRight: tokens.spacingHorizontalXS },
});

interface ColumnListProps {
  readonly table: NthTable;
  readonly mapping: Mapping;
  readonly decided: Decided;
  readonly onMapping: (change: (mapping: Mapping) => Mapping) => void;
}

/** Each column of a table: where it goes, why, and another place for it. */
export function ColumnList(props: ColumnListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.table.columns.map(({ at }, index) => (
        <li key={at.column} className={styles.column}>
          <ColumnTarget index={index} {...props} />
        </li>
      ))}
    </ul>
  );
}

function ColumnTarget({ index, table, mapping, decided, onMapping }: ColumnListProps & { readonly index: number }) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const local = useLocal();
  const { [index]: column } = table.columns;
  if (column === undefined) return null;
  const { header } = column;
  const name = header === "" ? texts.noHeader(column.at.column) : header;
  const target = decided.targetAt(index);
  const chosen = decided.chosenAt(index);
  const said = chosen?.period;
  // What is told of the guess holds no longer once something else has been chosen.
  const isAsShown = target === column.target;
  const isShared = target !== null && table.columns.some((_, other) => other !== index && decided.targetAt(other) === target);
  const needsPeriod = said !== undefined || (isShared && column.period === null);
  const inRegister = target === null ? undefined : columnOf(target);
  const registers = [...new Set(table.targets.map(({ register }) => register))];
  const send = (to: string, period: string | undefined): void => {
    const place = chosenTarget(to);
    onMapping((before) => withColumn(before, table, index, place === null || period === undefined || period === "" ? place : { ...place, period }));
  };
  return (
    <>
      <Field className={styles.field} label={name}>
        <Select size="small" value={target ?? ""} onChange={(_event, { value }) => send(value, said)}>
          <option value="">{texts.nowhere}</option>
          {registers.map((register) => (
            <optgroup key={register} label={register}>
              {table.targets.filter((each) => each.register === register).map((each) => (
                <option key={each.target} value={each.target}>
                  {each.header}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      {isAsShown && (
        <span className={styles.why}>
          {target !== null && chosen === undefined && (
            <Badge className={styles.badge} size="small" appearance="outline" color={certaintyOf(column.confidence) === "uncertain" ? "warning" : "informative"}>
              {texts.certainty[certaintyOf(column.confidence)]}
            </Badge>
          )}
          <Text size={200}>{local(column.reason)}</Text>
          {column.period !== null && !needsPeriod && <Text size={200}> {texts.ofPeriod(column.period)}</Text>}
        </span>
      )}
      {target !== null && needsPeriod && <TextField label={texts.periodOf(name)} value={said ?? ""} onWritten={(text) => send(target, text)} />}
      {header !== "" && chosen !== undefined && target !== null && inRegister !== undefined && !isKnownWord(header, target) && (
        <Checkbox
          checked={mapping.words[header.trim()] === target}
          label={texts.rememberWord(header, inRegister.header)}
          onChange={(_event, { checked }) => onMapping((before) => withWord(before, header, checked === true ? target : undefined))}
        />
      )}
    </>
  );
}
