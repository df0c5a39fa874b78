import { registers } from "../../src/registers/registers.js";
import { templateSheets } from "../../src/registers/template.js";

const sheets = templateSheets(registers);

describe("the template", () => {
  it("has a sheet for each register in order, and the lists last", () => {
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      "Inställningar", "Enheter", "Dokument", "Texter", "Mål", "Kriterier", "Mått", "Utfall", "Uppdrag", "Aktiviteter", "Uppföljning",
      "Resurser", "Kontroller", "Kontrollresultat", "Beslut", "Händelser", "Synpunkter", "Klarmarkering", "Godtaganden", "Ursprung", "Listor",
    ]);
  });

  it("keeps to Excel's limits on help texts and names", () => {
    for (const { columns, names } of sheets) {
      for (const { prompt } of columns) {
        expect(prompt.title.length).toBeLessThanOrEqual(32);
        expect(prompt.message.length).toBeLessThanOrEqual(255);
      }
      for (const { name } of names) expect(name).toMatch(/^[A-Z][a-z]+_[A-Za-z0-9_]+$/u);
    }
  });

  it("names the source of every drop-down once", () => {
    const names = sheets.flatMap((sheet) => sheet.names.map(({ name }) => `=${name}`));
    const sources = sheets.flatMap(({ columns, cellDropDowns }) => [...columns.map(({ dropDown }) => dropDown?.source), ...cellDropDowns.map(({ dropDown }) => dropDown.source)]);
    expect(new Set(names).size).toBe(names.length);
    for (const source of sources) if (source !== undefined) expect(names).toContain(source);
  });

  it("gives each list's name the cells that hold its words", () => {
    const lists = sheets.at(-1);
    expect(lists?.names.find(({ name }) => name === "Lista_Matt_riktning")?.formula).toMatch(/^=Listor!\$[A-Z]\$2:\$[A-Z]\$6$/u);
    const column = lists?.columns.findIndex(({ header }) => header === "Mått: Riktning") ?? -1;
    expect(lists?.body.values.map((row) => row[column]).filter((word) => word !== "")).toEqual(["Öka", "Minska", "Inom intervall", "Ja/Nej", "Följs"]);
  });

  it("proposes words where any text may be written, and stops other words where the list is all there is", () => {
    const dropDown = (table: string, header: string) => sheets.find((sheet) => sheet.table === table)?.columns.find((column) => column.header === header)?.dropDown;
    expect(dropDown("Uppdrag", "Givare")).toEqual({ source: "=Lista_Uppdrag_givare", strict: false });
    expect(dropDown("Uppfoljning", "Status")).toEqual({ source: "=Lista_Uppfoljning_status", strict: true });
    expect(dropDown("Uppdrag", "Huvudansvarig")).toEqual({ source: "=Id_Enheter", strict: false });
    // An id of any register, and several codes in one cell, cannot be chosen from one list.
    expect(dropDown("Uppfoljning", "Avser")).toBeUndefined();
    expect(dropDown("Uppdrag", "Medansvariga")).toBeUndefined();
  });

  it("writes every setting with its default and what it means", () => {
    const rows = sheets[0]?.body.values ?? [];
    expect(rows.map(([key]) => key)).toEqual([
      "kommun", "enhet", "period", "grans-delvis", "minska-formel", "noll-regel", "tak-100", "trend-mot", "tidigare-ar", "diagram", "rapportering", "delar-till",
      "lss-namn", "lss-lagrum", "lss-rapportering", "sol-namn", "sol-lagrum", "sol-rapportering", "smatal-grans", "regler-av",
    ]);
    expect(rows.map(([, value]) => value)).toEqual([
      "", "", "", 0.9, "målvärde / utfall", "tom", "Nej", "samma period förra året", 0, "Nej", "tertial", "augusti",
      "lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS", "9 §", "28 f–28 h §§", "socialtjänstlagen (2025:400), SoL", "11 kap. 1 § och 12 kap. 1 §", "34 kap. 1–3 §§", 5, "",
    ]);
    for (const [, , explanation] of rows) expect(explanation).not.toBe("");
  });

  it("gives the other registers one empty row, with formulas where Excel computes", () => {
    const utfall = sheets.find(({ table }) => table === "Utfall");
    expect(utfall?.body.values).toHaveLength(1);
    const calculated = utfall?.columns.filter((column) => column.calculated) ?? [];
    expect(calculated.filter(({ hidden }) => !hidden).map(({ header }) => header)).toEqual(["Måluppfyllelse", "Status", "Trend", "Periodnyckel"]);
    expect(utfall?.columns.slice(12).every(({ hidden }) => hidden)).toBe(true);
    expect(utfall?.body.values[0]?.slice(0, 8).every((value) => value === "")).toBe(true);
  });
});
