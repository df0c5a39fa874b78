// What must be true of a build, checked while webpack makes it: a build that breaks it fails.
import { gzipSync } from "node:zlib";

/** Modules that must never reach a user: the embedded Excel, the command line, and Microsoft's development client (its licence). */
const FORBIDDEN = /[\\/](src[\\/](workbench|cli)|node_modules[\\/]@microsoft[\\/]office-js|node_modules[\\/]@ironcalc)[\\/]/;

/** Modules that the first view must not wait for, however small an entry is otherwise: one file of 2018, used in a line of diagnosis. */
const ON_DEMAND = /[\\/]node_modules[\\/]@microsoft[\\/]office-js-helpers[\\/]/;

/** A webpack plugin: no forbidden module in any bundle, none in a first load that is for later, and each entry's first load within `entries[name]` bytes of gzipped JavaScript. */
export class BundleChecks {
  constructor({ entries }) {
    this.entries = entries;
  }

  apply(compiler) {
    const name = "BundleChecks";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const fail = (message) => compilation.errors.push(new compiler.webpack.WebpackError(message));

      compilation.hooks.finishModules.tap(name, (modules) => {
        for (const module of modules) {
          const resource = module.nameForCondition?.() ?? "";
          if (FORBIDDEN.test(resource)) fail(`${resource} must not be in a production bundle.`);
        }
      });

      compilation.hooks.afterChunks.tap(name, (chunks) => {
        for (const chunk of chunks) {
          if (!chunk.canBeInitial()) continue;
          for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) {
            const resource = module.nameForCondition?.() ?? "";
            if (ON_DEMAND.test(resource)) fail(`${resource} must be loaded on demand, not with the first view.`);
          }
        }
      });

      compilation.hooks.afterProcessAssets.tap(name, () => {
        for (const [entry, limit] of Object.entries(this.entries)) {
          const files = compilation.entrypoints.get(entry)?.getFiles().filter((file) => file.endsWith(".js"));
          if (files === undefined || files.length === 0) {
            fail(`The entry ${entry} is missing from the build.`);
            continue;
          }
          const size = files.reduce((sum, file) => sum + gzipSync(compilation.getAsset(file).source.buffer(), { level: 9 }).length, 0);
          const told = `${entry}: first load ${(size / 1024).toFixed(1)} KiB gzipped JavaScript, limit ${(limit / 1024).toFixed(0)} KiB`;
          compilation.getLogger(name).info(told);
          if (size > limit) fail(`${told}. Load on demand what the first view does not need.`);
        }
      });
    });
  }
}
