import fc from "fast-check";
import type { Finding } from "../../../src/registers/finding.js";
import { commonWords, firstFindings, groupFindings, inReadingOrder, severities, withKeys } from "../../../src/taskpane/findings/grouping.js";

const finding: fc.Arbitrary<Finding> = fc.record({
  ruleId: fc.constantFrom("cell.olasbar", "utfall.saknas", "matt.vikt"),
  severity: fc.constantFrom(...severities),
  register: fc.constantFrom("Utfall", "Matt", "Uppdrag"),
  at: fc.record({ sheet: fc.constant("Utfall"), row: fc.nat(5), column: fc.nat(3) }),
  message: fc.constantFrom("Ett.", "Två.").map((sv) => ({ sv, en: sv })),
});
const findings = fc.array(finding, { maxLength: 40 });
const rank = ({ severity }: Finding) => severities.indexOf(severity);

test("every finding is in one group, once, with those of its register and rule", () => {
  fc.assert(
    fc.property(findings, (all) => {
      const groups = groupFindings(all);
      expect(new Set(inReadingOrder(groups))).toEqual(new Set(all));
      expect(inReadingOrder(groups)).toHaveLength(all.length);
      expect(new Set(groups.map(({ register }) => register)).size).toBe(groups.length);
      for (const { register, rules } of groups) {
        expect(new Set(rules.map(({ ruleId }) => ruleId)).size).toBe(rules.length);
        for (const rule of rules) expect(rule.findings.every((each) => each.register === register && each.ruleId === rule.ruleId)).toBe(true);
      }
    }),
  );
});

test("the most serious come first: registers, rules within a register, findings within a rule", () => {
  const isSorted = (ranks: readonly number[]) => ranks.every((each, index) => index === 0 || each >= (ranks[index - 1] ?? 0));
  const worst = (some: readonly Finding[]) => Math.min(...some.map(rank));
  fc.assert(
    fc.property(findings, (all) => {
      const groups = groupFindings(all);
      expect(isSorted(groups.map((group) => worst(inReadingOrder([group]))))).toBe(true);
      for (const { rules } of groups) {
        expect(isSorted(rules.map((rule) => worst(rule.findings)))).toBe(true);
        for (const rule of rules) expect(isSorted(rule.findings.map(rank))).toBe(true);
      }
    }),
  );
});

test("findings alike keep the order they came in", () => {
  fc.assert(
    fc.property(findings, (all) => {
      for (const { rules } of groupFindings(all)) {
        for (const rule of rules) {
          for (const severity of severities) {
            const places = rule.findings.filter((each) => each.severity === severity).map((each) => all.indexOf(each));
            expect(places).toEqual([...places].sort((a, b) => a - b));
          }
        }
      }
    }),
  );
});

test("a page of findings is the beginning of all of them, and no group of it is empty", () => {
  fc.assert(
    fc.property(findings, fc.nat(45), (all, count) => {
      const groups = groupFindings(all);
      const shown = firstFindings(groups, count);
      expect(shown.flatMap(({ rules }) => rules.flatMap((each) => each.shown))).toEqual(inReadingOrder(groups).slice(0, count));
      expect(shown.every(({ rules }) => rules.length > 0 && rules.every((each) => each.shown.length > 0))).toBe(true);
      expect(shown.every(({ group, rules }) => groups.includes(group) && rules.every(({ rule }) => group.rules.includes(rule)))).toBe(true);
    }),
  );
});

test("no two findings have the same key, and a finding's key is the same in its group as among all", () => {
  fc.assert(
    fc.property(findings, (all) => {
      const groups = groupFindings(all);
      const keys = withKeys(inReadingOrder(groups)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(all.length);
      expect(groups.flatMap(({ rules }) => rules.flatMap((rule) => withKeys(rule.findings).map(({ key }) => key)))).toEqual(keys);
    }),
  );
});

describe("what the messages of a rule have in common", () => {
  test.each([
    [["Utfall för T1 2019 saknas för A. Fyll i.", "Utfall för T1 2019 saknas för B. Fyll i."], "Utfall för T1 2019 saknas för …"],
    [["Måttet A har ingen vikt. Fyll i.", "Måttet B C har ingen vikt. Fyll i."], "Måttet … har ingen vikt"],
    [["Vikten är 0,5 här. Ändra.", "Vikten är 0,5 här. Ändra."], "Vikten är 0,5 här"],
    [["Två punkter, t.ex. här, är ingen ny mening. Nu är det.", "Två punkter, t.ex. där, är ingen ny mening. Nu är det."], "Två punkter, t.ex. … är ingen ny mening"],
    [["Ett.", "Två."], undefined],
    [["Ett enda."], "Ett enda"],
  ])("%j → %s", (messages, expected) => {
    expect(commonWords(messages)).toBe(expected);
  });

  test("it never says more than each message does", () => {
    const words = fc.array(fc.constantFrom("målet", "saknas", "för", "a", "b"), { minLength: 1, maxLength: 6 }).map((each) => each.join(" "));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (messages) => {
        const [start = "", end = ""] = (commonWords(messages) ?? "").split("…").map((part) => part.trim());
        for (const message of messages) {
          expect(message.startsWith(start) && message.endsWith(end)).toBe(true);
          expect(message.length).toBeGreaterThanOrEqual(start.length + end.length);
        }
      }),
    );
  });
});
