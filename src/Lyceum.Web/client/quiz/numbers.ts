import type { Words } from "./words";

/** "1 to 3, 5 and 7": question numbers as a person would say them. */
export function sayNumbers(numbers: readonly number[], words: Words): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const parts = runs.flatMap(run => run.length >= 3
    ? [words.say("{0} to {1}", words.number(run[0]!), words.number(run.at(-1)!))]
    : run.map(number => words.number(number)));
  return words.list(parts);
}
