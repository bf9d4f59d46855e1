/** A string in the reader's language, or a word per plural form ({ one, other, … } as CLDR names them). */
type Word = string | Record<string, string>;

let words: Record<string, Word> = {};
let language = "en";

/** The page renders the strings of its script as a JSON block; the English sentence is the key and stands in where one is missing. */
export function readWords(page: Document) {
  language = page.documentElement.lang || "en";
  const block = page.querySelector("script.words");
  if (block?.textContent) words = JSON.parse(block.textContent) as Record<string, Word>;
}

const fill = (text: string, values: readonly (string | number)[]) => text.replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)] ?? ""));

export function t(key: string, ...values: (string | number)[]): string {
  const word = words[key];
  return fill(typeof word === "string" ? word : key, values);
}

/** One or many, by the plural rules of the language; the count fills {0}. */
export function count(one: string, many: string, n: number): string {
  const forms = words[many];
  const form = new Intl.PluralRules(language).select(n);
  if (typeof forms === "object") return fill(forms[form] ?? forms.other ?? many, [n]);
  return fill(form === "one" ? one : many, [n]);
}

export const locale = () => language;
