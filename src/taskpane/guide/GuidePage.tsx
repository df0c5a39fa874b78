import { makeStyles, tokens } from "@fluentui/react-components";
import { useTexts } from "../language.js";
import { VERSION } from "../version.js";
import { guideTexts } from "./texts.js";

const useStyles = makeStyles({
  guide: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, "& p": { margin: 0 } },
  heading: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, display: "grid", rowGap: tokens.spacingVerticalS },
  things: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, "& dd": { margin: 0 } },
  name: { fontWeight: tokens.fontWeightSemibold },
  figure: { margin: 0 },
  // As wide as the pane lets it be, and light also when the pane is dark.
  picture: { width: "100%", height: "auto", boxSizing: "border-box", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What Måltavla does step by step, where each thing is, the keyboard, and what happens to what is in the workbook. */
export function GuidePage() {
  const styles = useStyles();
  const texts = useTexts(guideTexts);
  const things = (entries: typeof texts.placeList) => (
    <dl className={styles.things}>
      {entries.map(({ name, text }) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <div className={styles.guide}>
      <p>{texts.purpose}</p>
      <h3 className={styles.heading}>{texts.steps}</h3>
      <ol className={styles.steps}>
        {texts.stepList.map(({ name, text }) => (
          <li key={name}>
            <span className={styles.name}>{name}.</span> {text}
          </li>
        ))}
      </ol>
      {texts.pictures.map(({ file, caption, alt, width, height }) => (
        <figure key={file} className={styles.figure}>
          <img className={styles.picture} src={`guide/${file}`} alt={alt} width={width} height={height} loading="lazy" />
          <figcaption className={styles.quiet}>{caption}</figcaption>
        </figure>
      ))}
      <h3 className={styles.heading}>{texts.places}</h3>
      {things(texts.placeList)}
      <h3 className={styles.heading}>{texts.keyboard}</h3>
      {things(texts.keyList)}
      <h3 className={styles.heading}>{texts.privacy}</h3>
      <p>{texts.privacyText}</p>
      <p>{texts.publicReports}</p>
      <p className={styles.quiet}>{texts.version(VERSION)}</p>
    </div>
  );
}
