import { Field, SearchBox, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../registers/finding.js";
import type { LocalText } from "../../registers/language.js";
import { useTexts } from "../language.js";
import { severities } from "./grouping.js";
import { findingsTexts } from "./texts.js";

/** Which findings are shown; "" leaves nothing out. */
export interface Filter {
  readonly search: string;
  readonly severity: string;
  readonly register: string;
}

export const everything: Filter = { search: "", severity: "", register: "" };

/** Whether a finding passes; every word searched for stands somewhere in its place, message or rule. */
export function passes(finding: Finding, { search, severity, register }: Filter, placeOf: (finding: Finding) => string, local: (text: LocalText) => string): boolean {
  if (severity !== "" && finding.severity !== severity) return false;
  if (register !== "" && finding.register !== register) return false;
  if (search.trim() === "") return true;
  const words = search.toLocaleLowerCase("sv").split(/\s+/u).filter((word) => word !== "");
  const text = `${placeOf(finding)} ${local(finding.message)} ${finding.ruleId}`.toLocaleLowerCase("sv");
  return words.every((word) => text.includes(word));
}

const useStyles = makeStyles({
  // Grows to one column at 320 px and 200 % zoom.
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(8rem, 100%), 1fr))", gap: tokens.spacingVerticalS },
  // A Select is otherwise as wide as its longest choice.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  search: { gridColumn: "1 / -1", maxWidth: "none", width: "100%" },
});

interface FindingFilterProps {
  readonly findings: readonly Finding[];
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Search, severity and register, for workbooks with many findings. */
export function FindingFilter({ findings, filter, onChange }: FindingFilterProps) {
  const texts = useTexts(findingsTexts);
  const styles = useStyles();
  const registers = new Map(findings.map((finding) => [finding.register, texts.sheet(finding)]));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return (
    <div role="search" className={styles.fields}>
      <SearchBox
        className={styles.search}
        aria-label={texts.search}
        placeholder={texts.search}
        value={filter.search}
        onChange={(_event, { value }) => onChange({ ...filter, search: value })}
        dismiss={{ "aria-label": texts.clearSearch }}
      />
      <Field className={styles.field} label={texts.filterSeverity}>
        <Select value={filter.severity} onChange={(_event, { value }) => onChange({ ...filter, severity: value })}>
          <option value="">{texts.all}</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {`${texts.severity(severity)} (${count(severity)})`}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={texts.filterRegister}>
        <Select value={filter.register} onChange={(_event, { value }) => onChange({ ...filter, register: value })}>
          <option value="">{texts.allRegisters}</option>
          {[...registers].map(([register, sheet]) => (
            <option key={register} value={register}>
              {sheet}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
