// A manager without Excel: the form is filled in, opened and saved by LibreOffice, and its answers come in as they were given.
import { lookAtAnswers } from "../../src/usecases/round/collect.js";
import { makeFiles } from "../../src/usecases/round/makeForms.js";
import { filledIn } from "../round/filledIn.js";
import { municipality, TODAY } from "../round/municipality.js";
import { describeWith } from "../tools.js";
import { registersInExcel } from "../usecases/inExcel.js";
import { savedByLibreOffice } from "./libreOffice.js";

jest.setTimeout(180_000);

const answers = {
  "MÅTT-1.utfall": 0.855, "MÅTT-1.kvinnor": "85,5 %", "MÅTT-1.kommentar": "Första raden\nandra & <tredje>  med två blanksteg", "MÅTT-2.utfall": "ca 40", "MÅTT-3.utfall": 412.5, "MÅTT-4.utfall": "Nej",
  "MÅTT-5.utfall": "Mycket bra", "UPP-3.status": "Pågående", "UPP-3.klartSenast": 46_400, "UPP-4.kommentar": "=ingen formel", "KON-2.granskade": 12, "Uppföljning.klarmarkerad": "Ja",
} as const;

describeWith("soffice", "answers that LibreOffice has saved", (soffice) => {
  test("every answer is the same as before, and so is what cannot be read", async () => {
    const { port } = await registersInExcel(municipality(2));
    const file = (await makeFiles(port, { period: "T2 2026", units: ["E02"], today: TODAY, newId: "prov-1" }))[0]?.bytes ?? new Uint8Array();
    const filled = filledIn(file, answers, "2026-09-09T08:00:00Z");
    const saved = savedByLibreOffice(soffice, filled).save();
    const told = async (bytes: Uint8Array) => {
      const { lines } = await lookAtAnswers(port, [{ kind: "file", name: "E02.xlsx", read: () => Promise.resolve(bytes) }], { today: TODAY }, {});
      // The day of a tick is the day that the file was saved.
      return lines.map(({ kind, to, answers: given }) => [kind, to?.key, to?.header, to?.column === "klarmarkerad" ? "" : given[0]?.text]).map(([kind, ...rest]) => [kind === "lateReady" ? "new" : kind, ...rest]);
    };
    const before = await told(filled);
    expect(before).toHaveLength(Object.keys(answers).length);
    expect(await told(saved)).toEqual(before);
  });
});
