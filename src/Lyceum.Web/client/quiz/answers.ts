/** What a student answered: the same closed list as Lyceum.Domain.Quizzes.Answer. */
export type Answer =
  | { kind: "choice"; choiceId: string | null }
  | { kind: "choices"; choiceIds: string[] }
  | { kind: "trueFalse"; isTrue: boolean | null }
  | { kind: "text"; text: string }
  | { kind: "matching"; matches: Record<string, string> };

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function isEmpty(answer: Answer): boolean {
  switch (answer.kind) {
    case "choice": return !answer.choiceId;
    case "choices": return answer.choiceIds.length === 0;
    case "trueFalse": return answer.isTrue === null;
    case "text": return answer.text.trim() === "";
    case "matching": return Object.keys(answer.matches).length === 0;
  }
}

/** Reads the answer out of a question's own form fields; the form is the only state that the student sees. */
export function readAnswer(question: HTMLElement): Answer {
  const checked = [...question.querySelectorAll<HTMLInputElement>("input:checked")].map(input => input.value);
  switch (question.dataset.answer) {
    case "choice": return { kind: "choice", choiceId: checked[0] ?? null };
    case "choices": return { kind: "choices", choiceIds: checked };
    case "trueFalse": return { kind: "trueFalse", isTrue: checked.length === 0 ? null : checked[0] === "true" };
    case "matching": return { kind: "matching", matches: chosenMatches(question) };
    default: return { kind: "text", text: question.querySelector<Field>("input, textarea")?.value ?? "" };
  }
}

/** Puts a journaled answer back into the form, after a closed tab or a reload. */
export function writeAnswer(question: HTMLElement, answer: Answer): void {
  if (answer.kind === "text") {
    const field = question.querySelector<Field>("input, textarea");
    if (field) field.value = answer.text;
    return;
  }
  if (answer.kind === "matching") {
    for (const select of question.querySelectorAll<HTMLSelectElement>("select[data-item]")) select.value = answer.matches[select.dataset.item!] ?? "";
    return;
  }
  const values = answer.kind === "choices" ? answer.choiceIds
    : answer.kind === "choice" ? [answer.choiceId]
    : [answer.isTrue === null ? null : String(answer.isTrue)];
  for (const input of question.querySelectorAll<HTMLInputElement>("input")) input.checked = values.includes(input.value);
}

function chosenMatches(question: HTMLElement): Record<string, string> {
  const selects = [...question.querySelectorAll<HTMLSelectElement>("select[data-item]")];
  return Object.fromEntries(selects.filter(select => select.value).map(select => [select.dataset.item!, select.value]));
}
