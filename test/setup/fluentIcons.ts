// Fluent's components show a few dozen icons, and the package that they take them from has thirty thousand: loading it is more than half of what a test of the pane takes to begin.
// Jest gives them this in its place (jest.config.mjs), which fetches an icon from the same package when it is asked for.
import { createRequire } from "node:module";

const PACKAGE = "../../node_modules/@fluentui/react-icons/lib-cjs";
/** What the package gives beside icons. */
const OTHERS = ["utils/constants", "utils/bundleIcon", "utils/createFluentIcon", "utils/wrapIcon", "utils/useIconState", "contexts/index"];
/** Jest's own, so that React and the rest are those of the test. */
const requires = createRequire(__filename);
const STYLED = /\d*(?:Regular|Filled|Light|Color)$/u;

/** Each icon has a file of its own, with all its sizes and styles: ChevronRight20Filled is in chevron-right. */
function fileOf(icon: string): string {
  return icon.replace(STYLED, "").replace(/(?<=[a-z0-9])(?=[A-Z])/gu, "-").toLowerCase();
}

function load(file: string): object {
  return requires(`${PACKAGE}/${file}.cjs`) as object;
}

function find(name: string): unknown {
  const files = STYLED.test(name) ? [`atoms/svg/${fileOf(name)}`] : OTHERS;
  const holder = files.map(load).find((file) => name in file);
  if (holder === undefined) throw new Error(`${name} is not in @fluentui/react-icons, or in another file than expected.`);
  return Reflect.get(holder, name);
}

module.exports = new Proxy({}, { get: (_icons, name) => (typeof name === "symbol" || name === "__esModule" ? name === "__esModule" : find(name)) });
