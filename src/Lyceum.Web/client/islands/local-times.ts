// A visitor's zone is the browser's to know: times that the server wrote in the course's zone are put into the visitor's, and it says so.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const language = document.documentElement.lang;
const week = new Intl.DateTimeFormat(language, { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-local=week]"))
  time.textContent = week.formatToParts(new Date(time.dateTime)).filter(part => part.type !== "literal" || part.value === ":").map(part => (part.type === "hour" ? ` ${part.value}` : part.value)).join("");

for (const says of document.querySelectorAll<HTMLElement>("[data-zone-says]")) says.textContent = says.dataset.zoneSays!.replace("{0}", zone.replaceAll("_", " "));
