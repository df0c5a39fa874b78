import { readdirSync } from "node:fs";
import { join } from "node:path";
import { howToWrite } from "../../src/registers/messages/howToWrite.js";
import type { LocalText } from "../../src/registers/language.js";
import { readingMessages } from "../../src/registers/messages.js";
import { settingKeys, settingRegistry } from "../../src/registers/settings.js";
import { ruleMessages } from "../../src/rules/messages.js";
import { anyParameters } from "./anything.js";
import { englishIn, swedishIn } from "./wordsOf.js";

type Rendered = Readonly<Record<"sv" | "en", (about: object) => string>>;

const rules: readonly (readonly [string, Rendered])[] = [...textsOf(readingMessages), ...textsOf(ruleMessages)];

/** Parameters that choose among words, by rule. */
const given: Readonly<Record<string, object>> = {
  "utfall.fel-hall": { direction: "Öka" },
};

describe.each(rules)("what %s tells", (id, text) => {
  const about = anyParameters(given[id]);
  const told: LocalText = { sv: text.sv(about), en: text.en(about) };

  it.each(["sv", "en"] as const)("is whole sentences (%s)", (language) => {
    // What follows the last full stop is sentences of their own, looked at below and where they are written.
    expect(told[language]).toMatch(/^[\p{Lu}\d”“[].*\.(?: \[[^\]]*\])*$/u);
    expect(told[language]).not.toMatch(/!|undefined|null|NaN|\[object|\s\s|\s[.,]|\.\.|\(\)/u);
  });

  it("is Swedish in Swedish and English in English", () => {
    expect(told.sv).not.toBe(told.en);
    expect(englishIn(withoutParameters(told.sv))).toBeUndefined();
    expect(swedishIn(withoutParameters(told.en))).toBeUndefined();
  });

  it("is about the same things in both", () => {
    expect(parametersIn(told.en)).toEqual(parametersIn(told.sv));
  });

  it("says what to do after what is wrong", () => {
    expect(told.sv.split(/[.?] /u).length).toBeGreaterThan(1);
    expect(told.en.split(/[.?] /u).length).toBe(told.sv.split(/[.?] /u).length);
  });
});

describe("the tables of messages", () => {
  it("say of each rule once", async () => {
    const folders = ["registers", "rules"].map((layer) => join(__dirname, "../../src", layer, "messages"));
    const tables = await Promise.all(folders.flatMap((folder) => readdirSync(folder).map((file) => import(join(folder, file).replace(/\.ts$/u, "")) as Promise<object>)));
    const ids = tables.flatMap((exported) => Object.entries(exported).flatMap(([name, table]: [string, unknown]) => (name.endsWith("Messages") && typeof table === "object" ? Object.keys(table ?? {}) : [])));
    expect(ids.length).toBe(new Set(ids).size);
    expect([...ids].sort()).toEqual(rules.map(([id]) => id).sort());
  });

  it("name rules in lower-case words without å, ä and ö", () => {
    for (const [id] of rules) expect(id).toMatch(/^[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*$/u);
  });
});

test.each([...Object.entries(howToWrite), ...settingKeys.map((key) => [key, settingRegistry[key].how] as const)])("how to write %s is a sentence in both languages", (_, how) => {
  expect(how.sv).toMatch(/^[A-ZÅÄÖ][^!]*\.$/u);
  expect(how.en).toMatch(/^[A-Z][^!]*\.$/u);
  expect(englishIn(how.sv)).toBeUndefined();
  expect(swedishIn(how.en)).toBeUndefined();
});

/** The texts as functions of anything at all, which the stand-in of anyParameters is. */
function textsOf(messages: object): (readonly [string, Rendered])[] {
  return Object.entries(messages).map(([id, { text }]: [string, { text: Rendered }]) => [id, text] as const);
}

const withoutParameters = (text: string) => text.replace(/\[[^\]]*\]/gu, "…");

const parametersIn = (text: string) => [...new Set(text.match(/\[[^\]]*\]/gu))].sort();
