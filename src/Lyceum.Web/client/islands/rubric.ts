// Makes room in a rubric while it is written; without script each save leaves an empty line to write into.
const form = document.querySelector<HTMLElement>(".rubric-form")!;
const sum = form.querySelector<HTMLElement>("[data-part=sum]")!;

for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-act]")) button.hidden = false;

const criteria = () => [...form.querySelectorAll<HTMLElement>(".criterion-form")];
const levels = (criterion: HTMLElement) => [...criterion.querySelectorAll<HTMLElement>("[data-level]")];

/** A list is only read without gaps: the names carry the places. */
function renumber(): void {
  criteria().forEach((criterion, at) => {
    for (const input of criterion.querySelectorAll("input")) input.name = input.name.replace(/^Rubric\[\d+\]/, `Rubric[${at}]`);
    levels(criterion).forEach((level, step) => {
      for (const input of level.querySelectorAll("input")) input.name = input.name.replace(/Levels\[\d+\]/, `Levels[${step}]`);
    });
  });
  add();
}

function add(): void {
  const points = (criterion: HTMLElement) => [...criterion.querySelectorAll<HTMLInputElement>("input.points")].map(input => Number(input.value.replace(",", ".")) || 0);
  const total = criteria().reduce((all, criterion) => all + Math.max(0, ...points(criterion)), 0);
  sum.textContent = total > 0 && sum.dataset.worth ? sum.dataset.says!.replace("{0}", String(Math.round(total * 100) / 100)).replace("{1}", sum.dataset.worth) : "";
  sum.classList.toggle("warn", total !== Number(sum.dataset.worth));
}

function emptied(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const input of copy.querySelectorAll("input")) input.value = "";
  return copy;
}

form.addEventListener("click", event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button[data-act]");
  if (!button) return;
  const criterion = button.closest<HTMLElement>(".criterion-form");
  let focus: HTMLElement | null | undefined;
  if (button.dataset.act === "add-level") {
    const last = levels(criterion!).at(-1)!;
    last.after(emptied(last));
    focus = levels(criterion!).at(-1);
  } else if (button.dataset.act === "remove-level") {
    const level = button.closest<HTMLElement>("[data-level]")!;
    focus = (level.nextElementSibling ?? level.previousElementSibling) as HTMLElement;
    if (levels(criterion!).length > 1) level.remove();
    else for (const input of level.querySelectorAll("input")) input.value = "";
  } else if (button.dataset.act === "add-criterion") {
    const last = criteria().at(-1)!;
    last.after(emptied(last));
    focus = criteria().at(-1);
  } else {
    focus = (criterion!.nextElementSibling ?? criterion!.previousElementSibling) as HTMLElement;
    if (criteria().length > 1) criterion!.remove();
    else for (const input of criterion!.querySelectorAll("input")) input.value = "";
  }
  renumber();
  focus?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
});
form.addEventListener("input", add);
add();
