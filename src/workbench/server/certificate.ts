import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import { join } from "node:path";
import forge from "node-forge";

/** Private key and certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY_MS = 86_400_000;
/** Browsers refuse a certificate that is valid for longer than 825 days. */
const VALID_DAYS = 820;
const RENEWED_BEFORE_DAYS = 30;

/**
 * A certificate of this machine's own, for localhost and nothing else; made on the first start and again before it runs out. Nothing is installed: the browser
 * asks whether to trust it. The key never leaves the folder and can be read by its owner alone.
 * @param now Milliseconds since 1970.
 */
export function localhostCertificate(folder: string, now: number): Certificate {
  return kept(folder, now) ?? renewed(folder, now);
}

function kept(folder: string, now: number): Certificate | undefined {
  try {
    const certificate = { key: readFileSync(join(folder, "key.pem"), "utf8"), cert: readFileSync(join(folder, "certificate.pem"), "utf8") };
    const read = new X509Certificate(certificate.cert);
    const lasts = Date.parse(read.validTo) - now > RENEWED_BEFORE_DAYS * DAY_MS;
    return lasts && read.checkPrivateKey(createPrivateKey(certificate.key)) ? certificate : undefined;
  } catch {
    // Not there, or not readable as a key and its certificate: new ones cost nothing.
    return undefined;
  }
}

function renewed(folder: string, now: number): Certificate {
  const certificate = makeCertificate(now);
  mkdirSync(folder, { recursive: true });
  const key = join(folder, "key.pem");
  writeFileSync(key, certificate.key, { mode: 0o600 });
  // The mode counts only for a file that is new.
  chmodSync(key, 0o600);
  writeFileSync(join(folder, "certificate.pem"), certificate.cert);
  return certificate;
}

function makeCertificate(now: number): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A positive number: its first bit is clear.
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(now - DAY_MS);
  certificate.validity.notAfter = new Date(now + VALID_DAYS * DAY_MS);
  const name = [{ name: "commonName", value: "localhost" }, { name: "organizationName", value: "Maltavla workbench" }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }, { type: 7, ip: "127.0.0.1" }, { type: 7, ip: "::1" }] },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return { key: privateKey, cert: forge.pki.certificateToPem(certificate) };
}
