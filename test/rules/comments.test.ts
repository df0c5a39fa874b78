import fc from "fast-check";
import type { Period } from "../../src/registers/values/period.js";
import { agreementEnd } from "../../src/rules/comments/agreements.js";
import { promiseFor, timesAhead } from "../../src/rules/comments/promises.js";
import { sentencesOf } from "../../src/rules/comments/sentences.js";
import { goesOn, isPutOff } from "../../src/rules/comments/statusInWords.js";

const tertial = (number: number, year = 2021): Period => ({ kind: "tertial", year, number });

/** Plain sentences that say nothing of going on, being put off, agreements or times to come. */
const harmless = fc
  .array(
    fc.constantFrom(
      "Enheterna tar upp resultaten på sina möten.", "Alla chefer har fått stöd.", "Kostnaden blev 2 400 tkr.", "Antalet fall har minskat med 25 %.",
      "Vi har utbildat 40 ombud.", "Rutinen är skriven bl. a. för hemtjänsten.", "Ställföreträdarna har fått en handbok.", "Uppdraget är klart.",
      "Personalen fortbildas.", "Skjutsen till dagverksamheten fungerar.", "Uppskjutningen av raketen är inte vår sak.", "Framstegen är goda.",
    ),
    { maxLength: 6 },
  )
  .map((sentences) => sentences.join(" "));

describe("sentences", () => {
  test("end at a stop that a capital follows, or a line break, and not in an abbreviation", () => {
    expect(sentencesOf("Vi har bl. a. gjort det. Nu väntar vi.\nKlart! ”Ja.” Nästa?")).toEqual(["Vi har bl. a. gjort det.", "Nu väntar vi.", "Klart!", "”Ja.” Nästa?"]);
  });

  test("hold all of the text", () => {
    const bare = (text: string) => text.replace(/\s/gu, "");
    fc.assert(fc.property(fc.string(), (text) => bare(sentencesOf(text).join("")) === bare(text)));
  });
});

describe("words against a status", () => {
  test.each([
    ["Uppdraget är genomfört men är prioriterat åren framöver.", "åren framöver"],
    ["Klart. Arbetet fortsätter i linjen.", "fortsätter"],
    ["En del kvarstår.", "kvarstår"],
    ["Följs upp under kommande år.", "kommande år"],
  ])("goes on: %s", (comment, phrase) => {
    expect(goesOn(comment)).toBe(phrase);
  });

  test.each([
    ["Utbildningen har skjutits på framtiden.", "skjutits på framtiden"],
    ["Starten skjuts upp till hösten.", "skjuts upp"],
    ["Delen är uppskjuten.", "uppskjuten"],
    ["Införandet har senarelagts.", "senarelagts"],
  ])("put off: %s", (comment, phrase) => {
    expect(isPutOff(comment)).toBe(phrase);
  });

  test("a negated sentence says nothing", () => {
    expect(goesOn("Inget kvarstår. Arbetet fortsätter inte.")).toBeUndefined();
    expect(isPutOff("Inga delar har skjutits upp.")).toBeUndefined();
  });

  test("other texts are left in peace", () => {
    fc.assert(
      fc.property(harmless, (comment) => {
        expect([goesOn(comment), isPutOff(comment), agreementEnd(comment), ...timesAhead(comment, tertial(2))]).toEqual([undefined, undefined, undefined]);
      }),
    );
  });
});

describe("promises", () => {
  test.each([
    ["Resten hålls under T3.", "T3"],
    ["Resten hålls under tertial 3.", "tertial 3"],
    ["Planen tas fram under hösten 2021.", "hösten 2021"],
    ["En nystart planeras i höst.", "i höst"],
    ["Besked väntas senast 30 september.", "30 september"],
    ["Kurserna ges i oktober 2021.", "oktober 2021"],
    ["Klart 2021-11-15.", "2021-11-15"],
  ])("for the third tertial, made in the second: %s", (comment, text) => {
    expect(promiseFor(comment, tertial(2), tertial(3))?.text).toBe(text);
    expect(promiseFor(comment, tertial(2), tertial(1, 2022))).toBeUndefined();
  });

  test("what has been is no promise", () => {
    for (const comment of ["Utbildning hölls under hösten 2020.", "Klart i juni.", "Mellan april 2020 och april 2021 blev det bättre.", "Under T1 valdes tio boenden ut.", "Klart under T2."]) {
      expect(timesAhead(comment, tertial(2))).toEqual([]);
    }
  });

  test("a promise always lies after the period it was made in", () => {
    const comment = fc.array(fc.constantFrom("T1", "T2", "T3 2022", "våren", "hösten 2021", "30 juni", "1 maj 2021", "2021-09-01", "kvartal 4", "kvartal 9", "april", "31 februari"), { maxLength: 5 });
    fc.assert(
      fc.property(comment, fc.integer({ min: 1, max: 3 }), (mentions, number) => {
        const period = tertial(number);
        for (const { from, to } of timesAhead(mentions.join(" och "), period)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(promiseFor(mentions.join(" och "), period, period)).toBeUndefined();
        }
      }),
    );
  });
});

describe("agreements", () => {
  test.each([
    ["Nämnden har en överenskommelse för åren 2021–2023.", 2023],
    ["Samverkansavtal 2020-2022 är tecknat.", 2022],
    ["Avtalet gäller till och med 2024.", 2024],
    ["Avtalet löper ut i december 2022.", 2022],
    ["Satsningen pågår 2021–2023.", undefined],
    ["Ett avtal är tecknat. Planen gäller 2021–2023.", undefined],
    ["Höjningen är avtalad.", undefined],
  ])("%s: %s", (comment, year) => {
    expect(agreementEnd(comment)).toBe(year);
  });
});
