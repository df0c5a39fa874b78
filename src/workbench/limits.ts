/** Limits of Excel on the web: 5 MB a request, 5 MB an answer, and five million cells a read (documented under "Resource limits and performance optimization for Office Add-ins"). */
export interface Limits {
  /** Bytes of UTF-8; Infinity as on the desktop. */
  readonly payloadBytes: number;
  readonly cellsPerRead: number;
}

export const WEB_LIMITS: Limits = { payloadBytes: 5 * 1024 * 1024, cellsPerRead: 5_000_000 };
export const DESKTOP_LIMITS: Limits = { payloadBytes: Infinity, cellsPerRead: 5_000_000 };
