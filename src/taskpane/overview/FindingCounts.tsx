import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../registers/finding.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { overviewTexts } from "./texts.js";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM },
});

/** How many findings there are of each kind, and the way to them. */
export function FindingCounts({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const { show } = usePaneSession();
  const counts = (["fel", "varning", "upplysning"] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className={styles.line} aria-label={texts.findings}>
      <span>{counts.length === 0 ? texts.noFindings : counts.map(({ severity, count }) => texts.counts(severity, count)).join(" · ")}</span>
      {counts.length > 0 && (
        <Link as="button" aria-label={texts.showFindingsLabel} onClick={() => show("findings")}>
          {texts.showFindings}
        </Link>
      )}
    </section>
  );
}
