import type { ClassRole } from "./log/events.generated";

export interface CreditTerms {
  /** The part of the distinct time, 1 to 100, that earns the credit. */
  replayPercent: number;
  answerPolls: boolean;
  /** When it stops counting, formatted for the reader; null when there is no date. */
  dueText: string | null;
  isOver: boolean;
  isEarned: boolean;
  /** When this person was there live, in milliseconds of the timeline: it counts as seen. */
  attended: { fromMs: number; untilMs: number }[];
}

/** What the page tells its script; everything else comes over the line. */
export interface RoomSetup {
  mode: "live" | "replay" | "lobby";
  classId: string;
  personId: string;
  role: ClassRole;
  title: string;
  subtitle: string;
  /** "Tuesday 24 Nov, 18:00", in the reader's zone and language. */
  startsText: string;
  /** "19:15"; empty for a lesson, which has no hour. */
  endsText: string;
  plannedStart: string;
  plannedEnd: string;
  serverNow: string;
  lobbyOpens: string;
  /** The line to the class. */
  hubUrl: string;
  /** Where the slides lie. */
  filesUrl: string;
  logUrl: string;
  /** Empty for guests, for whom no notes are kept. */
  notesUrl: string;
  /** The page of the notes that the class writes together; empty for guests. */
  sharedNotesUrl: string;
  leaveUrl: string;
  roomUrl: string;
  replayUrl: string;
  credit: CreditTerms | null;
  /** When this person last watched the replay, before now; null when they never did. */
  watchedUntil: string | null;
  /** About the recording: of the class for those who teach, of oneself for everybody else. */
  recordingUrl: string;
  /** Of staff who teach one section. */
  sectionId: string | null;
  /** Whether the school has a program that captions by itself. */
  hasRecognizer: boolean;
  /** For staff: who is in which section of the course. */
  sections: { name: string; people: string[] }[];
  /** To be recorded in this course; null as long as this person has not said. */
  agreesToRecording: boolean | null;
}

export const isStaff = (role: ClassRole) => role === "instructor" || role === "assistant";

/** Whom a poll asks; what guests answer earns nothing. */
export const answersPolls = (role: ClassRole) => role === "student" || role === "guest";

export function readSetup(page: Document): RoomSetup {
  const block = page.querySelector("script.room-setup");
  if (!block?.textContent) throw new Error("The page has no room setup.");
  return JSON.parse(block.textContent) as RoomSetup;
}
