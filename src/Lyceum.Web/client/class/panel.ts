import { html, nothing } from "lit";
import { icon } from "../shared/icon";
import type { BreakoutDesk } from "./breakouts/desk";
import { breakoutTab, hasBreakoutTab, roomCount } from "./breakouts/tab";
import { chat, type Talking } from "./talk/chat";
import { clockText } from "./log/offset";
import { notesSides, type NotesDesk } from "./notes/sides";
import { people } from "./people/people";
import type { Choosing } from "./polls/poll";
import { polls } from "./polls/polls";
import { questions } from "./talk/questions";
import { openedPolls, presentIn, type RoomView } from "./view";
import { t } from "./words";

export const tabs = ["chat", "questions", "people", "polls", "breakouts", "notes"] as const;
export type Tab = typeof tabs[number];

export const tabWord: Record<Tab, string> = { chat: "Chat", questions: "Questions", people: "People", polls: "Polls", breakouts: "Breakouts", notes: "Notes" };

/** Notes are kept for people of the school; breakout rooms are there for whoever leads, and for all while they are open. */
export const tabsOf = (view: RoomView): readonly Tab[] => tabs.filter(tab => tab === "notes" ? view.room.setup.notesUrl : tab !== "breakouts" || hasBreakoutTab(view));

export interface PanelState { tab: Tab; news: ReadonlySet<Tab>; choosing: Choosing; notes: NotesDesk; talking: Talking; breakouts: BreakoutDesk }
export interface PanelActions { open(tab: Tab): void; choose(next: Choosing): void; write(tab: Tab, text: string): void; talk(next: Partial<Talking>): void }

const counts = (view: RoomView): Record<Tab, number | null> => ({
  chat: view.state.chat.filter(l => !l.isRemoved).length,
  questions: view.state.questions.filter(q => !q.isRemoved).length,
  people: presentIn(view.state).length,
  polls: openedPolls(view.state).length,
  breakouts: roomCount(view),
  notes: null,
});

export function panel(view: RoomView, at: PanelState, actions: PanelActions) {
  const numbers = counts(view);
  const shown = tabsOf(view);
  return html`<section class="room-panel" aria-label=${t("Class panel")}>
    <div class="room-tabs" role="tablist" ?data-many=${shown.length > 5} aria-label=${t("Class panel")} @keydown=${(e: KeyboardEvent) => move(e, at.tab, shown, actions)}>
      ${shown.map(tab => html`<button role="tab" type="button" id="tab-${tab}" aria-controls="room-tabpanel" aria-selected=${tab === at.tab}
        tabindex=${tab === at.tab ? 0 : -1} ?data-news=${at.news.has(tab)} @click=${() => actions.open(tab)}>${t(tabWord[tab])}${numbers[tab] === null || (shown.length > 5 && numbers[tab] === 0) ? nothing : html`<span>${numbers[tab]}</span>`}</button>`)}
    </div>
    <div class="room-scroll" role="tabpanel" id="room-tabpanel" aria-labelledby="tab-${at.tab}" tabindex="0" data-tab=${at.tab}>${content(view, at, actions)}</div>
    ${composer(view, at, actions)}
  </section>`;
}

function content(view: RoomView, at: PanelState, actions: PanelActions) {
  switch (at.tab) {
    case "chat": return chat(view, at.talking, next => actions.talk(next));
    case "questions": return questions(view);
    case "people": return people(view);
    case "polls": return polls(view, at.choosing, next => actions.choose(next));
    case "breakouts": return breakoutTab(view, at.breakouts);
    case "notes": return notesSides(view, at.notes);
  }
}

function move(event: KeyboardEvent, tab: Tab, tabs: readonly Tab[], actions: PanelActions) {
  const step = ({ ArrowRight: 1, ArrowLeft: -1 } as Record<string, number>)[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const way = document.dir === "rtl" ? -step : step;
  const next = tabs[(tabs.indexOf(tab) + way + tabs.length) % tabs.length]!;
  actions.open(next);
  document.getElementById(`tab-${next}`)?.focus();
}

interface Composing { label: string; name: string; longest: number }

/** What one writes in this tab and where it will stand; null where one only reads. */
function composing(view: RoomView, tab: Tab, talking: Talking): Composing | null {
  const isLate = !view.room.playhead.following && view.tail.startedAt !== null;
  const at = clockText(view.position);
  if (tab === "notes") return { name: t("Write a note for yourself"), label: view.tail.startedAt ? t("Note at {0}", at) : t("Write a note for yourself"), longest: 2000 };
  if (view.room.setup.role === "observer" || view.room.visiting !== null || view.room.lineState === "shut" || view.state.phase === "closed") return null;
  if (tab === "chat" && talking.thread !== null) return { name: t("Write a reply"), label: t("Write a reply"), longest: 2000 };
  if (tab === "chat" && talking.toStaff) return { name: t("Write to the staff"), label: t("Write to the staff"), longest: 2000 };
  if (tab === "chat" && view.room.place !== null) return { name: t("Write to {0}", view.state.title), label: t("Write to {0}", view.state.title), longest: 2000 };
  if (tab === "chat") return { name: t("Write to the class"), label: isLate ? t("Write at {0}", at) : t("Write to the class"), longest: 2000 };
  if (tab === "questions") return { name: t("Ask a question"), label: isLate ? t("Ask at {0}", at) : t("Ask a question"), longest: 600 };
  return null;
}

function composer(view: RoomView, { tab, talking, notes }: PanelState, actions: PanelActions) {
  if (tab === "notes" && notes.side === "shared") return nothing;
  const what = composing(view, tab, talking);
  if (!what) return nothing;
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLElement).closest("form")!.querySelector("textarea")!;
    if (!field.value.trim()) return;
    actions.write(tab, field.value.trim());
    field.value = "";
  };
  const enter = (event: KeyboardEvent) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event); };
  const mayWriteToStaff = tab === "chat" && talking.thread === null && !view.isStaff;
  return html`<form class="room-composer" @submit=${submit}>
    ${mayWriteToStaff ? html`<label class="room-check"><input type="checkbox" .checked=${talking.toStaff} @change=${(e: Event) => actions.talk({ toStaff: (e.target as HTMLInputElement).checked })} />${t("Only to the staff")}</label>` : nothing}
    <textarea rows="1" maxlength=${what.longest} placeholder=${what.label} aria-label=${what.name} enterkeyhint="send" dir="auto" @keydown=${enter}></textarea>
    <button class="room-send" type="submit" aria-label=${tab === "notes" ? t("Keep the note") : t("Send")}>${icon("arrow-up")}</button>
  </form>`;
}
