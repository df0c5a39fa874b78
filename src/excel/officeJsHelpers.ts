// The one file that names @microsoft/office-js-helpers 1.0.2 (2018, 14 KB gzipped, one file without tree shaking): to be imported on demand only.
import { Utilities } from "@microsoft/office-js-helpers";

/** Where the add-in runs, in the package's words, which are those of support articles: "EXCEL" on "OFFICE_ONLINE". A platform that came after 2018 has Office's own word. */
export function hostAndPlatform(): { readonly host: string; readonly platform: string } {
  const { host, platform } = Utilities;
  return { host, platform };
}
