import { FluentProvider, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Button, Spinner, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { FileMenu } from "./files/FileMenu.js";
import { chosen, onSite, SAMPLES, type Source } from "./files/sources.js";
import { UnsavedGuard, useLeaveGuard } from "./files/UnsavedGuard.js";
import { useOpenWorkbook } from "./files/useOpenWorkbook.js";
import { download } from "./files/download.js";
import { FIRST_SETTINGS } from "./host/hostSettings.js";
import { CloseIcon } from "./icons.js";
import { OpenedWorkbook } from "./OpenedWorkbook.js";
import { texts } from "./texts.js";
import { TitleBar } from "./TitleBar.js";
import { useRegionKeys } from "./regionKeys.js";
import { useSaveKey } from "./useSaveKey.js";
import { useSystemDark } from "./useSystemDark.js";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100dvh", overflow: "hidden", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, "@media (max-width: 700px)": { height: "auto", minHeight: "100dvh", overflow: "visible" } },
  loading: { margin: "auto", padding: "48px" },
  dropped: { position: "fixed", inset: "8px", display: "grid", placeItems: "center", border: `3px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBackgroundOverlay, color: tokens.colorNeutralForegroundInverted, fontSize: "24px", zIndex: 10, pointerEvents: "none" },
});

/** The whole page: a workbook, the add-in at its side, and what surrounds them. */
export function Workbench({ workbookAddress }: { readonly workbookAddress: string | undefined }) {
  const styles = useStyles();
  const [settings, setSettings] = useState(FIRST_SETTINGS);
  const isSystemDark = useSystemDark();
  const isDark = settings.appearance === "system" ? isSystemDark : settings.appearance === "dark";
  const { opened, mishap, open, forgetMishap } = useOpenWorkbook(workbookAddress === undefined ? SAMPLES[0].source : onSite(workbookAddress));
  const [next, setNext] = useState<Source>();
  const [isDropping, setIsDropping] = useState(false);
  useLeaveGuard(opened?.session);
  useRegionKeys();
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
  }, [isDark]);

  const save = () => {
    if (opened !== undefined) download(opened.fileName, opened.session.save());
  };
  useSaveKey(save);
  const openAfterGuard = (source: Source) => {
    if (opened?.session.isDirty === true) setNext(source);
    else void open(source);
  };
  const goOn = () => {
    setNext(undefined);
    if (next !== undefined) void open(next);
  };
  const hasFile = (event: React.DragEvent) => event.dataTransfer.types.includes("Files");

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <div
        className={styles.page}
        onDragOver={(event) => {
          if (!hasFile(event)) return;
          event.preventDefault();
          setIsDropping(true);
        }}
        onDragLeave={(event) => {
          if (event.relatedTarget === null) setIsDropping(false);
        }}
        onDrop={(event) => {
          const [file] = event.dataTransfer.files;
          setIsDropping(false);
          if (file === undefined) return;
          event.preventDefault();
          openAfterGuard(chosen(file));
        }}
      >
        <TitleBar opened={opened}>
          <FileMenu onOpen={openAfterGuard} onSave={save} />
        </TitleBar>
        {mishap !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{mishap.title}</MessageBarTitle>
              {mishap.message}
            </MessageBarBody>
            <MessageBarActions containerAction={<Button appearance="transparent" icon={<CloseIcon />} aria-label={texts.file.close} onClick={forgetMishap} />} />
          </MessageBar>
        )}
        {opened === undefined ? (
          <Spinner className={styles.loading} label={texts.loading} />
        ) : (
          <OpenedWorkbook key={opened.turn} opened={opened} settings={settings} onSettings={setSettings} onOpen={openAfterGuard} />
        )}
        {isDropping && <div className={styles.dropped}>{texts.file.drop}</div>}
        {next !== undefined && opened !== undefined && (
          <UnsavedGuard
            fileName={opened.fileName}
            onSave={() => {
              save();
              goOn();
            }}
            onDiscard={goOn}
            onCancel={() => setNext(undefined)}
          />
        )}
      </div>
    </FluentProvider>
  );
}
