// While somebody works on the sources: the page loads itself anew when a bundle has been made anew.
import { type FSWatcher, mkdirSync, watch } from "node:fs";
import type { ServerResponse } from "node:http";
import type { Answer } from "./site.js";

const SCRIPT = "/reload.js";
/** webpack writes many files in a row; the page waits until it has been quiet for this long. */
const QUIET_MS = 300;

/** Watches folders of bundles and tells open pages. */
export class Reloading {
  private readonly pages = new Set<ServerResponse>();
  private readonly watchers: readonly FSWatcher[];
  private timer: NodeJS.Timeout | undefined;

  constructor(folders: readonly string[]) {
    this.watchers = folders.map((folder) => {
      mkdirSync(folder, { recursive: true });
      return watch(folder, () => this.changed());
    });
  }

  /** Answers what only development has: the script that listens, and what it listens to. False for any other path. */
  answer(path: string, response: ServerResponse): boolean {
    if (path === SCRIPT) {
      response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end('new EventSource("/changes").onmessage = () => location.reload();\n');
    } else if (path === "/changes") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(": waiting\n\n");
      this.pages.add(response);
      response.once("close", () => this.pages.delete(response));
    } else {
      return false;
    }
    return true;
  }

  /** The workbench page, with the script in it. */
  inPage(page: Answer): Answer {
    const html = typeof page.body === "string" ? page.body : new TextDecoder().decode(page.body);
    return { ...page, body: html.replace("</head>", `<script src="${SCRIPT}"></script></head>`) };
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
  }

  private changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const page of this.pages) page.write("data: changed\n\n");
    }, QUIET_MS);
  }
}
