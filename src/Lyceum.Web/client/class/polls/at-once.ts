import type { ClassCommand, SeenEvent } from "../log/events.generated";

/** Polls that were made up to be asked at once: each is opened as soon as the school has taken it, and knows it by its number. */
export class AskedAtOnce {
  private readonly waiting = new Set<string>();

  constructor(private readonly send: (command: ClassCommand) => void) {}

  ask(poll: Extract<ClassCommand, { type: "preparePoll" }>) {
    this.waiting.add(poll.question);
    this.send(poll);
  }

  happened(events: readonly SeenEvent[], me: string) {
    for (const { event, actorId, sequence } of events)
      if (event.type === "pollPrepared" && actorId === me && this.waiting.delete(event.question)) this.send({ type: "openPoll", pollId: sequence });
  }

  refused(command: ClassCommand) {
    if (command.type === "preparePoll") this.waiting.delete(command.question);
  }
}
