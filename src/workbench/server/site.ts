// Which file answers which address. Everything is read when asked for and nothing is kept by the browser, so that a new build shows at once.
import { readFile, realpath } from "node:fs/promises";
import { basename, extname, join, sep } from "node:path";
import { withLocalOfficeJs } from "./officeJsAddress.js";

/** Where the parts of the site are, as absolute paths of folders and files. */
export interface SiteFiles {
  /** The workbench page as built: index.html and what it loads. */
  readonly page: string;
  /** The production build of the add-in, as npm run build leaves it. */
  readonly app: string;
  /** Microsoft's development copy of Office.js: served from where npm put it, as its licence asks. */
  readonly officeJs: string;
  readonly samples: string;
  /** The manifest for development. */
  readonly manifest: string;
  /** A workbook for the page to open at once. */
  readonly workbook?: string;
}

export interface Answer {
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** Where the pane's page and its Office.js are on this site. */
const PANE = "/app/taskpane.html";
const OFFICE_JS = "/office-js/office.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xlsx": XLSX,
  ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
};

/** The address in manifest.xml, where the workbench has the add-in elsewhere. */
const MANIFEST_ADDRESS = "https://localhost:3000";

/** Address of the workbook that the page is to open, or undefined. */
export function workbookAddress({ workbook }: SiteFiles): string | undefined {
  return workbook === undefined ? undefined : `/workbook/${encodeURIComponent(basename(workbook))}`;
}

/**
 * What is at a path of the site; undefined when nothing is.
 * @param path As in the request, percent-encoded, without query.
 * @param origin Address of the site itself, without a slash at its end.
 */
export async function answerFor(path: string, site: SiteFiles, origin: string): Promise<Answer | undefined> {
  if (path === workbookAddress(site) && site.workbook !== undefined) return fileAnswer(site.workbook);
  if (path === "/manifest.xml") return { type: typeOf(path), body: (await readFile(site.manifest, "utf8")).replaceAll(MANIFEST_ADDRESS, `${origin}/app`) };
  const decoded = decode(path);
  if (decoded === undefined) return undefined;
  if (decoded === PANE) return { type: typeOf(PANE), body: withLocalOfficeJs(await readFile(join(site.app, "taskpane.html"), "utf8"), OFFICE_JS) };
  for (const [prefix, folder] of [["/app/", site.app], ["/office-js/", site.officeJs], ["/samples/", site.samples]] as const) {
    if (decoded.startsWith(prefix)) return inFolder(folder, decoded.slice(prefix.length));
  }
  return inFolder(site.page, decoded === "/" ? "index.html" : decoded.slice(1));
}

async function inFolder(folder: string, path: string): Promise<Answer | undefined> {
  const file = await within(folder, path);
  return file === undefined ? undefined : fileAnswer(file);
}

/** The real path of a file in a folder; undefined when it does not exist, or lies elsewhere by way of ".." or a link. */
async function within(folder: string, path: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for a folder and for what does not exist. */
async function fileAnswer(file: string): Promise<Answer | undefined> {
  try {
    return { type: typeOf(file), body: await readFile(file) };
  } catch {
    return undefined;
  }
}

function typeOf(path: string): string {
  return types[extname(path).toLowerCase()] ?? "application/octet-stream";
}

/** Undefined for a path that is not well encoded or holds a NUL, which no file name does. */
function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\0") ? undefined : decoded;
  } catch {
    return undefined;
  }
}
