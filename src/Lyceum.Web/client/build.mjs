// Bundles islands and styles into wwwroot/built and draws the icon sprite. `node build.mjs --debug` adds source maps.
import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drawSprite } from "./sprite.mjs";

const client = path.dirname(fileURLToPath(import.meta.url));
const built = path.join(client, "../wwwroot/built");
const debug = process.argv.includes("--debug");

const filesIn = (folder, suffix) =>
  readdirSync(path.join(client, folder))
    .filter(name => name.endsWith(suffix) && !name.endsWith(`.test${suffix}`))
    .map(name => path.join(client, folder, name));

// Browsers that read KaTeX's style sheet all know woff2; the older formats would only be copied for nobody.
const modernFontsOnly = {
  name: "modern-fonts-only",
  setup: ({ onLoad }) =>
    onLoad({ filter: /katex\.(min\.)?css$/ }, ({ path: file }) => ({
      loader: "css",
      contents: readFileSync(file, "utf8").replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, ""),
    })),
};

// The board speaks our three languages, and asks nobody but the school for its fonts.
const boardOfOurOwn = {
  name: "board-of-our-own",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@excalidraw.excalidraw.dist.prod.locales.*\.js$/ }, ({ path: file }) =>
      /^(en|es-ES|ar-SA)-/.test(path.basename(file)) ? null : { contents: "export default {}", loader: "js" });
    onLoad({ filter: /@excalidraw.excalidraw.dist.prod.chunk-.*\.js$/ }, ({ path: file }) => ({
      loader: "js",
      contents: readFileSync(file, "utf8").replaceAll("https://esm.sh/", "${location.origin}/built/excalidraw/absent/"),
    }));
  },
};
const boardFonts = ["Cascadia", "ComicShanns", "Excalifont", "Liberation", "Lilita", "Nunito", "Virgil"];

const shared = {
  bundle: true,
  minify: true,
  sourcemap: debug ? "linked" : false,
  outdir: built,
  target: ["chrome123", "firefox121", "safari17.5"],
  logLevel: "warning",
  legalComments: "none",
};

// What each island imports at once, directly or through another, so that its page can name all of it.
const modulesOf = ({ outputs }) => {
  const from = path.relative(process.cwd(), built);
  const importedBy = (file, known = new Set()) => {
    for (const { path: imported } of outputs[file].imports.filter(one => one.kind === "import-statement" && !known.has(one.path) && outputs[one.path])) importedBy(imported, known.add(imported));
    return known;
  };
  return Object.fromEntries(Object.keys(outputs)
    .filter(file => outputs[file].entryPoint && path.dirname(file) === from)
    .map(file => [path.relative(from, file), [...importedBy(file)].map(imported => path.relative(from, imported))])
    .filter(([, imports]) => imports.length > 0));
};

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });

const [{ metafile }] = await Promise.all([
  build({
    metafile: true,
    ...shared,
    entryPoints: Object.fromEntries([
      ...filesIn("islands", ".ts").map(file => [path.basename(file, ".ts"), file]),
      ["pdf.worker", path.join(client, "node_modules/pdfjs-dist/build/pdf.worker.mjs")],
    ]),
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    assetNames: "assets/[name]-[hash]",
    loader: { ".woff2": "file" },
    plugins: [modernFontsOnly, boardOfOurOwn],
    conditions: ["production"],
    define: { "process.env.NODE_ENV": '"production"', "process.env.IS_PREACT": '"false"' },
    tsconfig: path.join(client, "tsconfig.json"),
  }),
  build({
    ...shared,
    entryPoints: [path.join(client, "styles/site.css"), ...filesIn("styles/pages", ".css")].map(file => ({
      in: file,
      out: path.basename(file, ".css"),
    })),
    external: ["/fonts/*"],
  }),
]);
for (const font of boardFonts)
  cpSync(path.join(client, "node_modules/@excalidraw/excalidraw/dist/prod/fonts", font), path.join(built, "excalidraw/fonts", font), { recursive: true });
writeFileSync(path.join(built, "modules.json"), JSON.stringify(modulesOf(metafile)));
writeFileSync(path.join(built, "icons.svg"), drawSprite(client));
