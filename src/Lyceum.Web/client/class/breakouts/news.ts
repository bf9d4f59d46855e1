import type { ClassState, SeenEvent } from "../log/events.generated";
import { t } from "../words";
import { roomIn } from "./within";

/** What is said aloud of breakout rooms, whatever the listener chose to hear besides: it moves them. */
export function breakoutNews(events: readonly SeenEvent[], whole: ClassState, me: string, leads: boolean): string {
  return events.map(({ event: e, actorId }) => {
    switch (e.type) {
      case "breakoutEntered": return !e.people.includes(me) ? "" : e.room === null ? t("You are back in the class.") : t("You are in the breakout room {0}.", roomIn(whole, e.room)?.name ?? "");
      case "breakoutsClosed": return t("The breakout rooms have closed.");
      case "breakoutsRecalled": return t("Everybody is called back to the class, in half a minute.");
      case "breakoutsTold": return actorId === me ? "" : t("To all rooms: {0}", e.text);
      case "helpCalled": return leads && actorId !== me ? t("{0} calls for help.", roomIn(whole, e.room)?.name ?? "") : "";
      default: return "";
    }
  }).filter(Boolean).join(" ");
}
