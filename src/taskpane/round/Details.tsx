import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";

const useStyles = makeStyles({
  details: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  // A day does not break at its hyphens.
  part: { display: "inline-block", maxWidth: "100%" },
});

/** What is said in small of something, piece by piece: "3 mått · senast 2022-01-20". */
export function Details({ parts }: { readonly parts: readonly string[] }) {
  const styles = useStyles();
  return (
    <span className={styles.details}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && " · "}
          <span className={styles.part}>{part}</span>
        </Fragment>
      ))}
    </span>
  );
}
