import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { localhostCertificate } from "../../../src/workbench/server/certificate.js";
import { APP, type Bundle, ensureBuilt } from "../../../src/workbench/server/bundles.js";
import type { SiteFiles } from "../../../src/workbench/server/site.js";
import { startWorkbenchServer, type WorkbenchServer } from "../../../src/workbench/server/workbenchServer.js";

export const root = join(__dirname, "../../..");

/** framedPane.ts as a page. */
const FRAMED_PANE: Bundle = {
  name: "framed-pane",
  words: ["--env", "workbench", "--entry-reset", "--entry", "./test/workbench/frame/framedPane.ts", "--output-path", join(root, ".cache/framed-pane")],
  output: ".cache/framed-pane",
  start: "index.html",
  sources: ["webpack.config.js", "package-lock.json", "src/workbench", "src/xlsx", "src/formulas", "test/workbench/frame/framedPane.ts"],
};

/** The folders of the real site, with `page` as the page around the pane. */
export const siteWith = (page: string): SiteFiles => ({
  page,
  app: join(root, APP.output),
  officeJs: dirname(require.resolve("@microsoft/office-js/dist/office.js")),
  samples: join(root, "samples"),
  manifest: join(root, "manifest.xml"),
});

export const serve = (site: SiteFiles, port = 0): Promise<WorkbenchServer> =>
  startWorkbenchServer({ site, certificate: localhostCertificate(mkdtempSync(join(tmpdir(), "maltavla-certificate-")), Date.now()), port });

/** The production build in dist, made if need be, and framedPane.ts around it. */
export async function serveFramedPane(): Promise<WorkbenchServer> {
  await ensureBuilt(root, APP);
  await ensureBuilt(root, FRAMED_PANE);
  return serve(siteWith(join(root, FRAMED_PANE.output)));
}
