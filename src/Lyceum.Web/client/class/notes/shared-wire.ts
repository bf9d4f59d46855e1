import type { MissedNotes, SharedWire } from "./shared";
import { t } from "../words";

/** The notes at the school, as SharedNotesLines answers. */
export const schoolSharedNotes = (url: string): SharedWire => ({
  async read(after) {
    const answer = await fetch(`${url}?after=${after}`, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`The notes answered ${answer.status}.`);
    return await answer.json() as MissedNotes;
  },
  async write(update) {
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", RequestVerificationToken: token }, body: JSON.stringify({ update }) });
    if (answer.ok) return { kind: "done" };
    if (answer.status >= 500 || answer.status === 429) throw new Error(`The notes answered ${answer.status}.`);
    const problem = await answer.json().catch(() => ({})) as { title?: string };
    return { kind: "refused", message: problem.title ?? t("The note was not taken.") };
  },
});
