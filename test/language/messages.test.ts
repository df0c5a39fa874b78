import { readdirSync } from "node:fs";
import { join } from "node:path";
import { howToWrite } from "../../src/registers/messages/howToWrite.js";
import type { LocalText } from "../../src/registers/language.js";
import { readingMessages, type ReadingRule } from "../../src/registers/messages.js";
import { numberNotes } from "../../src/registers/messages/numbers.js";
import { settingKeys, settingRegistry } from "../../src/registers/settings.js";
import { ruleMessages, type RuleId } from "../../src/rules/messages.js";
import { anyParameters } from "./anything.js";
import { englishIn, swedishIn } from "./wordsOf.js";

type Rendered = Readonly<Record<"sv" | "en", (about: object) => string>>;

const rules: readonly (readonly [string, Rendered])[] = [...textsOf(readingMessages), ...textsOf(ruleMessages)];

/** Rules that say it in other words when a parameter is missing, empty or one of a few words: the parameters of each form, and none given for what is usual. */
const forms: Readonly<Partial<Record<ReadingRule | RuleId, readonly object[]>>> = {
  "kolumn.saknas": [{}, { aliases: [] }, { aliases: ["Mått"] }],
  "cell.ej-i-listan": [{}, { nearest: undefined }],
  "cell.text-for-tal": [{}, { notes: [] }, { notes: [numberNotes.unitDiffers("tkr", null), numberNotes.directionDiffers("Öka", "Minska")] }],
  "installning.olasbar": [{}, { standard: "" }],
  "uppdrag.ansvariga-i-en-cell": [{ differs: true }, { differs: false }],
  "uppdrag.ansvarig-i-texten": [{}, { lead: undefined }],
  "varde.procent-i-annan-enhet": [{}, { unit: null }],
  "varde.tal-vantat": [{}, { unit: null }],
  "matt.riktning-enhet": [{}, { unit: "Ja/Nej" }],
  "mal.nummer-saknas": [{ more: 0 }, { missing: ["2"], more: 91 }],
  "utfall.saknas": [{}, { unit: null }],
  "utfall.fel-hall": ["Öka", "Minska", "Inom intervall", "Ja/Nej", "Följs"].flatMap((direction) => [{ direction }, { direction, earlierPeriod: null }]),
  "utfall.dubblett": [{}, { outcomes: ["5 %", ""] }],
  "utfall.annat-varde": [{}, { counted: "" }],
  "utfall.kon-saknas": [{}, { missing: ["Män"] }],
  "uppdrag.inget-slut": [{}, { count: 1 }],
  "uppdrag.slut-passerat": [{}, { status: null }],
  "uppdrag.ej-vidare": [{}, { status: null }],
  "aktivitet.slut-passerat": [{}, { status: null }],
  "uppfoljning.saknas": [{}, { unit: null }],
  "uppfoljning.utlovat-steg": [{}, { unit: null }],
  "kontroll.for-sallan": [{}, { promised: 1, due: 1, made: 0 }],
  "uppfoljning.ingen": [{}, { count: 1 }],
  "uppdrag.budgetrad-i-texten": [{ known: true }, { known: false }],
  "uppdrag.enhet-i-texten": [{ units: ["KFN"] }, { units: ["KFN", "TN"] }],
  "text.okant-avsnitt": [{}, { meant: undefined }],
  "text.okand-platshallare": [{}, { meant: undefined }],
  "resurs.annan-enhet": [{ responsible: ["SAN"] }, { responsible: ["SAN", "TN"] }],
};

const said = rules.flatMap(([id, text]) => (formsOf(id) ?? [{}]).map((given) => ({ id, given, text, form: JSON.stringify(given, (_, value: unknown) => value ?? null) })));

describe.each(said)("what $id tells $form", ({ given, text }) => {
  const about = anyParameters(given);
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

  it("have every rule that is asked for other forms here", () => {
    const ids = rules.map(([id]) => id);
    expect(Object.keys(forms).filter((id) => !ids.includes(id))).toEqual([]);
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

function formsOf(id: string): readonly object[] | undefined {
  return new Map(Object.entries(forms)).get(id);
}

/** The texts as functions of anything at all, which the stand-in of anyParameters is. */
function textsOf(messages: object): (readonly [string, Rendered])[] {
  return Object.entries(messages).map(([id, { text }]: [string, { text: Rendered }]) => [id, text] as const);
}

const withoutParameters = (text: string) => text.replace(/\[[^\]]*\]/gu, "…");

const parametersIn = (text: string) => [...new Set(text.match(/\[[^\]]*\]/gu))].sort();
