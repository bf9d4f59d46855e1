import type { ClassEvent, ClassState, SeenEvent } from "./events.generated";

type Door = ClassState["door"];

export const openDoor: Door = { isLocked: false, isKept: false, letIn: [], sentAway: [], waiting: [] };

/** The same rules as DoorRules in C#. */
export function applyDoor(door: Door, { at }: SeenEvent, actor: string, e: ClassEvent): Door | null {
  switch (e.type) {
    case "doorKept": return { ...door, isLocked: e.isLocked, isKept: e.isKept, waiting: e.isKept ? door.waiting : [] };
    case "knocked": return {
      ...door,
      waiting: door.waiting.some(w => w.personId === actor) ? door.waiting.map(w => w.personId === actor ? { ...w, at } : w) : [...door.waiting, { personId: actor, name: e.name, sectionId: e.sectionId, at }],
    };
    case "peopleLetIn": return {
      ...door, letIn: [...door.letIn.filter(id => !e.people.includes(id)), ...e.people],
      sentAway: door.sentAway.filter(id => !e.people.includes(id)), waiting: door.waiting.filter(w => !e.people.includes(w.personId)),
    };
    case "personSentAway": return {
      ...door, sentAway: [...door.sentAway, e.personId], letIn: door.letIn.filter(id => id !== e.personId), waiting: door.waiting.filter(w => w.personId !== e.personId),
    };
    default: return null;
  }
}
