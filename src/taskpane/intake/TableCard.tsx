import { Badge, Button, Checkbox, Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { withTable, type TableChange } from "../../intake/editMapping.js";
import type { Mapping } from "../../intake/mapping.js";
import { takenInTo } from "../../intake/targets.js";
import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import type { PreviewColumn, PreviewRow } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { overviewTexts } from "../overview/texts.js";
import { certaintyOf } from "./certainty.js";
import { ColumnList } from "./ColumnList.js";
import { RowList } from "./RowList.js";
import { decidedOf, type NthTable } from "./saidOfTables.js";
import { SaidOfTable } from "./SaidOfTable.js";
import { Lacked, TableDefaults } from "./TableDefaults.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  part: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
});

interface TableCardProps {
  readonly table: NthTable;
  readonly findings: readonly Finding[];
  readonly mapping: Mapping;
  readonly rowsLeftOut: readonly string[];
  readonly isOpen: boolean;
  /** Whether all of it is seen at once, as when it is the only one. */
  readonly isShown: boolean;
  readonly known: { readonly periods: readonly string[]; readonly units: readonly string[] };
  readonly onMapping: (change: (mapping: Mapping) => Mapping) => void;
  readonly onLeaveOut: (row: PreviewRow, isLeftOut: boolean) => void;
}

/** A table that was found: what it was taken for, how sure that is, what to look at, and all of it when asked for. */
export function TableCard({ table, findings, mapping, rowsLeftOut, isOpen, isShown, known, onMapping, onLeaveOut }: TableCardProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const counted = useTexts(overviewTexts);
  const headingId = useId();
  const [isWhole, setWhole] = useState(isShown);
  const decided = decidedOf(mapping, table);
  const change = (said: TableChange) => onMapping((before) => withTable(before, table, said));
  const moveTo = (name: string) => {
    const register = takenInTo.find((known) => known === name);
    if (register !== undefined) change({ register });
  };
  const named = (columns: readonly PreviewColumn[]) => columns.map(({ header, at }) => (header === "" ? texts.noHeader(at.column) : header));
  const unused = named(table.columns.filter(({ header }, index) => decided.targetAt(index) === null && header !== ""));
  const uncertain = named(table.columns.filter(({ target, confidence }, index) => target !== null && decided.targetAt(index) === target && certaintyOf(confidence) === "uncertain"));
  const said = (["fel", "varning", "upplysning"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted.counts(severity, count)];
  });
  const facts = [texts.rows(table.rowCount), ...(table.isHidden ? [texts.hiddenSheet] : []), ...said];
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h4 id={headingId} className={styles.name}>
        {texts.tableHeading(table.sheet, table.registers.map((key) => registers[key].sheet))}
      </h4>
      <Checkbox checked={!decided.isLeftOut} label={texts.takeTable} aria-label={texts.takeTableAt(table.id)} onChange={(_event, { checked }) => change({ isLeftOut: checked !== true })} />
      {!decided.isLeftOut && (
        <>
          <div className={styles.facts}>
            <Badge appearance="outline" color={certaintyOf(table.confidence) === "uncertain" ? "warning" : "informative"}>
              {texts.certainty[certaintyOf(table.confidence)]}
            </Badge>
            <span>{facts.join(" · ")}</span>
          </div>
          {uncertain.length > 0 && <p>{texts.uncertainColumns(uncertain)}</p>}
          {unused.length > 0 && <p>{texts.columnsLeftOut(unused)}</p>}
          <Lacked findings={findings} decided={decided} onDecide={change} />
          <div>
            <Button size="small" aria-expanded={isWhole} aria-label={texts.showAt(table.id)} onClick={() => setWhole(!isWhole)}>
              {texts.show}
            </Button>
          </div>
          {isWhole && (
            <>
              <Field className={styles.field} label={texts.register}>
                <Select value={decided.register ?? table.register} onChange={(_event, { value }) => moveTo(value)}>
                  {takenInTo.map((key) => (
                    <option key={key} value={key}>
                      {registers[key].sheet}
                    </option>
                  ))}
                </Select>
              </Field>
              <h5 className={styles.part}>{texts.columns}</h5>
              <ColumnList table={table} mapping={mapping} decided={decided} onMapping={onMapping} />
              <h5 className={styles.part}>{texts.whole}</h5>
              <TableDefaults table={table} decided={decided} known={known} onDecide={change} />
              {findings.length > 0 && (
                <>
                  <h5 className={styles.part}>{texts.tableRemarks(findings.length)}</h5>
                  <SaidOfTable findings={findings} name={texts.tableRemarks(findings.length)} isOpen={isOpen} />
                </>
              )}
              <h5 className={styles.part}>{texts.firstRows}</h5>
              <RowList table={table} findings={findings} rowsLeftOut={rowsLeftOut} isOpen={isOpen} onLeaveOut={onLeaveOut} />
            </>
          )}
        </>
      )}
    </section>
  );
}
