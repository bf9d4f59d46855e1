import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../../../../tests/Interop.Tests/Yjs/documents.json");
const documents = JSON.parse(readFileSync(file, "utf8")) as { text: string; updates: string[]; whole: string }[];
const bytes = (encoded: string) => new Uint8Array(Buffer.from(encoded, "base64"));

describe("the documents that the school reads too", () => {
  it.each(documents.map((document, i) => [i, document] as const))("come to the same text here: %i", (_, { text, updates, whole }) => {
    for (const order of [updates, [...updates].reverse(), [whole]]) {
      const doc = new Y.Doc();
      for (const update of order) Y.applyUpdate(doc, bytes(update));
      expect(doc.getText("notes").toString()).toBe(text);
    }
  });
});
