import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { describeWith } from "../tools.js";

const root = join(__dirname, "../..");
const dist = mkdtempSync(join(tmpdir(), "maltavla-dist-"));

/** `npm run build` into a folder of its own, without the cache that another build may be writing to. */
function build(url: string): { status: number | null; said: string } {
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [webpack, "--mode", "production", "--no-cache", "--output-path", dist, "--env", `url=${url}`], { cwd: root, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

beforeAll(() => {
  const { status, said } = build("https://maltavla.example.se/tillagg/");
  if (status !== 0) throw new Error(said);
}, 180_000);

afterAll(() => {
  rmSync(dist, { recursive: true, force: true });
});

const read = (file: string): string => readFileSync(join(dist, file), "utf8");
const pages = ["taskpane.html", "commands.html"];

test.each(["http://maltavla.example.se", "maltavla.example.se", ""])("an address that Excel would refuse is refused: “%s”", (url) => {
  const { status, said } = build(url);
  expect(status).not.toBe(0);
  expect(said).toContain("https addresses only");
});

test("the manifest names the address given, and every file it names there is built", () => {
  const manifest = read("manifest.xml");
  expect(manifest).not.toContain("localhost");
  const files = [...manifest.matchAll(/"https:\/\/maltavla\.example\.se\/tillagg\/([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
});

test.each(pages)("%s takes Office.js from Microsoft, and no other script from anywhere but beside itself", (page) => {
  const scripts = [...read(page).matchAll(/<script[^>]*\bsrc=["']?([^"' >]+)/g)].map((match) => match[1] ?? "");
  expect(scripts[0]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
  expect(scripts.slice(1).length).toBeGreaterThan(0);
  for (const script of scripts.slice(1)) expect(readdirSync(dist)).toContain(script);
  expect(read(page)).not.toMatch(/<script(?![^>]*\bsrc=)/);
});

test.each(pages)("%s has a policy that allows no inline script and no eval", (page) => {
  const policy = /Content-Security-Policy["']? content="([^"]+)"/.exec(read(page))?.[1] ?? "";
  const scriptSources = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(scriptSources.split(" ").sort()).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
});

const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".png": "image/png" };

/** A stand-in for Office.js that says where it runs and which requirement sets there are. */
const officeIn = (host: string | null, supported: boolean): string => `
  window.Office = {
    HostType: { Excel: "Excel" },
    onReady: () => Promise.resolve({ host: ${JSON.stringify(host)}, platform: null }),
    context: { requirements: { isSetSupported: () => ${String(supported)} } },
  };
  window.Excel = { run: () => Promise.reject(Object.assign(new Error("busy"), { code: "InvalidOperationInCellEditMode" })) };`;

describeWith("chromium", "the built pane in a browser", (program) => {
  let browser: Browser | undefined;
  let server: Server | undefined;
  let address: string;

  beforeAll(async () => {
    const listener = createServer((request, response) => {
      const file = join(dist, new URL(request.url ?? "/", "http://localhost").pathname);
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
    });
    await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
    server = listener;
    const bound = listener.address();
    if (bound === null || typeof bound === "string") throw new Error("no port");
    address = `http://127.0.0.1:${bound.port}/`;
    browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** Opens the pane, 320 pixels wide, and collects everything that the browser complains of. */
  async function open(officeJs: string | undefined): Promise<{ page: Page; complaints: string[] }> {
    if (browser === undefined) throw new Error("the browser did not start");
    const page = await browser.newPage({ viewport: { width: 320, height: 600 }, locale: "sv-SE" });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    // Nothing but our own server is reached.
    await page.route(/.*/, (route) => {
      const url = route.request().url();
      if (url.startsWith(address)) return route.continue();
      return officeJs !== undefined && url.endsWith("/office.js") ? route.fulfill({ contentType: "text/javascript", body: officeJs }) : route.abort();
    });
    await page.goto(`${address}taskpane.html`);
    return { page, complaints };
  }

  test("in Excel it offers its two actions, fits 320 pixels, and breaks none of its own policy", async () => {
    const { page, complaints } = await open(officeIn("Excel", true));
    await page.getByRole("button", { name: "Bygg Måluppföljning" }).waitFor();
    await page.getByRole("button", { name: "Kontrollera" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  }, 60_000);

  test("an error of Excel's reaches the user in plain Swedish", async () => {
    const { page, complaints } = await open(officeIn("Excel", true));
    await page.getByRole("button", { name: "Kontrollera" }).click();
    await page.getByText("Avsluta redigeringen").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  }, 60_000);

  test.each([
    ["outside Excel", officeIn(null, true), "Måltavla arbetar i Excel"],
    ["in an Excel that is too old", officeIn("Excel", false), "för gammal"],
    ["without a network", undefined, "Kontrollera nätet"],
  ])("%s it says what to do", async (_where, officeJs, says) => {
    const { page } = await open(officeJs);
    await page.getByText(says).waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
  }, 60_000);
});
