import { Button, Checkbox, Field, makeStyles, Select, SpinButton, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { EmbeddedExcel, Traffic } from "../../embeddedExcel.js";
import { texts } from "../texts.js";
import { DELAYS, EXCEL_API_SETS, type HostSettings } from "./hostSettings.js";

const useStyles = makeStyles({
  panel: { display: "flex", flexWrap: "wrap", gap: "8px 20px", padding: "8px 12px", maxHeight: "40dvh", overflowY: "auto", backgroundColor: tokens.colorNeutralBackground2, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: "12px" },
  part: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", alignContent: "flex-start", gap: "8px", minWidth: 0, margin: 0, padding: 0, border: "none", maxWidth: "320px" },
  title: { width: "100%", padding: 0, fontSize: "12px", fontWeight: tokens.fontWeightSemibold, margin: "0 0 4px" },
  about: { width: "100%", margin: 0, color: tokens.colorNeutralForeground2 },
  field: { minWidth: "90px" },
  number: { width: "76px" },
  figures: { display: "grid", gridTemplateColumns: "auto auto", gap: "2px 12px", margin: 0, fontVariantNumeric: "tabular-nums" },
  figure: { margin: 0, textAlign: "right" },
});

interface HostPanelProps {
  readonly excel: EmbeddedExcel;
  readonly settings: HostSettings;
  readonly onSettings: (settings: HostSettings) => void;
  /** What the client asked for and the workbench does not have. */
  readonly unknown: readonly string[];
}

/** What kind of Excel the add-in meets, which faults it has, and what has passed between them. */
export function HostPanel({ excel, settings, onSettings, unknown }: HostPanelProps) {
  const styles = useStyles();
  const words = texts.host;
  return (
    <section aria-label={words.region} className={styles.panel} data-region="">
      <fieldset className={styles.part}>
        <legend className={styles.title}>{words.region}</legend>
        <p className={styles.about}>{words.about}</p>
        <Field label={words.requirementSet} size="small" className={styles.field}>
          <Select size="small" value={settings.excelApi} onChange={(_event, { value }) => onSettings({ ...settings, excelApi: value })}>
            {EXCEL_API_SETS.map((version) => <option key={version}>{version}</option>)}
          </Select>
        </Field>
        <Field label={words.language} size="small" className={styles.field}>
          <Select size="small" value={settings.language} onChange={(_event, { value }) => onSettings({ ...settings, language: value === "en-US" ? "en-US" : "sv-SE" })}>
            <option value="sv-SE">{words.swedish}</option>
            <option value="en-US">{words.english}</option>
          </Select>
        </Field>
        <Field label={words.appearance} size="small" className={styles.field}>
          <Select size="small" value={settings.appearance} onChange={(_event, { value }) => onSettings({ ...settings, appearance: value === "dark" || value === "light" ? value : "system" })}>
            <option value="system">{words.asSystem}</option>
            <option value="light">{words.light}</option>
            <option value="dark">{words.dark}</option>
          </Select>
        </Field>
      </fieldset>
      <FaultSwitches excel={excel} />
      <TrafficFigures traffic={excel.traffic} unknown={unknown} />
    </section>
  );
}

/** Lasting states and faults that happen once. */
function FaultSwitches({ excel: { faults } }: Pick<HostPanelProps, "excel">) {
  const styles = useStyles();
  const words = texts.host;
  const [, redraw] = useState(0);
  const [action, setAction] = useState(1);
  const [waiting, setWaiting] = useState<string>();
  const set = (change: () => void) => {
    change();
    redraw((count) => count + 1);
  };
  const fault = (what: string, change: () => void) => {
    change();
    setWaiting(what);
  };
  return (
    <>
      <fieldset className={styles.part}>
        <legend className={styles.title}>{words.state}</legend>
        <Field label={words.answers} size="small" className={styles.field}>
          <Select size="small" value={String(faults.delay)} onChange={(_event, { value }) => set(() => { faults.delay = Number(value); })}>
            {DELAYS.map((delay) => <option key={delay} value={delay}>{delay === 0 ? words.atOnce : words.milliseconds(delay)}</option>)}
          </Select>
        </Field>
        <Checkbox label={words.busy} checked={faults.isBusy} onChange={(_event, { checked }) => set(() => { faults.isBusy = checked === true; })} />
        <Checkbox label={words.readOnly} checked={faults.isReadOnly} onChange={(_event, { checked }) => set(() => { faults.isReadOnly = checked === true; })} />
      </fieldset>
      <fieldset className={styles.part}>
        <legend className={styles.title}>{words.fault}</legend>
        <Field label={words.failAt} size="small">
          <SpinButton size="small" className={styles.number} min={1} value={action} onChange={(_event, { value, displayValue }) => {
            const wished = value ?? Number(displayValue);
            if (Number.isInteger(wished) && wished >= 1) setAction(wished);
          }} />
        </Field>
        <Button size="small" onClick={() => fault(`${words.failAt.toLowerCase()} ${action}`, () => faults.failAt(action))}>{words.fail}</Button>
        <Button size="small" onClick={() => fault(words.dropBefore.toLowerCase(), () => faults.dropNext("before"))}>{words.dropBefore}</Button>
        <Button size="small" onClick={() => fault(words.dropAfter.toLowerCase(), () => faults.dropNext("after"))}>{words.dropAfter}</Button>
        <Button size="small" onClick={() => { set(() => faults.clear()); setWaiting(undefined); }}>{words.clear}</Button>
        <p role="status" className={styles.about}>{waiting === undefined ? "" : words.faultSet(waiting)}</p>
      </fieldset>
    </>
  );
}

function TrafficFigures({ traffic, unknown }: { readonly traffic: Traffic; readonly unknown: readonly string[] }) {
  const styles = useStyles();
  const title = useId();
  const words = texts.host;
  const figures = [[words.requests, traffic.requests], [words.actions, traffic.actions], [words.bytesOut, traffic.bytesOut], [words.bytesIn, traffic.bytesIn]] as const;
  return (
    <div role="group" aria-labelledby={title}>
      <div id={title} className={styles.title}>{words.lastCommand}</div>
      <dl className={styles.figures}>
        {figures.map(([name, count]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd className={styles.figure}>{count.toLocaleString("sv-SE")}</dd>
          </div>
        ))}
      </dl>
      {unknown.length > 0 && <p className={styles.about}>{`${words.unknown}: ${unknown.join(", ")}`}</p>}
    </div>
  );
}
