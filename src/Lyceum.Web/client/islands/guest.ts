// A guest's pages: the class's times in the zone of this browser, and the button that copies a link.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const language = document.documentElement.lang;
const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** As the pages of the school write it in every language: weekday, day, month. */
function dayOf(at: Date) {
  const parts = day.formatToParts(at);
  return (["weekday", "day", "month"] as const).map(type => parts.find(part => part.type === type)?.value ?? "").join(" ");
}

for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-own-time]"))
  time.textContent = `${dayOf(new Date(time.dateTime))}, ${clock.format(new Date(time.dateTime))} – ${clock.format(new Date(time.dataset.until!))}`;
for (const says of document.querySelectorAll<HTMLElement>("[data-zone-says]")) says.textContent = says.dataset.zoneSays!.replace("{0}", zone.replaceAll("_", " "));
for (const field of document.querySelectorAll<HTMLInputElement>("[data-own-zone]")) field.value = zone;

const copy = document.querySelector<HTMLButtonElement>("[data-copy]");
const link = document.querySelector<HTMLInputElement>("[data-link]");
if (copy && link) {
  copy.hidden = false;
  link.addEventListener("focus", () => link.select());
  copy.addEventListener("click", () => {
    link.select();
    void navigator.clipboard?.writeText(link.value).then(() => { copy.querySelector("span")!.textContent = copy.dataset.copied!; });
  });
}
