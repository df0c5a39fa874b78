/** Long enough for a browser that asks where to put the file. */
const KEPT_FOR = 60_000;

/**
 * Hands the browser a file to download. It works in Excel on the web and, through WebView2, on Windows; WKWebView on Mac does nothing at all and says nothing
 * (office-js issue 2700, "by design"), so whoever calls this offers another way beside it.
 */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
