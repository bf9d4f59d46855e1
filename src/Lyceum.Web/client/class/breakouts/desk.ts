import type { PlannedBreakout } from "../log/events.generated";
import { presentIn, type RoomView } from "../view";
import { answersPolls } from "../setup";
import { t } from "../words";
import { CourseGroups } from "./groups";
import { byGroup, bySection, dealt, joined, moved, resized, type Way } from "./plan";
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
  /** By which groups of the course; null is the first. */
  set: string | null = null;
  readonly groups: CourseGroups;
  private rooms: PlannedBreakout[] = [];
  /** Changed by hand since they were dealt. */
  private isArranged = false;

  constructor(private readonly changed: () => void) {
    this.groups = new CourseGroups(changed);
  }

  /** The rooms as they would be opened now: whoever came in meanwhile is in one of them. */
  plan(view: RoomView): PlannedBreakout[] {
    const people = studentsIn(view);
    if (this.rooms.length === 0 && people.length > 0) this.deal(view, false);
    if (this.rooms.length === 0) this.rooms = resized([], 2, nameOf);
    if (this.way === "groups") return this.rooms;
    if (this.way !== "choice") this.rooms = joined(this.rooms, people);
    return this.rooms.map(room => ({ ...room, people: room.people.filter(person => people.includes(person)) }));
  }

  /** Everybody anew. */
  deal(view: RoomView, tells = true) {
    const people = studentsIn(view);
    if (this.way === "section") this.rooms = bySection(view.room.setup.sections, people);
    else if (this.way === "groups") this.rooms = byGroup(this.groups.groupsOf(this.set), people);
    else {
      const names = this.rooms.length > 0 ? this.rooms.map(room => room.name) : resized([], Math.round(people.length / usualSize), nameOf).map(room => room.name);
      this.rooms = this.way === "choice" ? names.map(name => ({ name, people: [] })) : dealt(names, people);
    }
    this.isArranged = false;
    if (tells) this.changed();
  }

  choose(way: Way, view: RoomView) {
    if ([this.way, way].some(one => one === "section" || one === "groups")) this.rooms = [];
    this.way = way;
    this.picked = null;
    this.deal(view);
    if (way === "groups") void this.groups.ask(view).then(() => { if (this.way === "groups" && !this.isArranged) this.deal(view); });
  }

  chooseSet(id: string, view: RoomView) {
    this.set = id;
    this.rooms = [];
    this.deal(view);
  }

  /** Those who are here and in no room that is being made. */
  inNone(view: RoomView): string[] {
    return this.way === "groups" ? studentsIn(view).filter(person => !this.rooms.some(room => room.people.includes(person))) : [];
  }

  resize(count: number) {
    this.rooms = resized(this.rooms, count, nameOf);
    this.isArranged = true;
    this.changed();
  }

  rename(index: number, name: string) {
    this.rooms = this.rooms.map((room, i) => i === index ? { ...room, name } : room);
    this.isArranged = true;
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
    else this.rooms = moved(this.rooms, person, index);
    this.isArranged = true;
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
