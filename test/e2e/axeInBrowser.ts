import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import * as z from "zod/mini";

/** axe as a script; it comes with jest-axe. */
const script = readFileSync(createRequire(require.resolve("jest-axe")).resolve("axe-core/axe.min.js"), "utf8");

const Violations = z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }));

/**
 * Where Fluent's focus goes round in a list or dialog: it can take the focus only to give it to the next element at once. axe cannot know.
 * https://github.com/microsoft/tabster
 */
const GIVES_FOCUS_ON = "[data-tabster-dummy]";

/** What axe has to say of a document as the browser shows it (colours and sizes too), each with the elements it is about and why. Frames in it are not looked into. */
export async function axeFindings(page: Page | Frame, { except = [] }: { readonly except?: readonly string[] } = {}): Promise<string[]> {
  await page.evaluate(script);
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const violations = Violations.parse(await page.evaluate(`axe.run({ exclude: ["${GIVES_FOCUS_ON}"] }, { iframes: false, resultTypes: ['violations'], rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`));
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 300)}\n  ${failureSummary}`).join("\n")}`);
}
