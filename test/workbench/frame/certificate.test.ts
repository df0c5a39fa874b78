import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localhostCertificate } from "../../../src/workbench/server/certificate.js";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

describe("this machine's certificate", () => {
  const folders: string[] = [];
  const empty = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "maltavla-certificate-"));
    folders.push(folder);
    return folder;
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test("is for localhost and its addresses, signed with its own key, and of an age that browsers take", () => {
    const { cert } = localhostCertificate(empty(), NOW);
    const read = new X509Certificate(cert);
    expect(read.checkHost("localhost")).toBe("localhost");
    expect(read.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(read.checkIP("::1")).toBeDefined();
    expect(read.checkHost("maltavla.example.se")).toBeUndefined();
    expect(read.ca).toBe(false);
    expect(read.verify(read.publicKey)).toBe(true);
    expect((Date.parse(read.validTo) - Date.parse(read.validFrom)) / DAY).toBeLessThanOrEqual(825);
    expect(Date.parse(read.validFrom)).toBeLessThanOrEqual(NOW);
  });

  test("its key can be read by its owner alone", () => {
    const folder = empty();
    localhostCertificate(folder, NOW);
    // Windows has no such modes.
    if (process.platform !== "win32") expect(statSync(join(folder, "key.pem")).mode & 0o777).toBe(0o600);
  });

  test("is kept from one start to the next, and renewed before it runs out", () => {
    const folder = empty();
    const first = localhostCertificate(folder, NOW);
    expect(localhostCertificate(folder, NOW + 700 * DAY)).toEqual(first);
    const renewed = localhostCertificate(folder, NOW + 800 * DAY);
    expect(renewed.cert).not.toBe(first.cert);
    expect(localhostCertificate(folder, NOW + 800 * DAY)).toEqual(renewed);
  });

  test.each([
    ["that is no certificate", "key.pem", () => "nonsense"],
    ["with another one's key", "key.pem", () => localhostCertificate(empty(), NOW).key],
    ["that was cut short", "certificate.pem", (whole: string) => whole.slice(0, 400)],
  ])("one %s is made anew", (_what, file, broken) => {
    const folder = empty();
    const first = localhostCertificate(folder, NOW);
    writeFileSync(join(folder, file), broken(readFileSync(join(folder, file), "utf8")));
    const second = localhostCertificate(folder, NOW);
    expect(second.cert).not.toBe(first.cert);
    expect(localhostCertificate(folder, NOW)).toEqual(second);
  });
});
