import { join } from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import { BundleChecks } from "./scripts/bundleChecks.mjs";
import { BundleLicences } from "./scripts/bundleLicences.mjs";

const root = import.meta.dirname ?? fileURLToPath(new URL(".", import.meta.url));

/** The address in manifest.xml, for development. */
const DEVELOPMENT_URL = "https://localhost:3000";

// Fluent's styles are <style> elements made at run time, so 'unsafe-inline' for styles; scripts have no such exception.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The https address that `--env url=…` gives for the manifest, without a slash at its end. */
function addressFor(url) {
  if (!URL.canParse(url) || new URL(url).protocol !== "https:") throw new Error(`--env url=${url}: Excel loads add-ins from https addresses only.`);
  return new URL(url).href.replace(/\/$/, "");
}

/** What both bundles have in common: TypeScript, and a cache that makes the next build quick. */
const anyBundle = (env, name) => ({
  name,
  context: root,
  resolve: { extensions: [".ts", ".tsx", ".js"], extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
  module: {
    ...(env.bench ? { parser: { javascript: { importMeta: false, createRequire: false } } } : {}),
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: { jsc: { target: "es2020", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
      },
    ],
  },
  // SWC makes as small a bundle as webpack's own Terser, in a third of the time.
  optimization: { minimizer: [new MinimizerPlugin({ test: /\.js$/, minify: MinimizerPlugin.swcMinify, extractComments: false })] },
  // BundleChecks measures what users wait for; webpack's own limits measure bytes before compression.
  performance: { hints: false },
  stats: "errors-warnings",
  devtool: env.WEBPACK_SERVE || env.WEBPACK_WATCH ? "source-map" : false,
  cache: { type: "filesystem", cacheDirectory: join(root, ".cache/webpack"), buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
});

/** The page around the pane in the workbench, for this machine alone: `--env workbench`. */
const workbenchPage = (env) => ({
  ...anyBundle(env, "workbench"),
  target: ["web", "es2022"],
  entry: { workbench: "./src/workbench/page/index.tsx" },
  output: { path: join(root, ".cache/workbench-page"), filename: "[name].[contenthash:8].js", publicPath: "/", clean: true },
  // It never leaves this machine: making it small would take twice as long as all the rest, at every change.
  optimization: { minimize: false },
  plugins: [new HtmlPlugin({ template: "src/workbench/page/index.html", scriptLoading: "defer" })],
});

/** The benchmark, compiled as what ships is: `--env bench`. */
const benchmark = (env) => ({
  ...anyBundle(env, "bench"),
  target: "node20",
  entry: { main: "./bench/main.ts" },
  output: { path: join(root, ".cache/bench"), filename: "[name].mjs", module: true, chunkFormat: "module", clean: true },
  experiments: { outputModule: true },
  optimization: { minimize: false },
});

export default (env = {}) => {
  if (env.workbench) return workbenchPage(env);
  if (env.bench) return benchmark(env);
  // An empty address (`--env url=`) comes as a key without a value: a mistake, and no wish for the development address.
  const url = "url" in env ? addressFor(String(env.url ?? "")) : DEVELOPMENT_URL;
  return {
    ...anyBundle(env, "add-in"),
    target: ["web", "es2020"],
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: { path: join(root, "dist"), filename: "[name].[contenthash:8].js", clean: true },
    plugins: [
      // One page for pane and ribbon commands: the shared runtime of manifest.xml.
      new HtmlPlugin({ filename: "taskpane.html", template: "src/taskpane/taskpane.html", scriptLoading: "defer", templateParameters: { contentSecurityPolicy } }),
      new CopyPlugin({
        patterns: [
          { from: "manifest.xml", to: "manifest.xml", transform: (content) => content.toString().replaceAll(DEVELOPMENT_URL, url) },
          { from: "assets/*.png", to: "assets/[name][ext]" },
          { from: "src/support/support.html", to: "support.html" },
          // Opened from the pane as examples.
          { from: "samples/*.xlsx", to: "samples/[name][ext]" },
          // Shown by the pane's guide.
          { from: "docs/pictures/guide-*.png", to: "guide/[name][ext]" },
          { from: "LICENSE", to: "LICENSE.txt", toType: "file" },
        ],
      }),
      new BundleLicences(),
      // A build that is made anew at each change is not what users wait for.
      new BundleChecks({ entries: env.WEBPACK_WATCH ? {} : { taskpane: 150 * 1024 } }),
    ],
  };
};
