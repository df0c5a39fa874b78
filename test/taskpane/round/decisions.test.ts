import fc from "fast-check";
import type { AnswerKind, CollectDecisions } from "../../../src/usecases/round/collectPreview.js";
import { countKinds, decide, decisionOf, groupsOf, kinds, outcomeOf } from "../../../src/taskpane/round/collect/decisions.js";
import { answerLine, previewOf, unitAnswers } from "./handMade.js";

const conflict = answerLine({ id: "a", kind: "conflict", unit: "KS", newest: 0 });
const other = answerLine({ id: "b", kind: "conflict", unit: "BUN" });

test("a conflict is decided by itself, else by the rule, else by nobody", () => {
  expect(decisionOf(conflict, {})).toBeUndefined();
  expect(decisionOf(conflict, { rule: "newest" })).toBe(0);
  // Two files saved at the same time: the rule cannot tell.
  expect(decisionOf(other, { rule: "newest" })).toBeUndefined();
  expect(decisionOf(conflict, { rule: "existing" })).toBe("keep");
  const own = decide({ rule: "existing" }, conflict, 1);
  expect([decisionOf(conflict, own), decisionOf(other, own)]).toEqual([1, "keep"]);
  expect(decisionOf(conflict, decide(own, conflict, "keep"))).toBe("keep");
});

const anyKind = fc.constantFrom<AnswerKind>(...kinds);
const anyLines = fc.array(fc.record({ kind: anyKind, unit: fc.constantFrom("KS", "BUN", "SN", "") })).map((all) => all.map((about, index) => answerLine({ id: String(index), ...about })));
const anyDecisions: fc.Arbitrary<CollectDecisions> = fc.record({ rule: fc.constantFrom("newest", "existing"), byLine: fc.dictionary(fc.nat(9).map(String), fc.constantFrom("keep" as const, 0, 1)) }, { requiredKeys: [] });

test("every line is shown once, and every conflict is written, kept or undecided", () => {
  fc.assert(
    fc.property(anyLines, anyDecisions, (lines, decisions) => {
      const preview = previewOf([unitAnswers({ unit: "KS" }), unitAnswers({ unit: "BUN", sources: [] })], lines);
      const { strays, attention, fine, silent } = groupsOf(preview);
      const shown = [...strays, ...[...attention, ...fine, ...silent].flatMap((group) => group.lines)];
      expect(new Set(shown)).toEqual(new Set(lines));
      expect(shown).toHaveLength(lines.length);
      expect([...attention, ...fine, ...silent]).toHaveLength(2);
      expect(countKinds(lines).reduce((sum, [, count]) => sum + count, 0)).toBe(lines.length);

      const kept = lines.filter((line) => line.kind === "conflict" && decisionOf(line, decisions) === "keep").length;
      const { written, undecided } = outcomeOf(preview, decisions);
      const answers = lines.filter(({ kind }) => ["new", "changed", "lateReady", "conflict"].includes(kind)).length;
      expect(written + undecided + kept).toBe(answers);
    }),
  );
});

test("what waits for a decision or may be lost comes before what is only new", () => {
  const lines = [...kinds].reverse().map((kind) => answerLine({ id: kind, kind, unit: "KS" }));
  const { attention } = groupsOf(previewOf([unitAnswers({ unit: "KS" })], lines));
  expect(attention[0]?.lines.map(({ kind }) => kind)).toEqual([...kinds]);
});
