/** @jest-environment jsdom */
import { cleanup, screen } from "@testing-library/react";
import { FindingsView } from "../../../src/taskpane/findings/FindingsView.js";
import { aleAfter, put } from "../../messy/findingsOf.js";
import { viewInExcel } from "../viewInExcel.js";

jest.setTimeout(60_000);
afterEach(cleanup);

test("x", async () => {
  const ale = await aleAfter((faulty) => {
    put(faulty, "Matt", 0, "Målvärde", "5,5 %");
    put(faulty, "Matt", 1, "Riktning", "minska");
    put(faulty, "Utfall", 1, "Utfall", "5,5");
    put(faulty, "Utfall", 2, "Utfall", "14,8 procent");
  });
  const { user } = viewInExcel(ale, <FindingsView />);
  await user.click(screen.getByRole("button", { name: "Kontrollera" }));
  await screen.findByText(/varning/, undefined, { timeout: 20_000 }).catch(() => undefined);
  console.log(document.body.innerText ?? document.body.textContent);
});
