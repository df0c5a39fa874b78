import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { openClient } from "../../src/workbench/client.js";
import { aleInExcel } from "./inExcel.js";

test("a null that Excel gives in place of values too large to hand over is told as such, never read as an empty register", async () => {
  const { excel } = await aleInExcel();
  const { Excel } = openClient(excel);
  const answer = excel.handle.bind(excel);
  excel.handle = async (request) => {
    const response = await answer(request);
    for (const { Value } of response.Results) {
      if (typeof Value === "object" && Value !== null && "Values" in Value) Object.assign(Value, { Values: null });
    }
    return response;
  };
  await expect(checkWorkbook(officeWorkbook(Excel))).rejects.toMatchObject({ code: "too-large" });
});
