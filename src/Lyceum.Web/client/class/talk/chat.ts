import { bare } from "../breakouts/within";
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../shared/icon";
import type { ChatLine, ReactionKind } from "../log/events.generated";
import { face } from "../people/face";
import { reactions } from "../stage/film";
import { clockText } from "../log/offset";
import { linesInPlace, nameOf, takesPart, type RoomView } from "../view";
import { count, t } from "../words";

/** Where somebody is in the chat: in one thread or in all of it, choosing a sign for a line, writing to the staff alone. */
export interface Talking { thread: number | null; signing: number | null; toStaff: boolean }

type Go = (next: Partial<Talking>) => void;

export function chat(view: RoomView, talking: Talking, go: Go) {
  const lines = view.room.playhead.following ? view.state.chat : linesInPlace(view.state);
  const shown = talking.thread === null ? lines : lines.filter(l => l.id === talking.thread || l.replyTo === talking.thread);
  const waiting = view.room.outbox.pending.map(({ key, command }) => ({ key, command: bare(command) })).flatMap(({ key, command }) => command.type === "postChat" && (talking.thread === null || command.replyTo === talking.thread) ? [{ key, command }] : []);
  if (talking.thread === null && shown.length + waiting.length === 0) return html`<p class="room-empty">${t("Nobody has written yet. What you write here is for everybody in the class.")}</p>`;
  return html`${talking.thread === null ? nothing : html`<p class="room-thread-head"><button class="room-link" type="button" @click=${() => go({ thread: null })}>${icon("arrow-left")}${t("All of the chat")}</button></p>`}
    <ol>
    ${repeat(shown, line => line.id, line => chatLine(line, view, talking, go))}
    ${waiting.map(({ command }) => html`<li class="room-line" data-pending>${face(view.tail.people[view.me]?.name ?? "")}
      <div><header><b>${t("You")}</b><span>${t("sending…")}</span></header><p dir="auto">${command.text}</p></div></li>`)}
  </ol>`;
}

/** Taken away since, though the playhead stands before that. */
const isGone = (line: ChatLine, view: RoomView) => line.isRemoved || (view.tail.chat.find(l => l.id === line.id)?.isRemoved ?? false);

function chatLine(line: ChatLine, view: RoomView, talking: Talking, go: Go) {
  const gone = isGone(line, view);
  const replies = view.state.chat.filter(l => l.replyTo === line.id).length;
  const mayRemove = !gone && view.room.lineState !== "shut" && (view.leads || line.personId === view.me);
  const mayTalk = !gone && takesPart(view);
  return html`<li class="room-line" ?data-late=${line.isLate} ?data-removed=${gone} ?data-reply=${line.replyTo !== null}>
    ${face(view.tail.people[line.personId]?.name ?? "")}
    <div>
      <header><b>${nameOf(view, line.personId)}</b><span>${clockText(line.offsetMs)}${line.isLate ? ` · ${t("written later")}` : nothing}</span>
        ${line.isToStaff ? html`<span class="room-to-staff">${icon("lock")}${view.isStaff ? t("to the staff") : t("only you and the staff")}</span>` : nothing}</header>
      ${line.replyTo !== null && talking.thread === null ? quote(line.replyTo, view, go) : nothing}
      <p dir="auto">${gone ? t("This line was removed.") : line.text}</p>
      ${gone ? nothing : signs(line, view)}
      <p class="room-line-actions">
        ${replies > 0 && talking.thread === null ? html`<button class="room-link" type="button" @click=${() => go({ thread: line.id })}>${count("{0} reply", "{0} replies", replies)}</button>` : nothing}
        ${mayTalk ? html`
          ${talking.thread === null ? html`<button class="room-link" type="button" aria-label=${t("Reply to {0}", nameOf(view, line.personId))} @click=${() => go({ thread: line.replyTo ?? line.id })}>${t("Reply")}</button>` : nothing}
          <button class="room-link" type="button" aria-expanded=${talking.signing === line.id} aria-label=${t("React to {0}", nameOf(view, line.personId))} @click=${() => go({ signing: talking.signing === line.id ? null : line.id })}>${t("React")}</button>` : nothing}
        ${mayRemove ? html`<button class="room-link" type="button" @click=${() => view.room.send({ type: "removeChat", lineId: line.id })}>${t("Remove")}</button>` : nothing}
      </p>
      ${mayTalk && talking.signing === line.id ? choose(line, view, go) : nothing}
    </div>
  </li>`;
}

function quote(id: number, view: RoomView, go: Go) {
  const first = view.state.chat.find(l => l.id === id);
  if (!first) return nothing;
  return html`<button class="room-quote" type="button" @click=${() => go({ thread: id })}><b>${nameOf(view, first.personId)}</b> <span dir="auto">${isGone(first, view) ? t("This line was removed.") : first.text}</span></button>`;
}

const toggle = (line: ChatLine, kind: ReactionKind, view: RoomView) => view.room.send({ type: "reactToLine", lineId: line.id, kind });

function signs(line: ChatLine, view: RoomView) {
  if (line.signs.length === 0) return nothing;
  const kinds = (Object.keys(reactions) as ReactionKind[]).map(kind => ({ kind, who: line.signs.filter(s => s.kind === kind) })).filter(k => k.who.length > 0);
  return html`<p class="room-signs">${kinds.map(({ kind, who }) => html`<button type="button" aria-pressed=${who.some(s => s.personId === view.me)}
    title=${who.map(s => nameOf(view, s.personId)).join(", ")} aria-label=${`${t(reactions[kind].word)}: ${who.length}`} ?disabled=${view.room.setup.role === "observer"}
    @click=${() => toggle(line, kind, view)}><span aria-hidden="true">${reactions[kind].sign}</span>${who.length}</button>`)}</p>`;
}

const choose = (line: ChatLine, view: RoomView, go: Go) => html`<p class="room-signs" data-choose role="group" aria-label=${t("React")}>${Object.entries(reactions).map(([kind, { sign, word }]) => html`
  <button type="button" aria-label=${t(word)} @click=${() => { toggle(line, kind as ReactionKind, view); go({ signing: null }); }}><span aria-hidden="true">${sign}</span></button>`)}</p>`;
