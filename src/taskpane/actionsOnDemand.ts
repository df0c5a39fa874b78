import type { PaneActions } from "./paneActions.js";

/**
 * The actions, loaded when one is first asked for: registers, rules and reports are more code than the first view, which needs none of it.
 * A load that fails is tried again the next time.
 */
export function actionsOnDemand(load: () => Promise<PaneActions>): PaneActions {
  let loaded: Promise<PaneActions> | undefined;
  const actions = (): Promise<PaneActions> => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  return {
    check: async (work) => (await actions()).check(work),
    checkChanges: async (changed) => (await actions()).checkChanges(changed),
    watch: async (onChange) => (await actions()).watch(onChange),
    checksLive: async () => (await actions()).checksLive(),
    chooseLiveCheck: async (to) => (await actions()).chooseLiveCheck(to),
    preview: async (request, work) => (await actions()).preview(request, work),
    build: async (request, work) => (await actions()).build(request, work),
    goTo: async (at) => (await actions()).goTo(at),
    goToSheet: async (sheet) => (await actions()).goToSheet(sheet),
    fix: async (findings) => (await actions()).fix(findings),
    accept: async (finding, reason) => (await actions()).accept(finding, reason),
    takeBack: async (finding) => (await actions()).takeBack(finding),
    choose: async (choice) => (await actions()).choose(choice),
    switchRule: async (...about) => (await actions()).switchRule(...about),
    planPeriod: async (...about) => (await actions()).planPeriod(...about),
    beginPeriod: async (...about) => (await actions()).beginPeriod(...about),
    previewIntake: async (...about) => (await actions()).previewIntake(...about),
    takeIn: async (...about) => (await actions()).takeIn(...about),
    mappingText: async (mapping) => (await actions()).mappingText(mapping),
    readMapping: async (text) => (await actions()).readMapping(text),
    createRegisters: async (areas) => (await actions()).createRegisters(areas),
    openExample: async (example) => (await actions()).openExample(example),
    planRound: async (...about) => (await actions()).planRound(...about),
    makeSheets: async (...about) => (await actions()).makeSheets(...about),
    makeFiles: async (...about) => (await actions()).makeFiles(...about),
    openFile: async (bytes) => (await actions()).openFile(bytes),
    lookAtAnswers: async (...about) => (await actions()).lookAtAnswers(...about),
    collectAnswers: async (...about) => (await actions()).collectAnswers(...about),
    roundState: async (...about) => (await actions()).roundState(...about),
    chosenLanguage: async () => (await actions()).chosenLanguage(),
    chooseLanguage: async (language) => (await actions()).chooseLanguage(language),
  };
}
