import type { Tab } from "./panel";

export interface KeyActions {
  microphone(): void; camera(): void; hand(): void; lost(): void; write(tab: Tab): void; tab(tab: Tab): void; turn(step: 1 | -1): void; skip(ms: number): void;
  toggle(): void; faster(step: 1 | -1): void; choose(index: number): void; answer(): void; back(): void; where(): void; help(): void; escape(): void; draw(): void; undo(): void; present(): void; float(): void;
}

export interface KeyNow { hasEnded: boolean; asksPoll: boolean; singleKeys: boolean }

/** Each key and what it does, in the order in which the list shows them. */
export const keyList: { keys: string; does: string; when?: "live" | "replay" }[] = [
  { keys: "M", does: "Mute or unmute yourself", when: "live" },
  { keys: "V", does: "Turn your camera on or off", when: "live" },
  { keys: "H", does: "Raise or lower your hand", when: "live" },
  { keys: "L", does: "Say that you are lost here" },
  { keys: "C", does: "Write in the chat" },
  { keys: "Q", does: "Ask a question" },
  { keys: "N", does: "Write a note for yourself" },
  { keys: "P", does: "Show who is here" },
  { keys: "O", does: "Show the polls" },
  { keys: "R", does: "Show the breakout rooms", when: "live" },
  { keys: "S", does: "Hand over to the next presenter, if you lead", when: "live" },
  { keys: "1 – 9", does: "Choose an option of the poll" },
  { keys: "Enter", does: "Answer the poll" },
  { keys: "← →", does: "Turn the slides", when: "live" },
  { keys: "← →", does: "Back or forward 10 seconds", when: "replay" },
  { keys: "Page ↑ ↓", does: "Turn the slides", when: "replay" },
  { keys: "K", does: "Play or pause" },
  { keys: "< >", does: "Slower or faster" },
  { keys: "D", does: "Draw on the slide, or point at it", when: "live" },
  { keys: "I", does: "Show the speaker in a window of its own, or take it back", when: "live" },
  { keys: "B", does: "Back to the presenter and to live" },
  { keys: "W", does: "Say where we are" },
  { keys: "Esc", does: "Close what is open, back to the stage" },
  { keys: "?", does: "Show this list" },
];

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])") !== null;
const isControl = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("button, a, [role=slider], summary") !== null;

/** True when the key was one of ours. */
export function onKey(event: KeyboardEvent, now: KeyNow, act: KeyActions): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping(event.target)) return done(() => act.undo());
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (event.key === "Escape") return done(() => act.escape());
  if (isTyping(event.target)) return false;
  const way = document.dir === "rtl" ? -1 : 1;
  switch (event.key) {
    case "ArrowLeft": case "ArrowRight": {
      if (event.target instanceof HTMLInputElement) return false;
      const step = (event.key === "ArrowRight" ? way : -way) as 1 | -1;
      return done(() => now.hasEnded ? act.skip(step * 10_000) : act.turn(step));
    }
    case "PageDown": return done(() => act.turn(1));
    case "PageUp": return done(() => act.turn(-1));
    case "Enter": return now.asksPoll && !isControl(event.target) && done(() => act.answer());
  }
  return now.singleKeys && single(event.key, act, now);
}

function single(key: string, act: KeyActions, now: KeyNow): boolean {
  if (now.asksPoll && /^[1-9]$/.test(key)) return done(() => act.choose(Number(key) - 1));
  switch (key.toLowerCase()) {
    case "m": return !now.hasEnded && done(() => act.microphone());
    case "v": return !now.hasEnded && done(() => act.camera());
    case "h": return done(() => act.hand());
    case "l": return done(() => act.lost());
    case "c": return done(() => act.write("chat"));
    case "q": return done(() => act.write("questions"));
    case "n": return done(() => act.write("notes"));
    case "p": return done(() => act.tab("people"));
    case "o": return done(() => act.tab("polls"));
    case "r": return !now.hasEnded && done(() => act.tab("breakouts"));
    case "s": return !now.hasEnded && done(() => act.present());
    case "k": return done(() => act.toggle());
    case "d": return !now.hasEnded && done(() => act.draw());
    case "i": return !now.hasEnded && done(() => act.float());
    case "b": return done(() => act.back());
    case "w": return done(() => act.where());
    case "<": return done(() => act.faster(-1));
    case ">": return done(() => act.faster(1));
    case "?": return done(() => act.help());
    default: return false;
  }
}

function done(run: () => void): true {
  run();
  return true;
}
