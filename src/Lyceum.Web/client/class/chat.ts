import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ChatLine } from "./events.generated";
import { face } from "./face";
import { clockText } from "./offset";
import { nameOf, type RoomView } from "./view";
import { t } from "./words";

export function chat(view: RoomView) {
  const removed = new Set(view.tail.chat.filter(l => l.isRemoved).map(l => l.id));
  const lines = view.state.chat;
  const waiting = view.room.outbox.pending.flatMap(({ key, command }) => command.type === "postChat" ? [{ key, text: command.text }] : []);
  if (lines.length + waiting.length === 0) return html`<p class="room-empty">${t("Nobody has written yet. What you write here is for everybody in the class.")}</p>`;
  return html`<ol>
    ${repeat(lines, line => line.id, line => chatLine(line, line.isRemoved || removed.has(line.id), view))}
    ${waiting.map(({ text }) => html`<li class="room-line" data-pending>${face(view.tail.people[view.me]?.name ?? "")}
      <div><header><b>${t("You")}</b><span>${t("sending…")}</span></header><p dir="auto">${text}</p></div></li>`)}
  </ol>`;
}

function chatLine(line: ChatLine, isRemoved: boolean, view: RoomView) {
  const mayRemove = !isRemoved && (view.isStaff || line.personId === view.me);
  return html`<li class="room-line" ?data-late=${line.isLate} ?data-removed=${isRemoved}>
    ${face(view.tail.people[line.personId]?.name ?? "")}
    <div>
      <header><b>${nameOf(view, line.personId)}</b><span>${clockText(line.offsetMs)}${line.isLate ? ` · ${t("written later")}` : nothing}</span>
        ${mayRemove ? html`<button class="room-link" type="button" @click=${() => view.room.send({ type: "removeChat", lineId: line.id })}>${t("Remove")}</button>` : nothing}</header>
      <p dir="auto">${isRemoved ? t("This line was removed.") : line.text}</p>
    </div>
  </li>`;
}
