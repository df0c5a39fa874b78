import { Checkbox, Text, makeStyles, tokens } from "@fluentui/react-components";
import { addressText } from "../../registers/address.js";
import type { Finding } from "../../registers/finding.js";
import type { PreviewCell, PreviewRow, PreviewTable } from "../../usecases/takeIn/intakePreview.js";
import { SeverityMark } from "../findings/SeverityMark.js";
import { useLocal, useTexts } from "../language.js";
import { CellPlace } from "./CellPlace.js";
import { CutList } from "./CutList.js";
import { intakeTexts } from "./texts.js";

/** Each is several lines long. */
const FIRST_ROWS = 3;

const useStyles = makeStyles({
  cells: { margin: 0, paddingLeft: tokens.spacingHorizontalM, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  cell: { display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)", columnGap: tokens.spacingHorizontalS, "& dd": { margin: 0 } },
  header: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  finding: { display: "block" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface RowListProps {
  readonly table: PreviewTable;
  readonly findings: readonly Finding[];
  readonly rowsLeftOut: readonly string[];
  /** Whether the cells can be turned to: those of a file cannot. */
  readonly isOpen: boolean;
  readonly onLeaveOut: (row: PreviewRow, isLeftOut: boolean) => void;
}

/** The first rows of a table: what stands in each cell, what it is read as, and what is to be said of that; each row can be left out. */
export function RowList({ table, findings, rowsLeftOut, isOpen, onLeaveOut }: RowListProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.at !== undefined) byCell.set(addressText(finding.at), [...(byCell.get(addressText(finding.at)) ?? []), finding]);
  }
  return (
    <>
      <CutList items={table.rows} name={texts.firstRows} first={FIRST_ROWS}>
        {(row) => {
          const isLeftOut = rowsLeftOut.includes(row.id);
          return (
            <>
              <Checkbox checked={!isLeftOut} label={texts.row(row.at, nameOf(row))} onChange={(_event, { checked }) => onLeaveOut(row, checked !== true)} />
              {!isLeftOut && (
                <dl className={styles.cells}>
                  {table.columns.map((column, index) => {
                    const { [index]: cell } = row.cells;
                    const said = cell === undefined ? [] : (byCell.get(addressText(cell.at)) ?? []);
                    if (cell === undefined || column.target === null || (cell.typed === "" && cell.value === null && said.length === 0)) return null;
                    return (
                      <div key={column.at.column} className={styles.cell}>
                        <dt className={styles.header}>
                          {column.header} <CellPlace at={cell.at} isOpen={isOpen} />
                        </dt>
                        <dd>
                          <Reading cell={cell} />
                          {said.map(({ severity, message }) => (
                            <Said key={message.sv} severity={severity} message={message} />
                          ))}
                        </dd>
                      </div>
                    );
                  })}
                </dl>
              )}
            </>
          );
        }}
      </CutList>
      {table.rows.length < table.rowCount && <p className={styles.quiet}>{texts.moreRows(table.rows.length, table.rowCount)}</p>}
    </>
  );
}

/** What stands in the cell, and what that is read as where it is not the same. */
function Reading({ cell: { typed, value } }: { readonly cell: PreviewCell }) {
  const texts = useTexts(intakeTexts);
  if (value === null ? typed === "" : sameWords(value, typed)) return <Text>{typed}</Text>;
  return (
    <Text>
      {typed !== "" && `”${typed}” `}
      {value === null ? texts.notRead : `${typed === "" ? "" : `${texts.becomes} `}${value}`}
    </Text>
  );
}

function Said({ severity, message }: Pick<Finding, "severity" | "message">) {
  const styles = useStyles();
  const local = useLocal();
  return (
    <Text size={200} className={styles.finding}>
      <SeverityMark severity={severity} /> {local(message)}
    </Text>
  );
}

/** A text that is read as it stands, but for kinds of spaces, needs no arrow. */
function sameWords(value: string, typed: string): boolean {
  return value.replace(/\s+/gu, " ").trim() === typed.replace(/\s+/gu, " ").trim();
}

/** What tells a row in a list: the first of its longer texts. */
function nameOf({ cells }: PreviewRow): string {
  const typed = cells.map((cell) => cell.typed).filter((text) => text !== "");
  return typed.find((text) => /\p{L}{4}/u.test(text)) ?? typed[0] ?? "";
}
