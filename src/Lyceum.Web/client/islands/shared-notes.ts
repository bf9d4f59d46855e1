import "../class/notes/sheet";
import { SharedNotes } from "../class/notes/shared";
import type { SharedSheet } from "../class/notes/sheet";
import { schoolSharedNotes } from "../class/notes/shared-wire";
import { readWords } from "../class/words";
import { openShelf } from "../shared/shelf";

readWords(document);
const place = document.querySelector<HTMLElement>("shared-notes")!;
const sheet = document.createElement("shared-sheet") as SharedSheet;
const trouble = Object.assign(document.createElement("p"), { role: "alert" });
const notes = new SharedNotes(place.dataset.name!, openShelf(), schoolSharedNotes(place.dataset.url!), {
  changed: steps => sheet.take(steps),
  refused: message => { trouble.textContent = message; },
});
sheet.notes = notes;
sheet.mayWrite = true;
notes.follow(navigator.onLine);
window.addEventListener("online", () => notes.follow(true));
window.addEventListener("offline", () => notes.follow(false));
window.addEventListener("pagehide", () => notes.flush());
place.append(sheet, trouble);
