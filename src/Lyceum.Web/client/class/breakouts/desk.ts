import type { PlannedBreakout } from "../log/events.generated";
import { presentIn, type RoomView } from "../view";
import { answersPolls } from "../setup";
import { t } from "../words";
import { bySection, dealt, joined, moved, resized, type Way } from "./plan";
import { openRooms } from "./within";

const usualSize = 4;

/** What a host is making ready, and what this person has picked up or read away; it is nobody else's. */
export class BreakoutDesk {
  way: Way = "chance";
  minutes: number | null = 10;
  /** Who was picked up to be put into another room. */
  picked: string | null = null;
  /** The last line to all rooms that was read away. */
  read = 0;
  private rooms: PlannedBreakout[] = [];

  constructor(private readonly changed: () => void) {}

  /** The rooms as they would be opened now: whoever came in meanwhile is in one of them. */
  plan(view: RoomView): PlannedBreakout[] {
    const people = studentsIn(view);
    if (this.rooms.length === 0 && people.length > 0) this.deal(view, false);
    if (this.rooms.length === 0) this.rooms = resized([], 2, nameOf);
    if (this.way !== "choice") this.rooms = joined(this.rooms, people);
    return this.rooms.map(room => ({ ...room, people: room.people.filter(person => people.includes(person)) }));
  }

  /** Everybody anew. */
  deal(view: RoomView, tells = true) {
    const people = studentsIn(view);
    if (this.way === "section") this.rooms = bySection(view.room.setup.sections, people);
    else {
      const names = this.rooms.length > 0 ? this.rooms.map(room => room.name) : resized([], Math.round(people.length / usualSize), nameOf).map(room => room.name);
      this.rooms = this.way === "choice" ? names.map(name => ({ name, people: [] })) : dealt(names, people);
    }
    if (tells) this.changed();
  }

  choose(way: Way, view: RoomView) {
    if (this.way === "section" || way === "section") this.rooms = [];
    this.way = way;
    this.picked = null;
    this.deal(view);
  }

  resize(count: number) {
    this.rooms = resized(this.rooms, count, nameOf);
    this.changed();
  }

  rename(index: number, name: string) {
    this.rooms = this.rooms.map((room, i) => i === index ? { ...room, name } : room);
    this.changed();
  }

  pick(person: string | null) {
    this.picked = this.picked === person ? null : person;
    this.changed();
  }

  /** Puts whoever was picked up into the room with this index; null is the class's own, which only open rooms have. */
  put(index: number | null, view: RoomView, person = this.picked) {
    if (!person) return;
    this.picked = null;
    const open = openRooms(view.room.whole);
    if (open.length > 0) view.room.sendLive({ type: "moveToBreakout", people: [person], room: index === null ? null : open[index]?.id ?? null });
    else if (index !== null) this.rooms = moved(this.rooms, person, index);
    this.changed();
  }

  setMinutes(minutes: number | null) {
    this.minutes = minutes;
    this.changed();
  }

  open(view: RoomView) {
    const rooms = this.plan(view).map((room, i) => ({ ...room, name: room.name.trim() || nameOf(i) }));
    view.room.sendLive({ type: "openBreakouts", rooms, theyChoose: this.way === "choice", minutes: this.minutes });
    this.picked = null;
  }

  dismiss(line: number) {
    this.read = line;
    this.changed();
  }
}

const nameOf = (index: number) => t("Room {0}", index + 1);

/** Those to be put into rooms: students, wherever they are. */
export const studentsIn = (view: RoomView): string[] =>
  presentIn({ ...view.room.whole }).filter(person => answersPolls(person.role)).map(person => person.id);
