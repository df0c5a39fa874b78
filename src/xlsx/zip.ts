/**
 * The zip container, read with suspicion and written the same every time.
 * An entry that is not replaced is copied compressed as it came, so its bytes cannot change.
 */
import { Inflate, deflateSync, inflateSync } from "fflate";
import { XlsxError } from "./errors.js";

/** Bounds on what a file may grow to; checked against the directory before, and against the data while, inflating. */
export interface ZipLimits {
  /** Bytes of all entries, unpacked. */
  readonly totalBytes: number;
  /** Unpacked bytes per packed byte of one entry, once it is over `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
}

export const defaultZipLimits: ZipLimits = { totalBytes: 512 * 1024 * 1024, ratio: 250, ratioFrom: 4 * 1024 * 1024, entries: 20_000 };

/** An entry as packed. `method` 0 is stored, 8 deflated. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
const zip64Locator = 0x07064b50;
const zip64End = 0x06064b50;
/** Compound file: an encrypted workbook or an old .xls. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Signed, so that each entry stays a small integer to the engine: a checksum of 60 MB takes a fraction of the time. */
const crcTable = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c | 0;
});

export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at++) crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Reads the directory and checks it; nothing is unpacked. Throws XlsxError for whatever is not a sound zip. */
export function readZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipEntry[] {
  if (bytes.length === 0) throw new XlsxError("emptyFile");
  if (compoundFile.every((value, index) => bytes[index] === value)) throw new XlsxError(holdsEncryptedPackage(bytes) ? "encrypted" : "oldExcelFormat");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const startsAsZip = bytes.length >= 4 && (view.getUint32(0, true) === localHeader || view.getUint32(0, true) === endOfDirectory);
  if (!startsAsZip) throw new XlsxError(isOldBinarySheet(bytes) ? "oldExcelFormat" : "notZip");
  const directory = findDirectory(view);
  if (directory.entries > limits.entries) throw new XlsxError("tooManyParts", String(directory.entries));

  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let total = 0;
  let at = directory.offset;
  for (let index = 0; index < directory.entries; index++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== centralHeader) throw new XlsxError("damagedZip", `directory entry ${index}`);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > directory.end) throw new XlsxError("damagedZip", `directory entry ${index}`);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = decodeName(nameBytes);
    const { size, packedSize, offset } = zip64Sizes(view, at, nameLength, extraLength);
    at = next;
    checkName(name);
    if (flags & 1) throw new XlsxError("encrypted", name);
    if (method !== 0 && method !== 8) throw new XlsxError("unsupportedZip", `${name}: method ${method}`);
    if (name.endsWith("/")) {
      if (size !== 0) throw new XlsxError("damagedZip", name);
      continue;
    }
    // Part names are compared without regard to case (ECMA-376 part 2, 6.3.4).
    const key = name.toLowerCase();
    if (seen.has(key)) throw new XlsxError("duplicatePart", name);
    seen.add(key);
    total += size;
    if (total > limits.totalBytes) throw new XlsxError("tooLarge", name);
    if (size > limits.ratioFrom && size > packedSize * limits.ratio) throw new XlsxError("suspiciousCompression", name);
    if (method === 0 && size !== packedSize) throw new XlsxError("damagedZip", name);
    entries.push({ name, method, crc, size, packed: packedBytes(bytes, view, offset, packedSize, directory.offset, nameBytes) });
  }
  return entries;
}

/** Unpacks one entry; throws `damagedZip` or `checksum` when the data is not what the directory promised. */
export function unpack(entry: ZipEntry): Uint8Array {
  const data = entry.method === 0 ? entry.packed : inflate(entry);
  if (crc32(data) !== entry.crc) throw new XlsxError("checksum", entry.name);
  return data;
}

/** Packed bytes that are unpacked at once, so that a stream longer than promised is stopped soon after it has passed the promise. */
const step = 64 * 1024;

function inflate(entry: ZipEntry): Uint8Array {
  try {
    return entry.packed.length <= step ? inflateAtOnce(entry) : inflateInSteps(entry);
  } catch (error: unknown) {
    throw error instanceof XlsxError ? error : new XlsxError("damagedZip", `${entry.name}: ${String(error)}`);
  }
}

/** What does not fit is not kept: one byte more than promised tells that there was more. */
function inflateAtOnce({ name, packed, size }: ZipEntry): Uint8Array {
  const out = inflateSync(packed, { out: new Uint8Array(size + 1) });
  if (out.length !== size) throw new XlsxError("damagedZip", `${name}: ${out.length > size ? "longer" : "shorter"} than promised`);
  return out;
}

function inflateInSteps({ name, packed, size }: ZipEntry): Uint8Array {
  const out = new Uint8Array(size);
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length > out.length) throw new XlsxError("damagedZip", `${name}: longer than promised`);
    out.set(chunk, written);
    written += chunk.length;
  });
  for (let at = 0; at < packed.length; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  if (written !== out.length) throw new XlsxError("damagedZip", `${name}: shorter than promised`);
  return out;
}

/** Packs new data. Large parts take a level that is three times as fast and packs a twentieth less. */
export function pack(name: string, data: Uint8Array): ZipEntry {
  const packed = deflateSync(data, { level: data.length > 1024 * 1024 ? 3 : 6 });
  const deflated = packed.length < data.length;
  return { name, method: deflated ? 8 : 0, crc: crc32(data), size: data.length, packed: deflated ? packed : data };
}

/** Writes entries in the order given, all dated 1980-01-01 00:00 as Excel's own are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const nameBytes = names.reduce((sum, name) => sum + name.length, 0);
  const size = entries.reduce((sum, entry) => sum + entry.packed.length + 30 + 46, 22) + 2 * nameBytes;
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  const shared = (start: number, entry: ZipEntry, name: Uint8Array): void => {
    view.setUint16(start, 20, true);
    view.setUint16(start + 2, 0x0800, true);
    view.setUint16(start + 4, entry.method, true);
    view.setUint16(start + 6, 0, true);
    view.setUint16(start + 8, 0x21, true);
    view.setUint32(start + 10, entry.crc, true);
    view.setUint32(start + 14, entry.packed.length, true);
    view.setUint32(start + 18, entry.size, true);
    view.setUint16(start + 22, name.length, true);
  };
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, localHeader, true);
    shared(at + 4, entry, name);
    out.set(name, at + 30);
    out.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, centralHeader, true);
    view.setUint16(at + 4, 20, true);
    shared(at + 6, entry, name);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, endOfDirectory, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

interface Directory {
  readonly offset: number;
  readonly end: number;
  readonly entries: number;
}

function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) !== endOfDirectory) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const entries = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (entries === 0xffff || size === 0xffffffff || offset === 0xffffffff) return zip64Directory(view, at);
    return checkedDirectory({ offset, end: offset + size, entries }, at);
  }
  throw new XlsxError("truncated");
}

function zip64Directory(view: DataView, end: number): Directory {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== zip64Locator) throw new XlsxError("damagedZip", "zip64 locator");
  const at = Number(view.getBigUint64(locator + 8, true));
  if (!(at >= 0 && at + 56 <= locator) || view.getUint32(at, true) !== zip64End) throw new XlsxError("damagedZip", "zip64 end");
  const entries = Number(view.getBigUint64(at + 32, true));
  const size = Number(view.getBigUint64(at + 40, true));
  const offset = Number(view.getBigUint64(at + 48, true));
  return checkedDirectory({ offset, end: offset + size, entries }, at);
}

function checkedDirectory(directory: Directory, limit: number): Directory {
  if (directory.end > limit) throw new XlsxError("damagedZip", "directory outside the file");
  return directory;
}

function zip64Sizes(view: DataView, at: number, nameLength: number, extraLength: number): { size: number; packedSize: number; offset: number } {
  let size = view.getUint32(at + 24, true);
  let packedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  let field = at + 46 + nameLength;
  const end = field + extraLength;
  while (field + 4 <= end) {
    const id = view.getUint16(field, true);
    const length = view.getUint16(field + 2, true);
    let value = field + 4;
    const fieldEnd = Math.min(value + length, end);
    const next = (): number => {
      if (value + 8 > fieldEnd) throw new XlsxError("damagedZip", "zip64 field");
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    if (id === 1) {
      if (size === 0xffffffff) size = next();
      if (packedSize === 0xffffffff) packedSize = next();
      if (offset === 0xffffffff) offset = next();
    }
    field = fieldEnd;
  }
  return { size, packedSize, offset };
}

function packedBytes(bytes: Uint8Array, view: DataView, offset: number, packedSize: number, directory: number, name: Uint8Array): Uint8Array {
  if (offset + 30 > directory || view.getUint32(offset, true) !== localHeader) throw new XlsxError("damagedZip", decodeName(name));
  const localNameLength = view.getUint16(offset + 26, true);
  const localName = bytes.subarray(offset + 30, offset + 30 + localNameLength);
  if (localName.length !== name.length || !localName.every((byte, index) => byte === name[index])) throw new XlsxError("damagedZip", decodeName(name));
  const start = offset + 30 + localNameLength + view.getUint16(offset + 28, true);
  if (start + packedSize > directory) throw new XlsxError("damagedZip", decodeName(name));
  return bytes.subarray(start, start + packedSize);
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Names outside UTF-8 are in code page 437 by the standard; part names are ASCII, so any one-byte reading will do.
    return new TextDecoder("latin1").decode(bytes);
  }
}

function checkName(name: string): void {
  // eslint-disable-next-line no-control-regex -- a control character in a part name is what is looked for
  const unsafe = name === "" || name.startsWith("/") || /[\\\u0000-\u001f]/.test(name) || /^[A-Za-z]:/.test(name) || name.split("/").some((step) => step === "." || step === "..");
  if (unsafe) throw new XlsxError("unsafePath", name);
}

function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  // Stream names stand in UTF-16 in the compound file's directory.
  const text = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length & ~1, 4 * 1024 * 1024)));
  return text.includes("EncryptedPackage") || text.includes("EncryptionInfo");
}

/** BIFF2–BIFF4 sheets stand bare in the file, with a BOF record first. */
function isOldBinarySheet(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && (bytes[1] === 0x00 || bytes[1] === 0x02 || bytes[1] === 0x04 || bytes[1] === 0x08);
}
