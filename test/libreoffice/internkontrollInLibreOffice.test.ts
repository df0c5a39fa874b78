import { openXlsx } from "../../src/xlsx/index.js";
import { aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { describeWith } from "../tools.js";
import { built, registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice, valuesOf, withoutResults } from "./libreOffice.js";

jest.setTimeout(180_000);

/** Ale's rows with what its plan lacks: risk values, and how many were looked at. */
const counted = {
  ...aleInternkontrollRows,
  kontroller: aleKontroller.map((row, index) => ({ ...row, sannolikhet: index === 0 ? null : (index % 4) + 1, konsekvens: 3 })),
  kontrollresultat: aleKontrollresultat.map((row, index) => (index % 2 === 0 ? row : { ...row, granskade: index - 1, avvikande: index % 3 })),
};

describeWith("soffice", "internal control in LibreOffice", (soffice) => {
  test("opens with every text as it stands, and computes the live columns as the report does", async () => {
    const ale = await registersInExcel(counted);
    const { written, document } = await built(ale.port, { report: "internkontroll" });
    const theirs = savedByLibreOffice(soffice, withoutResults(ale.excel.save()));
    const ours = openXlsx(ale.excel.save());
    expect(valuesOf(theirs, written.sheet)).toEqual(valuesOf(ours, written.sheet));
    const column = (table: string, name: string) => {
      const found = theirs.table(table);
      const place = (found?.range.column ?? 0) + (found?.columns.findIndex((each) => each.name === name) ?? -1);
      return (index: number) => found?.sheet.cell(found.range.row + 1 + index, place)?.value ?? "";
    };
    const risk = column("Kontroller", "Riskvärde");
    expect(aleKontroller.map((_, index) => risk(index))).toEqual(counted.kontroller.map(({ sannolikhet, konsekvens }) => (sannolikhet === null ? "" : sannolikhet * konsekvens)));
    const share = column("Kontrollresultat", "Andel");
    const shares = counted.kontrollresultat.map(({ granskade, avvikande }) => (granskade === null || avvikande === null || granskade === 0 ? "" : avvikande / granskade));
    expect(aleKontrollresultat.map((_, index) => Number(share(index) || -1).toPrecision(9))).toEqual(shares.map((each) => Number(each || -1).toPrecision(9)));
    const printed = document.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])).filter(({ kind }) => kind === "percent");
    expect(printed).toHaveLength(shares.filter((each) => each !== "").length);
  });
});
