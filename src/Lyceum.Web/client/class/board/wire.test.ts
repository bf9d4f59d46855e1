import { describe, expect, it } from "vitest";
import { replaces, withNewer } from "./apply";
import { Changes, fromSchool, portions, toSchool, type Drawn } from "./wire";

const shape = (id: string, version: number, more: object = {}): Drawn => ({ id, version, versionNonce: 7, isDeleted: false, ...more });

describe("the board", () => {
  it("comes to the same whatever comes first", () => {
    const [a, b, c] = [{ id: "x", version: 2, nonce: 9, data: "a" }, { id: "x", version: 2, nonce: 3, data: "b" }, { id: "x", version: 1, nonce: 1, data: "c" }];
    for (const order of [[a, b, c], [b, a, c], [c, b, a]]) expect(order.reduce((all, e) => withNewer(all, [e]), {})).toEqual({ x: b });
    expect(replaces(b, b)).toBe(false);
  });

  it("sends what is finished once, and what somebody is at as a draft", () => {
    const changes = new Changes();
    expect(changes.take([shape("a", 3)], id => id === "a")).toEqual({ done: [], drafts: [toSchool(shape("a", 3))] });
    expect(changes.take([shape("a", 3)], id => id === "a").drafts).toEqual([]);
    expect(changes.take([shape("a", 4)], () => false).done).toEqual([toSchool(shape("a", 4))]);
    expect(changes.take([shape("a", 4)], () => false)).toEqual({ done: [], drafts: [] });
  });

  it("does not send back what it was told, and tells what was deleted of what is known alone", () => {
    const changes = new Changes();
    changes.learn([toSchool(shape("a", 4))]);
    expect(changes.take([shape("a", 4), shape("b", 1, { isDeleted: true })], () => false).done).toEqual([]);
    expect(changes.take([shape("a", 5, { isDeleted: true })], () => false).done).toEqual([{ id: "a", version: 5, nonce: 7, data: "" }]);
  });

  it("keeps thousandths and drops links", () => {
    const sent = toSchool(shape("a", 1, { x: 1.23456, link: "javascript:1", points: [[0.1 + 0.2, 1]] }));
    expect(JSON.parse(sent.data)).toMatchObject({ x: 1.235, link: null, points: [[0.3, 1]] });
    expect(fromSchool({ ...sent, version: 2, data: "" }, shape("a", 1))).toMatchObject({ isDeleted: true, version: 2 });
    expect(fromSchool({ ...sent, data: "" }, undefined)).toBeNull();
  });

  it("is sent in portions", () => {
    const long = { id: "a", version: 1, nonce: 1, data: "x".repeat(90_000) };
    expect(portions([long, long, { ...long, data: "" }]).map(p => p.length)).toEqual([1, 2]);
    expect(portions(Array.from({ length: 201 }, () => ({ ...long, data: "" }))).map(p => p.length)).toEqual([200, 1]);
  });
});
