/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { ManifestError, ribbonOf } from "../../../src/workbench/page/ribbon/manifestRibbon.js";

const manifest = readFileSync("manifest.xml", "utf8");

const controls = (locale: string) => ribbonOf(manifest, locale).groups.flatMap((group) => group.controls);

describe("the ribbon is the manifest's own", () => {
  test("groups and buttons stand in the manifest's order, in Excel's language", () => {
    const swedish = ribbonOf(manifest, "sv-SE");
    expect(swedish.label).toBe("Måltavla");
    expect(swedish.groups.map(({ label }) => label)).toEqual(["Arbeta", "Rapport", "Period", "Hjälp"]);
    expect(controls("sv-SE").map(({ label }) => label)).toEqual(["Öppna Måltavla", "Kontrollera", "Ta in", "Bygg rapport", "Ny period", "Inlämning", "Guide"]);
    expect(controls("en-US").map(({ label }) => label)).toEqual(["Open Måltavla", "Check", "Take in", "Build report", "New period", "Hand-in", "Guide"]);
  });

  test("a language that the manifest lacks gets the manifest's own", () => {
    expect(controls("fi-FI")).toEqual(controls("sv-SE"));
  });

  test("a button shows the pane or runs a function, and a menu holds its reports", () => {
    const [open, check, , build] = controls("sv-SE");
    expect(open).toMatchObject({ kind: "button", id: "Maltavla.Open", action: { kind: "showPane" } });
    expect(check).toMatchObject({ kind: "button", action: { kind: "command", functionName: "check" } });
    const built = (label: string, functionName: string): unknown => expect.objectContaining({ label, action: { kind: "command", functionName } });
    const items: unknown = expect.arrayContaining([built("Måluppföljning", "buildMaluppfoljning"), built("Uppdragsuppföljning", "buildUppdragsuppfoljning")]);
    expect(build).toMatchObject({ kind: "menu", items });
  });

  test("each control has a tip and icons of all sizes", () => {
    for (const { tip, icons } of controls("en-US")) {
      expect(tip).not.toBe("");
      expect([...icons.keys()]).toEqual([16, 32, 80]);
      expect([...icons.values()].every((address) => address.endsWith(".png"))).toBe(true);
    }
  });

  test.each([
    ["no XML", "<OfficeApp", "välformad"],
    ["no tab", "<OfficeApp/>", "CustomTab"],
    ["a text that is not defined", manifest.replaceAll('resid="Check.Tip"', 'resid="Gone"'), "Gone"],
    ["an unknown action", manifest.replace('xsi:type="ShowTaskpane"', 'xsi:type="Fly"'), "Fly"],
  ])("a manifest with %s is told of", (_what, broken, why) => {
    expect(() => ribbonOf(broken, "sv-SE")).toThrow(ManifestError);
    expect(() => ribbonOf(broken, "sv-SE")).toThrow(why);
  });
});
