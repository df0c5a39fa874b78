const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Gives the user a file, the way the browser gives files. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
