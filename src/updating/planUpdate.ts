import type { Register } from "../registers/register.js";
import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { registerKeys } from "../registers/workAreas.js";
import { append } from "../rules/goals/goalTree.js";
import { ownersAfterwards } from "./afterwards.js";
import { planAmongAlike } from "./amongAlike.js";
import type { BroughtRow } from "./broughtRow.js";
import { planByKey, type RegisterPlan } from "./byKey.js";
import { fitting, lackingIn } from "./fitting.js";
import { updateFinding } from "./messages.js";
import { rowsNoLongerBrought } from "./noLonger.js";
import { keyInWords } from "./rowKey.js";
import { meaningIn, type Meaning, type Standing } from "./standing.js";
import type { UpdatePlan } from "./updatePlan.js";

/**
 * What bringing rows to the registers comes to: rows are told by their key (a blank Enhet is the owner's, as the owners will be), values are compared and not their texts, and only those that are
 * brought. A register that the workbook lacks gets every row as a new one. Time grows with the rows. Source: issue 7, Write; model.md, Keys.
 */
export function planUpdate(contents: RegisterContents, settings: Settings, brought: readonly BroughtRow[]): UpdatePlan {
  const byRegister = new Map<RegisterKey, BroughtRow[]>();
  for (const row of brought) append(byRegister, row.register, row);
  const meaning = meaningIn(ownersAfterwards(contents, byRegister));
  const parts = registerKeys.flatMap((key): readonly (RegisterPlan & Pick<UpdatePlan, "missing">)[] => {
    const rows = byRegister.get(key);
    if (rows === undefined) return [];
    const standing: Standing | undefined = contents[key];
    const plan = planRegister(key, standing, rows, meaning, settings);
    return [{ ...plan, missing: standing === undefined ? [] : rowsNoLongerBrought(key, standing, rows, contents, meaning) }];
  });
  return {
    added: parts.flatMap(({ added }) => added),
    changed: parts.flatMap(({ changed }) => changed),
    unchanged: parts.flatMap(({ unchanged }) => unchanged),
    missing: parts.flatMap(({ missing }) => missing),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function planRegister(key: RegisterKey, standing: Standing | undefined, brought: readonly BroughtRow[], meaning: Meaning, settings: Settings): RegisterPlan {
  const register: Register = registers[key];
  const { rows, findings } = fitting(register, brought, standing, meaning.codeOf, settings);
  const there = standing ?? { sheet: register.sheet, rows: [], unusable: [], columnAt: everyColumn(register) };
  const isNameless = ({ values }: BroughtRow) => lackingIn(register, values).some((name) => register.uniqueBy.includes(name));
  const named = rows.filter((row) => !isNameless(row));
  const plan = register.uniqueBy.length === 0 ? planAmongAlike(key, there, named) : planByKey(key, there, named, meaning, settings);
  const isWhole = ({ values }: BroughtRow) => lackingIn(register, values).length === 0;
  const incomplete = [...rows.filter(isNameless), ...plan.added.map(({ row }) => row).filter((row) => !isWhole(row))].map((row) => {
    const headers = lackingIn(register, row.values).map((name) => register.columns[name]?.header ?? name);
    return updateFinding("uppdatering.ofullstandig-rad", { key: keyInWords(register, row.values), sheet: there.sheet, headers }, { register: register.table, at: row.origin.at });
  });
  return { ...plan, added: plan.added.filter(({ row }) => isWhole(row)), findings: [...findings, ...plan.findings, ...incomplete] };
}

/** As the register will be when it is made. */
function everyColumn({ columns }: Register): Standing["columnAt"] {
  return Object.fromEntries(Object.keys(columns).map((key, index) => [key, index]));
}
