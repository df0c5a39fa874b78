import { Text } from "@fluentui/react-components";
import type { Finding } from "../../registers/finding.js";
import { SeverityMark } from "../findings/SeverityMark.js";
import { useLocal, useTexts } from "../language.js";
import { CellPlace } from "./CellPlace.js";
import { CutList } from "./CutList.js";
import { saidTogether } from "./tableFindings.js";
import { intakeTexts } from "./texts.js";

/** More places than this are only counted. */
const PLACES = 6;

/** What is to be said of what was read, the most serious first; the same of several cells is said once. */
export function SaidOfTable({ findings, name, isOpen }: { readonly findings: readonly Finding[]; readonly name: string; readonly isOpen: boolean }) {
  const local = useLocal();
  const texts = useTexts(intakeTexts);
  return (
    <CutList items={saidTogether(findings)} name={name}>
      {([first, ...others]) => {
        const places = [first, ...others].flatMap(({ at }) => (at === undefined ? [] : [at]));
        return (
          <>
            <SeverityMark severity={first.severity} /> <Text>{local(first.message)}</Text>{" "}
            {places.slice(0, PLACES).map((at, index) => (
              <span key={`${at.row},${at.column}`}>
                {index > 0 && ", "}
                <CellPlace at={at} isOpen={isOpen} />
              </span>
            ))}
            {places.length > PLACES && ` ${texts.morePlaces(places.length - PLACES)}`}
          </>
        );
      }}
    </CutList>
  );
}
