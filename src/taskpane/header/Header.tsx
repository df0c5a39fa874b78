import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { GuideIcon, SettingsIcon } from "../icons.js";
import { useTexts } from "../language.js";
import { shellTexts } from "../shell/texts.js";

const useStyles = makeStyles({
  // Excel draws its own information button over the pane's upper right corner on Windows.
  header: { display: "flex", alignItems: "center", justifyContent: "space-between", paddingRight: tokens.spacingHorizontalXXXL },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** The pages that lie over the tabs. */
export type PanePage = "guide" | "settings" | "period" | "intake";

interface HeaderProps {
  readonly page: PanePage | undefined;
  readonly onPage: (page: PanePage) => void;
  /** The buttons, for the focus to go back to. */
  readonly guideButton: (button: HTMLButtonElement | null) => void;
  readonly settingsButton: (button: HTMLButtonElement | null) => void;
}

/** The pane's name, and the way to guide and settings. */
export function Header({ page, onPage, guideButton, settingsButton }: HeaderProps) {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{texts.title}</h1>
      <div>
        <Button ref={guideButton} appearance="subtle" icon={<GuideIcon />} title={texts.guide} aria-label={texts.guide} aria-pressed={page === "guide"} onClick={() => onPage("guide")} />
        <Button ref={settingsButton} appearance="subtle" icon={<SettingsIcon />} title={texts.settings} aria-label={texts.settings} aria-pressed={page === "settings"} onClick={() => onPage("settings")} />
      </div>
    </header>
  );
}
