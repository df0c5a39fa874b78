import { mappingText } from "../intake/mappingFile.js";
import { acceptFinding, takeBack } from "../usecases/acceptFinding.js";
import { applyFixes } from "../usecases/applyFixes.js";
import { beginPeriod, planPeriod } from "../usecases/beginPeriod.js";
import { buildReport } from "../usecases/buildReport.js";
import { chosenLanguage, chooseLanguage } from "../usecases/chooseLanguage.js";
import { chooseUnitAndPeriod } from "../usecases/chooseUnitAndPeriod.js";
import { createTemplate } from "../usecases/createTemplate.js";
import { checksLive, chooseLiveCheck } from "../usecases/chooseLiveCheck.js";
import { workbookChecks } from "../usecases/liveCheck.js";
import { openExample, type FetchFile } from "../usecases/openExample.js";
import type { WorkbookPort } from "../usecases/port.js";
import { previewReport } from "../usecases/previewReport.js";
import { KeptForms } from "../usecases/round/keptForms.js";
import { switchRule } from "../usecases/switchRule.js";
import { mappingFromFile } from "../usecases/takeIn/mappingFromFile.js";
import { previewIntake } from "../usecases/takeIn/previewIntake.js";
import { takeIn } from "../usecases/takeIn/takeIn.js";
import type { PaneActions } from "./paneActions.js";
import type { RoundActions } from "./round/roundActions.js";

/**
 * The pane's actions in a workbook. Runs in the page as well as in a worker.
 * @param today Gives the day's serial number, for checks and dates.
 * @param fetchFile Fetches a file that lies beside the page.
 */
export function actionsOn(port: WorkbookPort, today: () => number, fetchFile: FetchFile = fetchBeside): PaneActions {
  const checks = workbookChecks(port);
  const kept = new KeptForms();
  // On demand: sheets out and answers in are four weeks of the year.
  const round = async (): Promise<RoundActions> => (await import("./round/roundInWorkbook.js")).roundInWorkbook(port, today, () => crypto.randomUUID(), kept);
  return {
    check: (work) => checks.everything(today(), work),
    checkChanges: (changed) => checks.changes(changed, today()),
    watch: async (onChange) => {
      const stop = await port.watch(onChange);
      // A handler that Excel would not let go of now, as when a cell is being edited, tells nobody anything any more.
      return () => void stop().catch(() => undefined);
    },
    checksLive: () => checksLive(port),
    chooseLiveCheck: (to) => chooseLiveCheck(port, to),
    preview: (request, work) => previewReport(port, { ...request, today: today() }, work),
    build: async (request, work) => {
      const { document: _standsOnTheSheet, ...outcome } = await buildReport(port, { ...request, today: today() }, work);
      return outcome;
    },
    goTo: ({ sheet, row, column }) => port.show({ sheet, cell: { row, column } }),
    goToSheet: (sheet) => port.show({ sheet }),
    fix: (findings) => applyFixes(port, findings, today()),
    accept: (finding, reason) => acceptFinding(port, finding, reason, today()),
    takeBack: (finding) => takeBack(port, finding, today()),
    choose: (choice) => chooseUnitAndPeriod(port, choice),
    switchRule: (ruleId, to) => switchRule(port, ruleId, to),
    planPeriod: (carry, work) => planPeriod(port, { carry, today: today() }, work),
    beginPeriod: (carry, work) => beginPeriod(port, { carry, today: today() }, work),
    previewIntake: (source, choices, work) => previewIntake(port, source, choices, today(), work),
    takeIn: (source, choices, work) => takeIn(port, source, choices, today(), work),
    mappingText: (mapping) => Promise.resolve(mappingText(mapping)),
    readMapping: (text) => new Promise((resolve) => resolve(mappingFromFile(text))),
    planRound: async (...about) => (await round()).planRound(...about),
    makeSheets: async (...about) => (await round()).makeSheets(...about),
    makeFiles: async (...about) => (await round()).makeFiles(...about),
    openFile: async (bytes) => (await round()).openFile(bytes),
    lookAtAnswers: async (...about) => (await round()).lookAtAnswers(...about),
    collectAnswers: async (...about) => (await round()).collectAnswers(...about),
    roundState: async (...about) => (await round()).roundState(...about),
    createRegisters: (areas) => createTemplate(port, {}, areas),
    openExample: (example) => openExample(port, example, fetchFile),
    chosenLanguage: () => chosenLanguage(port),
    chooseLanguage: (language) => chooseLanguage(port, language),
  };
}

async function fetchBeside(path: string): Promise<Uint8Array> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
