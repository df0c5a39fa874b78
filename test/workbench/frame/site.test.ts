import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { networkInterfaces, tmpdir } from "node:os";
import { connect } from "node:net";
import { join } from "node:path";
import { withLocalOfficeJs } from "../../../src/workbench/server/officeJsAddress.js";
import type { SiteFiles } from "../../../src/workbench/server/site.js";
import type { WorkbenchServer } from "../../../src/workbench/server/workbenchServer.js";
import { serve } from "./workbenchSite.js";

const PANE = '<!doctype html><meta http-equiv=Content-Security-Policy content="script-src \'self\' https://appsforoffice.microsoft.com"><script src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script><script defer src=taskpane.1.js></script>';

/** A site of planted files, and a secret beside it. */
const folder = mkdtempSync(join(tmpdir(), "maltavla-site-"));
const files: Readonly<Record<string, string | Uint8Array>> = {
  "page/index.html": "<!doctype html><head></head>",
  "page/workbench.1.js": "page",
  "app/taskpane.html": PANE,
  "app/taskpane.1.js": "pane",
  "app/manifest.xml": "<as-built/>",
  "app/assets/icon-16.png": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255, 254),
  "app/samples/ale.xlsx": Uint8Array.of(0x50, 0x4b, 3, 4, 255),
  "office/office.js": "client",
  "office/sv-se/office_strings.js": "words",
  "samples/ale.xlsx": "sample",
  "manifest.xml": '<Url DefaultValue="https://localhost:3000/taskpane.html"/>',
  "Nämndens mål.xlsx": "mine",
  "secret.txt": "secret",
};
const site: SiteFiles = { page: join(folder, "page"), app: join(folder, "app"), officeJs: join(folder, "office"), samples: join(folder, "samples"), manifest: join(folder, "manifest.xml"), workbook: join(folder, "Nämndens mål.xlsx") };

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

describe("the workbench's site", () => {
  let server: WorkbenchServer;

  beforeAll(async () => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    symlinkSync(join(folder, "secret.txt"), join(folder, "page/link.txt"));
    server = await serve(site);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks as it stands: neither ".." nor percent signs are tidied away on the way. */
  const get = (path: string, options: { readonly method?: string; readonly host?: string; readonly address?: string } = {}): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: options.address ?? "127.0.0.1", port: server.port, path, method: options.method ?? "GET", rejectUnauthorized: false, headers: { host: options.host ?? `localhost:${server.port}` } },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", headers: response.headers, body: Buffer.concat(parts) }));
        },
      );
      asked.on("error", reject).end();
    });
  const text = async (path: string): Promise<string> => (await get(path)).body.toString();

  test.each(Object.keys(files).filter((path) => path.startsWith("app/") && path !== "app/taskpane.html"))("/%s is the built file, byte for byte", async (path) => {
    expect((await get(`/${path}`)).body).toEqual(readFileSync(join(folder, path)));
  });

  test("the pane's page differs from the built one in the address of Office.js alone", async () => {
    expect((await text("/app/taskpane.html")).replace("/office-js/office.js", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js")).toBe(PANE);
    expect(await text("/app/taskpane.html")).toContain("<script src=/office-js/office.js>");
  });

  test.each(["", PANE + PANE])("a page that does not load Office.js exactly once is not taken for the pane's", (html) => {
    expect(() => withLocalOfficeJs(html, "/office-js/office.js")).toThrow("Office.js");
  });

  test.each([
    ["/", "text/html; charset=utf-8", "page/index.html"],
    ["/workbench.1.js", "text/javascript; charset=utf-8", "page/workbench.1.js"],
    ["/office-js/sv-se/office_strings.js", "text/javascript; charset=utf-8", "office/sv-se/office_strings.js"],
    ["/samples/ale.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "samples/ale.xlsx"],
    ["/app/assets/icon-16.png", "image/png", "app/assets/icon-16.png"],
    ["/workbook/N%C3%A4mndens%20m%C3%A5l.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Nämndens mål.xlsx"],
    ["/?workbook=/samples/ale.xlsx", "text/html; charset=utf-8", "page/index.html"],
  ])("%s is served as %s", async (path, type, file) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 200, type, body: readFileSync(join(folder, file)) });
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("the manifest names the add-in where this site has it", async () => {
    expect(await text("/manifest.xml")).toBe(`<Url DefaultValue="${server.origin}/app/taskpane.html"/>`);
  });

  test("the address to start from names the workbook that was asked for, and nothing of where it lies", () => {
    expect(server.address).toBe(`${server.origin}/?workbook=/workbook/N%C3%A4mndens%20m%C3%A5l.xlsx`);
  });

  test.each([
    "/secret.txt",
    "/../secret.txt",
    "/app/../../secret.txt",
    "/app/%2e%2e/%2e%2e/secret.txt",
    "/app/..%2f..%2fsecret.txt",
    "/app/..%5c..%5csecret.txt",
    "/office-js/../../secret.txt",
    "/samples//etc/passwd",
    "//etc/passwd",
    "/link.txt",
    "/workbook/secret.txt",
    "/workbook/../secret.txt",
    "/%00",
    "/%zz",
    "/app/",
    "/app",
    "/office-js/",
    "/app/assets",
    "/missing",
    "/changes",
    "/reload.js",
  ])("%s is not there", async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain("secret");
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("nothing can be sent to it: %s", async (method) => {
    expect((await get("/", { method })).status).toBe(405);
  });

  test.each(["maltavla.example.se", "localhost.example.se:3000", "192.168.1.2"])("a page that came by the name %s gets no answer", async (host) => {
    expect((await get("/", { host })).status).toBe(421);
  });

  test("no other machine reaches it", async () => {
    const others = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).filter(({ internal }) => !internal));
    const reached = await Promise.all(
      others.map(
        ({ address, scopeid }) =>
          new Promise<boolean>((told) => {
            const socket = connect({ host: scopeid ? `${address}%${scopeid}` : address, port: server.port }, () => {
              socket.destroy();
              told(true);
            }).on("error", () => told(false));
          }),
      ),
    );
    expect(reached).not.toContain(true);
  });

  test("the next free port is taken when the one wanted is not free", async () => {
    const second = await serve({ ...site }, server.port);
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
  });
});
