import { describe, expect, it } from "vitest";
import { sayNumbers } from "./numbers";
import { ServerClock } from "./serverClock";
import { Words } from "./words";

const english = new Words({}, "en", "Europe/Oslo");

describe("words of the attempt", () => {
  it.each([
    [[1, 2, 3], "1 to 3"],
    [[4, 5], "4 and 5"],
    [[7], "7"],
    [[1, 2, 3, 7, 9], "1 to 3, 7, and 9"],
  ])("says %j as %s", (numbers, said) => expect(sayNumbers(numbers, english)).toBe(said));

  it.each([[18 * 60_000 + 42_000, "18:42"], [1, "00:01"], [-5, "00:00"], [3_600_000 + 62_000, "1:01:02"]])(
    "shows %d ms left as %s", (ms, shown) => expect(english.left(ms)).toBe(shown));

  it("tells the time in the reader's own zone", () =>
    expect(english.clockWithSeconds(Date.UTC(2026, 10, 22, 19, 40, 52))).toBe("20:40:52"));

  it("fills in a translated sentence and counts in its figures", () => {
    const arabic = new Words({ "Question {0}": "السؤال {0}" }, "ar-EG", "Europe/Oslo");
    expect(arabic.say("Question {0}", arabic.number(4))).toBe("السؤال ٤");
  });
});

describe("the server's clock", () => {
  it("takes the quickest exchange and is not led astray by a slow one", () => {
    let device = 0;
    const clock = new ServerClock(100_000, () => device);
    device = 1000;
    clock.learn(101_000, 980);
    expect(clock.now()).toBe(101_010);
    device = 9000;
    clock.learn(104_000, 1000);
    expect(clock.now()).toBe(109_010);
  });

  it("believes the server when the device's clock was set anew", () => {
    let device = 10_000;
    const clock = new ServerClock(10_000, () => device);
    clock.learn(10_000, 9_990);
    device = 500_000;
    clock.learn(10_500, 499_990);
    expect(clock.now()).toBe(10_505);
  });
});
