// Draws the PNG icons that manifest.xml names from their SVG sources in assets/, in Chromium. Run after an SVG has changed: node scripts/icons.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** The add-in's own icon in the sizes of the store and the lists; those of ribbon buttons in the three that Office asks for. */
const buttons = [
  "check", "build", "goals", "assignments", "decisions", "public", "supervision", "letter", "control", "quality", "goalpage", "plan", "status", "period", "takein", "handin", "guide",
];
const sizes = { icon: [16, 32, 64, 80, 128], ...Object.fromEntries(buttons.map((name) => [name, [16, 32, 80]])) };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, widths] of Object.entries(sizes)) {
  const svg = readFileSync(new URL(`../assets/${name}.svg`, import.meta.url), "utf8");
  for (const width of widths) {
    await page.setViewportSize({ width, height: width });
    await page.setContent(`<style>html, body { margin: 0; background: transparent } svg { display: block; width: ${width}px; height: ${width}px }</style>${svg}`);
    writeFileSync(new URL(`../assets/${name}-${width}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
