// A finding's texts are made when they are read, and go with it wherever it is sent: the pane's page gets a clone from its worker, --json a text.
import { ruleFinding } from "../../src/rules/messages.js";

test("a finding that is cloned or written as JSON has its texts in both languages", () => {
  const found = ruleFinding("mal.utan-matt", { goal: "”Fler i arbete”" }, { register: "Mal", column: "Mål", at: { sheet: "Mål", row: 1, column: 3 } });
  const texts = {
    sv: "Målet ”Fler i arbete” har inget mått, så det går inte att bedöma. Lägg till ett mått med målets id.",
    en: "The goal “Fler i arbete” has no measure, so it cannot be assessed. Add a measure with the goal's id.",
  };
  expect(found.message).toEqual(texts);
  expect(structuredClone(found).message).toStrictEqual(texts);
  expect(JSON.parse(JSON.stringify({ ...found }))).toMatchObject({ message: texts });
});
