import { controlsOf } from "../../rules/controls/controls.js";
import { areaName, assessmentOf, followedControls, type FollowedControl } from "../internkontroll/controlReport.js";
import { introduction } from "../internkontroll/summary.js";
import { controlScale, legendOf } from "../scales.js";
import { countBlocks, wordsUsed, type Count } from "./countTable.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";

/** What the controls showed, by area. A control belongs to no unit, so they are those of the whole workbook, as in Intern kontroll. */
export function controlSection({ workbook, period }: OverviewInput): OverviewSection | undefined {
  const controls = controlsOf(workbook.contents);
  if (controls.inOrder.length === 0) return undefined;
  const groups = controls.areas.map((area) => ({
    name: area.sort === "Egenkontroll" ? `Egenkontroll: ${areaName(area)}` : areaName(area),
    items: followedControls({ controls, period }, area),
  }));
  const used = groups.flatMap(({ items }) => items.map(assessmentOf));
  const count: Count<FollowedControl> = {
    id: "kontroller-omrade", caption: "Uppföljningar av kontroller per område", by: "Område", what: "Uppföljningar", wordOf: assessmentOf, groups, words: wordsUsed(controlScale, used),
  };
  return {
    name: "Kontroller",
    told: introduction({ controls, period }),
    blocks: [sectionHeading("Kontroller", "kontroller"), legendOf(controlScale, used), ...countBlocks(count)],
  };
}
