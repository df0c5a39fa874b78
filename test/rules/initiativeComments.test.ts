import fc from "fast-check";
import { activityStatuses } from "../../src/registers/definitions/statusWords.js";
import { formatPercentSv } from "../../src/registers/values/formatting.js";
import { asPlannedAndLate, wasBegun, wasNotCalledFor } from "../../src/rules/comments/carriedOut.js";
import { standardSentence, statusInFirstSentence, withoutFirstSentence } from "../../src/rules/comments/standardSentence.js";
import { agrees, isPossibleOf, statedShares } from "../../src/rules/comments/statedShares.js";
import { developmentOfViews } from "../../src/rules/comments/viewsInWords.js";

describe("the standard first sentence of a comment", () => {
  test("is read back as the status that it was made from, and comes off the comment", () => {
    for (const status of activityStatuses) {
      if (status === "Ej aktuellt") continue;
      const comment = `${standardSentence(status)} Resten följer 2018.`;
      expect(statusInFirstSentence(comment)).toBe(status);
      expect(withoutFirstSentence(comment)).toBe("Resten följer 2018.");
    }
  });

  test.each([
    ["Kvalitetsarbetet har genomförts enligt fastlagd planering. En broschyr är tryckt.", "Genomfört"],
    ["Kvalitetsinsatsen har delvis genomförts enligt planering.", "Delvis genomfört"],
    ["Kvalitetsinsatsen har ej genomförts. Omtag 2018.", "Ej genomfört"],
    ["Kvalitetsinsatsen har genomförts av två av tre enheter.", undefined],
    ["Arbetet pausades. Kvalitetsinsatsen har inte genomförts.", undefined],
  ])("%s", (comment, status) => {
    expect(statusInFirstSentence(comment)).toBe(status);
  });
});

describe("words that speak against a status", () => {
  test.each([
    ["Kanalen har inte använts, för det behövdes ingen dialog.", "inte använts"],
    ["Det har inte blivit aktuellt.", "inte blivit aktuellt"],
    ["Kanalen har använts.", undefined],
  ])("not called for: %s", (comment, phrase) => {
    expect(wasNotCalledFor(comment)).toBe(phrase);
  });

  test.each([
    ["Utbildningen påbörjades i mars. Sedan tog tiden slut.", "påbörjades"],
    ["Planen följdes upp en gång.", "en gång"],
    ["Arbetet har inte påbörjats.", undefined],
    ["Det beror delvis på sjukdom.", undefined],
    ["Rutinen är delvis införd.", "delvis införd"],
  ])("begun: %s", (comment, phrase) => {
    expect(wasBegun(comment)).toBe(phrase);
  });

  test.each([
    ["Införandet har gått enligt projektplanen. I hemtjänsten är det försenat.", { planned: "enligt projektplanen", late: "försenat" }],
    ["Arbetet har fortgått efter fastlagd projektplanering. Resten har skjutits upp.", { planned: "efter fastlagd projektplanering", late: "skjutits upp" }],
    ["Allt går enligt plan och inget är försenat.", undefined],
    ["Det går inte enligt plan. Det är försenat.", undefined],
    ["Det är försenat.", undefined],
  ])("as planned and late: %s", (comment, both) => {
    expect(asPlannedAndLate(comment)).toEqual(both);
  });

  test.each([
    ["Synpunkterna har ökat sedan förra året.", "more"],
    ["Vi fick färre synpunkter än 2016.", "fewer"],
    ["Synpunkterna har inte ökat.", undefined],
    ["Arbetet med synpunkter fortsätter.", undefined],
  ])("how many views: %s", (comment, direction) => {
    expect(developmentOfViews(comment)?.direction).toBe(direction);
  });
});

describe("shares in a comment", () => {
  test("are read with a sign or in words, and percentage points are none", () => {
    expect(statedShares("59,2 % svarade, ungefär 11 procent inte. Det är 3 procentenheter mer.").map(({ text, value }) => [text, value])).toEqual([["59,2 %", 59.2], ["11 procent", 11]]);
  });

  test("9 of 76 is some 12 percent and not 11; no whole number of 236 is 59,2 %", () => {
    const [eleven, twelve, exact, shareOf236] = statedShares("11 % 12 % 11,8 % 59,2 %");
    expect([eleven, twelve, exact].map((stated) => stated !== undefined && agrees(stated, 9 / 76))).toEqual([false, true, true]);
    expect(shareOf236 !== undefined && isPossibleOf(shareOf236, 236)).toBe(false);
    expect(shareOf236 !== undefined && isPossibleOf(shareOf236, 228)).toBe(true);
  });

  test("a share printed from its counts always agrees with them, and so does its complement", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), fc.integer({ min: 0, max: 2 }), (base, part, decimals) => {
        fc.pre(part <= base);
        for (const share of [part / base, 1 - part / base]) {
          const [stated] = statedShares(`Det blev ${formatPercentSv(share, decimals)} av dem.`);
          expect(stated !== undefined && agrees(stated, part / base) && isPossibleOf(stated, base)).toBe(true);
        }
      }),
    );
  });
});
