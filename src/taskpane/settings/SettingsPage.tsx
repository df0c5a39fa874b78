import { Field, Link, Select, Switch, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Language } from "../../registers/language.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import type { LiveCheck } from "../session/useLiveCheck.js";
import { VERSION } from "../version.js";
import { languageNames, settingsTexts } from "./texts.js";

const useStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, width: "100%", "& p": { margin: 0 } },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  facts: { margin: 0, display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXS, "& dd": { margin: 0, overflowWrap: "anywhere" } },
});

interface SettingsPageProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly live: LiveCheck;
  /** Asks Excel for its host, platform and version, in one line. */
  readonly diagnosis: () => Promise<string>;
}

/** What is chosen for this workbook (the pane's language, whether it is checked while somebody writes in it), and what the pane and its Excel are. */
export function SettingsPage({ language, onLanguage, live, diagnosis }: SettingsPageProps) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const { actions, run, check } = usePaneSession();
  const [excel, setExcel] = useState<string | null>();
  useEffect(() => {
    diagnosis().then(setExcel, () => setExcel(null));
  }, [diagnosis]);

  async function chooseLive(isOn: boolean): Promise<void> {
    const isKept = await run(texts.savingLive, async () => {
      await actions.chooseLiveCheck(isOn ? "on" : "off");
      return true;
    });
    if (isKept !== true) return;
    live.choose(isOn);
    // What has been written in the meantime.
    if (isOn) await check();
  }

  async function choose(chosen: Language): Promise<void> {
    const isKept = await run(texts.saving, async () => {
      await actions.chooseLanguage(chosen);
      return true;
    });
    if (isKept === true) onLanguage(chosen);
  }

  return (
    <div className={styles.page}>
      <Field label={texts.language} hint={texts.languageHint}>
        <Select
          value={language}
          onChange={(_event, { value }) => {
            if (value === "sv" || value === "en") void choose(value);
          }}
        >
          {(["sv", "en"] as const).map((name) => (
            <option key={name} value={name} lang={name}>
              {languageNames[name]}
            </option>
          ))}
        </Select>
      </Field>
      <Field hint={texts.liveHint}>
        <Switch label={texts.live} checked={live.isOn ?? true} onChange={(_event, { checked }) => void chooseLive(checked)} />
      </Field>
      <p>{texts.more}</p>
      <h3 className={styles.heading}>{texts.about}</h3>
      <dl className={styles.facts}>
        <dt>{texts.version}</dt>
        <dd>{VERSION}</dd>
        <dt>{texts.excel}</dt>
        <dd>{excel === undefined ? texts.asking : (excel ?? texts.notTold)}</dd>
        <dt>{texts.licence}</dt>
        <dd>
          <Link href="LICENSE.txt" target="_blank" rel="noopener">
            {texts.licenceText}
          </Link>
        </dd>
      </dl>
    </div>
  );
}
