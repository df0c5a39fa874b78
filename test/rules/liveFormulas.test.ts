import { computed, percent } from "./testWorkbook.js";

test("the sheet shows what the rules say, with Ale's figures", () => {
  const rows = computed({
    enheter: [{ Kod: "OAN", Namn: "Omsorgs- och arbetsmarknadsnämnden", Typ: "Nämnd" }],
    mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Fler i arbete", Enhet: "OAN" }],
    matt: [
      { "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Andel unga", "Måttenhet": "%", Riktning: "Minska", "Målvärde": percent(0.055) },
      { "Mått-id": "MÅTT-2", "Mål-id": "MÅL-1", "Mått": "Andel nyanlända", "Måttenhet": "%", Riktning: "Minska" },
    ],
    utfall: [
      { "Mått-id": "MÅTT-1", Period: "April 2019", Utfall: percent(0.055) },
      { "Mått-id": "MÅTT-2", Period: "T1 2018", Utfall: percent(0.142), Enhet: "OAN" },
      { "Mått-id": "MÅTT-2", Period: "T1 2019", Utfall: 14.8 },
    ],
  });
  expect(rows).toEqual([
    { attainment: 1, status: "Uppnått", trend: "Ej jämförbart", key: "201922|MÅTT-1|OAN" },
    { attainment: "", status: "Mål saknas", trend: "Ej jämförbart", key: "201822|MÅTT-2|OAN" },
    { attainment: "", status: "Mål saknas", trend: "Sämre", key: "201922|MÅTT-2|OAN" },
  ]);
});
