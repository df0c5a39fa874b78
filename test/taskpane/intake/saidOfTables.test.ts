import { withColumn, withTable } from "../../../src/intake/editMapping.js";
import { emptyMapping } from "../../../src/intake/mapping.js";
import { decidedOf, isKnownWord, nthOfEach } from "../../../src/taskpane/intake/saidOfTables.js";
import { measures } from "./somePreview.js";

const first = { ...measures, nth: 1 };
const second = { ...measures, id: "'Uppföljning 2019'!A44", nth: 2 };

test("tables of one sheet with the same headers are told apart, and what is left out of one is not of the other", () => {
  expect([...nthOfEach([first, { ...first, id: "other", sheet: "Blad2" }, second])]).toEqual([[first.id, 1], ["other", 1], [second.id, 2]]);
  const mapping = withTable(emptyMapping, second, { isLeftOut: true });
  expect([first, second].map((table) => decidedOf(mapping, table).isLeftOut)).toEqual([false, true]);
});

test("a column goes where somebody has said, else where it was recognised", () => {
  const mapping = withColumn(withColumn(emptyMapping, first, 2, { register: "utfall", key: "kommentar" }), first, 1, null);
  const decided = decidedOf(mapping, first);
  expect([0, 1, 2].map((index) => decided.targetAt(index))).toEqual(["matt.matt", null, "utfall.kommentar"]);
  expect([0, 1].map((index) => decided.chosenAt(index))).toEqual([undefined, null]);
});

test("only a word that the register does not know is worth remembering", () => {
  expect(isKnownWord("Prick", "uppfoljning.status")).toBe(false);
  expect(isKnownWord(" status ", "uppfoljning.status")).toBe(true);
});
