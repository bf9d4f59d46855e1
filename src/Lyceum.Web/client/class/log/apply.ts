import { applyBreakouts, noBreakouts } from "../breakouts/apply";
import { applyBoard, boardOfBreakout, noBoard } from "../board/apply";
import { applyInk } from "../ink/apply";
import { applyDoor, openDoor } from "./door";
import type { ChatLine, ClassPoll, ClassQuestion, ClassState, PollKind, ReactionKind, SeenEvent } from "./events.generated";
import { applyMedia, noMedia, withoutPerson } from "../media/apply";

const nobody = "00000000-0000-0000-0000-000000000000";

export const emptyClass: ClassState = {
  sequence: 0, phase: "closed", title: "", plannedStart: null, plannedEnd: null, startedAt: null, endedAt: null, segments: [],
  people: {}, hands: [], chat: [], deck: null, ink: [], board: noBoard, questions: [], polls: [], lost: [], chapters: [], coHosts: [], breakouts: noBreakouts, sharedLinks: [], queue: [], slots: [], door: openDoor, media: noMedia,
};

/** A breakout room in which nothing has happened yet: those in it may show their screens to each other. */
export const freshBreakout: ClassState = { ...emptyClass, media: { ...noMedia, denied: [] }, board: boardOfBreakout };

/** State and event to state: the same rules as ClassReducer in C#; golden logs hold the two together. */
export function apply(state: ClassState, seen: SeenEvent): ClassState {
  const next = room(state, seen) ?? chat(state, seen) ?? question(state, seen) ?? media(state, seen) ?? door(state, seen) ?? ink(state, seen) ?? board(state, seen) ?? applyBreakouts(state, seen, freshBreakout, apply) ?? poll(state, seen);
  return { ...next, sequence: Math.max(state.sequence, seen.sequence) };
}

export const applyAll = (state: ClassState, events: readonly SeenEvent[]) => events.reduce(apply, state);

function room(state: ClassState, { event: e, actorId, at, offsetMs, isLate }: SeenEvent): ClassState | null {
  const actor = actorId ?? nobody;
  switch (e.type) {
    case "classOpened": return { ...state, phase: "open", title: e.title, plannedStart: e.plannedStart, plannedEnd: e.plannedEnd, segments: e.segments };
    case "classStarted": return { ...state, phase: "live", startedAt: at };
    case "classEnded": return { ...state, phase: "ended", endedAt: at, coHosts: [], media: { ...state.media, on: {} } };
    case "introduced": return withPerson(state, actor, { name: e.name, role: e.role, connections: state.people[actor]?.connections ?? [] });
    case "joined": return withConnections(state, actor, open => open.includes(e.connectionId) ? open : [...open, e.connectionId]);
    case "left": return withoutGone(withConnections(state, actor, open => open.filter(id => id !== e.connectionId)), actor);
    case "roomResumed": return { ...state, people: Object.fromEntries(Object.entries(state.people).map(([id, p]) => [id, { ...p, connections: [] }])), media: { ...state.media, on: {} } };
    case "handRaised": return { ...state, hands: [...state.hands.filter(h => h.personId !== actor), { personId: actor, offsetMs }] };
    case "handLowered": return { ...state, hands: state.hands.filter(h => h.personId !== e.personId) };
    case "deckShown": return { ...state, deck: { fileId: e.fileId, name: e.name, slide: 1 } };
    case "slideTurned": return { ...state, deck: state.deck && { ...state.deck, slide: e.slide } };
    case "erased": return state;
    case "lostMarked": return { ...state, lost: [...state.lost, { offsetMs, isLate }] };
    case "coHostNamed": return { ...state, coHosts: [...state.coHosts.filter(id => id !== e.personId), e.personId] };
    case "coHostDismissed": return { ...state, coHosts: state.coHosts.filter(id => id !== e.personId) };
    case "slotsQueued": return { ...state, queue: e.queue };
    case "slotStarted": return { ...state, slots: [...state.slots, { slotId: e.slotId, title: e.title, presenters: e.presenters, minutes: e.minutes, fromMs: offsetMs, untilMs: null }] };
    case "slotEnded": return { ...state, slots: state.slots.map(s => s.slotId === e.slotId && s.untilMs === null ? { ...s, untilMs: offsetMs } : s) };
    case "guestLinkShared": return { ...state, sharedLinks: [...state.sharedLinks, { name: e.name, first: e.first, later: e.later, at }] };
    case "chapterStarted": return { ...state, chapters: [...state.chapters, { title: e.title, offsetMs }] };
    default: return null;
  }
}

function door(state: ClassState, seen: SeenEvent): ClassState | null {
  const next = applyDoor(state.door, seen, seen.actorId ?? nobody, seen.event);
  return next && { ...state, door: next };
}

function media(state: ClassState, seen: SeenEvent): ClassState | null {
  const next = applyMedia(state.media, seen, seen.actorId ?? nobody);
  return next && { ...state, media: next };
}

function ink(state: ClassState, seen: SeenEvent): ClassState | null {
  const next = applyInk(state.ink, seen, seen.actorId ?? nobody);
  return next && { ...state, ink: next };
}

function board(state: ClassState, seen: SeenEvent): ClassState | null {
  const next = applyBoard(state.board, seen);
  return next && { ...state, board: next };
}

const withoutGone = (state: ClassState, id: string): ClassState =>
  (state.people[id]?.connections.length ?? 0) > 0 ? state : { ...state, media: withoutPerson(state.media, id) };

function chat(state: ClassState, { event: e, actorId, at, offsetMs, sequence, isLate }: SeenEvent): ClassState | null {
  const actor = actorId ?? nobody;
  const without = (line: ChatLine, kind: ReactionKind) => line.signs.filter(s => s.personId !== actor || s.kind !== kind);
  switch (e.type) {
    case "chatPosted": return withNewLine(state, {
      id: sequence, personId: actor, offsetMs, at, isLate, text: e.text, isRemoved: false, replyTo: e.replyTo ?? null, isToStaff: e.isToStaff ?? false, signs: [],
    });
    case "chatRemoved": return withLine(state, e.lineId, line => ({ ...line, text: "", isRemoved: true, signs: [] }));
    case "lineReacted": return withLine(state, e.lineId, line => ({ ...line, signs: [...without(line, e.kind), { personId: actor, kind: e.kind }] }));
    case "lineReactionTaken": return withLine(state, e.lineId, line => ({ ...line, signs: without(line, e.kind) }));
    default: return null;
  }
}

function question(state: ClassState, { event: e, actorId, at, offsetMs, sequence, isLate }: SeenEvent): ClassState | null {
  const actor = actorId ?? nobody;
  const voted = (votes: string[]) => [...votes.filter(id => id !== actor), actor];
  const without = (votes: string[]) => votes.filter(id => id !== actor);
  switch (e.type) {
    case "questionAsked": return {
      ...state,
      questions: [...state.questions, {
        id: sequence, personId: actor, offsetMs, at, isLate, text: e.text,
        votes: [], lateVotes: [], phase: "asked", answeredFromMs: null, answeredUntilMs: null, isRemoved: false, writtenAnswer: null, threadId: null,
      }],
    };
    case "questionVoted": return withQuestion(state, e.questionId, q => isLate ? { ...q, lateVotes: voted(q.lateVotes) } : { ...q, votes: voted(q.votes) });
    case "questionUnvoted": return withQuestion(state, e.questionId, q => ({ ...q, votes: without(q.votes), lateVotes: without(q.lateVotes) }));
    case "questionRemoved": return withQuestion(state, e.questionId, q => ({ ...q, text: "", isRemoved: true }));
    case "answerStarted": return withQuestion(state, e.questionId, q => ({ ...q, phase: "answering", answeredFromMs: offsetMs, answeredUntilMs: null }));
    case "questionAnswered": return withQuestion(state, e.questionId, q => ({ ...q, phase: "answered", answeredFromMs: q.answeredFromMs ?? offsetMs, answeredUntilMs: offsetMs }));
    case "questionAnsweredInWriting": return withQuestion(state, e.questionId, q => ({ ...q, phase: "answered", writtenAnswer: e.text }));
    case "questionContinued": return withQuestion(state, e.questionId, q => ({ ...q, threadId: e.threadId }));
    default: return null;
  }
}

function poll(state: ClassState, { event: e, actorId, at, offsetMs, sequence, isLate }: SeenEvent): ClassState {
  const actor = actorId ?? nobody;
  switch (e.type) {
    case "pollPrepared": return { ...state, polls: [...state.polls, { ...newPoll(sequence, e), correct: e.correct }] };
    case "pollOpened": {
      // Whoever could not see the preparation meets the poll here.
      const known = state.polls.some(p => p.id === e.pollId) ? state : { ...state, polls: [...state.polls, newPoll(e.pollId, e)] };
      return withPoll(known, e.pollId, p => ({ ...p, phase: "open", openedMs: p.openedMs ?? offsetMs, closedMs: null, addedAt: isLate ? at : null }));
    }
    case "pollAnswered": return withPoll(state, e.pollId, p => ({ ...p, answers: { ...p.answers, [actor]: { choices: e.choices, isLate, at, word: e.word } } }));
    case "pollAnswerCounted": return withPoll(state, e.pollId, p => isLate ? { ...p, answeredLater: p.answeredLater + 1 } : { ...p, answeredLive: p.answeredLive + 1 });
    case "pollClosed": return withPoll(state, e.pollId, p => ({ ...p, phase: "closed", closedMs: offsetMs }));
    case "checkpointWithdrawn": return withPoll(state, e.pollId, p => ({ ...p, phase: "prepared", openedMs: null, closedMs: null, addedAt: null }));
    case "pollResultsShown": return withPoll(state, e.pollId, p => ({ ...p, results: { live: e.live, later: e.later, words: e.words }, correct: e.correct }));
    default: throw new Error(`No rule for ${e.type}.`);
  }
}

const newPoll = (id: number, { question, options, isMultiple, kind }: { question: string; options: string[]; isMultiple: boolean; kind: PollKind }): ClassPoll => ({
  id, question, options, isMultiple, kind, phase: "prepared", correct: [], openedMs: null, closedMs: null, addedAt: null, answers: {}, answeredLive: 0, answeredLater: 0, results: null,
});

const withPerson = (state: ClassState, id: string, person: ClassState["people"][string]): ClassState => ({ ...state, people: { ...state.people, [id]: person } });

function withConnections(state: ClassState, id: string, change: (open: string[]) => string[]): ClassState {
  const person = state.people[id];
  return person ? withPerson(state, id, { ...person, connections: change(person.connections) }) : state;
}

/** A line for somebody alone may be applied later than it was written, and stands where it was written. */
function withNewLine(state: ClassState, line: ChatLine): ClassState {
  const at = state.chat.findLastIndex(l => l.id < line.id) + 1;
  return { ...state, chat: [...state.chat.slice(0, at), line, ...state.chat.slice(at)] };
}

const withLine = (state: ClassState, id: number, change: (line: ChatLine) => ChatLine): ClassState =>
  ({ ...state, chat: state.chat.map(line => line.id === id ? change(line) : line) });

const withQuestion = (state: ClassState, id: number, change: (q: ClassQuestion) => ClassQuestion): ClassState =>
  ({ ...state, questions: state.questions.map(q => q.id === id ? change(q) : q) });

const withPoll = (state: ClassState, id: number, change: (p: ClassPoll) => ClassPoll): ClassState =>
  ({ ...state, polls: state.polls.map(p => p.id === id ? change(p) : p) });
