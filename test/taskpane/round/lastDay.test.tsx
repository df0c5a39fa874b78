/** @jest-environment jsdom */
// Svara senast: the last day that somebody types when the forms go out.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { SendOut } from "../../../src/taskpane/round/send/SendOut.js";
import type { RoundChoice } from "../../../src/taskpane/round/roundActions.js";
import { checkWorkbook } from "../../../src/usecases/checkWorkbook.js";
import { axeFindings } from "../axeFindings.js";
import { viewInExcel } from "../viewInExcel.js";
import { workbookOf } from "../workbooks.js";
import { planOf, unitToAsk } from "./handMade.js";
import { inTab } from "./inTab.js";

jest.setTimeout(60_000);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole("button", { name });

function field(): HTMLInputElement {
  const found = screen.getByLabelText("Svara senast", { selector: "input" });
  if (!(found instanceof HTMLInputElement)) throw new Error("no field");
  return found;
}

/** A field that somebody has begun to write a day in: browsers tell of it without giving the text. jsdom never does. */
function begin(date: HTMLInputElement, isBegun: boolean): void {
  Object.defineProperty(date, "validity", { configurable: true, value: { badInput: isBegun } });
}

test("the day stands on the sheets and in Klarmarkering, and a unit that has a day there keeps it", async () => {
  const made = await workbookOf("ostersund");
  const { user } = viewInExcel(made, inTab(<SendOut period="T3 2021" stamp={0} onNewPeriod={() => undefined} />));
  const owed = async () => (await checkWorkbook(made.port, 43_605)).contents.klarmarkering?.rows.map(({ values: { enhet, senast } }) => [enhet, senast]);
  const saidOn = (unit: string) => made.workbook.sheet(`${unit} T3 2021`)?.cell(1, 2)?.value;

  await user.click(await screen.findByRole("checkbox", { name: /^Gemensam överförmyndarnämnd/ }));
  await user.type(field(), "2022-01-20");
  await user.click(button("Gör 2 blad i arbetsboken"));
  await screen.findByText(/^2 blad är gjorda/);
  for (const unit of ["VON", "SAN"]) expect(saidOn(unit)).toEqual(expect.stringContaining("Svara senast 2022-01-20."));
  expect(await owed()).toEqual([["VON", 44_581], ["SAN", 44_581]]);

  // Later, another day: it is for the third alone.
  await user.click(await screen.findByRole("checkbox", { name: /^Gemensam överförmyndarnämnd/ }));
  await user.clear(field());
  await user.type(field(), "2022-02-01");
  await user.click(button("Gör 3 blad i arbetsboken"));
  await screen.findByText(/^1 blad är gjort/);
  expect(saidOn("GÖN")).toEqual(expect.stringContaining("Svara senast 2022-02-01."));
  expect(saidOn("VON")).toEqual(expect.stringContaining("Svara senast 2022-01-20."));
  expect(await owed()).toEqual([["VON", 44_581], ["SAN", 44_581], ["GÖN", 44_593]]);
  expect(screen.getByText(/De som är gjorda sedan tidigare behåller dagen som står i dem\./)).toBeInstanceOf(HTMLElement);
});

describe("what is asked for", () => {
  async function sendOut() {
    const asked: RoundChoice[] = [];
    const view = viewInExcel(await workbookOf("empty"), inTab(<SendOut period="T1 2019" stamp={0} onNewPeriod={() => undefined} />), {
      instead: {
        planRound: async () => planOf([unitToAsk({ unit: "KS" })]),
        makeSheets: async (choice) => {
          asked.push(choice);
          return { sheets: [] };
        },
        makeFiles: async (choice) => {
          asked.push(choice);
          return [{ unit: "KS", name: "KS.xlsx", bytes: new Uint8Array() }];
        },
      },
    });
    URL.createObjectURL = () => "blob:0";
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    await screen.findByRole("button", { name: "Gör 1 blad i arbetsboken" });
    return { ...view, asked, days: () => asked.map(({ deadline }) => deadline) };
  }

  test("files carry the day as sheets do, and an empty field asks for none", async () => {
    const { user, days } = await sendOut();
    await user.type(field(), "2019-06-14");
    await user.click(button("Ladda ner 1 fil"));
    await waitFor(() => expect(days()).toEqual([43_630]));
    await user.clear(field());
    await user.click(await screen.findByRole("button", { name: "Gör 1 blad i arbetsboken" }));
    await waitFor(() => expect(days()).toEqual([43_630, undefined]));
  });

  test("half a day is told when the field is left and makes nothing, until it is mended or taken away", async () => {
    const { user, days } = await sendOut();
    begin(field(), true);
    await user.click(field());
    await user.tab();
    expect(await screen.findByText("Det är ingen hel dag. Skriv år, månad och dag, eller töm fältet.")).toBeInstanceOf(HTMLElement);
    expect(await axeFindings()).toEqual([]);
    await user.click(button("Gör 1 blad i arbetsboken"));
    await user.click(button("Ladda ner 1 fil"));
    expect(days()).toEqual([]);
    expect(document.activeElement).toBe(field());

    begin(field(), false);
    fireEvent.change(field(), { target: { value: "2019-06-14" } });
    expect(screen.queryByText(/^Det är ingen hel dag/)).toBeNull();
    await user.click(button("Gör 1 blad i arbetsboken"));
    await waitFor(() => expect(days()).toEqual([43_630]));
  });
});

test("a day that has been is refused in words, and nothing is made", async () => {
  const made = await workbookOf("ostersund");
  const before = Buffer.from(made.excel.save());
  const { user } = viewInExcel(made, inTab(<SendOut period="T3 2021" stamp={0} onNewPeriod={() => undefined} />));
  await screen.findByRole("button", { name: "Gör 3 blad i arbetsboken" });
  await user.type(field(), "2019-05-19");
  await user.click(button("Gör 3 blad i arbetsboken"));
  expect((await screen.findByRole("alert")).textContent).toBe("Sista dagen, 2019-05-19, har redan varit. Inget har gjorts. Välj en dag från och med i dag.");
  expect(Buffer.from(made.excel.save()).equals(before)).toBe(true);
});
