/** Longer than this nothing waits for a recording. */
const longestWait = 2_000;

const coming = new Set<Promise<void>>();

/** What is to be heard goes first: on a narrow line it would come late beside all that is to be read. */
export function goesFirst(media: HTMLMediaElement) {
  const come = new Promise<void>(resolve => {
    for (const enough of ["canplay", "error", "emptied"]) media.addEventListener(enough, () => resolve(), { once: true });
    setTimeout(resolve, longestWait);
  }).then(() => { coming.delete(come); });
  coming.add(come);
}

/** When the recordings that were asked for can be played. */
export const afterRecordings = () => Promise.all(coming);
