// What `npm start` serves, from its command line on.
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ALE, describeInChromium } from "./inChromium.js";

const root = join(__dirname, "../..");

describeInChromium("npm start", (open) => {
  const folder = mkdtempSync(join(tmpdir(), "maltavla-start-"));
  let started: ChildProcess | undefined;

  afterAll(() => {
    started?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts on a free port; gives the address that it prints. */
  function start(...words: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts", "--port", "0", ...words], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    started = child;
    let said = "";
    return new Promise((resolve, reject) => {
      child.stderr.on("data", (text: Buffer) => { said += text.toString(); });
      child.stdout.on("data", (text: Buffer) => {
        said += text.toString();
        const address = /https:\/\/localhost:\S+/u.exec(said);
        if (address !== null) resolve(address[0]);
      });
      child.once("close", (code) => reject(new Error(`ended with ${String(code)}: ${said}`)));
    });
  }

  test("-- --workbook opens that file, and says where", async () => {
    const file = join(folder, "nämnden 2019.xlsx");
    copyFileSync(join(root, "samples", ALE.replace("/samples/", "")), file);
    const bench = await open({ address: await start("--workbook", file) });
    await bench.page.getByText("nämnden 2019.xlsx").waitFor();
    await bench.pane.getByText("3 varningar").waitFor();
  });
});
