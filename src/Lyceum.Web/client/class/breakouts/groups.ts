import type { RoomView } from "../view";
import { fewestRooms, type SectionPeople } from "./plan";

export interface GroupSetChoice { id: string; name: string; groups: { name: string; people: { id: string; name: string }[] }[] }

/** The groups of the course, asked for when rooms are about to be made, and again when they are to be made by them: they change, and so does who leads. */
export class CourseGroups {
  /** Those by which a class can be split. */
  sets: readonly GroupSetChoice[] = [];
  private names = new Map<string, string>();
  private asked = false;

  constructor(private readonly changed: () => void) {}

  /** Once, however often this is called. */
  expect(view: RoomView) {
    if (!this.asked) void this.ask(view);
  }

  /** What cannot be had leaves what was known: rooms can be made in other ways. */
  async ask({ room }: RoomView) {
    this.asked = true;
    try {
      const answer = await fetch(room.setup.logUrl.replace(/log$/, "groups"));
      if (!answer.ok) return;
      const all = await answer.json() as GroupSetChoice[];
      this.sets = all.filter(set => set.groups.length >= fewestRooms);
      this.names = new Map(all.flatMap(set => set.groups).flatMap(group => group.people).map(person => [person.id, person.name]));
      this.changed();
    } catch {
      this.asked = false;
    }
  }

  groupsOf(id: string | null): SectionPeople[] {
    const set = this.sets.find(one => one.id === id) ?? this.sets[0];
    return set?.groups.map(group => ({ name: group.name, people: group.people.map(person => person.id) })) ?? [];
  }

  /** Also of those who have not been in the class. */
  nameOf(person: string): string | undefined {
    return this.names.get(person);
  }
}
