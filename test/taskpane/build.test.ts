import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import type { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { describeWith } from "../tools.js";
import { builtForElsewhere, refusingExcel, genuineClient, office, openBuilt, refusedBuild, serve } from "./builtPane.js";
import { workbookOf } from "./workbooks.js";

let dist = "";

beforeAll(async () => {
  dist = await builtForElsewhere();
}, 300_000);

const read = (file: string): string => readFileSync(join(dist, file), "utf8");

test.each(["http://maltavla.example.se", "maltavla.example.se", ""])(
  "an address that Excel would refuse is refused: “%s”",
  (url) => {
    const { status, said } = refusedBuild(url);
    expect(status).not.toBe(0);
    expect(said).toContain("https addresses only");
  },
  60_000,
);

test("the manifest names the address given, and every file it names there is built", () => {
  const manifest = read("manifest.xml");
  expect(manifest).not.toContain("localhost");
  const files = [...manifest.matchAll(/"https:\/\/maltavla\.example\.se\/tillagg\/([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
});

test("the pane takes Office.js from Microsoft, and no other script from anywhere but beside itself", () => {
  const page = read("taskpane.html");
  const scripts = [...page.matchAll(/<script[^>]*\bsrc=["']?([^"' >]+)/g)].map((match) => match[1] ?? "");
  expect(scripts[0]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
  expect(scripts.slice(1).length).toBeGreaterThan(0);
  for (const script of scripts.slice(1)) expect(readdirSync(dist)).toContain(script);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
});

test("the pane has a policy that allows no inline script and no eval", () => {
  const policy = /Content-Security-Policy["']? content="([^"]+)"/.exec(read("taskpane.html"))?.[1] ?? "";
  const scriptSources = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(scriptSources.split(" ").sort()).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
});

describeWith("chromium", "the built pane in a browser", (program) => {
  let browser: Browser | undefined;
  let server: Server | undefined;
  let address: string;

  beforeAll(async () => {
    ({ server, address } = await serve(dist));
    browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  function open(officeJs: ((page: Page) => string | Promise<string>) | undefined, options?: BrowserContextOptions) {
    if (browser === undefined) throw new Error("the browser did not start");
    return openBuilt(browser, address, officeJs, options);
  }
  /** On a workbook in the embedded Excel, with Microsoft's own client between. */
  const openOn = (excel: EmbeddedExcel, options?: BrowserContextOptions, language?: string) =>
    open(async (page) => (await genuineClient(page, excel)) + office(language === undefined ? {} : { language }), options);
  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  test("on Ale's workbook every view fits 320 pixels, and breaks none of the page's own policy", async () => {
    const { excel, workbook } = await workbookOf("ale");
    const { page, complaints } = await openOn(excel);
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    await button("Bygg Måluppföljning").waitFor();
    expect(await width(page)).toBeLessThanOrEqual(320);

    await button(/ · T1 2019/).click();
    await page.getByLabel("Period", { exact: true }).waitFor();
    expect(await width(page)).toBeLessThanOrEqual(320);
    await page.keyboard.press("Escape");

    await page.getByRole("tab", { name: /Kontroll/ }).click();
    await button("Kontrollera igen").waitFor();
    expect(await width(page)).toBeLessThanOrEqual(320);

    for (const name of ["Guide", "Inställningar"]) {
      await button(name).click();
      await page.getByRole("heading", { name, level: 2 }).waitFor();
      expect(await width(page)).toBeLessThanOrEqual(320);
      await page.keyboard.press("Escape");
    }

    await page.getByRole("tab", { name: "Översikt" }).click();
    await button("Bygg Måluppföljning").click();
    await page.getByText("Det här skrivs").waitFor();
    expect(await width(page)).toBeLessThanOrEqual(320);
    await button(/^Bygg/).last().click();
    await button("Gå till rapporten").waitFor();
    expect(await width(page)).toBeLessThanOrEqual(320);
    expect(workbook.sheets.map(({ name }) => name)).toContainEqual(expect.stringContaining("Måluppföljning T1 2019"));
    expect(complaints).toEqual([]);
  }, 120_000);

  test("a button of the ribbon does its work in the pane, and always tells Excel that it is completed", async () => {
    const { excel, workbook } = await workbookOf("ale");
    const { page, complaints } = await openOn(excel);
    await page.getByRole("tab", { name: "Rapporter" }).waitFor();
    await page.evaluate('window.press("buildMaluppfoljning")');
    await page.getByRole("button", { name: "Gå till rapporten" }).waitFor();
    expect(workbook.sheets.map(({ name }) => name)).toContainEqual(expect.stringContaining("Måluppföljning T1 2019"));
    expect(complaints).toEqual([]);
  }, 120_000);

  test("the keyboard goes through the pane in the order that it is read, and between tabs by arrows", async () => {
    const { excel } = await workbookOf("ale");
    const { page } = await openOn(excel);
    await page.getByRole("button", { name: "Bygg Måluppföljning" }).waitFor();
    const order: string[] = [];
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""));
    }
    expect(order).toEqual(["Guide", "Inställningar", expect.stringContaining(" · T1 2019"), expect.stringContaining("Översikt"), "Visa anmärkningarna", "Bygg Måluppföljning", "Ny period …", "Ta in blad …"]);

    await page.getByRole("tab", { name: "Översikt" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("tab", { name: /Kontroll/ }).getAttribute("aria-selected")).toBe("true");
  }, 120_000);

  test.each([
    ["dark", { colorScheme: "dark" }],
    ["in forced colours", { forcedColors: "active" }],
    // A pane of 320 pixels has half as many of the page's at 200 %.
    ["at 200 % zoom", { viewport: { width: 160, height: 300 }, deviceScaleFactor: 2 }],
  ] as const)("%s it shows the same, without a complaint", async (_how, options) => {
    const { excel } = await workbookOf("ostersund");
    const { page, complaints } = await openOn(excel, options, "en-GB");
    await page.getByRole("region", { name: "Next step" }).waitFor();
    const paneWidth = page.viewportSize()?.width;
    expect(await width(page)).toBe(paneWidth);
    for (const name of ["Check", "Reports", "Hand-in"]) {
      await page.getByRole("tab", { name }).click();
      await page.getByRole("heading", { name, level: 2 }).waitFor();
      // What comes and goes while the view is made is not what is looked at.
      await page.waitForFunction((shown) => document.documentElement.scrollWidth === shown, paneWidth);
    }
    expect(complaints).toEqual([]);
  }, 60_000);

  test("an error of Excel's reaches the user in plain Swedish, and stays", async () => {
    const { page, complaints } = await open(() => refusingExcel + office());
    await page.getByText("Ett blad är skyddat.").waitFor();
    await page.getByRole("button", { name: "Stäng meddelandet" }).waitFor();
    expect(await width(page)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  }, 60_000);

  test.each([
    ["outside Excel", () => refusingExcel + office({ host: null }), "Måltavla arbetar i Excel"],
    ["in an Excel that is too old", () => refusingExcel + office({ isSupported: false }), "för gammal"],
    ["without a network", undefined, "Kontrollera nätet"],
  ])("%s it says what to do", async (_where, officeJs, says) => {
    const { page } = await open(officeJs);
    await page.getByText(says).waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
  }, 60_000);
});
