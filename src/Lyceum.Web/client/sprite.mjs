// Draws one SVG sprite of the icons in use: those in icons.txt (chosen while running) and those named in pages and islands.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const { icons, aliases } = createRequire(import.meta.url)("@iconify-json/lucide/icons.json");
// The stroke stands once in the style sheet (components/icon.css), not on every path.
const repeated = / (?:fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/g;

function* sourcesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") yield* sourcesUnder(full);
    else if (/\.(cshtml|cs|ts)$/.test(entry.name)) yield full;
  }
}

function namesInUse(client) {
  const chosenWhileRunning = readFileSync(path.join(client, "icons.txt"), "utf8").split(/\s+/).filter(Boolean);
  const names = new Set(chosenWhileRunning);
  for (const folder of [client, path.join(client, "../Features")])
    for (const file of sourcesUnder(folder))
      for (const [, , name] of readFileSync(file, "utf8").matchAll(/(<icon [^>]*?name="|\bicon\(")([a-z0-9-]+)"/g)) names.add(name);
  return [...names].sort();
}

export function drawSprite(client) {
  const unknown = [];
  const symbols = namesInUse(client).map(name => {
    const body = (icons[name] ?? icons[aliases?.[name]?.parent])?.body;
    if (!body) unknown.push(name);
    return `<symbol id="${name}" viewBox="0 0 24 24">${body?.replace(repeated, "").replace(/^<g>(.*)<\/g>$/, "$1")}</symbol>`;
  });
  if (unknown.length) throw new Error(`No lucide icon is called ${unknown.join(", ")}.`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}
