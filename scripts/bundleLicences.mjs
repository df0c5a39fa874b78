// What the packages in the bundles are licensed under: listed in dist/licences.txt for whoever installs the add-in, and refused when it is anything that asks more than to be named.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences that allow shipping in a bundle as long as their text goes along. https://spdx.org/licenses/ */
const PERMISSIVE = new Set(["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"]);

/** npm runs these on the machine of whoever installs: nothing that reaches a user may need them. */
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

/** The folder of the package that a module is in: the nearest package.json with a name and a version, since some have more of them inside. */
function packageFolder(resource) {
  for (let folder = dirname(resource); /[\\/]node_modules[\\/]/.test(folder); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (!existsSync(file)) continue;
    const { name, version } = JSON.parse(readFileSync(file, "utf8"));
    if (name !== undefined && version !== undefined) return folder;
  }
  return undefined;
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), "utf8").trim();
}

/** A webpack plugin: emits licences.txt, and fails the build for a package that may not ship. */
export class BundleLicences {
  apply(compiler) {
    const name = "BundleLicences";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const { Compilation, WebpackError, sources } = compiler.webpack;
      // Other plugins' assets are of no concern: the list is made of modules.
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folders = new Set();
        for (const module of compilation.modules) {
          // Modules that were joined into one name it alone; each is among the modules of its own right before that.
          for (const { resource } of [module, ...(module.modules ?? [])]) {
            const folder = resource === undefined ? undefined : packageFolder(resource);
            if (folder !== undefined) folders.add(folder);
          }
        }
        const packages = [...folders].map((folder) => ({ folder, ...JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) }));
        packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        for (const { name: shipped, license, scripts = {} } of packages) {
          if (!PERMISSIVE.has(license)) compilation.errors.push(new WebpackError(`${shipped} is in the bundle, and its licence ${String(license)} is not one that we ship.`));
          if (INSTALL_SCRIPTS.some((script) => script in scripts)) compilation.errors.push(new WebpackError(`${shipped} is in the bundle, and runs a script when it is installed.`));
        }
        const texts = packages.map(({ folder, name: shipped, version, license }) => [`${shipped} ${version} (${license})`, licenceText(folder)].filter((text) => text !== undefined).join("\n\n"));
        compilation.emitAsset("licences.txt", new sources.RawSource(`Måltavla ships code of these packages.\n\n${texts.join("\n\n----------\n\n")}\n`));
      });
    });
  }
}
