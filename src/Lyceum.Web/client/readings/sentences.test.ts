import { expect, test } from "vitest";
import { sentencesOf } from "./sentences";

const split = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

test("a sentence ends at its mark with the quote that closes it, and not inside a number", () => {
  expect(split("The mean is 18.4 minutes. “Is it?” Yes!  And so on")).toEqual(["The mean is 18.4 minutes.", "“Is it?”", "Yes!", "And so on"]);
});

test("an Arabic question ends as well, and nothing has no sentence", () => {
  expect(split("ما المتوسط؟ لا أعرف.")).toEqual(["ما المتوسط؟", "لا أعرف."]);
  expect(split("  ")).toEqual([]);
});
