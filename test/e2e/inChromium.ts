// The workbench as npm start serves it, in a real browser. Nothing is replaced: the page, the add-in's production bundle, Microsoft's own Office.js and the manifest.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions } from "playwright-core";
import { APP, ensureBuilt, PAGE } from "../../src/workbench/server/bundles.js";
import { localhostCertificate } from "../../src/workbench/server/certificate.js";
import { workbookAddress } from "../../src/workbench/server/site.js";
import { startWorkbenchServer, type WorkbenchServer } from "../../src/workbench/server/workbenchServer.js";
import { createXlsx } from "../../src/xlsx/index.js";
import { describeWith } from "../tools.js";
import { Workbench } from "./workbench.js";

const root = join(__dirname, "../..");

export interface OpenOptions extends BrowserContextOptions {
  /** Address on the site of the workbook to open; an empty one when left out. */
  readonly workbook?: string;
  /** Of a page that another server has, on this machine. */
  readonly address?: string;
}

export const ALE = "/samples/ale-maluppfoljning-t1-2019.xlsx";
export const OSTERSUND = "/samples/ostersund-uppdrag-t2-2021.xlsx";

/** A request to anything but this machine's own site, or what the page has made itself. */
const leavesThisMachine = (url: string, origin: string): boolean => !url.startsWith(`${origin}/`) && !/^(blob|data):/u.test(url);

/**
 * Tests in a browser on the workbench; `open` gives each its own page. A test fails when the page or the pane throws or complains in the console, or asks for
 * anything outside this machine: Office.js comes from node_modules.
 */
export function describeInChromium(name: string, tests: (open: (options?: OpenOptions) => Promise<Workbench>) => void): void {
  describeWith("chromium", name, (executablePath) => {
    const folder = mkdtempSync(join(tmpdir(), "maltavla-e2e-"));
    const complaints: string[] = [];
    let browser: Browser | undefined;
    let server: WorkbenchServer | undefined;
    let emptyWorkbook: string | undefined;

    beforeAll(async () => {
      await ensureBuilt(root, APP);
      await ensureBuilt(root, PAGE);
      const site = {
        page: join(root, PAGE.output),
        app: join(root, APP.output),
        officeJs: dirname(require.resolve("@microsoft/office-js/dist/office.js")),
        samples: join(root, "samples"),
        manifest: join(root, "manifest.xml"),
        workbook: join(folder, "Arbetsbok.xlsx"),
      };
      writeFileSync(site.workbook, createXlsx().save());
      emptyWorkbook = workbookAddress(site);
      server = await startWorkbenchServer({ site, certificate: localhostCertificate(join(folder, "certificate"), Date.now()), port: 0 });
      // Whatever a request asks for, it finds this machine alone.
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost"] });
    }, 600_000);

    afterAll(async () => {
      await browser?.close();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    beforeEach(() => {
      complaints.length = 0;
    });

    afterEach(async () => {
      for (const context of browser?.contexts() ?? []) await context.close();
      expect(complaints).toEqual([]);
    });

    tests(async ({ workbook = emptyWorkbook, address, ...options } = {}) => {
      if (browser === undefined || server === undefined) throw new Error("the browser did not start");
      const wanted = new URL(address ?? `${server.origin}/?workbook=${encodeURIComponent(workbook ?? "")}`);
      // Nothing fades in: a colour half-way is neither what axe nor a picture is to see.
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "sv-SE", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
      context.setDefaultTimeout(60_000);
      context.on("weberror", (error) => complaints.push(String(error.error())));
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      context.on("request", (request) => {
        if (leavesThisMachine(request.url(), wanted.origin)) complaints.push(`asked for ${request.url()}`);
      });
      const page = await context.newPage();
      page.on("crash", () => complaints.push("the page crashed"));
      await page.goto(wanted.href);
      return new Workbench(page);
    });
  });
}
