import type { IncomingMessage, ServerResponse } from "node:http";
import type { Certificate } from "./certificate.js";
import type { Reloading } from "./development.js";
import { listenOnLocalhost } from "./listen.js";
import { answerFor, type SiteFiles, workbookAddress } from "./site.js";

export interface WorkbenchServerOptions {
  readonly site: SiteFiles;
  readonly certificate: Certificate;
  /** 0 for any that is free; otherwise the next free one is taken when it is not. */
  readonly port: number;
  /** In development: makes the page load itself anew when it has been changed. */
  readonly reloading?: Reloading;
}

export interface WorkbenchServer {
  readonly port: number;
  /** "https://localhost:3000", without a slash at its end. */
  readonly origin: string;
  /** Where to start: the page, and the workbook that it is to open. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the workbench's files on this machine alone; the workbench itself runs in the browser.
 * @throws NoFreePort
 */
export async function startWorkbenchServer({ site, certificate, port: wanted, reloading }: WorkbenchServerOptions): Promise<WorkbenchServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page elsewhere that has its own name point at this machine is not answered.
    if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/u.test(request.headers.host ?? "")) return refuse(response, 421);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    const [path = "/"] = (request.url ?? "/").split("?");
    if (reloading?.answer(path, response) === true) return;
    const file = await answerFor(path, site, originOf(port));
    if (file === undefined) return refuse(response, 404);
    const found = path === "/" && reloading !== undefined ? reloading.inPage(file) : file;
    response.writeHead(200, { ...headers, "content-type": found.type, "content-length": Buffer.byteLength(found.body) });
    response.end(request.method === "HEAD" ? undefined : found.body);
  };
  const { port, close } = await listenOnLocalhost(certificate, wanted, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${request.url ?? ""}: ${error instanceof Error ? error.message : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  const origin = originOf(port);
  const workbook = workbookAddress(site);
  return { port, origin, address: workbook === undefined ? `${origin}/` : `${origin}/?workbook=${workbook}`, close };
}

const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin", "referrer-policy": "no-referrer" };

function originOf(port: number): string {
  return `https://localhost:${port}`;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...headers, "content-type": "text/plain; charset=utf-8" }).end(String(status));
}
