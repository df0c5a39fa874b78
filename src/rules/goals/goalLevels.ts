import type { Mal } from "../../registers/registers.js";

type Level = Mal["niva"];

/** A goal that is carried out by the activities below it rather than reached: after Ovanåker, Kvalitetsbokslut 2017. */
export function isQualityInitiative({ values }: { readonly values: Pick<Mal, "niva"> }): boolean {
  return values.niva === "Kvalitetsinsats";
}

/**
 * Whether a goal of this level ought to have measures of its own, given the levels right below it. Areas and directions are headings over goals; a priority is
 * measured through whatever is below it, other goals through the goals below them but not through directions. A quality initiative is followed up through its
 * activities. Source: F4, R25; Ovanåker 1.5.
 */
export function shouldBeMeasured(niva: Level, levelsBelow: readonly Level[]): boolean {
  if (niva === "Målområde" || niva === "Inriktning" || niva === "Kvalitetsinsats") return false;
  return niva === "Prioriterat mål" ? levelsBelow.length === 0 : levelsBelow.every((level) => level === "Inriktning");
}

/** Whether it is something to reach, which somebody may judge: not a direction, which tells how, nor a quality initiative, which is carried out. */
export function isJudged({ values: { niva } }: { readonly values: Pick<Mal, "niva"> }): boolean {
  return niva !== "Inriktning" && niva !== "Kvalitetsinsats";
}
