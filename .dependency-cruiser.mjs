// Which layer may import which. Layers point inward: taskpane, commands and cli → usecases → reports → rules → registers.
// test/layers proves each rule with a planted import.

const pure = ["registers", "rules", "reports"];

/** For each folder of src, the folders of src that it may import besides itself. */
const mayImport = {
  registers: [],
  rules: ["registers"],
  reports: ["rules", "registers"],
  intake: ["registers"],
  updating: ["rules", "registers"],
  round: ["updating", "intake", "rules", "registers"],
  files: ["xlsx", "round", "intake", "registers"],
  usecases: ["files", "round", "updating", "intake", ...pure],
  excel: ["usecases/(port|workbookError)\\.ts", "round", "intake", ...pure],
  taskpane: ["commands", "usecases", "excel", "round", "updating", "intake", ...pure],
  commands: ["usecases", "excel", ...pure],
  xlsx: [],
  formulas: [],
  workbench: ["xlsx", "formulas"],
};

const source = (parts) => `^src/(${parts.join("|")})(/|$)`;
const packages = (names) => `(^|/)node_modules/(${names.join("|")})/`;

/** What ends up in the browser: everything but the command line and the workbench. */
const shipped = Object.keys(mayImport).filter((layer) => layer !== "workbench");

const layerRules = Object.entries(mayImport).map(([layer, others]) => ({
  name: `${layer}-imports-inward`,
  comment: others.length === 0 ? `${layer} stands alone.` : `${layer} may import ${others.join(", ")} and nothing else of src.`,
  severity: "error",
  from: { path: source([layer]) },
  to: { path: "^src/", pathNot: [source([layer]), ...(others.length === 0 ? [] : [source(others)])] },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    {
      name: "workbench-stays-out-of-production",
      comment: "The embedded Excel runs Microsoft's development client, which must never ship. Only the command line and tests use it.",
      severity: "error",
      from: { path: source(shipped) },
      to: { path: [source(["workbench", "cli"]), packages(["@microsoft/office-js"])] },
    },
    {
      name: "no-node-in-the-browser",
      comment: "These folders run in the task pane, or must be able to.",
      severity: "error",
      from: { path: source(shipped) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-node-in-the-embedded-excel",
      comment: "It runs in the workbench's page as well as in Node.",
      severity: "error",
      from: { path: source(["workbench"]), pathNot: source(["workbench/(server|try)", "workbench/client\\.ts"]) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "page-knows-no-server",
      comment: "What serves the workbench's page, loads the client into Node or runs scripts stays outside the browser.",
      severity: "error",
      from: { path: source(["workbench"]), pathNot: source(["workbench/(server|try)"]) },
      to: { path: source(["workbench/(server|try)", "workbench/client\\.ts"]) },
    },
    {
      name: "react-only-in-the-pane",
      comment: "The domain and the host adapter are used without a pane: by commands, by the command line, by tests; the embedded Excel without its page.",
      severity: "error",
      from: { path: "^src/", pathNot: source(["taskpane", "workbench/page"]) },
      to: { path: packages(["react", "react-dom", "@fluentui/[^/]+"]) },
    },
    {
      name: "no-development-packages-in-production",
      severity: "error",
      from: { path: source(shipped) },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tests-and-scripts-stay-outside",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-unresolved", comment: "A misspelt path, or a package missing from package.json.", severity: "error", from: { path: "^(src|test|scripts|bench)/" }, to: { couldNotResolve: true } },
  ],
  options: {
    // Imports that only name types count too: they tie the layers together just as much for whoever reads them.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
