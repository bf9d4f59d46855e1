import type { ClassPerson, ClassPoll, ClassState, PollAnswer, PollResults, PollWord } from "./log/events.generated";
import type { ReplayMedia } from "./media/replay";
import type { MediaSession } from "./media/session";
import type { Room } from "./room";
import { answersPolls } from "./setup";
import { t } from "./words";

/** What the templates draw from: the class at the playhead, the class as it is known to its end, and who looks. */
export interface RoomView {
  readonly room: Room;
  readonly state: ClassState;
  readonly tail: ClassState;
  readonly position: number;
  readonly me: string;
  readonly isStaff: boolean;
  /** Staff, and whoever is a co-host just now: the room is theirs to lead, but not what is private to somebody. */
  readonly leads: boolean;
  /** Sound and picture as they come; null in a replay. */
  readonly media: MediaSession | null;
  /** The recordings, for whoever does not follow the class live. */
  readonly replay: ReplayMedia | null;
}

export const viewOf = (room: Room, media: MediaSession | null = null, replay: ReplayMedia | null = null): RoomView => ({
  room, state: room.state, tail: room.tail, position: room.playhead.position, me: room.setup.personId, isStaff: room.isStaff, leads: room.leads, media, replay,
});

export interface Attendant extends ClassPerson { id: string }

/** Who is there at the playhead: staff first, then by name. */
export function presentIn(state: ClassState): Attendant[] {
  return Object.entries(state.people)
    .filter(([, person]) => person.connections.length > 0)
    .map(([id, person]) => ({ id, ...person }))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

const rank = ({ role }: ClassPerson) => ({ instructor: 0, assistant: 1, student: 2, observer: 3, guest: 4 })[role];

/** Whose class it is: the instructor who is there, or else the one who was. */
export function presenterIn(view: RoomView): Attendant | null {
  const present = presentIn(view.state).find(p => p.role === "instructor");
  if (present) return present;
  const known = Object.entries(view.tail.people).find(([, p]) => p.role === "instructor");
  return known ? { id: known[0], ...known[1], connections: [] } : null;
}

export const nameOf = (view: RoomView, id: string) => id === view.me ? t("You") : view.tail.people[id]?.name ?? t("Somebody");

/** Lines of chat by their place in the class, where later ones stand where they were written; the state has them as they came. */
export const linesInPlace = (state: ClassState) => [...state.chat].sort((a, b) => a.offsetMs - b.offsetMs || a.id - b.id);

/** Polls that were opened, in the order of the class. */
export const openedPolls = (state: ClassState) => state.polls.filter(p => p.openedMs !== null).sort((a, b) => a.openedMs! - b.openedMs!);

export const myAnswer = (poll: ClassPoll, me: string) => poll.answers[me] ?? null;

/** The poll that asks for this person's answer here and now. */
export function waitingPoll(view: RoomView): ClassPoll | null {
  const { room, state } = view;
  if (!answersPolls(room.setup.role)) return null;
  if (room.hasEnded) return room.playhead.held ? room.barrier : null;
  return state.polls.find(p => p.phase === "open" && !myAnswer(p, view.me) && !room.isAnswering(p.id)) ?? null;
}

/** The latest poll whose result this person has at the playhead. */
export const shownResult = (view: RoomView): ClassPoll | null => openedPolls(view.state).filter(p => resultOf(p, view) !== null).at(-1) ?? null;

/** Votes per option: what was shown to this person; staff see every answer and count them. */
export function resultOf(poll: ClassPoll, view: RoomView): PollResults | null {
  if (!view.isStaff) return resultShown(poll, view);
  const answers = Object.values(poll.answers);
  if (answers.length === 0) return poll.results;
  const of = (isLate: boolean) => poll.options.map((_, i) => answers.filter(a => a.isLate === isLate && a.choices.includes(i)).length);
  return { live: of(false), later: of(true), words: poll.kind === "word" ? wordsOf(answers) : null };
}

/** As the school counts them: the same word however it is written. */
function wordsOf(answers: PollAnswer[]): PollWord[] {
  const words = new Map<string, PollWord>();
  for (const { word, isLate } of [...answers].sort((a, b) => a.at.localeCompare(b.at))) {
    if (word === null) continue;
    const known = words.get(word.toLowerCase()) ?? { text: word, live: 0, later: 0 };
    words.set(word.toLowerCase(), { ...known, live: known.live + (isLate ? 0 : 1), later: known.later + (isLate ? 1 : 0) });
  }
  return [...words.values()].sort((a, b) => b.live + b.later - a.live - a.later || (a.text < b.text ? -1 : 1));
}

/** Whoever has answered sees in the replay what came of it from there on, even where it was shown only at the end of the class. */
function resultShown(poll: ClassPoll, view: RoomView) {
  if (poll.results || !view.room.hasEnded || !myAnswer(poll, view.me)) return poll.results;
  return view.tail.polls.find(p => p.id === poll.id)?.results ?? null;
}

/** Was heard, by microphone, up to the playhead. */
export const hasSpoken = (view: RoomView, id: string) => (view.state.media.voices[id]?.[0] ?? Infinity) <= view.position;

/** Observers watch, and whoever was shut out takes no part any more. */
export const takesPart = ({ room }: RoomView) => room.setup.role !== "observer" && room.lineState !== "shut";

/** The host lets people in by hand, and this one is not in yet: of what goes on inside nothing is known. */
export const waitsAtDoor = ({ room }: RoomView) => room.lineState === "reconnecting" && room.shutReason !== "";
