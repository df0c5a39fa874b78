/** Where production pages load Office.js from, as Microsoft requires. */
const MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * The pane's page with Office.js from another address, and not a character else changed. Its security policy may stay as it is: it allows the page's own site.
 * @throws Error when the page does not load Office.js from Microsoft exactly once: then this is not the page we know.
 */
export function withLocalOfficeJs(html: string, address: string): string {
  const parts = html.split(MICROSOFT);
  if (parts.length !== 2) throw new Error(`taskpane.html loads Office.js from Microsoft ${parts.length - 1} times; once is expected.`);
  return parts.join(address);
}
