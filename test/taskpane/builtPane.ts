import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { APP, ensureBuilt } from "../../src/workbench/server/bundles.js";

/** Tests and the benchmark run in the project's folder. */
const root = process.cwd();
const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".png": "image/png" };

const dist = ".cache/app-elsewhere";

/** `npm run build -- --env url=https://maltavla.example.se/tillagg/` in a folder of its own; gives the folder. */
export async function builtForElsewhere(): Promise<string> {
  await ensureBuilt(root, { ...APP, name: "app-elsewhere", words: ["--env", "url=https://maltavla.example.se/tillagg/", "--output-path", join(root, dist)], output: dist });
  return join(root, dist);
}

/** What webpack says of an address that it refuses. */
export function refusedBuild(url: string): { status: number | null; said: string } {
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [webpack, "--mode", "production", "--no-cache", "--output-path", join(root, ".cache/app-refused"), "--env", `url=${url}`], { cwd: root, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

/** Serves a built folder on this machine alone. */
export async function serve(dist: string): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((request, response) => {
    const file = join(dist, new URL(request.url ?? "/", "http://localhost").pathname);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  return { server, address: `http://127.0.0.1:${bound.port}/` };
}

/** What Office.js says of where it runs. */
interface Office {
  readonly host?: string | null;
  readonly isSupported?: boolean;
  readonly language?: string;
}

/** The part of Office.js around the client, as JavaScript: where it runs, which requirement sets there are, and ribbon buttons, which a test presses with `press`. */
export const office = ({ host = "Excel", isSupported = true, language = "sv-SE" }: Office = {}): string => `
  window.Office = window.Office ?? {};
  const commands = {};
  window.press = (name) => new Promise((completed) => commands[name]({ completed }));
  const context = {
    host: "Excel",
    platform: "OfficeOnline",
    displayLanguage: ${JSON.stringify(language)},
    diagnostics: { host: "Excel", platform: "OfficeOnline", version: "16.0" },
    requirements: { isSetSupported: (name, version) => ${String(isSupported)} && Number(String(version ?? 1).split(".")[1] ?? 0) < 18 },
  };
  // The genuine client's Office.context asks a factory that only office.js has.
  if (window.OSF === undefined) window.Office.context = context;
  else window.OSF._OfficeAppFactory = { getContext: () => context };
  Object.assign(window.Office, {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline" },
    onReady: () => Promise.resolve({ host: ${JSON.stringify(host)}, platform: "OfficeOnline" }),
    actions: { associate: (name, run) => { commands[name] = run; } },
    addin: { showAsTaskpane: () => Promise.resolve() },
  });`;

/** An Excel that refuses everything. */
export const refusingExcel = 'window.Excel = { run: () => Promise.reject(Object.assign(new Error("denied"), { code: "AccessDenied" })) };';

/**
 * Microsoft's own client, connected to an embedded Excel outside the page (design notes, "Transport 1"). It never leaves this machine, as its licence for development asks.
 */
export async function genuineClient(page: Page, excel: EmbeddedExcel): Promise<string> {
  await page.exposeFunction("askEmbeddedExcel", (body: unknown) => excel.handle(body));
  const bridge = `window._richApiNativeBridge = {
    sendMessageToHost(json) {
      const { id, message } = JSON.parse(json);
      const answer = (reply) => window._richApiNativeBridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: reply }));
      window.askEmbeddedExcel(message.body).then((body) => answer({ statusCode: 200, headers: {}, body }), () => answer({ statusCode: 0, headers: {}, body: "" }));
    },
  };`;
  return `${bridge}\n${readFileSync(createRequire(join(root, "package.json")).resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8")}`;
}

export interface OpenedPage {
  readonly page: Page;
  /** Everything that the browser complained of. */
  readonly complaints: readonly string[];
}

/**
 * Opens the built pane as wide as Excel's narrowest. `officeJs` is what the page gets as Office.js; without it, it gets nothing, as when there is no network.
 * Nothing but our own server is reached.
 */
export async function openBuilt(browser: Browser, address: string, officeJs: ((page: Page) => string | Promise<string>) | undefined, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 }, locale: "sv-SE", ...options });
  const script = await officeJs?.(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.route(/.*/, (route) => {
    const url = route.request().url();
    if (url.startsWith(address)) return route.continue();
    return script !== undefined && url.endsWith("/office.js") ? route.fulfill({ contentType: "text/javascript", body: script }) : route.abort();
  });
  await page.goto(`${address}taskpane.html`);
  return { page, complaints };
}
