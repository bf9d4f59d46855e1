import { expect, test } from "vitest";
import { clock } from "./countdown";

test("minutes and seconds below an hour", () => expect(clock(484_900)).toBe("8:04"));
test("hours when there are some", () => expect(clock(4_502_000)).toBe("1:15:02"));
test("never below nothing", () => expect(clock(-5)).toBe("0:00"));
