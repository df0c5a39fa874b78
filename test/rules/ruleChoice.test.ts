import { checkRules } from "../../src/rules/checkRules.js";
import { ruleSeverities, switchedOff } from "../../src/rules/ruleChoice.js";
import { checkImage } from "../../src/usecases/checkWorkbook.js";
import { imagesOf, read, type WrittenWorkbook } from "./testWorkbook.js";

/** A setting that nobody knows, which is good to know, in a workbook where some rules are switched off. */
const workbook = (off: string): WrittenWorkbook => ({
  installningar: [{ Nyckel: "regler-av", Värde: off }, { Nyckel: "påhittad", Värde: "Ja" }],
  mal: [{ "Mål-id": "MÅL-1", Nivå: "Nämndmål", Mål: "Fler ska cykla" }],
});

function check(off: string) {
  const tables = imagesOf(workbook(off));
  return checkImage({ tables, sheets: [], allTables: [], contents: new Map(), isStructureProtected: false });
}

const aboutTheChoice = (off: string) => {
  const { contents, settings } = read(workbook(off));
  return checkRules(contents, settings).filter(({ ruleId }) => ruleId.startsWith("installning."));
};

test("what is good to know can be switched off, and it is said that it is", () => {
  const found = check("").findings.filter(({ severity }) => severity === "upplysning").map(({ ruleId }) => ruleId);
  expect(found.length).toBeGreaterThan(0);
  const [rule = ""] = found;
  const without = check(rule.toUpperCase());
  expect(without.rulesOff).toEqual([rule]);
  expect(without.findings.map(({ ruleId }) => ruleId)).not.toContain(rule);
  expect(without.findings).toEqual(check("").findings.filter(({ ruleId }) => ruleId !== rule));
});

test("errors and warnings cannot be switched off: they stand, and the choice is told of", () => {
  const serious = [...ruleSeverities].filter(([, severity]) => severity !== "upplysning").map(([slug]) => slug);
  expect(switchedOff({ reglerAv: serious })).toEqual(new Set());
  const off = serious.slice(0, 3).join("; ");
  expect(check(off).rulesOff).toEqual([]);
  expect(aboutTheChoice(off).map(({ ruleId, column, at }) => [ruleId, column, at?.row])).toEqual(serious.slice(0, 3).map(() => ["installning.regel-maste-vara-pa", "Värde", 1]));
});

test("a misspelt rule switches nothing off, and the nearest that can be is proposed", () => {
  const [slug = ""] = [...ruleSeverities].find(([, severity]) => severity === "upplysning") ?? [];
  const [finding, ...more] = aboutTheChoice(`${slug}x; publik.smatal`);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ ruleId: "installning.okand-regel", fix: { cells: [{ value: `${slug}; publik.smatal` }] } });
  expect(aboutTheChoice("något helt annat")).toMatchObject([{ ruleId: "installning.okand-regel" }]);
  expect(aboutTheChoice("publik.smatal")).toEqual([]);
});
