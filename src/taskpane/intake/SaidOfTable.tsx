import { Text } from "@fluentui/react-components";
import type { Finding } from "../../registers/finding.js";
import { SeverityMark } from "../findings/SeverityMark.js";
import { useLocal } from "../language.js";
import { CellPlace } from "./CellPlace.js";
import { CutList } from "./CutList.js";

/** What is to be said of what was read, the most serious first. */
export function SaidOfTable({ findings, name, isOpen }: { readonly findings: readonly Finding[]; readonly name: string; readonly isOpen: boolean }) {
  const local = useLocal();
  return (
    <CutList items={findings} name={name}>
      {({ severity, at, message }) => (
        <>
          <SeverityMark severity={severity} />{" "}
          {at !== undefined && (
            <>
              <CellPlace at={at} isOpen={isOpen} />{" "}
            </>
          )}
          <Text>{local(message)}</Text>
        </>
      )}
    </CutList>
  );
}
