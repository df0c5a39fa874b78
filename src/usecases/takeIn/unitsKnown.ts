import type { IntakeRow } from "../../intake/readProposals.js";
import { createDirectory } from "../../registers/reading/directory.js";
import { isTextList } from "../../registers/reading/lookUps.js";
import type { RegisterContents } from "../../registers/registers.js";
import type { FindUnit } from "../../registers/values/lead.js";

/** Finds units by code, name or alias: those of the register, and those that come in with the same sheets. */
export function unitsKnown(contents: RegisterContents, brought: readonly IntakeRow[] = []): FindUnit {
  const standing = (contents.enheter?.rows ?? []).map(({ values: { kod, namn, alias } }) => ({ kod, names: [namn, ...(alias ?? [])] }));
  const coming = brought.flatMap(({ register, values: { kod, namn, alias } }) => {
    if (register !== "enheter" || typeof kod !== "string") return [];
    return [{ kod, names: [...(typeof namn === "string" ? [namn] : []), ...(isTextList(alias) ? alias : [])] }];
  });
  const { directory } = createDirectory([...standing, ...coming].map(({ kod, names }, row) => ({ id: kod, names, row })));
  return (text) => {
    const found = directory.find(text);
    return found === undefined || found === "shared" ? undefined : found.id;
  };
}
