import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from "playwright-core";
import type { WorkbenchServer } from "../../../src/workbench/server/workbenchServer.js";
import { describeWith } from "../../tools.js";
import { root, serveFramedPane } from "./workbenchSite.js";

const ALE = "/samples/ale-maluppfoljning-t1-2019.xlsx";

describeWith("chromium", "the production pane in a frame, on the embedded Excel", (executablePath) => {
  let browser: Browser;
  let server: WorkbenchServer;
  const complaints: string[] = [];
  let shared: { readonly page: Page; readonly pane: Frame } | undefined;

  beforeAll(async () => {
    server = await serveFramedPane();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(() => {
    complaints.length = 0;
  });
  afterEach(async () => {
    for (const context of browser.contexts().filter((each) => each !== shared?.page.context())) await context.close();
    // Neither page may throw, complain in the console, or reach for anything that is not on this machine.
    expect(complaints).toEqual([]);
  });

  type Options = Parameters<Window["frameThePane"]>[0];

  async function hostPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "sv-SE", ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!/^(blob:|data:)?(https:\/\/localhost:|$)/u.test(request.url()) && !request.url().startsWith("data:")) complaints.push(request.url());
    });
    await page.goto(server.address);
    return page;
  }

  async function frameThePane(page: Page, options: Partial<Options> = {}): Promise<Frame> {
    await page.evaluate(async (given) => void (await window.frameThePane(given)), { workbook: ALE, ...options });
    const pane = await (await page.waitForSelector("iframe")).contentFrame();
    if (pane === null) throw new Error("no frame");
    return pane;
  }

  async function paneOnAle(options: Partial<Options> = {}): Promise<{ readonly page: Page; readonly pane: Frame }> {
    const page = await hostPage();
    const pane = await frameThePane(page, options);
    await pane.getByText("3 varningar").waitFor();
    return { page, pane };
  }

  /** The same for all tests that leave it as they found it: opening takes longer than most of them. */
  async function sharedPane(): Promise<{ readonly page: Page; readonly pane: Frame }> {
    shared ??= await paneOnAle();
    await shared.page.evaluate(() => window.framed.forget());
    return shared;
  }

  test("starts, reads the workbook through Office.js, and asks for nothing that is not there", async () => {
    const { page, pane } = await paneOnAle();
    await pane.getByRole("button", { name: "Bygg Måluppföljning" }).waitFor();
    const { unknown, asked, requests } = await page.evaluate(() => ({ unknown: window.framed.unknown, asked: window.framed.asked, requests: window.framed.excel.traffic.requests }));
    expect(unknown).toEqual([]);
    expect(asked).toEqual([]);
    expect(requests).toBeGreaterThan(0);
  });

  test("what the browser gets is the production build, but for where the pane's page has Office.js from", async () => {
    const { request } = await hostPage();
    const dist = join(root, "dist");
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(dist, join(parentPath, name)).replaceAll("\\", "/"));
    const served = await Promise.all(files.map(async (file) => [file, await (await request.get(`${server.origin}/app/${file}`)).body()] as const));
    const changed = served.filter(([file, body]) => !body.equals(readFileSync(join(dist, file))));
    expect(files.length).toBeGreaterThan(20);
    expect(changed.map(([file]) => file)).toEqual(["taskpane.html"]);
    expect(changed[0]?.[1].toString().replace("/office-js/office.js", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js")).toBe(readFileSync(join(dist, "taskpane.html"), "utf8"));
  });

  test("tells the add-in which Excel it runs in", async () => {
    const { pane } = await paneOnAle({ excelApi: "1.16" });
    expect(
      await pane.evaluate(() => ({
        host: Office.context.host,
        platform: Office.context.platform,
        language: Office.context.displayLanguage,
        newest: ["1.16", "1.17"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)),
        sharedRuntime: Office.context.requirements.isSetSupported("SharedRuntime", "1.1"),
      })),
    ).toEqual({ host: "Excel", platform: "OfficeOnline", language: "sv-SE", newest: [true, false], sharedRuntime: true });
  });

  test("a ribbon command does its work, shows the pane and completes", async () => {
    const { page, pane } = await sharedPane();
    await page.evaluate(() => window.framed.frame.invokeCommand("Maltavla.Check", "check"));
    expect(await page.evaluate(() => window.framed.asked)).toEqual([true]);
    await pane.getByRole("tab", { name: /Kontroll/u, selected: true }).waitFor();
  });

  test("a ribbon command that is pressed before the add-in has been loaded waits for it", async () => {
    const page = await hostPage();
    const pressed = page.evaluate(async (workbook) => {
      const { frame } = await window.frameThePane({ workbook });
      await frame.invokeCommand("Maltavla.Check", "check");
    }, ALE);
    const pane = await (await page.waitForSelector("iframe")).contentFrame();
    await pressed;
    await pane?.getByRole("tab", { name: /Kontroll/u, selected: true }).waitFor();
  });

  test("a command that the add-in does not have is told of by name", async () => {
    const { page } = await sharedPane();
    const told = await page.evaluate(() => window.framed.frame.invokeCommand("Maltavla.Check", "missing").catch(String));
    expect(told).toMatch(/^CommandNotCompleted: .*missing finns inte/u);
  });

  test("a command under way when the add-in is loaded anew is told of, and the next one works", async () => {
    const { page, pane } = await paneOnAle();
    await pane.evaluate(() => Office.actions.associate("forgets", () => undefined));
    const told = page.evaluate(() => window.framed.frame.invokeCommand("Maltavla.Check", "forgets").catch(String));
    await pane.evaluate(() => location.reload());
    expect(await told).toContain("laddades om");
    await pane.getByText("3 varningar").waitFor();
    await page.evaluate(() => window.framed.frame.invokeCommand("Maltavla.Check", "check"));
  });

  test("below the requirement sets of the manifest the pane says that Excel is too old", async () => {
    const pane = await frameThePane(await hostPage(), { excelApi: "1.12" });
    await pane.getByText("Den här versionen av Excel är för gammal för Måltavla").waitFor();
  });

  test("the oldest Excel that the manifest allows is enough to check", async () => {
    await paneOnAle({ excelApi: "1.13" });
  });

  test("Excel in English gives a pane in English", async () => {
    const pane = await frameThePane(await hostPage(), { language: "en-US" });
    await pane.getByRole("tab", { name: "Overview" }).waitFor();
  });

  test.each([true, false])("dark: %s", async (dark) => {
    // Without the emulation of a system that is light, which would overrule the page around the frame.
    const pane = await frameThePane(await hostPage({ colorScheme: null }), { dark });
    await pane.getByText("3 varningar").waitFor();
    expect(await pane.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(dark);
  });

  test("the add-in hides and shows its pane, and hears of it, also when the user does", async () => {
    const { page, pane } = await sharedPane();
    await pane.evaluate(() => Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void (document.title += ` ${visibilityMode}`)));
    await pane.evaluate(() => Office.addin.hide());
    await pane.evaluate(() => Office.addin.showAsTaskpane());
    expect(await page.evaluate(() => window.framed.asked)).toEqual([false, true]);
    await page.evaluate(() => window.framed.frame.setPaneVisible(false));
    await pane.waitForFunction(() => document.title.endsWith("Hidden Taskpane Hidden"));
  });

  test("a selection elsewhere is told of to those who asked", async () => {
    const { page, pane } = await sharedPane();
    await pane.evaluate(() => new Promise((added) => Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, () => void (document.title = "selected"), added)));
    await page.evaluate(() => window.framed.frame.selectionChanged());
    await pane.waitForFunction(() => document.title === "selected");
  });

  test("a change in a table is told of to the add-in's handler", async () => {
    const { pane } = await sharedPane();
    const heard = await pane.evaluate(async () => {
      const changes: string[] = [];
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Enheter");
        table.onChanged.add(({ changeType, address }) => Promise.resolve(void changes.push(`${changeType} ${address}`)));
        await context.sync();
        const cell = table.getDataBodyRange().getCell(0, 1);
        cell.values = [["Nämnden"]];
        await context.sync();
      });
      for (let turns = 0; changes.length === 0 && turns < 100; turns += 1) await new Promise((later) => setTimeout(later, 50));
      return changes;
    });
    expect(heard).toEqual(["RangeEdited B2"]);
  });

  test("the keyboard leads into the pane, through it and out of it", async () => {
    const { page, pane } = await paneOnAle();
    await page.evaluate(() => {
      for (const [place, id] of [["beforebegin", "before"], ["afterend", "after"]] as const) {
        document.querySelector("iframe")?.insertAdjacentHTML(place, `<button id=${id}>${id}</button>`);
      }
      document.body.insertAdjacentHTML("beforeend", '<div role=grid id=grid tabindex=0></div>');
    });
    const focusIs = (selector: string) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
    const focusInPane = () => pane.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

    await page.focus("#before");
    await page.keyboard.press("Tab");
    const first = await focusInPane();
    expect(first).not.toBe("");
    // Fluent has a stop of its own at each end of the page.
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await focusIs("#before");

    await page.focus("#after");
    await page.keyboard.press("Shift+Tab");
    await focusIs("iframe");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await focusIs("#after");

    await page.evaluate(() => window.framed.frame.focus());
    await focusIs("iframe");
    await pane.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, first);
    await page.keyboard.press("Escape");
    await focusIs("#grid");
  });

  test("a workbook that the add-in opens beside this one is handed over", async () => {
    const { page, pane } = await sharedPane();
    await pane.evaluate(() => Excel.createWorkbook());
    expect(await page.evaluate(() => window.framed.opened)).toEqual([["Blad1"]]);
  });

  test("a broken line is an error for the add-in, and the next request works", async () => {
    const { page, pane } = await sharedPane();
    const names = () => pane.evaluate(() => Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ name: true });
      await context.sync();
      return worksheets.items.length;
    }).catch((error: unknown) => (error instanceof OfficeExtension.Error ? error.code : error)));
    await page.evaluate(() => window.framed.excel.faults.dropNext("before"));
    expect(await names()).toBe("GeneralException");
    expect(await names()).toBeGreaterThan(5);
  });

  test("what the workbench does not have is refused and told of", async () => {
    const { page, pane } = await sharedPane();
    const status = await pane.evaluate(() => new Promise((answered) => Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, ({ status: outcome }) => answered(outcome))));
    expect(status).toBe("failed");
    expect(await page.evaluate(() => window.framed.unknown)).toEqual(["executeMethod 64"]);
  });
});
