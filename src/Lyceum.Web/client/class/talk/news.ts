import type { ClassState, SeenEvent } from "../log/events.generated";
import { t } from "../words";

/** How much a screen reader is told by itself: everything, what one has to act on, or only the line. */
export type Verbosity = "all" | "some" | "line";

export const verbosities: { value: Verbosity; word: string }[] = [
  { value: "all", word: "Everything, each chat line too" },
  { value: "some", word: "Slides, polls, questions being answered" },
  { value: "line", word: "Only trouble with the line" },
];

/** What is said of these events, or nothing; what one did oneself is not said again. */
export function spoken(events: readonly SeenEvent[], tail: ClassState, me: string, leads: boolean, verbosity: Verbosity): string {
  if (verbosity === "line" || events.length > 20) return "";
  return events.map(e => sentence(e, tail, me, leads, verbosity)).filter(Boolean).join(" ");
}

function sentence({ event: e, actorId, isLate }: SeenEvent, tail: ClassState, me: string, leads: boolean, verbosity: Verbosity): string {
  const name = tail.people[actorId ?? ""]?.name ?? "";
  const isMine = actorId === me;
  switch (e.type) {
    case "classStarted": return t("The class has started.");
    case "classEnded": return t("The class has ended.");
    case "slideTurned": return isMine ? "" : t("Slide {0}.", e.slide);
    case "pollOpened": return isMine ? "" : isLate ? t("A checkpoint was added: {0}", e.question) : t("A poll is open: {0}", e.question);
    case "pollClosed": return isLate ? "" : t("The poll is closed.");
    case "pollResultsShown": return t("The result of the poll is there.");
    case "answerStarted": return t("Now being answered: {0}", tail.questions.find(q => q.id === e.questionId)?.text ?? "");
    case "handRaised": return leads && !isMine ? t("{0} has a hand up.", name) : "";
    case "handLowered": return e.personId === me && !isMine ? t("Your hand was lowered.") : "";
    case "coHostNamed": return e.personId === me ? t("You are a co-host: you lead the class too.") : t("{0} is a co-host.", tail.people[e.personId]?.name ?? "");
    case "coHostDismissed": return e.personId === me ? t("You are no longer a co-host.") : "";
    case "personPutForward": return e.personId === null ? "" : e.personId === me ? t("You have the floor.") : t("{0} has the floor.", tail.people[e.personId]?.name ?? "");
    case "slotStarted": return t("{0} presents now.", e.title);
    case "slotEnded": return tail.slots.at(-1)?.untilMs === null ? "" : t("The presentation is over.");
    case "guestLinkShared": return t("The link of {0} is used on two devices.", e.name);
    case "knocked": return t("{0} waits at the door.", e.name);
    case "questionAsked": return verbosity === "all" && !isMine ? t("{0} asks: {1}", name, e.text) : "";
    case "chatPosted": return verbosity === "all" && !isMine ? t("{0} writes: {1}", name, e.text) : "";
    default: return "";
  }
}
